"""The entities of a graph with all that it tells of them which may help to find them elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.model.linking import Known, Post, Sought
from newsgraph.ontology.turtle import NG, local
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.graph import Graph

TYPES = ("Person", "Organization", "Place")
# Who or where something belongs to, by our own relations.
PLACES = (
    "locatedIn", "capitalOf", "basedIn", "headquarteredIn", "nationality", "bornIn", "livesIn", "officeOf",
)  # fmt: skip
# Where it can be at home in one country only.
HOMES = {
    "Person": ("nationality",),
    "Place": ("locatedIn", "capitalOf"),
    "Organization": ("headquarteredIn", "nationality"),
}
BODIES = ("memberOf", "politicalAffiliation", "employedBy", "spokespersonFor", "chiefExecutiveOf", "partOf", "leads")
BESIDE = ("Country", "Region")
_NODES = """
SELECT ?node ?what ?value WHERE {
  { ?node a ?value BIND("type" AS ?what) FILTER(STRSTARTS(STR(?value), STR(ng:))) }
  UNION { ?node rdfs:label ?value BIND("label" AS ?what) }
  UNION { ?node skos:altLabel ?value BIND("other" AS ?what) }
  UNION { ?node skos:exactMatch ?value BIND("item" AS ?what) }
}"""
_TIES = "SELECT ?node ?how ?other WHERE { ?node ?how ?other VALUES ?how { $ties } }"
_MENTIONS = """
SELECT DISTINCT ?node ?article ?kind ?day WHERE {
  ?mention ng:refersTo ?node ; oa:hasSource ?article ; ng:mentionKind ?kind .
  OPTIONAL { ?article schema:datePublished ?day }
}"""


@dataclass(slots=True)
class _Facts:
    """What a graph says of one node."""

    type: set[str] = field(default_factory=set)
    label: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)
    item: set[str] = field(default_factory=set)
    ties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: set[str] = field(default_factory=set)
    named: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return (*sorted(self.label), *sorted(self.other - self.label))


def sought(graph: Graph, types: Sequence[str] = TYPES) -> tuple[Sought, ...]:
    """The named entities of some classes, in the order of their IRIs."""
    facts, days = _facts(graph)
    words = vocabulary()
    mentioned = any(one.articles for one in facts.values())
    near = _beside(facts)
    wanted = (
        iri
        for iri, one in sorted(facts.items())
        if any(words.is_a(kind, root) for kind in one.type for root in types) and _is_name(one, mentioned)
    )
    return tuple(_sought(iri, facts, days, near) for iri in wanted)


def _facts(graph: Graph) -> tuple[dict[str, _Facts], dict[str, str]]:
    facts: dict[str, _Facts] = defaultdict(_Facts)
    days: dict[str, str] = {}
    for node, what, value in graph.query(_NODES, ontology=False):
        found: set[str] = getattr(facts[str(node)], str(what))
        found.add(local(str(value)) if what == "type" else str(value))
    ties = " ".join(f"<{NG}{name}>" for name in (*PLACES, *BODIES, "holdsOffice", "heldOffice"))
    for node, how, other in graph.query(_TIES.replace("$ties", ties), ontology=False):
        facts[str(node)].ties[local(str(how))].add(str(other))
    for node, article, kind, day in graph.query(_MENTIONS, ontology=False):
        one = facts[str(node)]
        one.articles.add(str(article))
        one.named |= str(kind) == f"{NG}NameMention"
        if day is not None:
            days[str(article)] = str(day)[:10]
    return facts, days


def _is_name(one: _Facts, mentioned: bool) -> bool:
    """Whether something has a name of its own; where the graph tells how texts speak of it, one must name it."""
    proper = any(label[:1].isupper() or label[:1].isdigit() for label in one.label)
    return proper and (one.named or not mentioned)


def _beside(facts: Mapping[str, _Facts]) -> dict[str, set[str]]:
    """The countries and regions that each article names."""
    found: dict[str, set[str]] = defaultdict(set)
    for iri, one in facts.items():
        if one.type & set(BESIDE):
            for article in one.articles:
                found[article].add(iri)
    return found


def _sought(iri: str, facts: Mapping[str, _Facts], days: Mapping[str, str], near: Mapping[str, set[str]]) -> Sought:
    one = facts[iri]
    posts = tuple(
        Post(facts[post].names[0], _known(facts[post].ties["officeOf"], facts), now=how == "holdsOffice")
        for how in ("holdsOffice", "heldOffice")
        for post in sorted(one.ties[how])
        if post in facts and facts[post].names
    )
    appeared = sorted(days[article] for article in one.articles if article in days)
    return Sought(
        iri,
        one.names,
        tuple(sorted(one.type)),
        tuple(sorted(one.item)),
        _known((other for how in PLACES for other in one.ties[how]), facts),
        _known(_homes(one, facts), facts),
        _known((other for how in BODIES for other in one.ties[how]), facts),
        posts,
        _known({place for article in one.articles for place in near.get(article, ())} - {iri}, facts),
        (appeared[0], appeared[-1]) if appeared else ("", ""),
    )


def _homes(one: _Facts, facts: Mapping[str, _Facts]) -> set[str]:
    words = vocabulary()
    ways = (how for root, hows in HOMES.items() if any(words.is_a(kind, root) for kind in one.type) for how in hows)
    found = {other for how in ways for other in one.ties[how]}
    return {other for other in found if other in facts and "Country" in facts[other].type}


def _known(nodes: Iterable[str], facts: Mapping[str, _Facts]) -> tuple[Known, ...]:
    return tuple(
        Known(facts[node].names, tuple(sorted(facts[node].item)))
        for node in sorted(set(nodes))
        if node in facts and facts[node].names
    )
