"""Lasting relations: one where subject, predicate and object are."""

from newsgraph.resolution.cards import RelationCard
from newsgraph.resolution.entities import Entities, alone
from newsgraph.resolution.index import Index
from newsgraph.resolution.telling import Telling

# Of a relation that is told again and again so many tellings decide how it stands, and so many denials.
TELLINGS = 64


class Relations:
    """The relations of an index; their homes are keys that follow from the homes of their ends."""

    def __init__(self, index: Index, entities: Entities) -> None:
        self.index, self.entities = index, entities
        self.touched: set[str] = set()
        """Homes that have other members now."""

    def add(self, article: int, place: str, telling: Telling) -> None:
        """Put the relations of an article in; they get their homes when they are settled."""
        for row, relation, card in telling.relations():
            end = None if relation.dated else relation.object
            self.index.run(
                "INSERT INTO relation (article, row, place, home, subject_row, object_row, subject, denies, card)"
                " VALUES (?, ?, ?, '', ?, ?, 0, ?, ?)",
                article, row, f"{place}|{row:05d}", relation.subject, end,
                any(claim.denies for claim in card.claims), self.index.cell(card),
            )  # fmt: skip
            self.entities.moved.add(article)

    def remove(self, article: int) -> None:
        """Take the relations of an article out."""
        self.touched.update(self.index.column("SELECT home FROM relation WHERE article = ?", article))
        self.index.run("DELETE FROM relation WHERE article = ?", article)

    def settle(self) -> None:
        """Give the relations of all articles whose entities have moved their homes."""
        sql = "SELECT id, place, home, subject_row, object_row, card FROM relation WHERE article = ?"
        for article in sorted(self.entities.moved):
            homes = self.entities.homes(article)
            for row, place, old, subject_row, object_row, card in self.index.all(sql, article):
                subject = homes.get(subject_row, alone(article, subject_row))
                object_ = None if object_row is None else homes.get(object_row, alone(article, object_row))
                self._settle(row, place, old, (subject, object_), self.index.read(RelationCard, card))

    def _settle(self, row: int, place: str, old: str, ends: tuple[int, int | None], told: RelationCard) -> None:
        home = f"{ends[0]}|{told.predicate}|{told.value if ends[1] is None else ends[1]}"
        if home != old:
            # Asked before this row is counted, or the first telling by a second article would be lost.
            crowded = not old and self._crowded(home, place)
            self.index.run(
                "UPDATE relation SET home = ?, subject = ?, object = ? WHERE id = ?", home, ends[0], ends[1], row
            )
            if not crowded or any(claim.denies for claim in told.claims):
                self.touched.update(filter(None, (old, home)))

    def _crowded(self, home: str, place: str) -> bool:
        """Whether several articles tell a relation so often before that one more changes nothing of it."""
        sql = "SELECT place FROM relation WHERE home = ? ORDER BY place LIMIT 1 OFFSET ?"
        last = self.index.value(sql, home, TELLINGS - 1)
        return last is not None and last < place and self.index.only("relation", home) is None
