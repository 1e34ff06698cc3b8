from collections.abc import Callable
from functools import reduce
from operator import add

import pytest
from rdflib import Dataset, Graph, URIRef

from newsgraph.validation import Violation, validate

World = Callable[..., Graph]
WRONG = {
    "status twice": (":deployment ng:status ng:Reported .", "deployment", "exactly one ng:status"),
    "fact with event type": (":deployment ng:eventType ng:Riot .", "deployment", "no ng:eventType"),
    "no label": (":x a ng:City .", "x", "no rdfs:label"),
    "two dates": (':deployment sem:hasTimeStamp "2030"^^xsd:gYear .', "deployment", "at most one sem:hasTimeStamp"),
    "date as words": (':deployment sem:hasEndTimeStamp "May" .', "deployment", "sem:hasEndTimeStamp"),
    "role not allowed": (":deployment ng:recipient :soldiers .", "deployment", "no role ng:recipient"),
    "role not allowed where not real": (":plan ng:recipient :soldiers .", "plan", "allows no role ng:recipient"),
    "filler of the wrong kind": (
        ':deployment ng:agent :t . :t a ng:Topic ; rdfs:label "t" .',
        "deployment",
        "is no ng:Actor",
    ),
    "bounds crossed": (":figure ng:minimum 31 .", "figure", "minimum is greater"),
    "bound in words": (':f a ng:Figure ; ng:maximum "many" .', "f", "one maximum, a number"),
    "bound that is no number": (':f a ng:Figure ; ng:minimum "x"^^xsd:integer .', "f", "one minimum, a number"),
    "figure of nothing": (":f a ng:Figure ; ng:counts ng:Deaths ; ng:minimum 1 .", "f", "ng:figureOf"),
    "figure without a bound": (
        ":f a ng:Figure ; ng:counts ng:Deaths ; ng:figureOf :arcadia .",
        "f",
        "a minimum or a maximum",
    ),
    "measure unknown": (":figure ng:counts :apples .", "figure", "ng:counts"),
    "two factualities": (":said ng:factuality ng:PossibleNegative .", "said", "exactly one ng:factuality"),
    "unknown modality": (":c a ng:Claim ; ng:modality :dreamt .", "c", "exactly one ng:modality"),
    "claim without evidence": (":c a ng:Claim .", "c", "has ng:evidence"),
    "claim without claimant": (":c a ng:Claim .", "c", "ng:claimant"),
    "claim without article": (":c a ng:Claim .", "c", "from which article"),
    "claim about two": (":said ng:about :plan .", "said", "about exactly one thing"),
    "too confident": (":said ng:confidence 1.5 .", "said", "between 0 and 1"),
    "embedded elsewhere": (":said ng:embeddedIn :counted .", "said", "must be about it"),
    "evidence missing": (":said ng:evidence :nowhere .", "nowhere", "no words"),
    "nobody claims": (':e a ng:Riot ; ng:status ng:Asserted ; rdfs:label "e" .', "e", "no claim is about it"),
    "fact leaked": (":plan a ng:TroopWithdrawal .", "plan", "yet has the class of a fact"),
    "status without a fact": (":plan ng:status ng:Asserted .", "plan", "no ng:status"),
    "two kinds": (":plan ng:eventType ng:Riot .", "plan", "exactly one ng:eventType"),
    "no kind of event": (":p a ng:IrrealisEvent ; ng:eventType ng:City .", "p", "no class of events"),
    "relation from the wrong kind": (":relation ng:predicate ng:bornIn .", "relation", "is no ng:Person"),
    "relation to nothing": (":r a ng:Relation .", "r", "an ng:object or an ng:value"),
    "score too high": (":link ng:score 1.5 .", "link", "decimal between 0 and 1"),
    "score of no decimal": (':l a ng:Link ; ng:score "0.9" .', "l", "decimal between 0 and 1"),
    "link without a reason": (":l a ng:Link .", "l", "an ng:reason, in words"),
    "match without a reason": (":m a ng:Match .", "m", "an ng:reason, in words"),
    "two judgements": (":match ng:judgement ng:Unsure .", "match", "exactly one ng:judgement"),
    "unknown judgement": (":l a ng:Link ; ng:judgement :perhaps .", "l", "exactly one ng:judgement"),
    "nobody judged": (":m a ng:Match .", "m", "who judged"),
    "link from nothing": (":l a ng:Link .", "l", "exactly one ng:linkFrom"),
    "link to two": (":link ng:linkTo :there .", "link", "exactly one ng:linkTo"),
    "link to words": (':l a ng:Link ; ng:linkTo "Q" .', "l", "ng:linkTo, an IRI"),
    "link of an event": (":l a ng:Link ; ng:linkFrom :deployment .", "l", "which is no ng:Entity"),
    "accepted without exactMatch": (
        ":l a ng:Link ; ng:linkFrom :soldiers ; ng:linkTo :there ; ng:judgement ng:Accepted .",
        "l",
        "has no skos:exactMatch",
    ),
    "exactMatch without acceptance": (
        ":soldiers skos:exactMatch <https://example.org/id/army> .",
        "unsure-link",
        "it is not accepted, and yet",
    ),
    "match with itself": (":m a ng:Match ; ng:left :arcadia ; ng:right :arcadia .", "m", "which is not its ng:right"),
    "match of one alone": (":m a ng:Match ; ng:left :arcadia .", "m", "exactly one ng:right"),
    "accepted of nothing": (":m a ng:Match ; ng:judgement ng:Accepted .", "m", "where it is accepted, and only there"),
    "unsure of something": (":unsure-match ng:matchOf :deployment .", "unsure-match", "and only there"),
    "match of a figure": (":m a ng:Match ; ng:matchOf :figure .", "m", "neither an entity nor an event"),
    "match of others": (":match ng:right :third .", "match", "a name that"),
    "copy of two": (":article-again ng:copyOf :soldiers .", "article-again", "exactly one article"),
    "copy of a copy": (":third a schema:NewsArticle ; ng:copyOf :article-again .", "third", "itself no copy"),
    "copy of itself": (":article ng:copyOf :article .", "article", "itself no copy"),
    "copy that is no article": (":arcadia ng:copyOf :article .", "arcadia", "only an article is a copy"),
    "other words": (
        ':q a oa:TextQuoteSelector ; oa:exact "soldier" . :mention oa:hasSelector :q .',
        "mention",
        "words are not what https",
    ),
    "no text": (":a a schema:NewsArticle .", "a", "its text or the SHA-256"),
    "ends before it starts": (":p a oa:TextPositionSelector ; oa:start 5 ; oa:end 5 .", "p", "before it starts"),
    "mention of nothing": (":m a ng:Mention .", "m", "refers to something"),
    "passage of nothing": (":m a ng:Mention .", "m", "exactly one oa:hasSource"),
    "embedded in itself": (":said ng:embeddedIn :said .", "said", "embedded in itself"),
    "blank node": ('[] a ng:Group ; rdfs:label "some" .', "a blank node", "no IRI"),
    "blank event": ("[] a ng:Riot .", "a blank node", "no IRI"),
}


