"""How names and descriptions of a person agree with those of a cluster, in the terms of the policy."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TypeAlias

from newsgraph.ontology.knowledge import by_iri, settlements, territory
from newsgraph.ontology.person_policy import person_policy
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.person_cards import OF_STATE, ORIGIN, PersonCard
from newsgraph.resolution.skeletons import shortened, surname_key, variants

# How many sets of keys that were taken apart last are kept at hand: one person is held against many.
AT_HAND = 1 << 10
Description: TypeAlias = tuple[str, str]
"""A folded office or relation, and the key of its owner, empty where it is not told."""


# Who is called so is not the one without it.
_LESSER = ("vice", "deputy", "former", "acting", "ex", "assistant", "shadow")


def of_kind(keys: frozenset[str], kind: str) -> frozenset[str]:
    """The keys of a kind, without the name of the kind."""
    return _by_kind(keys).get(kind, frozenset())


@lru_cache(maxsize=AT_HAND)
def _by_kind(keys: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        kind, _, rest = key.partition(":")
        found[kind].add(rest)
    return {kind: frozenset(rest) for kind, rest in found.items()}


def names_agree(card: PersonCard, shared: frozenset[str], cluster: frozenset[str]) -> str | None:
    """How the names agree, in the policy's words; None where they are names of two.

    A spelling or a shorter form must go with every full name of the cluster that has the surname, or a father's
    initials would open the door for the son's.
    """
    if of_kind(shared, "name"):
        return "exact"
    mine, theirs = of_kind(card.keys, "name"), of_kind(cluster, "name")
    if mine and theirs:
        return _full_names_agree(mine, frozenset(t for t in theirs if surname_key(t) == card.block))
    if of_kind(shared, "surname"):
        return "surname"
    alike = any(surname_key(name) == card.block for name in of_kind(cluster, "surname") | theirs)
    return "surname variant" if alike else None


def _full_names_agree(mine: frozenset[str], theirs: frozenset[str]) -> str | None:
    if theirs and all(any(variants(a, b) for a in mine) for b in theirs):
        return "variant"
    short = theirs and all(any(variants(a, b) or shortened(a, b) for a in mine) for b in theirs)
    return "short" if short else None


def described(card: PersonCard, cluster: frozenset[str]) -> str:
    """How the descriptions agree, in the policy's words."""
    mine, theirs = _descriptions(card.keys), _descriptions(cluster)
    if common := agreed(card, cluster):
        telling = any(owner and title not in _memberships() for title, owner in common)
        return "same" if telling else "like"
    if {owner for _, owner in mine if owner} & {owner for _, owner in theirs if owner}:
        return "owner"
    if {title for title, _ in mine} & {title for title, _ in theirs} - _memberships():
        return "rival"
    if of_kind(card.keys, "owner") & of_kind(cluster, "owner"):
        return "owner"
    strangers = _origins(card.keys) and _origins(cluster)  # an origin in common is an owner in common
    return "other" if (mine and theirs) or strangers else "none"


def agreed(card: PersonCard, cluster: frozenset[str]) -> tuple[Description, ...]:
    """What both are described by, the most telling first; without the owner where it only may be the same."""
    mine, theirs = _descriptions(card.keys), _descriptions(cluster)
    exact = {one for one in mine & theirs if one[1]}
    open_ones = {min(a, b, key=len) for a, x in mine for b, y in theirs if _one_title(a, b) and _may_be_one(x, y)}
    return tuple(sorted(exact, key=_telling)) or tuple((title, "") for title in sorted(open_ones))


def _one_title(one: str, other: str) -> bool:
    """Whether two titles may be of one office: "the minister" of a story that has named the defence minister before."""
    short, long = sorted((one, other), key=len)
    return one == other or (long.endswith(f" {short}") and not long.startswith(_LESSER))


def _may_be_one(one: str, other: str) -> bool:
    """Whether two owners may be one: one is not told, or not identified and bears a name of the other."""
    if not one or not other or one == other:
        return True
    name, identifier = sorted((one, other), key=lambda key: "//" in key)
    if "//" in name or "//" not in identifier:
        return False
    return identifier in {*(state.iri for state in territory(name)), *(city.iri for city in settlements(name))}


def in_words(description: Description) -> str:
    """A description for people: ("president", "http://...Q232") is "president of Kazakhstan"."""
    title, owner = description
    if not owner:
        return title
    joint = " " if title in _relations() else " of "
    body, _, state = owner.partition(OF_STATE)
    named = f"{_label(body)} of {_label(state)}" if state and _label(state) else _label(body)
    return f"{title}{joint}{named}" if named else title


def _label(key: str) -> str:
    """The name of what a key stands for; empty for an identifier that no knowledge file names."""
    found = by_iri(key)
    return found.name if found else "" if "//" in key else key


def _telling(description: Description) -> tuple[bool, Description]:
    return description[0] in _memberships(), description


@lru_cache(maxsize=AT_HAND)
def _descriptions(keys: frozenset[str]) -> frozenset[Description]:
    told = (key.removeprefix("desc:") for key in keys if key.startswith("desc:") and not key.startswith(ORIGIN))
    return frozenset((title, owner) for title, _, owner in (text.partition("|") for text in told))


def _origins(keys: Iterable[str]) -> bool:
    return any(key.startswith(ORIGIN) for key in keys)


@cache
def _memberships() -> frozenset[str]:
    return frozenset(map(vocabulary().label, person_policy().terms["membership"]))


@cache
def _relations() -> frozenset[str]:
    terms = person_policy().terms
    return frozenset(map(vocabulary().label, terms["membership"] | terms["office"]))
