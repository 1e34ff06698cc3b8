"""One world out of many articles: what is one thing, and how it stands, kept up to date as articles come and go.

The outcome depends on the set of articles (and the judgements of people) alone, never on the order in which they came.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.model.archive import Judgement
from newsgraph.model.codec import unpack
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Article, Links, Ref
from newsgraph.model.things import EntityThing, EventThing, Judged, Matched, RelationThing
from newsgraph.resolution.cards import AGENCY, PUBLISHER, CalledBy, Entry, EventCard, RelationCard
from newsgraph.resolution.circles import Circles
from newsgraph.resolution.copies import Fingerprint
from newsgraph.resolution.entities import Entities
from newsgraph.resolution.events import Events
from newsgraph.resolution.index import Index
from newsgraph.resolution.judging import Judgements
from newsgraph.resolution.persons import Verdicts
from newsgraph.resolution.relations import Relations
from newsgraph.resolution.standing import Told, status
from newsgraph.resolution.telling import Telling
from newsgraph.resolution.things import Things

# What the index keeps as bytes: where the shape of one of them changes, an index of before is of no use any more.
KEPT = (EventCard, RelationCard, CalledBy, Verdicts, Matched, Fingerprint)
_TELLERS = "SELECT DISTINCT a.digest FROM {table} t JOIN article a ON a.id = t.article WHERE t.name IN"


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be written anew: articles by digest, and things by a key of their own; None where one is gone."""

    articles: tuple[str, ...] = ()
    entities: Mapping[int, EntityThing | None] = field(default_factory=dict)
    events: Mapping[int, EventThing | None] = field(default_factory=dict)
    relations: Mapping[str, RelationThing | None] = field(default_factory=dict)
    judged: Mapping[tuple[str, str], Judged | None] = field(default_factory=dict)


