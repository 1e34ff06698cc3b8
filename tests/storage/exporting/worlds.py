"""Small graphs for tests of the exports: one story of an attack, with the texts that a test gives."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, fields

import pyoxigraph as ox
from hypothesis import strategies as st

from newsgraph.ontology.prefixes import DATA, PREFIXES, expand
from newsgraph.storage import Graph, QuadStore
from newsgraph.storage.exporting import Source

HOSTILE = (
    "</script><script>alert(1)</script>", "<!-- x", "=HYPERLINK(\"http://x\")", "@SUM(A1)", "-2+3", "+1", "a;b; c",
    "line\nbreak\r\nand\ttab", 'quote " and \\ backslash', "'''\"\"\"", "\u202egnirts", "zero\u200bwidth \ufeff",
    "\U0001f600 é n\u0303 \U00010348", "{{7*7}} ${x} %s", "\\u0041", "]]> & &amp;", "NULL", " padded ",
    ",", "\x85\u2028\u2029",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t\\\"'<>{}@^.;,=+-"), max_size=15),
)
IRIS = st.sampled_from([
    "http://example.org/a", "http://example.org/b;c,d'(e)", "http://example.org/%3Cx%3E?q=a&b=%22#f", "urn:x:y-",
    "http://example.org/é", "geo:37.78,-122.39", "time:now", "sub:x", "mailto:a@example.org", DATA + "entity/x.y",
])  # fmt: skip
GRAPH = DATA + "graph/one"


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts and foreign IRIs of a story."""

    headline: str = "Rebels attack Goma"
    before: str = "On Monday "
    attacker: str = "rebels"
    between: str = " attacked "
    city: str = "Goma"
    after: str = ", officials said.\n"
    event: str = "Rebels attack Goma"
    source: str = "officials"
    paper: str = "Steppe Courier"
    match: str = "http://www.wikidata.org/entity/Q648873"
    url: str = "http://example.org/story"
    words: str = "Monday"

    @property
    def body(self) -> str:
        """The text of the article."""
        return self.before + self.attacker + self.between + self.city + self.after

    @property
    def spans(self) -> dict[str, tuple[int, int]]:
        """Where the attacker, the verb and the city stand."""
        first = len(self.before)
        second = first + len(self.attacker)
        third = second + len(self.between)
        return {"attacker": (first, second), "event": (second, third), "city": (third, third + len(self.city))}


DEFAULT = Texts()
IRI_FIELDS = ("match", "url")
# A word that is marked is never empty.
STORIES = st.builds(
    Texts,
    **{one.name: IRIS if one.name in IRI_FIELDS else TEXTS for one in fields(Texts)},
).filter(lambda one: bool(one.attacker and one.between and one.city))


def iri(name: str) -> str:
    """An IRI of the data, as "event/attack"."""
    return DATA + name


def quads(texts: Texts = DEFAULT) -> Iterator[ox.Quad]:
    """The story: an event that is a fact, one that is denied, a relation, one that is only told, a figure."""
    for subject, predicate, value in (*_article(texts), *_facts(texts), *_claims(texts), *_words(texts)):
        term = value if isinstance(value, ox.Literal | ox.NamedNode) else ox.Literal(value)
        node = ox.NamedNode(iri(subject))
        yield ox.Quad(node, ox.NamedNode(expand(predicate)), term, ox.NamedNode(GRAPH))


Lines = Iterator[tuple[str, str, "str | ox.Literal | ox.NamedNode"]]


def _article(texts: Texts) -> Lines:
    a = "article/one"
    yield from ((a, "rdf:type", _t("schema:NewsArticle")), (a, "schema:headline", texts.headline))
    yield from ((a, "schema:articleBody", texts.body), (a, "schema:publisher", _n("entity/paper")))
    yield from ((a, "schema:datePublished", _typed("2024-01-02", "date")), (a, "schema:url", ox.NamedNode(texts.url)))
    yield from ((a, "schema:inLanguage", "en"), (a, "rdfs:label", texts.headline))
    yield from (("entity/paper", "rdf:type", _t("ng:MediaOrganization")), ("entity/paper", "rdfs:label", texts.paper))


