"""Which events of different documents are one, and which plans became facts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from types import MappingProxyType

from newsgraph.model.findings import Claim, TargetKind
from newsgraph.model.links import Article, Match, Ref, rows
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.clusters import Group, Members, apart, cluster, index, pairs
from newsgraph.resolution.sameness import alike_roles, conflict, same_event, shared_roles
from newsgraph.resolution.ties import Ties
from newsgraph.resolution.views import EventView, Number, Realis, view

NOTHING: Mapping[Ref, int] = MappingProxyType({})


def views(
    articles: tuple[Article, ...], homes: Mapping[Ref, int], events: Mapping[Ref, int] = NOTHING
) -> dict[Ref, EventView]:
    """Every event of every article as others may see it, given the clusters of entities and, once known, of events."""
    told = claims_by_target(articles, TargetKind.EVENT)
    counted = _numbers(articles)
    return {
        ref: view(articles[ref.article], ref, (tuple(told.get(ref, {}).values()), counted[ref]), homes, events)
        for ref in rows(articles, TargetKind.EVENT)
    }


def _numbers(articles: tuple[Article, ...]) -> Mapping[Ref, frozenset[Number]]:
    """The bounds of the figures of each event."""
    found: dict[Ref, frozenset[Number]] = defaultdict(frozenset)
    for number, article in enumerate(articles):
        for figure in article.findings.figures:
            if figure.of.kind is TargetKind.EVENT:
                found[Ref(number, figure.of.index)] |= {(figure.counts, figure.minimum or figure.maximum)}
    return found


def claims_by_target(articles: tuple[Article, ...], kind: TargetKind) -> dict[Ref, dict[Ref, Claim]]:
    """For each row of a kind, the claims about it with their own rows."""
    found: dict[Ref, dict[Ref, Claim]] = defaultdict(dict)
    for number, article in enumerate(articles):
        for row, claim in enumerate(article.findings.claims):
            if claim.about.kind is kind:
                found[Ref(number, claim.about.index)][Ref(number, row)] = claim
    return found


def resolve_events(seen: Mapping[Ref, EventView], ties: Ties) -> tuple[tuple[Members, ...], tuple[Match, ...]]:
    """The clusters of all events, and the matches that made them."""
    candidates = (same_event(one, other, ties) for one, other in _pairs(seen))
    return cluster(seen, (match for match in candidates if match), _allowed)


def realizations(
    seen: Mapping[Ref, EventView], clusters: tuple[Members, ...], ties: Ties
) -> tuple[tuple[int, int], ...]:
    """Pairs (plan, fact) of clusters: same class, two shared participants, and nothing that speaks against it."""
    homes, found = index(clusters), set()
    for one, other in _pairs(seen):
        for plan, fact in ((one, other), (other, one)):
            worlds = (plan.realis, fact.realis) == (Realis.ELSEWHERE, Realis.HAPPENED)
            if worlds and _in_order(plan, fact) and _agree(plan, fact, ties) and not conflict(plan, fact, ties):
                found.add((homes[plan.ref], homes[fact.ref]))
    return tuple(sorted(found))


def _allowed(left: Group, right: Group) -> bool:
    return apart(left, right) or len(left.articles | right.articles) == 1


def _pairs(seen: Mapping[Ref, EventView]) -> Iterator[tuple[EventView, EventView]]:
    """Pairs of related classes that share a participant, each once: all others cannot be one event."""
    groups: dict[tuple[str, str, str, int], list[int]] = defaultdict(list)
    ordered = [seen[ref] for ref in sorted(seen)]
    for place, one in enumerate(ordered):
        for kind, fillers in (("entity", one.fillers), ("event", one.events)):
            for role, family in product(sorted(fillers), _families(one.type)):
                for home in sorted(fillers[role]):
                    groups[family, kind, role, home].append(place)
    found = {pair for group in groups.values() for pair in pairs(group)}
    yield from ((ordered[left], ordered[right]) for left, right in sorted(found))


@cache
def _families(kind: str) -> tuple[str, ...]:
    """The branches of the tree of events that a class is on: classes on different branches are never one event."""
    words = vocabulary()
    return tuple(sorted(name for name in words.superclasses(kind) if "Event" in words.terms[name].parents)) or (kind,)


def _in_order(plan: EventView, fact: EventView) -> bool:
    """Whether the plan was not told after the fact: what an older article reports as done fulfils no newer plan."""
    return not (plan.published and fact.published) or plan.published <= fact.published


def _agree(plan: EventView, fact: EventView, ties: Ties) -> bool:
    """Two roles in common, one of them with a filler that is known to be the same."""
    shared = shared_roles(plan, fact, ties)
    return bool(shared) and len(shared) + len(alike_roles(plan, fact)) >= 2
