"""Which place lies in which, as the articles themselves say."""

from collections.abc import Mapping

from newsgraph.model.links import Article, Ref

PREDICATE = "locatedIn"


def within(articles: tuple[Article, ...], homes: Mapping[Ref, int]) -> dict[int, frozenset[int]]:
    """For each cluster of a place, the clusters of all places around it."""
    found: dict[int, frozenset[int]] = {}
    for number, article in enumerate(articles):
        for relation in article.findings.relations:
            if relation.predicate == PREDICATE:
                inner, outer = homes[Ref(number, relation.subject)], homes[Ref(number, relation.object)]
                found[inner] = found.get(inner, frozenset()) | {outer}
    return {place: _closure(found, place) for place in found}


def _closure(direct: Mapping[int, frozenset[int]], place: int) -> frozenset[int]:
    around: set[int] = set()
    queue = list(direct[place])
    while queue:
        outer = queue.pop()
        if outer not in around:
            around.add(outer)
            queue.extend(direct.get(outer, ()))
    return frozenset(around - {place})
