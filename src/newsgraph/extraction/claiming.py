"""Claims: what is said of the events, figures and relations of a document, and by whom."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from newsgraph.extraction.context import START, ContextReader
from newsgraph.extraction.coordination import shared
from newsgraph.extraction.events import Mention
from newsgraph.extraction.layers import Layer, State
from newsgraph.extraction.parse import Token
from newsgraph.extraction.quotations import Quotations
from newsgraph.extraction.speakers import Speakers
from newsgraph.extraction.told import Story
from newsgraph.model.factuality import Modality
from newsgraph.model.findings import Claim, Figure, Relation, Target, TargetKind, Voice

PROFORMS = frozenset({"it", "this", "that"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
# How sure the reading of an event is, by how many of its roles are filled; three and more are full certainty.
CONFIDENCE = (0.6, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The layers around words: by the sentence, else by the quotation that they stand in."""

    context: ContextReader
    quoted: Quotations

    def layers(self, token: Token, start: State = START) -> tuple[Layer, ...]:
        """The layers around a word; where the sentence names no speaker, that of the quotation it stands in."""
        layers = self.context.layers(token, start)
        source = self.quoted.of(token)
        if source is None or any(layer.cue is not None for layer in layers):
            return layers
        speaker, cue = source
        return (Layer(speaker, cue, layers[0].state), *layers[1:])


@dataclass(frozen=True, slots=True)
class Claiming:
    """Makes the claims of one story."""

    story: Story
    speakers: Speakers
    around: Surroundings

    def claims(self, counted: Mapping[Figure, Sequence[Token]], relations: Sequence[Relation]) -> Iterator[Claim]:
        """All claims: about events, about what pronouns take up, about figures and about relations."""
        yield from self._events()
        yield from self._taken_up()
        yield from self._figures(counted)
        yield from self._relations(relations)

    def _events(self) -> Iterator[Claim]:
        for n, mention in enumerate(self.story.mentions):
            parties = (a for a in self.story.fillers[n] if a.role == "agent")
            agents = {a.filler.index for a in parties if a.filler.kind is TargetKind.ENTITY}
            voices = self.speakers.voices(self.story.layers[n], mention.token)
            willed = tuple(_willed(v, mention, agents) for v in voices)
            yield Claim(self.story.event(n), willed, CONFIDENCE[min(len(mention.roles), 3)])

    def _taken_up(self) -> Iterator[Claim]:
        """Claims about what the sentence before told, by a pronoun: "the army denied it", "he confirmed this"."""
        for token in self.story.doc:
            if token.lower_ in PROFORMS and token.dep_ in {"dobj", "nsubjpass"}:
                told = self._told_before(token)
                layers = self.around.context.of_anaphor(token) if told is not None else ()
                if told is not None and layers:
                    yield Claim(told, self.speakers.voices(layers, token))

    def _told_before(self, token: Token) -> Target | None:
        """The event that the words or the sentence before are mainly about: of the first verb, else the first noun."""
        here = range(token.sent.start, token.head.left_edge.i if token.head.dep_ != "conj" else token.head.i)
        told = [n for n, m in enumerate(self.story.mentions) if m.token.i in here]
        before = self.story.sentence_before(token)
        told = told or [n for n, m in enumerate(self.story.mentions) if m.token.i in before]
        verbs = [n for n in told if not self.story.mentions[n].is_noun]
        return next((self.story.event(n) for n in verbs or told), None)

    def _figures(self, counted: Mapping[Figure, Sequence[Token]]) -> Iterator[Claim]:
        for n, words in enumerate(counted.values()):
            for word in words:
                yield Claim(Target(TargetKind.FIGURE, n), self.speakers.voices(self.around.layers(word), word))

    def _relations(self, relations: Sequence[Relation]) -> Iterator[Claim]:
        """What a noun phrase says by the way is the article's own; what a verb says has the speakers of its clause."""
        for n, relation in enumerate(relations):
            run = self.story.doc.char_span(relation.span.start, relation.span.end, alignment_mode="expand")
            word = self.story.doc[0] if run is None else run.root
            layers = self.around.context.layers(word) if word.pos_ in {"VERB", "AUX"} else ()
            yield Claim(Target(TargetKind.RELATION, n), self.speakers.voices(layers, word), relation.confidence)


def _willed(voice: Voice, mention: Mention, agents: Set[int]) -> Voice:
    """What people say that they "will" do is planned; what others will do, and what will happen, is expected."""
    future = any(c.dep_ == "aux" and c.lower_ in FUTURE for c in (*mention.token.children, *shared(mention.token)))
    own = agents and (voice.claimant is None or voice.claimant in agents)
    if voice.modality is Modality.EXPECTED and future and own:
        return replace(voice, modality=Modality.PLANNED)
    return voice
