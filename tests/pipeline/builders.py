"""Tiny builders: a story and its findings in the words of the story, without any text analysis."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, Self

from newsgraph.mapping import agents, statements
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
from newsgraph.model.statements import Iri, Rejected, Run, Statement, Term
from newsgraph.model.text import Document, Span
from newsgraph.ontology.prefixes import DATA, expand
from newsgraph.pipeline.build import together
from pipeline.worlds import Outcome, entry

YES, NO, MAYBE = Factuality.CERTAIN_POSITIVE, Factuality.CERTAIN_NEGATIVE, Factuality.POSSIBLE_POSITIVE
RUN = Run("newsgraph", "1.0", "a model 1.0")


class Story:
    """A document to which findings are added one by one; each addition gives the target that it is."""

    def __init__(self, text: str, **fields: Any) -> None:
        self.document = Document(text, **{"date": "2022-01-06", "publisher": "The Post", **fields})
        self.parts: dict[str, list[Any]] = {}

    @property
    def findings(self) -> Findings:
        """What was added."""
        return Findings(**{name: tuple(rows) for name, rows in self.parts.items()})

    def span(self, words: str) -> Span:
        """Where some words stand."""
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def entity(self, label: str, type: str, *, words: str = "", **more: Any) -> Target:
        """An entity; one without a known or given name is a phrase."""
        span = self.span(words or label)
        mention = Mention(span, span, MentionKind.NAME)
        return self._add("entities", TargetKind.ENTITY, Entity(label, type, (mention,), **more))

    def named(self, label: str, type: str, **more: Any) -> Target:
        """A named entity."""
        return self.entity(label, type, named=True, **more)

    def event(self, type: str, trigger: str, *, day: str | None = None, label: str = "", **roles: Target) -> Target:
        """An event with its fillers by role."""
        span = self.span(trigger)
        arguments = tuple(Argument(role, filler, span) for role, filler in roles.items())
        time = None if day is None else self._add("times", TargetKind.EVENT, _day(day, span)).index
        event = Event(type, label or f"{type} ({trigger})", (span,), span, arguments, time)
        return self._add("events", TargetKind.EVENT, event)

    def figure(
        self, counts: str, of: Target, words: str, low: float | None = None, high: float | None = None, **more: Any
    ) -> Target:
        """A figure."""
        return self._add("figures", TargetKind.FIGURE, Figure(counts, of, self.span(words), low, high, **more))

    def relation(self, subject: Target, predicate: str, object: Target) -> Target:
        """A relation, found somewhere in the text."""
        whole = Span(0, len(self.document.text))
        return self._add("relations", TargetKind.RELATION, Relation(subject.index, predicate, object.index, whole))

    def says(
        self,
        about: Target,
        *speakers: Target | None,
        factuality: Factuality = YES,
        modality: Modality = Modality.ACTUAL,
    ) -> Self:
        """A claim through some speakers from the innermost outwards; none is the article's own voice."""
        whole = Span(0, len(self.document.text))
        chain = [None if s is None else s.index for s in speakers] or [None]
        inner = Voice(chain[0], factuality, modality, whole)
        outer = (Voice(who, YES, Modality.ACTUAL, whole) for who in chain[1:])
        self._add("claims", TargetKind.EVENT, Claim(about, (inner, *outer)))
        return self

    def _add(self, name: str, kind: TargetKind, row: Any) -> Target:
        rows = self.parts.setdefault(name, [])
        rows.append(row)
        return Target(kind, len(rows) - 1)


def _day(day: str, span: Span) -> TimeExpression:
    return TimeExpression(span, "DATE", day, stamp=day)


def links(*stories: Story, base: str = DATA) -> Outcome:
    """What the world makes of some stories."""
    return Outcome.of(entry(story.document, story.findings, base) for story in stories)


def told(*stories: Story, **options: Any) -> list[Statement]:
    """The statements that some stories make."""
    return [one for one in mapped(*stories, **options) if isinstance(one, Statement)]


def refused(*stories: Story) -> list[Rejected]:
    """What the ontology refuses of some stories."""
    return [one for one in mapped(*stories) if isinstance(one, Rejected)]


def mapped(*stories: Story, base: str = DATA, **options: Any) -> list[Statement | Rejected]:
    """All that comes out of the mapping: what each story tells alone, and what they tell together."""
    found, run = links(*stories, base=base), options.pop("run", RUN)
    alone = statements(found.links, run=run, base=base, **options)
    return list(chain(alone, together(found.changes, base), agents(run, base)))


def objects(found: Iterable[Statement], predicate: str, subject: Term | None = None) -> set[str]:
    """The objects of a predicate (a prefixed name) as strings, of one subject or of all."""
    wanted = Iri(expand(predicate))
    return {s.object.value for s in found if s.predicate == wanted and subject in (None, s.subject)}


def subjects(found: Iterable[Statement], predicate: str, value: str) -> set[Iri]:
    """The subjects that have a value, given as a prefixed name, an IRI or a text."""
    wanted = {value, expand(value) if value.count(":") == 1 and "//" not in value and " " not in value else value}
    return {s.subject for s in found if s.predicate == Iri(expand(predicate)) and s.object.value in wanted}


def deployment(
    text: str = "Russia deployed soldiers to Kazakhstan, TASS said.", *, day: str | None = None, **fields: Any
) -> Story:
    """A story that tells one deployment, by TASS."""
    story = Story(text, **fields)
    russia = story.named("Russia", "Country", known="http://example.org/russia")
    kazakhstan = story.named("Kazakhstan", "Country", known="http://example.org/kazakhstan")
    soldiers = story.entity("soldiers", "MilitaryPersonnel")
    tass = story.named("TASS", "NewsAgency")
    event = story.event("TroopDeployment", "deployed", day=day, agent=russia, patient=soldiers, destination=kazakhstan)
    return story.says(event, tass)
