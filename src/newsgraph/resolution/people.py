"""Which of the persons known so far a person in a story is: a name alone is not enough, for there are namesakes.

The policy is a table (ontology/identity-persons.ttl). Everything here rests on the keys of one card and of some
clusters, and on nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsgraph.ontology.person_policy import PersonEvidence, person_policy
from newsgraph.resolution.person_cards import PersonCard, person_card
from newsgraph.resolution.person_evidence import agreed, described, in_words, names_agree, of_kind

__all__ = ["Choice", "PersonCard", "Verdict", "choose", "judge", "person_card"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is (0 to 1) that two are one, and why. What is not `same` is a doubt that somebody may judge."""

    score: float
    reasons: tuple[str, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The home that was chosen with its verdict, None where none was; homes that may be the same, most likely first."""

    home: int | None
    verdict: Verdict | None
    doubtful: tuple[tuple[int, Verdict], ...] = ()


def judge(card: PersonCard, shared: frozenset[str], cluster: frozenset[str]) -> Verdict | None:
    """Whether a person is the one of a cluster; None where they are two.

    `shared` are the keys that both have; `cluster` those of the cluster that are of the card's kinds, with all its
    names, descriptions and owners.
    """
    names = names_agree(card, shared, cluster)
    if names is None:
        return None
    others, near = len(of_kind(shared, "with")), len(of_kind(shared, "near"))
    row = person_policy().row(PersonEvidence(names, described(card, cluster), others, near))
    return Verdict(row.score, _reasons(card, shared, cluster, names), row.same) if row else None


def choose(card: PersonCard, candidates: Mapping[int, tuple[frozenset[str], frozenset[str]]]) -> Choice:
    """The one candidate (home -> shared keys and cluster's keys, as in `judge`) that the person is.

    Where two fit equally well, or nearly so, none is chosen and both are doubtful.
    """
    judged = ((home, judge(card, *keys)) for home, keys in candidates.items())
    ranked = sorted(((home, verdict) for home, verdict in judged if verdict), key=_rank)
    fitting = [one for one in ranked if one[1].same]
    unsure = [one for one in ranked if not one[1].same]
    if not fitting:
        return Choice(None, None, tuple(unsure))
    best, *rest = fitting
    if rest and round(best[1].score - rest[0][1].score, 6) < person_policy().margin:
        return Choice(None, None, (*map(_doubted, fitting), *unsure))
    return Choice(*best, (*map(_doubted, rest), *unsure))


def _rank(one: tuple[int, Verdict]) -> tuple[float, tuple[str, ...], int]:
    home, verdict = one
    return -verdict.score, verdict.reasons, home


def _doubted(one: tuple[int, Verdict]) -> tuple[int, Verdict]:
    home, verdict = one
    return home, replace(verdict, same=False, reasons=(*verdict.reasons, "another person fits as well"))


def _reasons(card: PersonCard, shared: frozenset[str], cluster: frozenset[str], names: str) -> tuple[str, ...]:
    found = [_name_reason(shared, names)]
    if common := agreed(card, cluster):
        found.append(f"both are described by {in_words(common[0])!r}")
    elif described(card, cluster) == "owner":
        found.append("the descriptions belong to one body or state")
    others, near = len(of_kind(shared, "with")), len(of_kind(shared, "near"))
    found += [f"the stories share {_count(others, 'other name')}"] if others else []
    found += [f"the stories share {_count(near, 'country or body', 'countries and bodies')}"] if near else []
    return tuple(found)


def _name_reason(shared: frozenset[str], names: str) -> str:
    if names == "exact":
        return f"same full name {min(of_kind(shared, 'name'))!r}"
    if names == "surname":
        return f"same surname {min(of_kind(shared, 'surname'))!r}"
    return {
        "variant": "names are variants in transliteration",
        "short": "one name is a short form of the other",
        "surname variant": "surnames are variants in transliteration",
    }[names]


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or f'{one}s'}"
