"""Which entities of different documents are one: by identifier, by full name, offices by what they are an office of.

What has no name is never merged across documents: "eight soldiers" here and "eight soldiers" there may be others.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from newsgraph.model.findings import Entity, TargetKind
from newsgraph.model.links import Article, Match, Ref, entity_of, rows
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.clusters import Group, Members, apart, cluster, index, pairs
from newsgraph.resolution.names import folded, names
from newsgraph.resolution.persons import same_person

# Bodies that every state has under the same name: the name alone says nothing.
_STATE_BODIES = ("GovernmentBody", "MilitaryForce", "PoliceForce")
_KIND = TargetKind.ENTITY


def resolve_entities(articles: tuple[Article, ...]) -> tuple[tuple[Members, ...], tuple[Match, ...]]:
    """The clusters of all entities, and the matches that made them."""
    refs = tuple(rows(articles, _KIND))
    join = partial(cluster, refs, allowed=_allowed, known=lambda ref: entity_of(articles, ref).known)
    matches: tuple[Match, ...] = (*_same_identifier(articles, refs), *_same_name(articles, refs))
    clusters, matches = join(matches)
    for more in (same_person, _same_office):
        matches = (*matches, *more(articles, index(clusters)))
        clusters, matches = join(matches)
    return clusters, matches


def compatible(left: str, right: str) -> bool:
    """Whether one thing can be of both classes: one lies below the other."""
    return left == right or vocabulary().is_a(left, right) or vocabulary().is_a(right, left)


def _allowed(left: Group, right: Group) -> bool:
    return len(left.known | right.known) <= 1 and (bool(left.known & right.known) or apart(left, right))


def _same_identifier(articles: tuple[Article, ...], refs: Iterable[Ref]) -> Iterator[Match]:
    groups: dict[str, list[Ref]] = defaultdict(list)
    for ref in refs:
        if known := entity_of(articles, ref).known:
            groups[known].append(ref)
    for known, group in groups.items():
        yield from (Match(_KIND, group[0], other, 1.0, (f"same identifier {known}",)) for other in group[1:])


def _same_name(articles: tuple[Article, ...], refs: Iterable[Ref]) -> Iterator[Match]:
    groups: dict[Hashable, list[Ref]] = defaultdict(list)
    for ref in refs:
        for name in names(entity_of(articles, ref)):
            groups[name].append(ref)
    stories = tuple(map(_country, articles))
    for left, right in chain.from_iterable(map(pairs, groups.values())):
        one, other = entity_of(articles, left), entity_of(articles, right)
        if left.article == right.article or not compatible(one.type, other.type) or "Person" in (one.type, other.type):
            continue
        if one.known and other.known:
            continue  # the identifiers have decided
        if _state_body(one) and (stories[left.article] is None or stories[left.article] != stories[right.article]):
            continue
        yield Match(_KIND, left, right, *_score(one, other))


def _score(one: Entity, other: Entity) -> tuple[float, tuple[str, ...]]:
    same = folded(one.label) == folded(other.label)
    shared = min(names(one) & names(other))
    return (0.9, (f"same full name {shared!r}",)) if same else (0.8, (f"both are called {shared!r}",))


def _state_body(entity: Entity) -> bool:
    return any(vocabulary().is_a(entity.type, body) for body in _STATE_BODIES)


def _country(article: Article) -> str | None:
    """The identified country that an article mentions most (ties: the smallest identifier)."""
    found = article.findings.entities
    counts = Counter({e.known: len(e.mentions) for e in found if e.known and e.type == "Country"})
    return min(counts, key=lambda known: (-counts[known], known), default=None)


def _same_office(articles: tuple[Article, ...], homes: Mapping[Ref, int]) -> Iterator[Match]:
    groups: dict[Hashable, list[Ref]] = defaultdict(list)
    for number, article in enumerate(articles):
        for relation in article.findings.relations:
            if relation.predicate == "officeOf":
                office, owner = Ref(number, relation.subject), Ref(number, relation.object)
                groups[folded(entity_of(articles, office).label), homes[owner]].append(office)
    for left, right in chain.from_iterable(map(pairs, groups.values())):
        if left.article != right.article:
            yield Match(_KIND, left, right, 0.9, ("same office of the same body",))