class World:
    """What is known of all articles in an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.judgements = Judgements(index)
        self.circles = Circles(index)
        self.entities = Entities(index, self.judgements)
        self.events = Events(index, self.judgements, self.entities)
        self.relations = Relations(index, self.entities)
        self.things = Things(index, self.events)
        self._judged = self.judgements.shown()

    def knows(self, digest: str) -> bool:
        """Whether an article is part of it."""
        return self._article(digest) is not None

    def judge(self, judgements: Iterable[Judgement]) -> tuple[str, ...]:
        """Put judgements in the place of those that there were.

        The articles (by digest) on which that bears: they are to be taken out and put in again, by one update.
        """
        changed = self.judgements.replace(judgements)
        names = sorted({name for one in changed for name in (one.left, one.right)})
        found = {
            digest
            for table in ("entity", "event", "other_name")
            for (digest,) in self.index.among(f"{_TELLERS.format(table=table)} (%s)", names)
        }
        return tuple(sorted(found))

    def update(self, added: Iterable[Entry] = (), removed: Iterable[str] = ()) -> Changes:
        """Take articles out, then put others in; what is to be written anew because of it.

        An article that is put in must not be there yet.
        """
        for digest in removed:
            self._remove(digest)
        self.entities.cut()
        for entry in sorted(added, key=lambda entry: place(entry.article)):
            self._add(entry)
        self.entities.settle()
        self._touch_copies()
        self.events.settle()
        self.relations.settle()
        return self._changes()

    def links(self, articles: Sequence[Article]) -> Links:
        """What the mapping wants to know of some articles that are part of the world."""
        gathered = _Gathered()
        for number, article in enumerate(articles):
            row = self._article(article.digest)
            if row is None:
                raise LookupError(f"article {article.digest} is not part of the world")
            self._gather_entities(gathered, number, row, article)
            self._gather_events(gathered, number, row)
            if (original := self.circles.original(row)) is not None:
                gathered.copies[number] = original
        return Links(
            tuple(articles), gathered.names, gathered.statuses, gathered.matches, gathered.publishers, gathered.copies
        )

    def _article(self, digest: str) -> int | None:
        found: int | None = self.index.value("SELECT id FROM article WHERE digest = ?", digest)
        return found

    def _remove(self, digest: str) -> None:
        article = self._article(digest)
        if article is None:
            raise LookupError(f"article {digest} is not part of the world")
        self.events.remove(article)
        self.relations.remove(article)
        self.entities.remove(article)
        self.index.run("DELETE FROM other_name WHERE article = ?", article)
        self.circles.remove(article)

    def _add(self, entry: Entry) -> None:
        spot, telling = place(entry.article), Telling(entry)
        article = self.circles.add(entry.article.digest, spot, entry.article.document.text)
        figures = {
            row: status([Told(claim, entry.article.digest, 0) for claim in claims])
            for row, claims in telling.entity_figures()
        }
        self.index.run("UPDATE article SET figures = ? WHERE id = ?", json.dumps(figures), article)
        self.index.many("INSERT OR IGNORE INTO other_name VALUES (?, ?)", ((name, article) for name in entry.formerly))
        self.entities.add(article, spot, entry)
        self.events.add(article, spot, telling)
        self.relations.add(article, spot, telling)

    def _touch_copies(self) -> None:
        """What the articles of a circle tell stands anew where the circle has changed."""
        for article in sorted(self.circles.moved):
            self.events.touched.update(
                home for home in self.index.column("SELECT home FROM event WHERE article = ?", article) if home
            )
            self.relations.touched.update(
                filter(None, self.index.column("SELECT home FROM relation WHERE article = ?", article))
            )

    def _changes(self) -> Changes:
        dirty = self.entities.moved | self.events.moved | self.circles.moved
        entities = {home: self.things.entity(home) for home in sorted(self.entities.touched)}
        dirty |= self._rename("entity", {home: thing.name if thing else None for home, thing in entities.items()})
        events = self._event_changes(dirty)
        relations = {home: self.things.relation(home) for home in sorted(self.relations.touched)}
        digests = [self.index.value("SELECT digest FROM article WHERE id = ?", row) for row in sorted(dirty)]
        for part in (self.entities, self.events, self.circles):
            part.moved.clear()
        for touched in (self.entities.touched, self.events.touched, self.relations.touched):
            touched.clear()
        return Changes(tuple(sorted(filter(None, digests))), entities, events, relations, self._judgements())

    def _judgements(self) -> dict[tuple[str, str], Judged | None]:
        """The judgements that are to be shown in another way than before."""
        old, self._judged = self._judged, self.judgements.shown()
        changed = {pair for pair, _ in old.items() ^ self._judged.items()}
        return {pair: self._judged.get(pair) for pair in sorted(changed)}

    def _event_changes(self, dirty: set[int]) -> dict[int, EventThing | None]:
        """The events that are to be written anew, with those that fulfil a plan of another name now."""
        # Whoever has a filler of another name now is to be written anew too.
        for article in sorted(dirty | self.events.moved):
            self.events.touched.update(self.index.column("SELECT home FROM event WHERE article = ?", article))
        touched = sorted(self.events.touched)
        renamed = self._rename("event", {home: self.things.name("event", home) for home in touched})
        for article in sorted(renamed):
            self.events.touched.update(self.index.column("SELECT home FROM event WHERE article = ?", article))
        dirty |= renamed
        events = {home: self.things.event(home) for home in sorted(self.events.touched)}
        flipped = [home for home, thing in events.items() if self._restate(home, thing)]
        events |= {home: self.things.event(home) for home in self._around(flipped) if home not in events}
        told = "SELECT article FROM event WHERE home = ?"
        dirty |= {row for home in flipped for row in self.index.column(told, home)}
        return {home: thing and self.things.with_wholes(home, thing) for home, thing in sorted(events.items())}

    def _restate(self, home: int, thing: EventThing | None) -> bool:
        """Keep the status of an event; whether it has become a fact, or ceased to be one."""
        old = self.index.value("SELECT status FROM thing WHERE kind = 'event' AND home = ?", home)
        new = thing.status if thing else None
        if old != new:
            self.index.run("UPDATE thing SET status = ? WHERE kind = 'event' AND home = ?", new, home)
        return (old is None) != (new is None)

    def _around(self, homes: Iterable[int]) -> list[int]:
        """The events that are told as parts of some others."""
        sql = (
            "SELECT DISTINCT p.home FROM event w JOIN event p ON p.article = w.article AND p.whole = w.row"
            " WHERE w.home = ?"
        )
        return sorted({part for home in homes for part in self.index.column(sql, home)})

    def _rename(self, kind: str, names: Mapping[int, str | None]) -> set[int]:
        """Keep the names of things; the articles that speak of one that has another name now."""
        dirty: set[int] = set()
        for home, name in names.items():
            old = self.index.value("SELECT name FROM thing WHERE kind = ? AND home = ?", kind, home)
            if name is None:
                self.index.run("DELETE FROM thing WHERE kind = ? AND home = ?", kind, home)
            elif name != old:
                self.index.run(
                    "INSERT INTO thing (kind, home, name) VALUES (?, ?, ?)"
                    " ON CONFLICT (kind, home) DO UPDATE SET name = excluded.name",
                    kind, home, name,
                )  # fmt: skip
            if name is not None and old is not None and name != old:
                dirty |= set(self.index.column(f"SELECT DISTINCT article FROM {kind} WHERE home = ?", home))
                self._touch_around(kind, home)
        return dirty

    def _touch_around(self, kind: str, home: int) -> None:
        """What names a thing that has another name now is to be written anew."""
        if kind == "event":
            sql = (
                "SELECT DISTINCT f.home FROM event p JOIN realized r ON r.plan = p.id JOIN event f ON f.id = r.fact"
                " WHERE p.home = ?"
            )
            self.events.touched.update(self.index.column(sql, home))
            return
        for end in ("subject", "object"):
            sql = f"SELECT DISTINCT home FROM relation WHERE {end} = ?"
            self.relations.touched.update(self.index.column(sql, home))

    def _gather_entities(self, gathered: "_Gathered", number: int, article: int, told: Article) -> None:
        sql = (
            "SELECT e.row, e.verdict, t.name FROM entity e JOIN thing t ON t.kind = 'entity' AND t.home = e.home"
            " WHERE e.article = ?"
        )
        document = told.document
        for row, verdict, name in self.index.all(sql, article):
            if row in (PUBLISHER, AGENCY):
                called = document.publisher if row == PUBLISHER else document.agency
                gathered.publishers[called or ""] = name
                continue
            key = TargetKind.ENTITY, Ref(number, row)
            gathered.names[key] = name
            if verdict:
                gathered.matches[key] = self._open(*unpack(Verdicts, verdict).matches)

    def _gather_events(self, gathered: "_Gathered", number: int, article: int) -> None:
        sql = (
            "SELECT e.row, e.verdict, t.name, t.status FROM event e"
            " JOIN thing t ON t.kind = 'event' AND t.home = e.home WHERE e.article = ?"
        )
        for row, verdict, name, standing in self.index.all(sql, article):
            key = TargetKind.EVENT, Ref(number, row)
            gathered.names[key], gathered.statuses[key] = name, standing
            if verdict:
                gathered.matches[key] = self._open(unpack(Matched, verdict))
        figures = json.loads(self.index.value("SELECT figures FROM article WHERE id = ?", article))
        for row, standing in figures.items():
            gathered.statuses[TargetKind.FIGURE, Ref(number, int(row))] = standing

    def _open(self, *matches: Matched) -> tuple[Matched, ...]:
        """Those on which no person has judged."""
        return tuple(match for match in matches if not self.judgements.settled(match.left, match.right))


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What links are made of."""

    names: dict[tuple[TargetKind, Ref], str] = field(default_factory=dict)
    statuses: dict[tuple[TargetKind, Ref], str | None] = field(default_factory=dict)
    matches: dict[tuple[TargetKind, Ref], tuple[Matched, ...]] = field(default_factory=dict)
    publishers: dict[str, str] = field(default_factory=dict)
    copies: dict[int, str] = field(default_factory=dict)


def place(article: Article) -> str:
    """The place of an article in the order of publication (ties: by digest)."""
    return f"{article.document.date or '9999'}|{article.digest}"
