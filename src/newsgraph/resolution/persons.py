"""Which persons of different documents are one: a name alone is not enough, for there are namesakes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from newsgraph.model.findings import Entity, TargetKind
from newsgraph.model.links import Article, Match, Ref, entity_of, rows
from newsgraph.resolution.clusters import pairs
from newsgraph.resolution.names import folded, names

# What tells who somebody is; the other end of the relation describes the person.
_DESCRIBING = frozenset(
    {"holdsOffice", "heldOffice", "employedBy", "spokespersonFor", "leads", "memberOf", "nationality", "candidateFor"}
)
Description: TypeAlias = tuple[str, int | None]
"""The name of an office or a body, and the cluster of the office's owner or of the body."""
# How many other names two stories must share before a surname alone is believed.
_SHARED_FOR_SURNAME = 2


def same_person(articles: tuple[Article, ...], homes: Mapping[Ref, int]) -> Iterator[Match]:
    """Matches of persons by full name or by surname, where what else the stories say agrees.

    `homes` are the clusters of all entities before persons are looked at.
    """
    company = [_company(article, number, homes) for number, article in enumerate(articles)]
    described = {ref: found for n, one in enumerate(articles) for ref, found in _descriptions(one, n, homes).items()}
    persons = (ref for ref in rows(articles, TargetKind.ENTITY) if _person(articles, ref))
    told = {ref: frozenset(described.get(ref, ())) for ref in persons}
    for left, right in _candidates(articles, told):
        shared = company[left.article] & company[right.article]
        full = bool(names(entity_of(articles, left)) & names(entity_of(articles, right)))
        match = _judge(told[left], told[right], len(shared), full)
        if match:
            yield Match(TargetKind.ENTITY, left, right, *match)


def _judge(
    one: frozenset[Description], other: frozenset[Description], shared: int, full: bool
) -> tuple[float, tuple[str, ...]] | None:
    """How sure it is that two of one name are one, and why; None where nothing or too little says so."""
    if agreed := sorted({a[0] for a in one for b in other if _agree(a, b)}):
        return (0.9 if full else 0.7), ("same name", f"both are described by {agreed[0]!r}")
    strangers = bool(one and other)
    needed = _SHARED_FOR_SURNAME if strangers or not full else 1
    if shared >= needed:
        return (0.8 if full else 0.6), ("same name", f"the stories share {shared} other names")
    return None


def _agree(one: Description, other: Description) -> bool:
    """Whether two descriptions name one office, of one owner as far as both name one."""
    return one[0] == other[0] and (one[1] == other[1] or None in (one[1], other[1]))


def _candidates(articles: tuple[Article, ...], told: Mapping[Ref, object]) -> Iterator[tuple[Ref, Ref]]:
    """Pairs from different articles that share a full name, or a surname that only one full name has."""
    groups: dict[str, list[Ref]] = defaultdict(list)
    surnames: dict[str, list[Ref]] = defaultdict(list)
    for ref in told:
        entity = entity_of(articles, ref)
        for name in names(entity):
            groups[name].append(ref)
        if not names(entity):
            surnames[folded(entity.label)].append(ref)
    bearing: dict[str, list[str]] = defaultdict(list)
    for name in groups:
        bearing[name.split()[-1]].append(name)
    for word, bearers in surnames.items():
        full = bearing[word]
        groups[word] = bearers + (groups[full[0]] if len(full) == 1 else [])
    found = {pair for group in groups.values() for pair in pairs(sorted(set(group)))}
    yield from sorted(pair for pair in found if pair[0].article != pair[1].article)


def _person(articles: tuple[Article, ...], ref: Ref) -> bool:
    entity = entity_of(articles, ref)
    return entity.type == "Person" and entity.named


def _company(article: Article, number: int, homes: Mapping[Ref, int]) -> frozenset[int]:
    """The named entities of a story but its persons."""
    found = enumerate(article.findings.entities)
    return frozenset(homes[Ref(number, row)] for row, e in found if (e.named or e.known) and e.type != "Person")


def _descriptions(article: Article, number: int, homes: Mapping[Ref, int]) -> dict[Ref, set[Description]]:
    """What the relations of each say: the names of offices with their owners, and whom somebody belongs to."""
    found, told = article.findings, defaultdict[Ref, set[Description]](set)
    owners = {r.subject: homes[Ref(number, r.object)] for r in found.relations if r.predicate == "officeOf"}
    for relation in found.relations:
        if relation.predicate in _DESCRIBING:
            end = relation.object
            description = _description(found.entities[end], homes[Ref(number, end)], owners.get(end))
            told[Ref(number, relation.subject)].add(description)
    return told


def _description(entity: Entity, home: int, owner: int | None) -> Description:
    return (folded(entity.label), owner) if entity.type == "Office" else (folded(entity.label), home)
