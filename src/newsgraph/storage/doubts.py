"""Which matches and links of a graph wait for a person's judgement."""

from collections import defaultdict
from collections.abc import Iterator

from newsgraph.model.archive import Doubt
from newsgraph.storage.graph import Graph

_OPEN = """
SELECT DISTINCT ?left ?right ?score ?reason 
  (COALESCE(?a, ?c, STR(?left)) AS ?one) (COALESCE(?b, ?d, STR(?right)) AS ?other) {
  ?judged ng:judgement ng:Unsure ; ng:judgedBy "machine" ; ng:score ?score ; ng:reason ?reason .
  { ?judged ng:linkFrom ?left ; ng:linkTo ?right } UNION { ?judged ng:left ?left ; ng:right ?right }
  OPTIONAL { ?left rdfs:label ?a } OPTIONAL { ?right rdfs:label ?b }
  OPTIONAL { ?whole ng:mergedFrom ?left ; rdfs:label ?c } OPTIONAL { ?all ng:mergedFrom ?right ; rdfs:label ?d }
} ORDER BY ?left ?right ?reason"""


def doubts(graph: Graph) -> tuple[Doubt, ...]:
    """What is doubtful, the likeliest first (ties: by IRI)."""
    return tuple(sorted(_found(graph), key=lambda one: (-one.score, one.left, one.right)))


def _found(graph: Graph) -> Iterator[Doubt]:
    reasons: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    told: dict[tuple[str, str], tuple[tuple[str, str], float]] = {}
    for left, right, score, reason, one, other in graph.query(_OPEN):
        pair = (str(left), str(right))
        reasons[pair][str(reason)] = None
        told.setdefault(pair, ((str(one), str(other)), float(str(score))))
    for (left, right), (names, score) in told.items():
        yield Doubt(left, right, names, score, tuple(reasons[left, right]))
