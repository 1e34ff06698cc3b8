"""What a word's own dependents say of how real it is: negation, auxiliaries, adverbs, modifiers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsgraph.extraction.embeddings import EmbeddingIndex
from newsgraph.extraction.layers import State
from newsgraph.extraction.parse import Token
from newsgraph.ontology.lexicon import Embedding

NEGATIVE_DETERMINERS = frozenset({"no", "neither", "nor"})
NOBODY = frozenset({"nobody", "none", "nothing"})
PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})


@dataclass(frozen=True, slots=True)
class Markers:
    """Reads markers by the lexicon's auxiliaries, adverbs and adjectives."""

    embeddings: EmbeddingIndex

    def applied(self, token: Token, state: State) -> State:
        """The state under all of a word's own markers."""
        if is_negated(token):
            state = replace(state, factuality=state.factuality.negated())
        return self.without_negation(token, state)

    def without_negation(self, token: Token, state: State) -> State:
        """The state under a word's modals, adverbs and modifiers, where its negation has been used already."""
        for child in token.children:
            entry = next(iter(self._entries(child)), None)
            if entry is not None and entry.speaker is None:
                state = state.inside(entry.positive, entry.modality)
        return state

    def unnamed(self, token: Token) -> tuple[Token, Embedding] | None:
        """A word such as "reportedly" or "alleged": somebody says so who is not named."""
        for child in token.children:
            entries = self.embeddings.adverbs if child.dep_ == "advmod" else self.embeddings.adjectives
            for entry in entries.get(child.lower_, ()) if child.dep_ in {"advmod", "amod"} else ():
                if entry.speaker == "unnamed":
                    return child, entry
        return None

    def _entries(self, child: Token) -> Iterator[Embedding]:
        if child.dep_ in {"aux", "auxpass"}:
            yield from self.embeddings.auxiliary(child)
        elif child.dep_ in {"advmod", "npadvmod"}:
            yield from self.embeddings.adverbs.get(child.lower_, ())
        elif child.dep_ in {"amod", "compound"} and child.head.pos_ in {"NOUN", "PROPN"}:
            yield from (e for e in self.embeddings.adjectives.get(child.lower_, ()) if "modifier" in e.complements)


def is_negated(token: Token) -> bool:
    """Whether a word is denied by "not", "no", "neither ... nor", or a subject or object that is nobody."""
    negations = sum(c.dep_ == "neg" or (c.dep_ in {"preconj", "cc"} and c.lower_ == "neither") for c in token.children)
    determined = any(c.dep_ == "det" and c.lower_ in NEGATIVE_DETERMINERS for c in token.children)
    nor = token.dep_ == "conj" and any(c.lower_ == "nor" for c in token.head.children if c.i < token.i)
    return (negations + (determined or nor or _is_empty(token))) % 2 == 1


def is_denied(head: Token) -> bool:
    """Whether a predicate does not hold of its complement, "without" before it included: "without saying whether"."""
    without = head.dep_ == "pcomp" and head.head.lower_ == "without"
    return is_negated(head) != without


def _is_empty(token: Token) -> bool:
    """Whether nobody did it, or it was done to nobody."""
    return token.pos_ in {"VERB", "AUX"} and any(c.dep_ in PARTIES and _is_nobody(c) for c in token.children)


def _is_nobody(token: Token) -> bool:
    negated = (c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ in NEGATIVE_DETERMINERS) for c in token.children)
    return (
        token.lower_ in NOBODY
        or any(negated)
        or (token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "no")
    )
