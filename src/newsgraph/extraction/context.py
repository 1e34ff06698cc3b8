"""How real something is told to be, and by whom: the walk from a word up to the root of its sentence.

Each step may pass a negation, a modal, an adverb or an embedding predicate. They compose inside the layer of
one speaker; a reporting predicate closes the layer with its speaker's voice and opens the next one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from newsgraph.extraction.attribution import Attribution
from newsgraph.extraction.embeddings import EmbeddingIndex, is_factive
from newsgraph.extraction.layers import Layer, State
from newsgraph.extraction.markers import Markers, is_denied, is_nobody
from newsgraph.extraction.moods import (
    is_accompanying,
    is_announced,
    is_command,
    is_open,
    is_open_question,
    is_subjunctive,
)
from newsgraph.extraction.parse import Token
from newsgraph.extraction.presupposed import awaits, describes, is_any, is_given
from newsgraph.extraction.steps import step
from newsgraph.extraction.subjects import is_passive
from newsgraph.extraction.worlds import Worlds
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.ontology.lexicon import Embedding

START = State()


@dataclass(slots=True)
class _Walk:
    """The layers closed so far, those that close the sentence, and the state of the open one."""

    state: State = field(default_factory=State)
    closed: list[Layer] = field(default_factory=list)
    last: list[Layer] = field(default_factory=list)

    def close(self, speaker: Token | None, cue: Token | None) -> None:
        """Close the open layer with a speaker's voice."""
        self.closed.append(Layer(speaker, cue, self.state))
        self.state = State()


