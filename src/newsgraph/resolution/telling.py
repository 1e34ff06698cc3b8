"""From the findings of one article to what others may see of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsgraph.model.findings import (
    Argument,
    Claim,
    Figure,
    Findings,
    Relation,
    TargetKind,
    TimeExpression,
)
from newsgraph.model.things import Moment
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.cards import Entry, EventCard, FigureCard, Filler, RelationCard, Testimony
from newsgraph.resolution.gist import described, focus, sentence
from newsgraph.resolution.holding import Holding
from newsgraph.resolution.names import folded
from newsgraph.resolution.sources import source_keys, speaker_keys
from newsgraph.resolution.voices import affirms, denies

# How those who publish an article speak of themselves.
OURSELVES = frozenset({"we", "us", "our newspaper", "our paper", "this newspaper", "this paper"})
HAPPENED, DENIED, ELSEWHERE = "happened", "denied", "elsewhere"


@dataclass(frozen=True)
class Telling:
    """The cards of one article."""

    entry: Entry

    @property
    def _findings(self) -> Findings:
        return self.entry.article.findings

    @property
    def published(self) -> str:
        """The day of publication, or an empty string."""
        return (self.entry.article.document.date or "")[:10]

    def kept(self, kind: TargetKind, size: int) -> Iterator[int]:
        """The rows of a kind that the ontology accepts."""
        return (row for row in range(size) if (kind, row) not in self.entry.refused)

    def events(self) -> Iterator[tuple[int, EventCard]]:
        """The card of each event."""
        for row in self.kept(TargetKind.EVENT, len(self._findings.events)):
            yield row, self._event(row)

    def relations(self) -> Iterator[tuple[int, Relation, RelationCard]]:
        """Each relation with its card."""
        found = self._findings
        for row in self.kept(TargetKind.RELATION, len(found.relations)):
            relation = found.relations[row]
            value = found.times[relation.object].value if relation.dated else None
            labels = (found.entities[relation.subject].label, value or found.entities[relation.object].label)
            names = self.entry.names.entities
            goal = None if relation.dated else names[relation.object]
            claims = self._claims.get((TargetKind.RELATION, row), ())
            yield row, relation, RelationCard(relation.predicate, labels, names[relation.subject], goal, value, claims)

    def entity_figures(self) -> Iterator[tuple[int, tuple[Testimony, ...]]]:
        """The figures of entities, with the claims about them: no other article has a part in how they stand."""
        for row in self.kept(TargetKind.FIGURE, len(self._findings.figures)):
            if self._findings.figures[row].of.kind is not TargetKind.EVENT:
                yield row, self._claims.get((TargetKind.FIGURE, row), ())

    def depth(self, row: int) -> int:
        """How many events deep the fillers of an event go."""
        return self._depths[row]

    def _event(self, row: int) -> EventCard:
        event = self._findings.events[row]
        claims = [claim for claim in self._findings.claims if claim.about.kind is TargetKind.EVENT]
        realis, world = _realis(tuple(claim for claim in claims if claim.about.index == row))
        moment = self._moment(event.time)
        first, last = _window(moment)
        return EventCard(
            event.type, event.label, event.alt_labels, realis, world, first, last, self.published,
            fillers=tuple(self._filler(one) for one in event.arguments if self._accepted(one)),
            moment=moment,
            claims=self._claims.get((TargetKind.EVENT, row), ()),
            figures=tuple(self._figures(row)),
            words=described(event, self._findings, self.entry.article.document.text),
            sentence=sentence(self.entry.article.document.text, min(event.triggers, default=event.extent)),
            focus=self._focus,
            whole=None if (TargetKind.EVENT, event.whole) in self.entry.refused else event.whole,
        )  # fmt: skip

    def _accepted(self, argument: Argument) -> bool:
        return (argument.filler.kind, argument.filler.index) not in self.entry.refused

    def _filler(self, argument: Argument) -> Filler:
        row, found = argument.filler.index, self._findings
        if argument.filler.kind is TargetKind.EVENT:
            event, name = found.events[row], self.entry.names.events[row]
            return Filler(argument.role, row, True, event.type, event.label, False, name)
        entity = found.entities[row]
        named = entity.named or row in self.entry.known
        around, acting = self._around.get(row, self._presumed(row)), self._acting.get(row, ())
        name = self.entry.names.entities[row]
        offices = Holding(self.entry).offices(row)
        return Filler(argument.role, row, False, entity.type, entity.label, named, name, around, acting, offices)

    def _figures(self, row: int) -> Iterator[FigureCard]:
        """The figures of an event."""
        for number in self.kept(TargetKind.FIGURE, len(self._findings.figures)):
            figure = self._findings.figures[number]
            if figure.of.kind is TargetKind.EVENT and figure.of.index == row:
                yield self._figure(number, figure)

    def _figure(self, number: int, figure: Figure) -> FigureCard:
        time = None if figure.time is None else self._findings.times[figure.time]
        return FigureCard(
            self.entry.names.figures[number], figure.counts, figure.unit, figure.minimum, figure.maximum,
            figure.approximate, "" if time is None else (time.stamp or time.begin or "")[:10],
            self._claims.get((TargetKind.FIGURE, number), ()),
        )  # fmt: skip

    def _moment(self, index: int | None) -> Moment | None:
        if index is None:
            return None
        time: TimeExpression = self._findings.times[index]
        words = time.span.of(self.entry.article.document.text)
        return Moment(time.type, time.value, time.stamp, time.begin, time.end, words)

    @cached_property
    def _claims(self) -> Mapping[tuple[TargetKind, int], tuple[Testimony, ...]]:
        """The claims about each row, those that are refused left out."""
        found: dict[tuple[TargetKind, int], tuple[Testimony, ...]] = defaultdict(tuple)
        for claim, name in zip(self._findings.claims, self.entry.names.claims, strict=True):
            if name is not None:
                found[claim.about.kind, claim.about.index] += (self._testimony(claim, name),)
        return found

    def _testimony(self, claim: Claim, name: str) -> Testimony:
        document, own = self.entry.article.document, all(self._is_own(voice.claimant) for voice in claim.voices)
        sources = tuple(sorted(source_keys(document, self._findings, claim)))
        return Testimony(
            name, affirms(claim), denies(claim), own, claim.confidence, self._speaker(claim), sources,
            published=not speaker_keys(self._findings, claim),
        )  # fmt: skip

    def _is_own(self, claimant: int | None) -> bool:
        """Whether a claimant is who publishes the article, by whatever word: "as we reported"."""
        if claimant is None:
            return True
        entity = self._findings.entities[claimant]
        return not entity.named and folded(entity.label) in OURSELVES

    def _speaker(self, claim: Claim) -> str:
        """The innermost speaker of a claim; one without a name is nobody outside the article."""
        article, claimant = self.entry.article, claim.voices[0].claimant
        if claimant is None or self._is_own(claimant):
            return folded(article.document.publisher or "") or f"article {article.digest}"
        entity = article.findings.entities[claimant]
        return folded(entity.label) if entity.named else f"{article.digest} {claimant}"

    @cached_property
    def _around(self) -> Mapping[int, tuple[int, ...]]:
        """For places the places around them, as the article tells."""
        direct = self._ends("locatedIn")
        return {place: tuple(sorted(_reach(direct, place))) for place in direct}

    def _presumed(self, row: int) -> tuple[int, ...]:
        """Where the article does not tell in what a place lies, it may lie in the country that the article is about."""
        entity = self._findings.entities[row]
        if row in self.entry.known or not vocabulary().is_a(entity.type, "Location"):
            return ()
        return self._countries

    @cached_property
    def _countries(self) -> tuple[int, ...]:
        """The country that comes up most (ties: the first)."""
        known, entities = self.entry.known, self._findings.entities
        found = [row for row, one in enumerate(entities) if one.type == "Country" and row in known]
        return tuple(sorted(found, key=lambda row: (-len(self._findings.entities[row].mentions), row))[:1])

    @cached_property
    def _acting(self) -> Mapping[int, tuple[int, ...]]:
        """For office holders whose office they hold."""
        owners, found = self._ends("officeOf"), defaultdict[int, set[int]](set)
        for who, offices in self._ends("holdsOffice").items():
            found[who].update(owner for office in offices for owner in owners.get(office, ()))
        return {who: tuple(sorted(whom)) for who, whom in found.items() if whom}

    def _ends(self, predicate: str) -> Mapping[int, set[int]]:
        """The objects of a relation by their subjects."""
        found: dict[int, set[int]] = defaultdict(set)
        for relation in self._findings.relations:
            if relation.predicate == predicate and not relation.dated:
                found[relation.subject].add(relation.object)
        return found

    @cached_property
    def _focus(self) -> tuple[int, ...]:
        return focus(self._findings, self.entry.known)

    @cached_property
    def _depths(self) -> tuple[int, ...]:
        inner = {
            row: [a.filler.index for a in event.arguments if a.filler.kind is TargetKind.EVENT]
            for row, event in enumerate(self._findings.events)
        }
        return tuple(_depth(inner, row, ()) for row in inner)


def _depth(inner: Mapping[int, list[int]], row: int, seen: tuple[int, ...]) -> int:
    """How deep events fill roles of events; one that fills its own is passed over."""
    return max((1 + _depth(inner, one, (*seen, row)) for one in inner[row] if one not in (*seen, row)), default=0)


def _reach(direct: Mapping[int, set[int]], start: int) -> set[int]:
    found: set[int] = set()
    queue = list(direct[start])
    while queue:
        outer = queue.pop()
        if outer not in found:
            found.add(outer)
            queue.extend(direct.get(outer, ()))
    return found - {start}


def _realis(claims: tuple[Claim, ...]) -> tuple[str, str]:
    """The world in which an event is told: it happened or not, or it is only planned, possible and the like."""
    if any(map(affirms, claims)):
        return HAPPENED, ""
    if any(map(denies, claims)):
        return DENIED, ""
    inner = min(((c.voices[0].modality.value, c.voices[0].factuality.value) for c in claims), default=("", ""))
    return ELSEWHERE, " ".join(inner)


def _window(time: Moment | None) -> tuple[str, str]:
    """The first and the last day of a time, empty where it is open."""
    if time is None:
        return "", ""
    if time.stamp:
        return time.stamp[:10], time.stamp[:10]
    first, last = (time.begin or "")[:10], (time.end or "")[:10]
    return first + "-01-01"[len(first) - 4 :] if 4 <= len(first) < 10 else first, _last(last)


def _last(stamp: str) -> str:
    # A day that no month has is good enough as an upper bound for comparing.
    return stamp + "-12-31"[len(stamp) - 4 :] if 4 <= len(stamp) < 10 else stamp
