"""Puts the findings of one document together: events with their roles, figures, and claims about all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from newsgraph.extraction import events, naming, times
from newsgraph.extraction.events import Mention
from newsgraph.extraction.context import START
from newsgraph.extraction.layers import Layer, State
from newsgraph.extraction.measures import measures
from newsgraph.extraction.merging import Told, groups
from newsgraph.extraction.quotations import quotations
from newsgraph.extraction.reader import Readers, Reading
from newsgraph.extraction.referents import Referents, phrase
from newsgraph.extraction.roles import Filled
from newsgraph.extraction.speakers import Speakers
from newsgraph.model.factuality import Modality
from newsgraph.model.findings import Argument, Claim, Event, Figure, Findings, Target, TargetKind, Voice

PROFORMS = frozenset({"it", "this", "that"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
HARM = ("Disaster", "Assault", "LifeEvent", "Displacement", "Protest")
WITHIN = frozenset({"in", "during", "at"})


def assemble(readers: Readers, reading: Reading) -> Findings:
    """The findings of one document."""
    return _Assembly(readers, reading).findings()


class _Assembly:
    """The state of one document's assembly; used once."""

    def __init__(self, readers: Readers, reading: Reading) -> None:
        self.readers, self.reading = readers, reading
        self.referents = Referents(reading.index, reading.doc)
        self.speakers = Speakers(self.referents, readers.is_a, reading.document)
        self.context = readers.context(self.speakers.can_speak)
        self.mentions = readers.events.read(reading.doc, self.referents, self._skipped, self._timely)
        self.at = {m.token.i: n for n, m in enumerate(self.mentions)}
        self.quoted = quotations(reading.doc, self.context.attribution.reporter)
        self.layers = [self._layers(m.token, State(m.trigger.positive, m.trigger.modality)) for m in self.mentions]
        self.fillers = [tuple(self._fillers(m)) for m in self.mentions]
        self.times = [self._time(m) for m in self.mentions]
        self.groups = groups([self._told(n) for n in range(len(self.mentions))], readers.is_a)
        self.event_of = {n: g for g, members in enumerate(self.groups) for n in members}

    def findings(self) -> Findings:
        """All that was found."""
        found = tuple(self._event(members) for members in self.groups)
        found = tuple(self._placed(n, found) for n in range(len(found)))
        counted = self._once(self._figures())
        claims = [*self._event_claims(), *self._taken_up(), *self._figure_claims(counted), *self._relation_claims()]
        return Findings(
            entities=self.referents.entities,
            times=self.reading.times,
            events=found,
            figures=tuple(counted),
            relations=self.reading.relations,
            claims=tuple(claims),
            notes=self._notes(),
        )

    def _layers(self, token: Token, start: State = START) -> tuple[Layer, ...]:
        """The layers around a word; where the sentence names no speaker, that of the quotation it stands in."""
        layers = self.context.layers(token, start)
        source = self.quoted.of(token)
        if source is None or any(layer.cue is not None for layer in layers):
            return layers
        speaker, cue = source
        return (Layer(speaker, cue, layers[0].state), *layers[1:])

    def _skipped(self, token: Token) -> bool:
        """Words inside names and time expressions evoke nothing."""
        known = self.reading.index.at(token.i)
        if known is None:
            return False
        entity = self.reading.index.entities[known]
        return any(m.kind.value == "name" and m.span.start <= token.idx < m.span.end for m in entity.mentions)

    def _timely(self, token: Token) -> bool:
        return any(t.span.start <= token.idx < t.span.end for t in self.reading.times)

    def _time(self, mention: Mention) -> int | None:
        """When it happened: by the words around the trigger, else around the verb that carries an event noun."""
        doc, known = self.reading.doc, self.reading.times
        found = times.for_event(doc, known, mention.token.i)
        if found is not None:
            return found
        if (inner := self._inner_time(mention.token)) is not None:
            return inner
        if mention.is_noun:
            carriers = self.readers.carriers
            verbs = (v for v, _ in carriers.governors(mention.token) if v.pos_ in {"VERB", "AUX"})
            around = (times.for_event(doc, known, v.i) for v in verbs if carriers.carries(v, mention.token))
            return next((t for t in around if t is not None), None)
        below = (
            c
            for c in mention.token.subtree
            if c.dep_ in {"pcomp", "xcomp"} and c.head in {mention.token, *mention.token.children}
        )
        return next((t for c in below if (t := times.for_event(doc, known, c.i)) is not None), None)

    def _inner_time(self, token: Token) -> int | None:
        """A time that hangs on another time of the clause: "before dawn on Thursday"."""
        for prep in (c for c in token.children if c.dep_ == "prep"):
            for noun in (c for c in prep.children if c.dep_ == "pobj" and c.ent_type_ in {"TIME", "DATE", ""}):
                inside = {t.i for c in noun.children if c.dep_ == "prep" and c.lower_ == "on" for t in c.children}
                for n, time in enumerate(self.reading.times):
                    if time.stamp and any(time.span.start <= self.reading.doc[i].idx < time.span.end for i in inside):
                        return n
        return None

    def _fillers(self, mention: Mention) -> Iterator[Argument]:
        seen: set[tuple[str, Target]] = set()
        for filled in mention.roles:
            target = self._target(filled.head)
            doubled = filled.head.pos_ in {"PRON", "NUM"} and any(t == target and r != filled.role for r, t in seen)
            if target is not None and (filled.role, target) not in seen and not doubled:
                seen.add((filled.role, target))
                yield Argument(filled.role, target, self.referents.span(filled.head))

    def _target(self, head: Token) -> Target | None:
        if self.referents.known(head) is None and head.i in self.at:
            return Target(TargetKind.EVENT, self.at[head.i])
        entity = self.referents.entity(head)
        return None if entity is None else Target(TargetKind.ENTITY, entity)

    def _told(self, n: int) -> Told:
        mention, time = self.mentions[n], self.times[n]
        sizes = (events.size(mention, role) for role in ("patient", "agent"))
        return Told(
            type=mention.trigger.event,
            fillers=frozenset((a.role, f"{a.filler.kind.value}{a.filler.index}") for a in self.fillers[n]),
            state=self.layers[n][0].state,
            sentence=sum(1 for s in self.reading.doc.sents if s.start <= mention.token.i),
            day=None if time is None else self.reading.times[time].stamp,
            quantity=next((q for q in sizes if q is not None), None),
            definite=mention.is_noun and any(c.lower_ in DEFINITE for c in mention.token.children),
        )

    def _event(self, members: Sequence[int]) -> Event:
        first = self.mentions[members[0]]
        arguments = tuple(
            dict.fromkeys(self._joined(a) for n in members for a in self.fillers[n] if not self._own(a, members))
        )
        time = next((t for n in members if (t := self.times[n]) is not None), None)
        best = max((self.mentions[n] for n in members), key=lambda m: (not m.is_noun, len(m.roles), -m.token.i))
        return Event(
            type=self._type(members),
            label=naming.label(best, self._name),
            triggers=tuple(self.mentions[n].span for n in members),
            extent=events.extent(first.token),
            arguments=_one_each(arguments),
            time=time,
            alt_labels=self._nouns(members),
        )

    def _nouns(self, members: Sequence[int]) -> tuple[str, ...]:
        """The noun phrases by which the text names an event, without their articles."""
        spans = (phrase(m.token) for n in members if (m := self.mentions[n]).is_noun)
        return tuple(dict.fromkeys(" ".join(s.of(self.reading.doc.text).split()) for s in spans))

    def _type(self, members: Sequence[int]) -> str:
        """The most specific class that the mentions give."""
        types = [self.mentions[n].trigger.event for n in members]
        return next((t for t in types if all(self.readers.is_a(t, other) for other in types)), types[0])

    def _joined(self, argument: Argument) -> Argument:
        """An argument with the mention index of an event filler turned into that of the event."""
        target = argument.filler
        if target.kind is not TargetKind.EVENT:
            return argument
        return replace(argument, filler=Target(TargetKind.EVENT, self.event_of[target.index]))

    def _own(self, argument: Argument, members: Sequence[int]) -> bool:
        return argument.filler.kind is TargetKind.EVENT and argument.filler.index in members

    def _name(self, filled: Filled) -> str | None:
        """The label of a filler; other events are named by their words."""
        target = self._target(filled.head)
        if target is not None and target.kind is TargetKind.ENTITY:
            entity = self.referents.entities[target.index]
            opens = self.referents.span(filled.head).start == filled.head.sent.start_char
            return entity.label[:1].lower() + entity.label[1:] if opens and not entity.named else entity.label
        return None if target is None else " ".join(self.referents.span(filled.head).of(self.reading.doc.text).split())

    def _placed(self, n: int, found: Sequence[Event]) -> Event:
        """Where an event names no place but happened in or during another that does, it happened there."""
        event = found[n]
        if any(a.role in {"place", "destination"} for a in event.arguments):
            return event
        heads = [f.head.i for m in self.groups[n] for f in self.mentions[m].roles if f.function in WITHIN]
        around = [found[self.event_of[self.at[i]]] for i in heads if i in self.at]
        places = [a for other in around for a in other.arguments if a.role == "place"]
        return replace(event, arguments=(*event.arguments, *places[:1]))

    def _figures(self) -> Iterator[tuple[Figure, Token]]:
        for n, mention in enumerate(self.mentions):
            for counted in self.readers.figures.of_event(mention, self.event_of[n]):
                yield replace(counted.figure, time=self.times[n]), counted.word
        doc, reader = self.reading.doc, self.readers.figures
        taken = {h.i for m in self.mentions for f in m.roles for h in (f.head, m.token)}
        for counted in reader.of_places(doc, self.referents):
            yield counted.figure, counted.word
        for counted in reader.totals(doc, lambda t: t.i in taken, self._counted_event):
            yield counted.figure, counted.word
        yield from measures(doc, self._measured_event)

    def _measured_event(self, token: Token) -> Target | None:
        """The event of the clause that a measure stands in: the nearest trigger above it."""
        chain = [token, *token.ancestors]
        found = next((self.at[t.i] for t in chain if t.i in self.at and t.sent == token.sent), None)
        return None if found is None else Target(TargetKind.EVENT, self.event_of[found])

    def _counted_event(self, token: Token) -> Target | None:
        """The event whose victims a total counts: in the same sentence, else the last one told before."""
        harmful = [n for n, m in enumerate(self.mentions) if any(self.readers.is_a(m.trigger.event, h) for h in HARM)]
        here = [n for n in harmful if self.mentions[n].token.sent == token.sent]
        before = [n for n in harmful if self.mentions[n].token.i < token.i]
        chosen = here[:1] or before[-1:]
        return Target(TargetKind.EVENT, self.event_of[chosen[0]]) if chosen else None

    def _event_claims(self) -> Iterator[Claim]:
        for n, mention in enumerate(self.mentions):
            agents = {
                a.filler.index for a in self.fillers[n] if a.role == "agent" and a.filler.kind is TargetKind.ENTITY
            }
            voices = tuple(_willed(v, mention, agents) for v in self.speakers.voices(self.layers[n], mention.token))
            yield Claim(Target(TargetKind.EVENT, self.event_of[n]), voices, _confidence(mention))

    def _once(self, counted: Iterable[tuple[Figure, Token]]) -> dict[Figure, list[Token]]:
        """Each figure with the words that state it; a number told twice of one thing is one figure."""
        found: dict[tuple[object, ...], tuple[Figure, list[Token]]] = {}
        for figure, word in counted:
            key = (figure.counts, figure.of, figure.minimum, figure.maximum, figure.approximate)
            found.setdefault(key, (figure, []))[1].append(word)
        return dict(found.values())

    def _taken_up(self) -> Iterator[Claim]:
        """Claims about what the sentence before told, by a pronoun: "the army denied it", "he confirmed this"."""
        for token in self.reading.doc:
            if (
                token.lower_ in PROFORMS
                and token.dep_ in {"dobj", "nsubjpass"}
                and (told := self._told_before(token)) is not None
            ):
                layers = self.context.of_anaphor(token)
                if layers:
                    yield Claim(Target(TargetKind.EVENT, told), self.speakers.voices(layers, token))

    def _told_before(self, token: Token) -> int | None:
        """The event that the sentence before is mainly about: that of its first verb, else of its first noun."""
        start = token.sent.start
        if start == 0:
            return None
        before = self.reading.doc[start - 1].sent
        if not before.text.strip() and before.start > 0:
            before = self.reading.doc[before.start - 1].sent
        told = [n for n, m in enumerate(self.mentions) if before.start <= m.token.i < before.end]
        chosen = [n for n in told if not self.mentions[n].is_noun] or told
        return self.event_of[chosen[0]] if chosen else None

    def _figure_claims(self, counted: Mapping[Figure, Sequence[Token]]) -> Iterator[Claim]:
        for n, words in enumerate(counted.values()):
            for word in words:
                yield Claim(Target(TargetKind.FIGURE, n), self.speakers.voices(self._layers(word), word))

    def _relation_claims(self) -> Iterator[Claim]:
        for n, relation in enumerate(self.reading.relations):
            run = self.reading.doc.char_span(relation.span.start, relation.span.end, alignment_mode="expand")
            word = self.reading.doc[0] if run is None else run.root
            layers = self.context.layers(word) if word.pos_ in {"VERB", "AUX"} else ()
            yield Claim(Target(TargetKind.RELATION, n), self.speakers.voices(layers, word))

    def _notes(self) -> tuple[str, ...]:
        if self.reading.document.date is None and any(t.stamp is None and t.type == "DATE" for t in self.reading.times):
            return ("no publication date is known, so relative dates stay unresolved; give one with --date",)
        return ()


def _willed(voice: Voice, mention: Mention, agents: Set[int]) -> Voice:
    """What people say that they "will" do is planned; what others will do, and what will happen, is expected."""
    future = any(c.dep_ == "aux" and c.lower_ in FUTURE for c in mention.token.children)
    own = agents and (voice.claimant is None or voice.claimant in agents)
    if voice.modality is Modality.EXPECTED and future and own:
        return replace(voice, modality=Modality.PLANNED)
    return voice


def _confidence(mention: Mention) -> float:
    """How sure the reading is: full with two roles or more, less for a bare word."""
    return (0.6, 0.8, 0.9, 1.0)[min(len(mention.roles), 3)]


def _one_each(arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """Arguments without repeated (role, filler) pairs."""
    seen: dict[tuple[str, Target], Argument] = {}
    for a in arguments:
        seen.setdefault((a.role, a.filler), a)
    return tuple(seen.values())
