"""A text that is written together with what is found in it."""

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.findings import (
    Argument,
    Claim,
    Entity,
    Event,
    Figure,
    Findings,
    Mention,
    MentionKind,
    Relation,
    Target,
    TargetKind,
    TimeExpression,
    Voice,
)
from newsgraph.model.text import Document, Span

YES, NO = Factuality.CERTAIN_POSITIVE, Factuality.CERTAIN_NEGATIVE
ENTITY, EVENT, FIGURE, RELATION = TargetKind.ENTITY, TargetKind.EVENT, TargetKind.FIGURE, TargetKind.RELATION
Read = tuple[Document, Findings]


class Page:
    """Collects a text and what is found in it."""

    def __init__(self) -> None:
        self.text = ""
        self.entities: dict[tuple[str, str, str], Entity] = {}
        self.rows: dict[TargetKind, list[Event | Figure | Relation]] = {EVENT: [], FIGURE: [], RELATION: []}
        self.claims: list[Claim] = []
        self.times: list[TimeExpression] = []

    def write(self, words: str) -> Span:
        """Add words, and say where they stand."""
        start = len(self.text)
        self.text += f"{words} "
        return Span(start, start + len(words))

    def entity(self, label: str, kind: str, *, named: bool = True, also: tuple[str, ...] = (), of: str = "") -> Target:
        """A thing; where it is already known, one more mention of it. `of` tells those of one label apart."""
        span = self.write(label)
        mention = Mention(span, span, MentionKind.NAME if named else MentionKind.NOMINAL)
        key = label, kind, of
        old = self.entities.get(key)
        mentions = (*old.mentions, mention) if old else (mention,)
        self.entities[key] = Entity(label, kind, mentions, also or (old.alt_labels if old else ()), named=named)
        return Target(ENTITY, list(self.entities).index(key))

    def add(self, kind: TargetKind, row: Event | Figure | Relation) -> Target:
        """One more event, figure or relation."""
        self.rows[kind].append(row)
        return Target(kind, len(self.rows[kind]) - 1)

    def time(self, span: Span, day: str) -> int:
        """A day that some words name; its number."""
        self.times.append(TimeExpression(span, "DATE", day, stamp=day))
        return len(self.times) - 1

    def event(
        self, kind: str, label: str, time: int | None = None, whole: Target | None = None, **roles: Target
    ) -> Target:
        """An event that the next words tell, with who fills which role."""
        trigger = self.write(label)
        arguments = tuple(Argument(role, filler, trigger) for role, filler in roles.items())
        part_of = None if whole is None else whole.index
        return self.add(EVENT, Event(kind, label, (trigger,), trigger, arguments, time, whole=part_of))

    def relate(self, subject: Target, predicate: str, object_: Target) -> Target:
        """A lasting relation, told by the words before."""
        span = Span(max(0, len(self.text) - 20), len(self.text))
        return self.add(RELATION, Relation(subject.index, predicate, object_.index, span))

    def claim(
        self,
        about: Target,
        speaker: Target | None,
        factuality: Factuality,
        span: Span,
        modality: Modality = Modality.ACTUAL,
    ) -> None:
        """Somebody says so; the article itself where it is None."""
        voice = Voice(None if speaker is None else speaker.index, factuality, modality, span)
        self.claims.append(Claim(about, (voice,)))

    def findings(self) -> Findings:
        """All that was added."""
        rows = {f"{kind.value}s": tuple(found) for kind, found in self.rows.items()}
        return Findings(tuple(self.entities.values()), tuple(self.times), claims=tuple(self.claims), **rows)  # type: ignore[arg-type]