def _facts(texts: Texts) -> Lines:
    for name, kind, label in (
        ("rebels", "Militants", texts.attacker), ("goma", "City", texts.city), ("congo", "Country", "DR Congo"),
        ("officials", "Group", texts.source),
    ):  # fmt: skip
        yield from ((f"entity/{name}", "rdf:type", _t(f"ng:{kind}")), (f"entity/{name}", "rdfs:label", label))
    yield "entity/goma", "skos:exactMatch", ox.NamedNode(texts.match)
    yield "entity/goma", "ng:locatedIn", _n("entity/congo")
    yield "entity/rebels", "ng:attacks", _n("entity/goma")
    e = "event/attack"
    yield from ((e, "rdf:type", _t("ng:Attack")), (e, "rdf:type", _t("sem:Event")), (e, "rdfs:label", texts.event))
    yield from ((e, "ng:status", _t("ng:Reported")), (e, "ng:agent", _n("entity/rebels")))
    yield from ((e, "ng:patient", _n("entity/goma")), (e, "ng:place", _n("entity/goma")))
    yield from ((e, "sem:hasTimeStamp", _typed("2024-01-01", "date")), (e, "ng:timexText", texts.words))
    d = "event/denied"
    yield from ((d, "rdf:type", _t("ng:IrrealisEvent")), (d, "ng:eventType", _t("ng:Killing")))
    yield from ((d, "rdfs:label", "Rebels kill"), (d, "ng:agent", _n("entity/rebels")))
    f = "figure/dead"
    yield from ((f, "rdf:type", _t("ng:Figure")), (f, "ng:figureOf", _n(e)), (f, "ng:counts", _t("ng:Deaths")))
    yield from ((f, "ng:minimum", _typed("3", "integer")), (f, "ng:maximum", _typed("5", "integer")))
    yield from ((f, "ng:status", _t("ng:Reported")), (f, "rdfs:label", "3 to 5 deaths"))


def _claims(texts: Texts) -> Lines:
    for name, place, status in (("located", "congo", "Asserted"), ("told", "paper", None)):
        r = f"relation/{name}"
        yield from ((r, "rdf:type", _t("ng:Relation")), (r, "ng:subject", _n("entity/goma")))
        yield from ((r, "ng:predicate", _t("ng:locatedIn")), (r, "ng:object", _n(f"entity/{place}")))
        if status:
            yield r, "ng:status", _t(f"ng:{status}")
    for about, view, who in (
        ("event/attack", "CertainPositive", "officials"), ("event/denied", "CertainNegative", "officials"),
        ("relation/located", "CertainPositive", "paper"), ("relation/told", "CertainNegative", "officials"),
    ):  # fmt: skip
        c = f"claim/{about.replace('/', '-')}"
        yield from (
            (c, "rdf:type", _t("ng:Claim")),
            (c, "ng:about", _n(about)),
            (c, "ng:claimant", _n(f"entity/{who}")),
        )
        yield from ((c, "ng:factuality", _t(f"ng:{view}")), (c, "ng:modality", _t("ng:Actual")))
        yield from ((c, "prov:wasDerivedFrom", _n("article/one")), (c, "rdfs:label", f"{texts.source}: {view}"))


def _words(texts: Texts) -> Lines:
    for name, thing in (("attacker", "entity/rebels"), ("city", "entity/goma"), ("event", "event/attack")):
        m, p, (start, end) = f"mention/{name}", f"selector/{name}", texts.spans[name]
        yield from ((m, "rdf:type", _t("ng:Mention")), (m, "ng:refersTo", _n(thing)))
        yield from ((m, "oa:hasSource", _n("article/one")), (m, "oa:hasSelector", _n(p)))
        if name != "event":
            yield m, "ng:mentionKind", _t("ng:NameMention" if name == "city" else "ng:NominalMention")
        yield from ((p, "rdf:type", _t("oa:TextPositionSelector")), (p, "oa:start", _typed(str(start), "integer")))
        yield p, "oa:end", _typed(str(end), "integer")


def _t(name: str) -> ox.NamedNode:
    return ox.NamedNode(expand(name))


def _n(name: str) -> ox.NamedNode:
    return ox.NamedNode(iri(name))


def _typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(PREFIXES["xsd"] + datatype))


def store(texts: Texts = DEFAULT) -> QuadStore:
    """The quads of the story."""
    made = QuadStore()
    made.take(quads(texts))
    return made


def world(texts: Texts = DEFAULT) -> Graph:
    """The graph of the story."""
    return Graph(store(texts))


def source(texts: Texts = DEFAULT, *, told: bool = False) -> Source:
    """The story as exporters see it."""
    return Source(store(texts).own, told=told)


def converted(graph: Graph, name: str, **options: bool) -> bytes:
    """What a conversion writes to a stream."""

    stream = io.BytesIO()
    graph.convert(name, stream, **options)
    return stream.getvalue()
