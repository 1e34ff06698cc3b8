"""Which entities of different articles are one: by a common key, persons by what is told of them.

Rows with a common key have one base: the connected parts of the graph of keys. A person is given a base in its block,
row by row in the order of publication. A home is what a base is after the judgements of people. What has no name is
never merged across articles ("eight soldiers" here and there may be others) and has no row here.
"""

import json
from collections.abc import Iterable, Iterator

from newsgraph.model.codec import pack
from newsgraph.model.things import Called, Linked
from newsgraph.resolution.cards import AGENCY, PUBLISHER, CalledBy, Entry
from newsgraph.resolution.index import Index
from newsgraph.resolution.judging import Judgements
from newsgraph.resolution.keys import UNIQUE, Keyed
from newsgraph.resolution.people import PersonCard, person_card
from newsgraph.resolution.persons import Persons

KIND = "entity"
# What is one without a name of its own.
COMMON = ("Office", *UNIQUE)


class Entities:
    """The rows of entities in an index; what a change touches is gathered until `settle`."""

    def __init__(self, index: Index, judgements: Judgements) -> None:
        self.index, self.judgements = index, judgements
        judgements.bond(KIND)
        self.persons = Persons(index, judgements, self._rebase)
        self.moved: set[int] = set()
        """Articles that have a row whose home is another now."""
        self.touched: set[int] = set()
        """Homes that have other members now."""
        self._loose: set[int] = set()

    def add(self, article: int, place: str, entry: Entry) -> None:
        """Put the rows of an article in."""
        keyed = Keyed(entry)
        for row, name, called in _rows(entry):
            keys = keyed.keys(row)
            if keys and self.judgements.solo(name):
                # The name of an identified entity is that of all its rows.
                keys = (f"alone|{name}",)
            if not keys and not keyed.is_person(row):
                # Nothing is one with it, but a person may judge its name.
                self.index.run("INSERT OR IGNORE INTO other_name VALUES (?, ?)", name, article)
            else:
                number = self._insert(article, f"{place}|{row + 2:05d}", entry, (row, name, called), keys)
                if keys:
                    self._rebase(number, self._joined(number, keys))

    def remove(self, article: int) -> None:
        """Take the rows of an article out."""
        sql = "SELECT id, place, keys, block, telling, base, home FROM entity WHERE article = ?"
        for row, place, keys, block, telling, base, home in self.index.all(sql, article):
            self.index.run("DELETE FROM entity WHERE id = ?", row)
            self._tell(home, telling, -1)
            self.touched.add(home)
            if block is not None:
                self.persons.leave(row, place, PersonCard(block, frozenset(json.loads(keys))), base)
            elif "," in keys or not self.index.value(
                "SELECT 1 FROM entity WHERE base = ? AND keys = ? LIMIT 1", base, keys
            ):
                self._loose.add(base)

    def cut(self) -> None:
        """Part what hung together by rows that are gone; to be done before others come in."""
        for base in sorted(self._loose):
            self._split(base)
        self._loose.clear()

    def settle(self) -> None:
        """Give every row its home."""
        self.persons.settle()
        self.moved |= self.persons.moved
        self.persons.moved.clear()
        for base in sorted(self.judgements.bond(KIND)):
            for row in self.index.column("SELECT id FROM entity WHERE base = ?", base):
                self._rehome(row, self.judgements.home(KIND, base))

    def homes(self, article: int) -> dict[int, int]:
        """The home of each row of an article that has one."""
        return dict(self.index.all("SELECT row, home FROM entity WHERE article = ?", article))

    def _insert(
        self, article: int, place: str, entry: Entry, told: tuple[int, str, Called], keys: tuple[str, ...]
    ) -> int:
        row, name, called = told
        card = None if keys else person_card(entry.article.findings, row, entry.known)
        text = json.dumps(keys if card is None else sorted(card.keys), ensure_ascii=False)
        telling = pack(CalledBy(called, _links(entry, row), row < 0))
        rank = f"{_order(entry, row)}|{entry.article.document.date or '9999'}|{name}"
        return self.index.run(
            "INSERT INTO entity (article, row, place, rank, name, keys, block, telling, identified)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            article, row, place, rank, name, text, card and self.persons.expect(card.block, place), telling,
            row in entry.known,
        )  # fmt: skip

    def _joined(self, row: int, keys: tuple[str, ...]) -> int:
        """The base of some keys: the one that they have, or one made of those that they have."""
        found = {k: b for k in keys if (b := self.index.value("SELECT base FROM alias WHERE key = ?", k)) is not None}
        base = self._merged(set(found.values())) if found else row
        self._name(base, (key for key in keys if key not in found))
        return base

    def _merged(self, bases: set[int]) -> int:
        """One base for several: the rows of the smaller ones move."""
        count = "SELECT count(*) FROM entity WHERE base = ?"
        sizes = {base: self.index.value(count, base) for base in bases} if len(bases) > 1 else dict.fromkeys(bases, 0)
        largest, *others = sorted(bases, key=lambda base: (-sizes[base], base))
        for base in others:
            self._move(self.index.column("SELECT id FROM entity WHERE base = ?", base), largest)
            self.index.run("UPDATE alias SET base = ? WHERE base = ?", largest, base)
        return largest

    def _split(self, base: int) -> None:
        """Work out anew what hangs together of a base that has lost rows."""
        held = self.index.column("SELECT DISTINCT keys FROM entity WHERE base = ?", base)
        self.index.run("DELETE FROM alias WHERE base = ?", base)
        goals = [(self._goal(base, part), part) for part in _parts(held)]
        for goal, part in goals if len(goals) > 1 else [(base, part) for _, part in goals]:
            for keys in part:
                sql = "SELECT id FROM entity WHERE base = ? AND keys = ?"
                self._move(self.index.column(sql, base, keys) if goal != base else (), goal)
                self._name(goal, json.loads(keys))

    def _goal(self, base: int, part: list[str]) -> int:
        """The number of the first row of a part of a base: no other part has it."""
        sql = "SELECT min(id) FROM entity WHERE base = ? AND keys = ?"
        first: int = min(self.index.value(sql, base, keys) for keys in part)
        return first

    def _name(self, base: int, keys: Iterable[str]) -> None:
        self.index.many("INSERT OR REPLACE INTO alias (key, base) VALUES (?, ?)", ((key, base) for key in keys))

    def _move(self, rows: Iterable[int], base: int) -> None:
        for row in rows:
            self._rebase(row, base)

    def _rebase(self, row: int, base: int) -> None:
        """Give a row a base, and the home that goes with it."""
        self.index.run("UPDATE entity SET base = ? WHERE id = ?", base, row)
        self._rehome(row, self.judgements.home(KIND, base))

    def _rehome(self, row: int, home: int) -> None:
        article, telling, old = self.index.all("SELECT article, telling, home FROM entity WHERE id = ?", row)[0]
        if old == home:
            return
        if old is not None:
            self._tell(old, telling, -1)
            self.touched.add(old)
        self._tell(home, telling, +1)
        self.index.run("UPDATE entity SET home = ? WHERE id = ?", home, row)
        self.touched.add(home)
        self.moved.add(article)

    def _tell(self, home: int, telling: bytes, step: int) -> None:
        """Count how many rows of a home tell the same."""
        self.index.run(
            "INSERT INTO telling (home, card, number) VALUES (?, ?, ?)"
            " ON CONFLICT (home, card) DO UPDATE SET number = number + excluded.number",
            home, telling, step,
        )  # fmt: skip
        if step < 0:
            self.index.run("DELETE FROM telling WHERE home = ? AND number = 0", home)


