"""What the news tells of an entity, held against what a source elsewhere says of an item."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from newsgraph.model.linking import Item, Known, Place, Post, Sought, Term
from newsgraph.ontology.knowledge import key

Said: TypeAlias = tuple[str, Mapping[str, str]]
"""A sign by its name in the policy, and what stands in its words."""


def context(sought: Sought, item: Item) -> Iterator[Said]:
    """The signs of places, bodies and offices."""
    place = belongs(sought.places, item)
    if place:
        yield "placeAgrees", {"place": place.label}
    elif sought.homes and item.places:
        yield "placeElsewhere", {"place": sought.homes[0].label}
    body = _of(sought.bodies, item.bodies)
    if body:
        yield "bodyAgrees", {"body": body.label}
    signs = [sign for post in sought.posts for sign in _post(post, sought.days, item.terms)]
    yield from (
        signs[:1]
        if not any(name == "officeAgrees" for name, _ in signs)
        else (next(sign for sign in signs if sign[0] == "officeAgrees"),)
    )


def belongs(known: Iterable[Known], item: Item) -> Known | None:
    """The first of some places to which an item belongs; not one that it is itself."""
    return _of((one for one in known if item.iri not in one.items), item.places)


def _of(known: Iterable[Known], others: Iterable[Place]) -> Known | None:
    places = tuple(others)
    iris, names = {one.iri for one in places}, {key(one.name) for one in places}
    return next((one for one in known if iris & set(one.items) or names & set(map(key, one.names))), None)


def _post(post: Post, days: tuple[str, str], terms: Iterable[Term]) -> Iterator[Said]:
    """What terms of that office say: of somebody's else, at another time, or the one in question."""
    held = [term for term in terms if same_office(post.name, term.name)]
    mine = [term for term in held if not post.of or whose(post.of, term)]
    if not held:
        return
    if not mine:
        yield "officeElsewhere", {"office": post.name}
    elif post.now and not any(lasted(term, days) for term in mine):
        yield "officeAtOtherTime", {"office": mine[0].name}
    else:
        yield "officeAgrees", {"office": mine[0].name}


def whose(of: Iterable[Known], term: Term) -> bool:
    """Whether an office is that of one of some bodies: by identifier, by name, or by its own name."""
    rest = _tail(term.name)
    for one in of:
        names = set(map(key, one.names))
        if set(one.items) & set(term.of) or names & set(map(key, term.of_names)) or (rest and rest in names):
            return True
    return False


def same_office(name: str, other: str) -> bool:
    """Whether two names are of one sort of office, whoever has it.

    >>> same_office("president", "President of Kazakhstan"), same_office("president", "Vice President of Kazakhstan")
    (True, False)
    """
    return _head(name) == _head(other)


def lasted(term: Term, days: tuple[str, str]) -> bool:
    """Whether a term may have lasted when the articles appeared; without a day, or without its bounds, it may."""
    first, last = days
    begun = not last or not term.start or term.start[: len(last)] <= last
    over = bool(first and term.end and term.end < first[: len(term.end)])
    return begun and not over


def _head(name: str) -> frozenset[str]:
    return frozenset(key(name).split(" of ")[0].split())


def _tail(name: str) -> str:
    return key(key(name).partition(" of ")[2])