@pytest.fixture(scope="module")
def found(world: World) -> tuple[Violation, ...]:
    """The violations of one graph that holds a small world of its own for each mistake."""
    worlds = (world(extra, base=f"https://x.org/{number}/") for number, (extra, _, _) in enumerate(WRONG.values()))
    return validate(reduce(add, worlds), reason=False).violations


@pytest.mark.parametrize("case", WRONG)
def test_wrong(case: str, found: tuple[Violation, ...]) -> None:
    """Each mistake is found, at its node, and said in words."""
    _, node, problem = WRONG[case]
    base = "" if node == "a blank node" else f"https://x.org/{list(WRONG).index(case)}/"
    assert [violation for violation in found if violation.node == base + node and problem in violation.problem]


@pytest.mark.parametrize(
    "layers", [("facts",), ("claims",), ("text",), ("facts", "claims"), ("claims", "text"), ("facts", "claims", "text")]
)
def test_layers_alone(layers: tuple[str, ...], world: World) -> None:
    """A sound graph is sound in all its layers together and in each of them alone."""
    assert validate(world(layers=layers), reason=False).violations == ()


def test_dataset(world: World) -> None:
    """Of a dataset, what stands in any of its graphs is checked."""
    data = Dataset()
    for number, triple in enumerate(world(":plan ng:status ng:Asserted .")):
        data.graph(URIRef(f"https://x.org/graph/{number % 2}")).add(triple)
    assert ["no ng:status" in violation.problem for violation in validate(data, reason=False).violations] == [True]


def test_violation_as_a_line(world: World) -> None:
    """A violation names node, label, problem, property, value and check in one line."""
    (found,) = validate(world(":deployment ng:recipient :soldiers ."), reason=False).violations
    assert str(found) == (
        "https://x.org/deployment ('Arcadia deploys soldiers'): its class allows no role ng:recipient, "
        "which https://x.org/soldiers fills [ng:recipient] (check: roleAllowed)"
    )


def test_checking_changes_nothing(world: World) -> None:
    """The graph that is checked stays as it was."""
    graph = world()
    before = set(graph)
    validate(graph, reason=False)
    assert set(graph) == before


def test_empty() -> None:
    """An empty graph has no violations, and a note says that nothing was checked."""
    found = validate(Graph())
    assert found.sound
    assert "nothing was checked" in " ".join(found.notes)
