"""What relations say about fillers: which place lies in which, and who acts for whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from newsgraph.model.links import Article, Ref

Wider = Mapping[int, frozenset[int]]
_NOTHING: Wider = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ties:
    """For clusters of places the clusters around them; for those of persons the states and bodies they act for."""

    within: Wider = field(default_factory=lambda: _NOTHING)
    acting: Wider = field(default_factory=lambda: _NOTHING)

    def hold(self, left: frozenset[int], right: frozenset[int]) -> bool:
        """Whether a filler of the one lies in one of the other, or acts for it."""
        return self.act(left, right) or _meets(self.within, left, right)

    def act(self, left: frozenset[int], right: frozenset[int]) -> bool:
        """Whether somebody on one side acts for somebody on the other."""
        return _meets(self.acting, left, right)


def ties(articles: tuple[Article, ...], homes: Mapping[Ref, int]) -> Ties:
    """The ties that the articles themselves tell."""
    return Ties(_closed(_pairs(articles, homes, "locatedIn")), _acting(articles, homes))


def _acting(articles: tuple[Article, ...], homes: Mapping[Ref, int]) -> Wider:
    """An office holder acts for whose office it is."""
    owners = _gathered(_pairs(articles, homes, "officeOf"))
    holders = _gathered(_pairs(articles, homes, "holdsOffice"))
    found = {who: frozenset(o for office in held for o in owners.get(office, ())) for who, held in holders.items()}
    return {who: whom for who, whom in found.items() if whom}


def _pairs(articles: tuple[Article, ...], homes: Mapping[Ref, int], predicate: str) -> Iterator[tuple[int, int]]:
    for number, article in enumerate(articles):
        for relation in article.findings.relations:
            if relation.predicate == predicate:
                yield homes[Ref(number, relation.subject)], homes[Ref(number, relation.object)]


def _gathered(pairs: Iterator[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for left, right in pairs:
        found[left] = found.get(left, frozenset()) | {right}
    return found


def _closed(pairs: Iterator[tuple[int, int]]) -> Wider:
    direct = _gathered(pairs)
    return {place: _reach(direct, place) for place in direct}


def _reach(direct: Wider, start: int) -> frozenset[int]:
    found: set[int] = set()
    queue = list(direct[start])
    while queue:
        outer = queue.pop()
        if outer not in found:
            found.add(outer)
            queue.extend(direct.get(outer, ()))
    return frozenset(found - {start})


def _meets(wider: Wider, left: frozenset[int], right: frozenset[int]) -> bool:
    return any(wider.get(a, frozenset()) & right for a in left) or any(wider.get(b, frozenset()) & left for b in right)