@dataclass(frozen=True, slots=True)
class ContextReader:
    """Reads the layers around a word."""

    embeddings: EmbeddingIndex
    worlds: Worlds
    attribution: Attribution
    markers: Markers

    def layers(self, word: Token, start: State = START) -> tuple[Layer, ...]:
        """The layers around a word, innermost first; the last is the article's own where nobody else speaks.

        `start` is what the word alone says of how real it is.
        """
        walk = _Walk(self.markers.applied(word, start))
        token, given, seen = word, False, {word.i}
        while True:
            self._asides(token, walk, word)
            head, function = step(token)
            if head is None or head.i in seen:
                break
            seen.add(head.i)
            given = given or is_given(token, head, function) or (describes(token, head) and function != "clause")
            given = given or self.worlds.is_known(token, head, function)
            if not (given and self.worlds.leads_away(token, head, function)):
                self._through(token, head, function, walk)
            given = given or self.worlds.takes_for_granted(token, head, function)
            token = head
        if not given:
            walk.state = _of_sentence(token, walk.state)
        if not (walk.closed or walk.last) or walk.state != State():
            walk.close(None, None)
        layers = (*walk.closed, *walk.last)
        if layers[0].state == State() and is_any(word):
            return (replace(layers[0], state=State(Factuality.UNDERSPECIFIED)), *layers[1:])
        return layers

    def of_anaphor(self, pronoun: Token) -> tuple[Layer, ...]:
        """The layers around "it" as the object of a predicate about something told before ("the army denied it")."""
        head, function = step(pronoun)
        if head is None or head.pos_ != "VERB" or self.worlds.entry(pronoun, head, function) is None:
            return ()
        return self.layers(pronoun) if self.embeddings.reports(head) else ()

    def _asides(self, token: Token, walk: _Walk, word: Token) -> None:
        """Attribution that hangs on a clause closes the layer, or the whole sentence; it ends at a semicolon."""
        for speaker, cue in self.attribution.asides(token):
            if _is_parted(cue, word):
                continue
            if self.attribution.is_outermost(cue, token):
                walk.last.append(Layer(speaker, cue, State()))
            else:
                walk.close(speaker, cue)
        if (found := self.markers.unnamed(token)) is not None:
            walk.state = walk.state.inside(found[1].positive, found[1].modality)
            walk.close(None, found[0])

    def _through(self, token: Token, head: Token, function: str, walk: _Walk) -> None:
        """One step up: what the head says about its complement, then the head's own markers."""
        if is_command(token, head) or is_subjunctive(token):
            walk.state = walk.state.inside(Factuality.UNDERSPECIFIED, Modality.REQUESTED)
        if function == "advcl" and awaits(token, head):
            walk.state = walk.state.inside(Factuality.PROBABLE_POSITIVE, Modality.EXPECTED)
            return
        around = self.embeddings.subordinators.get(function, ())
        if around and function != "to":
            walk.state = walk.state.inside(around[0].positive, around[0].modality)
            return
        if is_open(token, function):
            walk.state = walk.state.inside(Factuality.UNDERSPECIFIED, Modality.ACTUAL)
        if (said := self.worlds.predicated(token, head, function)) is not None:
            walk.state = walk.state.inside(said.negative if is_denied(head) else said.positive, said.modality)
        entry = self.worlds.entry(token, head, function)
        if entry is None or self.worlds.is_undone(token, head, function, entry):
            if entry is None:
                walk.state = self.worlds.unlisted(token, function, walk.state)
            if function == "advcl" and is_accompanying(token, head):
                walk.state = self.markers.without_negation(head, walk.state)
            if entry is not None or self.worlds.transfers(token, head, function):
                own = self.markers.without_negation if is_nobody(token) else self.markers.applied
                walk.state = own(head, walk.state)
        else:
            self._embed(entry, head, walk, open_=is_open(token, function))

    def _embed(self, entry: Embedding, head: Token, walk: _Walk, *, open_: bool) -> None:
        """The complement of an embedding predicate; the predicate's speaker closes the layer."""
        value = entry.negative if is_denied(head) else entry.positive
        walk.state = walk.state.inside(value, Modality.ACTUAL if open_ else entry.modality)
        speaker = self.attribution.voice(entry, head)
        if speaker is not None or _is_impersonal(entry, head):
            walk.close(speaker, head)
        walk.state = self.markers.without_negation(head, walk.state)
        if speaker is not None:
            self._cited(entry, head, speaker, walk)

    def _cited(self, entry: Embedding, head: Token, speaker: Token, walk: _Walk) -> None:
        """For "A quoted B as saying" A is a further voice; for "A said, citing B" B speaks inside A."""
        if entry.speaker == "object":
            outer = self.attribution.quoting(head)
            if outer is not None and outer.i != speaker.i:
                walk.close(outer, head)
        elif (found := self.attribution.cited(head)) is not None:
            inner = walk.closed.pop()
            walk.closed.append(Layer(found[0], found[1], inner.state))
            walk.close(speaker, head)


def context_reader(
    embeddings: EmbeddingIndex, carries: Callable[[Token, Token], bool], can_speak: Callable[[Token], bool]
) -> ContextReader:
    """A reader whose speakers are the words that can speak."""
    return ContextReader(
        embeddings, Worlds(embeddings, carries), Attribution(embeddings, can_speak), Markers(embeddings)
    )


def _is_impersonal(entry: Embedding, head: Token) -> bool:
    """Whether a passive report leaves its speaker unnamed: "it was reported that"."""
    told = "clause" in entry.complements or "infinitive" in entry.complements
    return entry.speaker == "subject" and is_passive(head) and not is_factive(entry) and told


def _is_parted(cue: Token, word: Token) -> bool:
    """Whether a semicolon parts a word from the attribution of what stands before it."""
    return cue.i < word.i and any(t.text == ";" for t in word.doc[cue.i : word.i])


def _of_sentence(root: Token, state: State) -> State:
    """What a sentence as a whole says of its content: whether it asks, commands or announces."""
    if is_open_question(root):
        return state.inside(Factuality.UNDERSPECIFIED, Modality.ACTUAL)
    if is_command(root, None):
        return state.inside(Factuality.UNDERSPECIFIED, Modality.REQUESTED)
    return state.inside(Factuality.PROBABLE_POSITIVE, Modality.PLANNED) if is_announced(root) else state
