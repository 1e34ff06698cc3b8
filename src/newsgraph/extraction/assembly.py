"""Puts the findings of one document together: events with their roles, figures, and claims about all of them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from newsgraph.extraction import attributions, events, foretold, naming
from newsgraph.extraction.attributing import Attributing, meant
from newsgraph.extraction.claiming import Claiming, Surroundings
from newsgraph.extraction.counting import Counting
from newsgraph.extraction.events import DEFINITE, Mention
from newsgraph.extraction.layers import Layer
from newsgraph.extraction.merging import Told, groups
from newsgraph.extraction.parse import Token
from newsgraph.extraction.quotations import quotations
from newsgraph.extraction.reader import Readers, Reading
from newsgraph.extraction.referents import Referents, phrase
from newsgraph.extraction.roles import Filled
from newsgraph.extraction.speakers import Speakers
from newsgraph.extraction.timing import Timing
from newsgraph.extraction.told import Story
from newsgraph.extraction.wholes import harms, wholes
from newsgraph.model.findings import Argument, Event, Findings, MentionKind, Target, TargetKind

WITHIN = frozenset({"in", "during", "at"})


def assemble(readers: Readers, reading: Reading) -> Findings:
    """The findings of one document."""
    referents = Referents(reading.index, reading.doc)
    speakers = Speakers(referents, readers.is_a, reading.document)
    said = meant(attributions.find(reading.doc), speakers)
    around = Surroundings(readers.context(speakers.can_speak), quotations(said, readers.reports))
    story = _story(readers, reading, referents, around)
    counted = Counting(story, readers.figures, readers.is_a).figures()
    larger = wholes(story, readers.is_a, {n: t.stamp for n, t in enumerate(reading.times)})
    found = tuple(replace(e, whole=larger.get(n)) for n, e in enumerate(_Telling(story, readers).events()))
    claims = tuple(Claiming(story, speakers, around).claims(counted, reading.relations))
    attributing = Attributing(said, speakers)
    given = tuple(attributing.attributions())
    return Findings(
        entities=referents.entities,
        times=reading.times,
        events=found,
        figures=tuple(counted),
        relations=reading.relations,
        claims=tuple(attributing.linked(claims)),
        attributions=given,
        notes=_notes(reading),
    )


def _story(readers: Readers, reading: Reading, referents: Referents, around: Surroundings) -> Story:
    """The event mentions of a document and the events that they tell."""
    timing = Timing(reading.doc, reading.times, readers.carriers)
    mentions = event_mentions(readers, reading, referents, timing)
    at = {m.token.i: n for n, m in enumerate(mentions) if m.denied is None}
    days = tuple(timing.of(m) for m in mentions)
    dates = [None if day is None else reading.times[day] for day in days]
    published = reading.document.date
    states = [foretold.state(m, date, published) for m, date in zip(mentions, dates, strict=True)]
    layers = tuple(around.layers(m.token, state) for m, state in zip(mentions, states, strict=True))
    fillers = tuple(tuple(_fillers(m, referents, at, readers.figures.persons)) for m in mentions)
    told = [_told(m, w, f, d, reading, referents) for m, w, f, d in zip(mentions, layers, fillers, days, strict=True)]
    joined = groups(told, readers.is_a)
    event_of = {n: g for g, members in enumerate(joined) for n in members}
    return Story(reading.doc, referents, mentions, layers, fillers, days, joined, at, event_of)


def event_mentions(readers: Readers, reading: Reading, referents: Referents, timing: Timing) -> tuple[Mention, ...]:
    """The words of a document that evoke events, with what fills their roles."""

    def tells_nothing(token: Token) -> bool:
        """Words of names, and the names of times: nobody marches in March."""
        return _is_name(token, reading) or (token.pos_ == "PROPN" and timing.covers(token))

    return readers.events.read(reading.doc, referents, tells_nothing, timing.covers)


def _is_name(token: Token, reading: Reading) -> bool:
    """Words inside names evoke nothing."""
    known = reading.index.at(token.i)
    mentions = () if known is None else reading.index.entities[known].mentions
    return any(m.kind is MentionKind.NAME and m.span.start <= token.idx < m.span.end for m in mentions)


def _fillers(
    mention: Mention, referents: Referents, at: Mapping[int, int], persons: Callable[[str, str], bool]
) -> Iterator[Argument]:
    """What fills the roles; a pronoun or number that would make one thing fill two roles fills none."""
    seen: set[tuple[str, Target]] = set()
    for filled in mention.roles:
        target = _target(filled.head, referents, at)
        doubled = filled.head.pos_ in {"PRON", "NUM"} and any(t == target and r != filled.role for r, t in seen)
        if target is not None and (filled.role, target) not in seen and not doubled:
            seen.add((filled.role, target))
            if target.kind is TargetKind.ENTITY and persons(mention.trigger.event, filled.role):
                referents.person(filled.head, target.index)
            yield Argument(filled.role, target, referents.span(filled.head))


def _target(head: Token, referents: Referents, at: Mapping[int, int]) -> Target | None:
    """What a word stands for: an event mention or an entity."""
    if referents.known(head) is None and head.i in at:
        return Target(TargetKind.EVENT, at[head.i])
    entity = referents.entity(head)
    return None if entity is None else Target(TargetKind.ENTITY, entity)


def _told(
    mention: Mention,
    layers: tuple[Layer, ...],
    fillers: tuple[Argument, ...],
    time: int | None,
    reading: Reading,
    referents: Referents,
) -> Told:
    sizes = (events.size(mention, role) for role in ("patient", "agent"))
    return Told(
        type=mention.trigger.event,
        fillers=frozenset((a.role, _key(a.filler, referents)) for a in fillers),
        state=layers[0].state,
        sentence=bisect_right(reading.doc.sents, mention.token.i, key=attrgetter("start")),
        day=None if time is None else reading.times[time].stamp,
        quantity=next((q for q in sizes if q is not None), None),
        definite=mention.is_noun and any(c.lower_ in DEFINITE for c in mention.token.children),
        plain=mention.token.lemma_.lower() == mention.trigger.event.lower(),
    )


def _key(target: Target, referents: Referents) -> str:
    """What tells fillers apart: their index, for topics their words ("help" here and there)."""
    if target.kind is TargetKind.ENTITY and referents.entities[target.index].type == "Topic":
        return referents.entities[target.index].label.lower()
    return f"{target.kind.value}{target.index}"


@dataclass(frozen=True, slots=True)
class _Telling:
    """Makes events of the mentions that tell them."""

    story: Story
    readers: Readers

    def events(self) -> Iterator[Event]:
        """The events, in the order of their first mentions."""
        found = [self._event(members) for members in self.story.groups]
        return (self._placed(n, found) for n in range(len(found)))

    def _event(self, members: Sequence[int]) -> Event:
        story = self.story
        mentions = [story.mentions[n] for n in members]
        best = max(mentions, key=lambda m: (not m.is_noun, len(m.roles), -m.token.i))
        return Event(
            type=self._type(mentions),
            label=naming.label(best, self._name),
            triggers=tuple(m.span for m in mentions),
            extent=events.extent(mentions[0].token),
            arguments=tuple(self._arguments(members)),
            time=next((t for n in members if (t := story.times[n]) is not None), None),
            alt_labels=tuple(
                dict.fromkeys(self._text(phrase(m.token).of(story.doc.text)) for m in mentions if m.is_noun)
            ),
        )

    def _type(self, mentions: Sequence[Mention]) -> str:
        """The most specific class that the mentions give."""
        types = [m.trigger.event for m in mentions]
        return next((t for t in types if all(self.readers.is_a(t, other) for other in types)), types[0])

    def _arguments(self, members: Sequence[int]) -> Iterator[Argument]:
        """The fillers that any mention gives, once each, with events in the place of their mentions."""
        seen: set[tuple[str, Target]] = set()
        for argument in (a for n in members for a in self.story.fillers[n]):
            target = argument.filler
            if target.kind is TargetKind.EVENT:
                if target.index in members:
                    continue
                target = self.story.event(target.index)
            if (argument.role, target) not in seen:
                seen.add((argument.role, target))
                yield replace(argument, filler=target)

    def _name(self, filled: Filled) -> str | None:
        """The label of a filler; other events are named by their words."""
        referents = self.story.referents
        target = _target(filled.head, referents, self.story.at)
        span = referents.span(filled.head)
        if target is None or target.kind is TargetKind.EVENT:
            return None if target is None else self._text(span.of(self.story.doc.text))
        entity = referents.entities[target.index]
        opens = span.start == filled.head.sent.start_char
        return entity.label[:1].lower() + entity.label[1:] if opens and not entity.named else entity.label

    def _placed(self, n: int, found: Sequence[Event]) -> Event:
        """Where an event names no place but happened in or during another that does, it happened there."""
        event, story = found[n], self.story
        if any(a.role in {"place", "destination"} for a in event.arguments):
            return event
        heads = [f.head.i for m in story.groups[n] for f in story.mentions[m].roles if f.function in WITHIN]
        around = [found[story.event_of[story.at[i]]] for i in heads if i in story.at]
        places = [a for other in around for a in other.arguments if a.role == "place"] or self._harmed(n, found)
        return replace(event, arguments=(*event.arguments, *places[:1]))

    def _harmed(self, n: int, found: Sequence[Event]) -> list[Argument]:
        """The named places of the harm that an event did: "the blast killed three in Quetta"."""
        done = (found[harm] for harm in harms(self.story, self.readers.is_a, n))
        places = (a for event in done for a in event.arguments if a.role == "place")
        entities = self.story.referents.entities
        return [a for a in places if a.filler.kind is TargetKind.ENTITY and entities[a.filler.index].named]

    @staticmethod
    def _text(words: str) -> str:
        return " ".join(words.split())


def _notes(reading: Reading) -> tuple[str, ...]:
    if reading.document.date is None and any(t.stamp is None and t.type == "DATE" for t in reading.times):
        return ("no publication date is known, so relative dates stay unresolved; give one with --date",)
    return ()
