"""The lasting relations of a graph that a source elsewhere can be asked about, and the identifiers of its entities."""

from collections import defaultdict
from collections.abc import Iterator

from newsgraph.model.checking import Tie
from newsgraph.model.linking import Known
from newsgraph.ontology.turtle import local
from newsgraph.storage.graph import Graph

CHECKED = ("holdsOffice", "heldOffice", "capitalOf", "memberOf")
_TIES = """
SELECT DISTINCT ?subject ?predicate ?object ?node ?day WHERE {
  VALUES ?predicate { ng:holdsOffice ng:heldOffice ng:capitalOf ng:memberOf }
  { ?subject ?predicate ?object }
  UNION { ?any a ng:Relation ; ng:subject ?subject ; ng:predicate ?predicate ; ng:object ?object }
  OPTIONAL {
    ?node a ng:Relation ; ng:subject ?subject ; ng:predicate ?predicate ; ng:object ?object .
    OPTIONAL { ?claim ng:about ?node ; prov:wasDerivedFrom ?article . ?article schema:datePublished ?told }
  }
  # Where no claim says it, the articles count that speak of its subject.
  OPTIONAL {
    ?mention ng:refersTo ?subject ; oa:hasSource ?source . ?source schema:datePublished ?published
  }
  BIND(COALESCE(?told, ?published) AS ?day)
}"""
_NAMES = """
SELECT ?node ?how ?value WHERE {
  { ?node rdfs:label ?value BIND("label" AS ?how) } UNION { ?node skos:altLabel ?value BIND("other" AS ?how) }
  UNION { ?node skos:exactMatch ?value BIND("item" AS ?how) } UNION { ?node ng:officeOf ?value BIND("of" AS ?how) }
}"""


def identified(graph: Graph) -> dict[str, str]:
    """The entities that have an identifier elsewhere, by these."""
    rows = graph.query("SELECT ?item ?node WHERE { ?node skos:exactMatch ?item } ORDER BY ?item ?node", ontology=False)
    return {str(item): str(node) for item, node in rows}


def ties(graph: Graph) -> tuple[Tie, ...]:
    """The relations, in one order."""
    known, of = _known(graph)
    days: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for subject, predicate, object_, node, day in graph.query(_TIES, ontology=False):
        days[local(str(predicate)), str(subject), str(object_), str(node or "")] |= {str(day)[:10]} if day else set()
    return tuple(_ties(days, known, of))


def _ties(
    days: dict[tuple[str, str, str, str], set[str]], known: dict[str, Known], of: dict[str, set[str]]
) -> Iterator[Tie]:
    for (predicate, subject, object_, node), told in sorted(days.items()):
        if subject in known and object_ in known:
            owners = tuple(known[one] for one in sorted(of[object_]) if one in known)
            bounds = (min(told), max(told)) if told else ("", "")
            yield Tie(node, predicate, subject, object_, known[subject], known[object_], owners, bounds)


def _known(graph: Graph) -> tuple[dict[str, Known], dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for node, how, value in graph.query(_NAMES, ontology=False):
        found[str(node)][str(how)].add(str(value))
    known = {
        node: Known((*sorted(one["label"]), *sorted(one["other"] - one["label"])), tuple(sorted(one["item"])))
        for node, one in found.items()
        if one["label"]
    }
    return known, defaultdict(set, {node: one["of"] for node, one in found.items()})
