"""Who speaks: from the layers around a word to the voices of a claim."""

from collections.abc import Callable, Sequence

from newsgraph.extraction.events import extent
from newsgraph.extraction.layers import Layer, State
from newsgraph.extraction.parse import Token
from newsgraph.extraction.referents import Referents
from newsgraph.model.findings import Entity, Mention, MentionKind, Voice
from newsgraph.model.text import Document, Span

SPEAKING = ("Person", "Organization", "Group", "Country", "City", "Region", "Report", "Source", "Office")
ANIMATE = tuple("er or ist man men woman women ian ant ers ors ists ians ants one body".split())
SAYING = frozenset(
    "say tell add write announce state note insist stress claim reply deny acknowledge admit allege accuse declare "
    "tweet vow pledge promise urge demand warn reject condemn welcome report".split()
)
PRONOUNS = frozenset({"he", "she", "they", "we", "i", "who", "one", "another", "others", "some", "many"})
UNNAMED = "unnamed sources"


class Speakers:
    """Tells speakers from other words, and turns layers into voices."""

    def __init__(self, referents: Referents, is_a: Callable[[str, str], bool], document: Document) -> None:
        self.referents, self.is_a, self.document = referents, is_a, document

    def can_speak(self, token: Token) -> bool:
        """Whether a word stands for someone, a body, or a document that can say something."""
        known = self.referents.known(token)
        if known is not None:
            return any(self.is_a(self.referents.entities[known].type, kind) for kind in SPEAKING)
        if token.pos_ == "PRON":
            return token.lower_ in PRONOUNS
        if token.pos_ == "PROPN":
            return True
        return token.pos_ == "NOUN" and (token.lower_.endswith(ANIMATE) or token.head.lemma_ in SAYING)

    def voices(self, layers: Sequence[Layer], word: Token) -> tuple[Voice, ...]:
        """The voices of a claim, innermost first; the article's own where there is no layer."""
        layers = self._distinct(layers) or (Layer(None, None, State()),)
        sentence = word.sent
        whole = Span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
        return tuple(
            self._voice(layer, extent(word) if n == 0 and len(layers) > 1 else whole) for n, layer in enumerate(layers)
        )

    def _distinct(self, layers: Sequence[Layer]) -> list[Layer]:
        """The layers without those in which the same speaker only says again that he says so."""
        kept: list[Layer] = []
        for layer in layers:
            again = layer.state == State() and layer.speaker is not None
            speaker = self.referents.known(layer.speaker) if again and layer.speaker is not None else None
            if speaker is None or all(k.speaker is None or self.referents.known(k.speaker) != speaker for k in kept):
                kept.append(layer)
        return kept

    def _voice(self, layer: Layer, evidence: Span) -> Voice:
        cue = None if layer.cue is None else Span(layer.cue.idx, layer.cue.idx + len(layer.cue))
        return Voice(self._claimant(layer), layer.state.factuality, layer.state.modality, evidence, cue)

    def _claimant(self, layer: Layer) -> int | None:
        if layer.speaker is not None:
            return self.referents.speaker(layer.speaker)
        return None if layer.cue is None else self._unnamed(layer.cue)

    def _unnamed(self, cue: Token) -> int:
        """Somebody whom "reportedly" leaves unnamed."""
        span = Span(cue.idx, cue.idx + len(cue))
        return self.referents.add(cue, Entity(UNNAMED, "Source", (Mention(span, span, MentionKind.PRONOUN),)))
