"""Persons: each row is held against those that came before it, by what is told of them; a name alone is not enough.

Rows of one block (a surname in whatever spelling) are taken in the order of publication, so that what one of them is
depends on earlier ones alone. What comes in last costs as much as what is told of it; where a row comes in earlier than
others of its block, or goes, those after it are worked out anew.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from newsgraph.model.codec import pack
from newsgraph.model.things import Matched
from newsgraph.resolution.index import Index
from newsgraph.resolution.judging import Judgements
from newsgraph.resolution.people import PersonCard, choose

# By what rows that may be one person are looked for. Countries and the surname alone would find half of the block.
SEARCHED = ("name:", "skel:", "owner:", "with:")
DESCRIBED = "desc:"
TRAITS = ("has:", "desc:", "owner:", "name:", "surname:")
_TRAITS_OF = " UNION ALL ".join(
    f"SELECT key FROM evidence WHERE base = ? AND key >= '{kind}' AND key < '{kind[:-1]};'" for kind in TRAITS
)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Why a row is held to be one with another, and which others it might be one with."""

    matches: tuple[Matched, ...]


class Persons:
    """The persons of an index, in their blocks."""

    def __init__(self, index: Index, judgements: Judgements, rebase: Callable[[int, int], None]) -> None:
        self.index, self.judgements, self._rebase = index, judgements, rebase
        self.moved: set[int] = set()
        """Articles with a row that is held to be one with another than before, or for other reasons."""
        self._blocks: dict[str, str] = {}

    def expect(self, block: str, place: str) -> str:
        """Say that a row comes into a block, to be settled later."""
        self._blocks[block] = min(place, self._blocks.get(block, place))
        return block

    def leave(self, row: int, place: str, card: PersonCard, base: int) -> None:
        """Take a row out of its block; those after it are settled later."""
        self._unlearn(row, card, base)
        self.expect(card.block, place)

    def settle(self) -> None:
        """Give a base to every row of the blocks that have changed, from where they have."""
        for block, first in sorted(self._blocks.items()):
            sql = "SELECT id, name, keys, article, base FROM entity WHERE block = ? AND place >= ? ORDER BY place"
            waiting = [
                (row, name, PersonCard(block, frozenset(json.loads(keys))), article, base)
                for row, name, keys, article, base in self.index.all(sql, block, first)
            ]
            for row, _, card, _, base in waiting:
                if base is not None:
                    self._unlearn(row, card, base)
            self.index.run("UPDATE entity SET base = NULL WHERE block = ? AND place >= ?", block, first)
            for row, name, card, article, _ in waiting:
                self._settle(row, name, card, article)
        self._blocks.clear()

    def _settle(self, row: int, name: str, card: PersonCard, article: int) -> None:
        if self.judgements.solo(name):
            self._rebase(row, row)
            return
        choice = choose(card, self._candidates(card, article))
        base = row if choice.home is None else choice.home
        self._learn(row, card, base)
        matches = [(home, verdict) for home, verdict in choice.doubtful]
        if choice.home is not None and choice.verdict is not None:
            matches.append((choice.home, choice.verdict))
        told = tuple(
            sorted(
                (Matched(self._founder(home), name, v.score, v.reasons, v.same) for home, v in matches),
                key=lambda match: (match.left, match.score),
            )
        )
        verdict = pack(Verdicts(told)) if told else None
        if verdict != self.index.value("SELECT verdict FROM entity WHERE id = ?", row):
            self.index.run("UPDATE entity SET verdict = ? WHERE id = ?", verdict, row)
            self.moved.add(article)
        self._rebase(row, base)

    def _founder(self, base: int) -> str:
        name: str = self.index.value("SELECT name FROM entity WHERE id = ?", base)
        return name

    def _candidates(self, card: PersonCard, article: int) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
        """The bases that share something with a row, each with what they share and what is told of the base."""
        searched = [key for key in sorted(card.keys) if key.startswith(SEARCHED)]
        sql = "SELECT DISTINCT base FROM evidence WHERE key IN (%s) AND block = ?"
        bases = {base for (base,) in self.index.among(sql, searched, card.block)}
        # Whose office it is, one story may leave out.
        offices = {key.partition("|")[0] for key in card.keys if key.startswith(DESCRIBED)}
        sql = "SELECT DISTINCT base FROM evidence WHERE block = ? AND key >= ? AND key < ?"
        bases.update(b for key in sorted(offices) for b in self.index.column(sql, card.block, key + "|", key + "}"))
        # The plus keeps SQLite from reading a block for the few rows of an article.
        bases.difference_update(
            self.index.column("SELECT base FROM entity WHERE article = ? AND +block = ?", article, card.block)
        )
        return {base: self._profile(card, base) for base in sorted(bases)}

    def _profile(self, card: PersonCard, base: int) -> tuple[frozenset[str], frozenset[str]]:
        sql = "SELECT key FROM evidence WHERE base = ? AND key IN (%s)"
        keys = sorted(card.keys)
        shared = frozenset(self.index.column(sql % ",".join("?" * len(keys)), base, *keys))
        return shared, shared.union(self.index.column(_TRAITS_OF, *(base for _ in TRAITS)))

    def _learn(self, row: int, card: PersonCard, base: int) -> None:
        """Add what a row tells of a base; what earlier rows tell is theirs."""
        self.index.many(
            "INSERT OR IGNORE INTO evidence (block, key, base, first) VALUES (?, ?, ?, ?)",
            ((card.block, key, base, row) for key in sorted(card.keys)),
        )

    def _unlearn(self, row: int, card: PersonCard, base: int) -> None:
        """Take back what no row before one tells of a base; those after it are to tell it again."""
        self.index.many(
            "DELETE FROM evidence WHERE block = ? AND key = ? AND base = ? AND first = ?",
            ((card.block, key, base, row) for key in sorted(card.keys)),
        )
