"""The phrases that were read so far, and which of them a further phrase may speak of again."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from newsgraph.extraction.coreference.phrase import Phrase

Key = TypeVar("Key")
SPEAKING = frozenset({"i", "we", "you"})
# How many sentences back a pronoun reaches, and how many phrases are weighed for it.
NEAR = {"he": 5, "she": 5, "it": 3, "they": 3, "this": 1, "these": 2, "there": 2}
MOST_NEAR, FARTHEST = 24, 72
MOST_ALIKE = 6
MOST_SPOKEN, BESIDE, DESCRIBED = 12, 8, 10


class Memory:
    """The phrases so far, by what finds them again."""

    def __init__(self) -> None:
        self.found: list[Phrase] = []
        self.words: dict[str, list[int]] = {}
        self.entities: dict[int, list[int]] = {}
        self.times: dict[str, list[int]] = {}
        self.spoken: dict[str, list[int]] = {}
        self.heads: dict[int, list[int]] = {}
        self.said: dict[int, list[int]] = {}

    def has_seen(self, one: Phrase) -> bool:
        """Whether the head of a noun phrase came before."""
        return not one.is_pronoun and one.word in self.words

    def add(self, one: Phrase) -> None:
        """Remember a phrase."""
        number = len(self.found)
        self.found.append(one)
        self.heads.setdefault(one.head, []).append(number)
        if one.kind in SPEAKING and one.speaker is not None:
            self.said.setdefault(one.speaker, []).append(number)
        if one.kind in SPEAKING:
            self.spoken.setdefault(one.kind, []).append(number)
        elif one.time is not None:
            self.times.setdefault(one.time, []).append(number)
        elif not one.is_pronoun:
            for word in {one.word, *(one.key.split() if one.kind == "name" else ())}:
                self.words.setdefault(word, []).append(number)
        if one.entity is not None:
            self.entities.setdefault(one.entity, []).append(number)

    def candidates(self, one: Phrase) -> list[int]:
        """The earlier phrases that are weighed for one, the nearest first."""
        if one.kind in SPEAKING:
            chosen = self._speakers(one)
        elif one.is_pronoun:
            chosen = self._near(one)
        else:
            chosen = {*self._alike(one), *self._described(one), *self._same(self.said, one.head)[-1:]}
        return sorted(chosen, reverse=True)

    def _speakers(self, one: Phrase) -> set[int]:
        same = [n for n in self.spoken.get(one.kind, ()) if not _parted(one.voice, self.found[n].voice)]
        here = [n for n in same if self.found[n].quote == one.quote]
        people = [n for n in self._last(MOST_SPOKEN) if _is_somebody(self.found[n])]
        fitting = (n for n in people if not _parted(one.voice, self.found[n].entity))
        told = (*self._same(self.heads, one.speaker), *self._same(self.said, one.speaker))
        return {*same[-3:], *here[-2:], *fitting, *told}

    def _near(self, one: Phrase) -> set[int]:
        reach = NEAR[one.kind]
        near = (n for n in self._last(FARTHEST) if one.sentence - self.found[n].sentence <= reach)
        chosen = [n for n in near if may_be(one, self.found[n])][-MOST_NEAR:]
        return {*chosen, *self._same(self.entities, one.entity)[-1:], *self._same(self.said, one.head)[-1:]}

    def _alike(self, one: Phrase) -> set[int]:
        """Phrases of the same words, time or entity."""
        if one.time is not None:
            chosen = set(self._same(self.times, one.time)[-MOST_ALIKE:])
        else:
            same = self._same(self.words, one.word)
            chosen = {*same[-MOST_ALIKE:], *same[:1]}
        for word in one.key.split() if one.kind == "name" else ():
            chosen.update(self._same(self.words, word)[-MOST_ALIKE:])
        chosen.update(self._same(self.entities, one.entity)[-MOST_ALIKE:])
        return {n for n in chosen if one.kind != "name" or not self._other_name(one, self.found[n])}

    @staticmethod
    def _other_name(one: Phrase, other: Phrase) -> bool:
        """Whether two names are known to be those of different things."""
        return other.kind == "name" and _parted(one.entity, other.entity)

    def _described(self, one: Phrase) -> set[int]:
        """Phrases beside it, and for "the" and "this" things of its sort."""
        chosen = {n for n in self._last(BESIDE) if beside(one, self.found[n])}
        if one.article in {"this", "the"}:
            near = ((n, self.found[n]) for n in self._last(DESCRIBED))
            chosen.update(n for n, p in near if (p.number, p.sort) == (one.number, one.sort) and not p.is_pronoun)
        return chosen

    def _last(self, count: int) -> range:
        return range(max(len(self.found) - count, 0), len(self.found))

    @staticmethod
    def _same(table: Mapping[Key, list[int]], key: Key | None) -> Sequence[int]:
        return () if key is None else table.get(key, ())


def _parted(one: int | None, other: int | None) -> bool:
    """Whether two entities are known and not the same."""
    return one is not None and other is not None and one != other


def _is_somebody(one: Phrase) -> bool:
    return not one.is_pronoun and one.sort in {"person", "body"}


def may_be(one: Phrase, other: Phrase) -> bool:
    """Whether a pronoun of the third person can take up a phrase at all."""
    if other.kind in SPEAKING or other.start <= one.head < other.end:
        return False
    if one.kind in {"he", "she"}:
        fitting = other.number != "many" and other.gender in {"", one.kind}
        return fitting and other.sort not in {"time", "number", "place"}
    if one.kind == "it":
        return other.number != "many" and other.kind not in {"he", "she", "there"} and other.sort != "time"
    if one.kind == "they":
        several = other.number != "one" or other.sort in {"person", "body"} or other.kind == "they"
        return several and other.sort != "time"
    if one.kind == "there":
        where = other.sort in {"place", "site", "thing", "body"} and not other.is_pronoun
        return where or other.kind == "there"
    return True


def beside(one: Phrase, other: Phrase) -> bool:
    """Whether a phrase is an apposition to another or its predicate."""
    if one.role == "appos":
        return one.verb == other.head
    return one.role == "attr" and other.role in {"nsubj", "nsubjpass"} and one.verb == other.verb
