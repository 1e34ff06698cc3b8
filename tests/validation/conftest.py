"""A small sound graph of all layers, to which tests add what is wrong."""

from collections.abc import Callable

import pytest
from rdflib import Graph

from newsgraph.ontology.prefixes import PREFIXES

PROLOGUE = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
CLAIM = "ng:factuality ng:CertainPositive ; ng:modality ng:Actual ; ng:confidence 0.9 ; ng:evidence :passage ; "
JUDGED = 'ng:score 0.9 ; ng:reason "the same name", "the same country" ; ng:judgedBy "machine" ; '
MADE = "prov:wasDerivedFrom :article ; prov:wasGeneratedBy :run ."
FACTS = """
:arcadia a ng:Country ; rdfs:label "Arcadia" ; ng:mergedFrom :arcadia-elsewhere ;
    skos:exactMatch <https://example.org/id/arcadia> .
:soldiers a ng:MilitaryPersonnel ; rdfs:label "soldiers" .
:deployment a ng:TroopDeployment ; rdfs:label "Arcadia deploys soldiers" ; ng:status ng:Asserted ; ng:agent :arcadia ;
    ng:patient :soldiers ; sem:hasTimeStamp "2030-05-04"^^xsd:date .
:figure a ng:Figure ; ng:counts ng:Troops ; ng:figureOf :deployment ; ng:minimum 24 ; ng:maximum 30 .
"""
CLAIMS = f"""
:plan a ng:IrrealisEvent ; ng:eventType ng:TroopWithdrawal ; rdfs:label "Arcadia withdraws" ; ng:agent :arcadia .
:said a ng:Claim ; ng:about :deployment ; ng:claimant :arcadia ; {CLAIM} {MADE}
:counted a ng:Claim ; ng:about :figure ; ng:claimant :arcadia ; {CLAIM} {MADE}
:planned a ng:Claim ; ng:about :plan ; ng:claimant :arcadia ; {CLAIM} ng:embeddedIn :outer ; {MADE}
:outer a ng:Claim ; ng:about :planned ; ng:claimant :arcadia ; {CLAIM} {MADE}
:relation a ng:Relation ; ng:subject :soldiers ; ng:predicate ng:employedBy ; ng:object :arcadia .
:link a ng:Link ; ng:linkFrom :arcadia ; ng:linkTo <https://example.org/id/arcadia> ; {JUDGED}
    ng:judgement ng:Accepted .
:unsure-link a ng:Link ; ng:linkFrom :soldiers ; ng:linkTo <https://example.org/id/army> ; {JUDGED}
    ng:judgement ng:Unsure .
:match a ng:Match ; ng:left :arcadia ; ng:right :arcadia-elsewhere ; ng:matchOf :arcadia ; {JUDGED}
    ng:judgement ng:Accepted .
:unsure-match a ng:Match ; ng:left :deployment ; ng:right :nowhere-else ; {JUDGED} ng:judgement ng:Unsure .
"""
TEXT = """
:article a schema:NewsArticle ; schema:articleBody "The “brave” 🪖 soldiers went." .
:article-again a schema:NewsArticle ; schema:articleBody "“The brave soldiers went”" ; ng:copyOf :article .
:passage a oa:SpecificResource ; oa:hasSource :article ; oa:hasSelector :position, :quote .
:position a oa:TextPositionSelector ; oa:start 14 ; oa:end 22 .
:quote a oa:TextQuoteSelector ; oa:exact "soldiers" .
:mention a ng:Mention ; ng:refersTo :soldiers ; oa:hasSource :article ; oa:hasSelector :position, :quote .
"""
LAYERS = {"facts": FACTS, "claims": CLAIMS, "text": TEXT}


@pytest.fixture(scope="session")
def world() -> Callable[..., Graph]:
    """A function that makes the graph of some layers (all by default) with some Turtle more."""

    def made(extra: str = "", *, layers: tuple[str, ...] = tuple(LAYERS), base: str = "https://x.org/") -> Graph:
        told = "".join(LAYERS[layer] for layer in layers)
        return Graph().parse(data=f"{PROLOGUE}@prefix : <{base}> .{told}{extra}", format="turtle")

    return made
