"""Graphs whose every word is hostile: of articles that the program has read, and of lines that nobody would write."""

from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path

import pyoxigraph as ox

import newsgraph
from newsgraph.model.text import Document
from newsgraph.ontology.prefixes import DATA, expand
from web.hostile.texts import DAYS, IRIS, LONG, NUMBERS, OURS, TEXTS

STORY = (
    "Russia sent 2,000 troops to Kazakhstan on January 6, 2022, President Kassym-Jomart Tokayev said. {0} "
    "At least 164 people were killed in Almaty, officials said {0}. Mukhtar Ablyazov {0} denied that terrorists "
    'attacked Almaty. "{0}," Mr. Tokayev said. Russia did not send troops to Almaty.'
)
STRING, DATE = ox.NamedNode(expand("xsd:string")), ox.NamedNode(expand("xsd:date"))
TYPE, LABEL = ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand("rdfs:label"))


def documents() -> Iterator[Document]:
    """Articles with each of the texts in all that they can say."""
    for number, (name, text) in enumerate(TEXTS.items()):
        date = DAYS[number % len(DAYS)] if number % 2 else "2022-01-07"
        fields = {"title": f"{text} {name}", "publisher": f"{text} Times", "agency": text, "rights": text}
        yield Document(STORY.format(text), id=text, url=IRIS[number % len(IRIS)], date=date, language=text, **fields)
    yield Document(
        STORY.format("lone \ud800 and \udfff"), title="\udc80", publisher="\ud83d", url="https://e.org/\ud800"
    )


def hostile(path: Path) -> Path:
    """A file of all of them: as they were read; with other texts, numbers, days and IRIs; and lines by hand."""
    read = path.with_suffix(".read.nq")
    newsgraph.build(documents()).save(read)
    quads = list(ox.parse(path=str(read), format=ox.RdfFormat.N_QUADS))
    first = quads[0].graph_name
    few = [quad for quad in quads if quad.graph_name == first]
    lines = [*quads, *spoilt(few, "texts"), *spoilt(few, "values"), *by_hand()]
    ox.serialize(lines, str(path), format=ox.RdfFormat.N_QUADS)
    return path


def spoilt(quads: Iterable[ox.Quad], how: str) -> Iterator[ox.Quad]:
    """The same of other things, whose texts are hostile, or whose values are none."""
    texts, numbers, days, iris = cycle((*TEXTS.values(), LONG)), cycle(NUMBERS), cycle(DAYS), cycle(IRIS)

    def told(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.NamedNode | ox.Literal:
        if isinstance(term, ox.NamedNode):
            known = term.value.startswith((DATA, "https://w3id.org", "http://www.w3.org", "http://semanticweb"))
            return _renamed(term, how) if known or how == "texts" else ox.NamedNode(next(iris))
        assert isinstance(term, ox.Literal)
        if how == "texts":
            return ox.Literal(next(texts)) if term.datatype == STRING else term
        chosen = days if term.datatype in (STRING, DATE) and term.value[:2] in ("20", "XX") else numbers
        return ox.Literal(next(chosen), datatype=term.datatype)

    for quad in quads:
        subject, graph = _renamed(quad.subject, how), _renamed(quad.graph_name, how)
        yield ox.Quad(subject, quad.predicate, told(quad.object), graph)


def _renamed(term: object, how: str) -> ox.NamedNode:
    assert isinstance(term, ox.NamedNode)
    return ox.NamedNode(f"{term.value}{how}") if term.value.startswith(DATA) else term


def by_hand() -> Iterator[ox.Quad]:
    """Things with IRIs that lead astray, which have each other for everything."""
    graph = ox.NamedNode(f"{DATA}graph/by-hand")
    kinds = [ox.NamedNode(expand(name)) for name in KINDS]
    texts, others = cycle((*TEXTS.values(), LONG)), cycle([ox.NamedNode(iri) for iri in (*IRIS[::-1], *OURS)])
    for number, iri in enumerate((*IRIS, *OURS)):
        subject = ox.NamedNode(iri)
        yield ox.Quad(subject, TYPE, kinds[number % len(kinds)], graph)
        yield ox.Quad(subject, TYPE, next(others), graph)
        yield ox.Quad(subject, LABEL, ox.Literal(next(texts)), graph)
        yield ox.Quad(subject, LABEL, ox.Literal(next(texts), language="en"), graph)
        for name in POINTERS:
            yield ox.Quad(subject, ox.NamedNode(expand(name)), next(others), graph)
        yield ox.Quad(subject, next(others), ox.Literal(next(texts), datatype=next(others)), graph)


KINDS = (
    "ng:Person", "schema:NewsArticle", "ng:Event", "ng:Attack", "ng:Country", "ng:IrrealisEvent", "ng:Claim",
    "ng:Office", "ng:Figure", "ng:Relation", "rdfs:Class",
)  # fmt: skip
POINTERS = (
    "schema:url", "schema:publisher", "owl:sameAs", "skos:exactMatch", "ng:agent", "ng:place", "ng:eventType",
    "ng:about", "ng:claimant", "ng:contradicts", "ng:figureOf", "ng:counts", "ng:status", "ng:subject", "ng:object",
    "ng:predicate", "ng:factuality", "ng:evidence", "prov:wasDerivedFrom", "ng:linkFrom", "ng:linkTo", "sem:hasPlace",
)  # fmt: skip