def _order(entry: Entry, row: int) -> int:
    """Whose name a thing takes: first of what is identified, then of what a text speaks of, last of a publisher."""
    return 2 if row < 0 else int(row not in entry.known)


def alone(article: int, row: int) -> int:
    """The home of an entity that is known in its article only: a number that no other has, below zero."""
    return -(article << 16) - row - 1


def _rows(entry: Entry) -> Iterator[tuple[int, str, Called]]:
    """The rows of an article that may be one with others: their names, and how the article calls them."""
    for row, entity in enumerate(entry.article.findings.entities):
        if entry.accepts_entity(row) and (entity.named or entity.type in COMMON or row in entry.known):
            yield row, entry.names.entities[row], Called(entity.label, entity.type, entity.named, entity.alt_labels)
    document = entry.article.document
    if document.publisher:
        kind = "NewsAgency" if document.publisher == document.agency else "MediaOrganization"
        yield PUBLISHER, entry.names.publisher, Called(document.publisher, kind, True)
    if document.agency and document.agency != document.publisher:
        yield AGENCY, entry.names.agency, Called(document.agency, "NewsAgency", True)


def _links(entry: Entry, row: int) -> tuple[Linked, ...]:
    mine = (link for link in entry.links if link.entity == row)
    return tuple(Linked(link.target, link.score, link.reasons, link.judgement, entry.judge(link)) for link in mine)


def _parts(held: Iterable[str]) -> list[list[str]]:
    """Groups of lists of keys that hang together."""
    groups: list[tuple[set[str], list[str]]] = []
    for keys in sorted(held):
        mine = set(json.loads(keys))
        near = [group for group in groups if group[0] & mine]
        joined = (mine.union(*(k for k, _ in near)), [keys, *(one for _, part in near for one in part)])
        groups = [group for group in groups if not group[0] & mine] + [joined]
    return [part for _, part in groups]
