"""Which of the names of one thing stays, and what becomes of the others."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from newsgraph.mapping.minting import KINDS
from newsgraph.storage.merging import tables
from newsgraph.storage.merging.guard import identifier
from newsgraph.storage.merging.known import Known
from newsgraph.storage.merging.members import KEY, Links

_MINTED = re.compile(rf"<[^<>\s]+/(?:{'|'.join(KINDS)})/[0-9a-f]{{20}}>".encode())


class Canonical(Enum):
    """Whose name a thing has that both sides know."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Choice:
    """The names of one thing: the one that stays, those of ours that it replaces, and those that others have for it."""

    stays: bytes
    replaced: tuple[bytes, ...]
    others: tuple[bytes, ...]


def choose(names: Sequence[int], links: Links, known: Known, ours: int, canonical: Canonical) -> Choice | None:
    """The choice among some names; None where only one of them is an IRI. `ours` has a bit for each source of ours."""
    iris = sorted((n for n in names if not links.names[n].startswith(KEY)), key=links.names.__getitem__)
    if len(iris) < 2:
        return None
    mine = [name for name in iris if known.described.get(name, 0) & ours]
    stays = _stays(iris, mine, links, known, canonical)
    merged = [name for name in mine if name != stays]
    # What was merged before is told already, by the thing that it became.
    told = {name for name in iris if name in known.targets}
    others = [name for name in iris if name != stays and name not in merged and name not in told]
    return Choice(links.names[stays], _names(merged, links), _names(others, links))


def _stays(iris: Sequence[int], mine: Sequence[int], links: Links, known: Known, canonical: Canonical) -> int:
    told, described, label = known.targets, known.described, links.names.__getitem__
    theirs = [name for name in iris if not _is_minted(label(name))]
    if theirs and (canonical is Canonical.THEIRS or not mine):
        # What was merged into another stays so when graphs are merged again.
        return min(theirs, key=lambda n: (_rank(label(n)), n in told, n in mine, n not in described, label(n)))
    return min(mine or iris, key=lambda name: (name in told, label(name)))


def _rank(name: bytes) -> int:
    scheme, _ = identifier(name)
    ranks = _ranks()
    return ranks.get(scheme, len(ranks))


@cache
def _ranks() -> dict[str, int]:
    return {one.name: one.rank for one in tables.authorities()}


def _is_minted(name: bytes) -> bool:
    return _MINTED.fullmatch(name) is not None


def _names(numbers: Iterable[int], links: Links) -> tuple[bytes, ...]:
    return tuple(links.names[number] for number in numbers)
