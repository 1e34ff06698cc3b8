"""What a word's own dependents say of how real it is: negation, auxiliaries, adverbs, modifiers."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.extraction.coordination import shared
from newsgraph.extraction.embeddings import EmbeddingIndex
from newsgraph.extraction.layers import State
from newsgraph.extraction.parse import Token
from newsgraph.model.factuality import Modality
from newsgraph.ontology.lexicon import Embedding

NEGATIVE_DETERMINERS = frozenset({"no", "neither", "nor"})
NOBODY = frozenset({"nobody", "none", "nothing"})
PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
# Who has, sees or makes no such thing denies the thing, not the having: "has no doubts", "makes no secret of".
HAVING = frozenset({"have", "see", "make", "take", "serve", "know", "show", "hold", "give", "feel"})
# Behind these "not" denies less than the verb: "not only", "if not hundreds".
NOT_ONLY = frozenset({"only", "just", "merely", "simply", "solely"})
INVERTED = frozenset({"should", "had", "were"})


@dataclass(frozen=True, slots=True)
class Markers:
    """Reads markers by the lexicon's auxiliaries, adverbs and adjectives."""

    embeddings: EmbeddingIndex

    def applied(self, token: Token, state: State) -> State:
        """The state under all of a word's own markers; a denied modal may say itself what is left ("could not")."""
        entries = [(c, e) for c in (*token.children, *shared(token)) if (e := self._entry(c)) is not None]
        negated = is_negated(token)
        deciding = [e for c, e in entries if negated and c.dep_ in AUXILIARIES and e.modality is Modality.ACTUAL]
        if negated and not deciding:
            state = state.negated()
        for _, entry in entries:
            state = state.inside(entry.negative if entry in deciding[:1] else entry.positive, entry.modality)
        return state

    def without_negation(self, token: Token, state: State) -> State:
        """The state under a word's modals, adverbs and modifiers, where its negation has been used already."""
        for child in (*token.children, *shared(token)):
            if (entry := self._entry(child)) is not None:
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

    def _entry(self, child: Token) -> Embedding | None:
        """The first entry of a marker; words by which somebody unnamed speaks are no markers."""
        entry = next(iter(self._entries(child)), None)
        return None if entry is None or entry.speaker is not None else entry

    def _entries(self, child: Token) -> Iterator[Embedding]:
        if child.dep_ in AUXILIARIES:
            yield from self.embeddings.inverted if _is_inverted(child) else self.embeddings.auxiliary(child)
        elif child.dep_ in {"advmod", "npadvmod", "prep"}:
            yield from self.embeddings.adverb(child)
        elif child.dep_ in {"amod", "compound"} and child.head.pos_ in {"NOUN", "PROPN"}:
            yield from (e for e in self.embeddings.adjectives.get(child.lower_, ()) if "modifier" in e.complements)


def is_negated(token: Token) -> bool:
    """Whether a word is denied by "not", "no", "neither ... nor", or a subject or object that is nobody."""
    around = (*token.children, *shared(token))
    negations = sum(_denies(c, token) or (c.dep_ in {"preconj", "cc"} and c.lower_ == "neither") for c in around)
    determined = any(c.dep_ == "det" and c.lower_ in NEGATIVE_DETERMINERS for c in around)
    joined = [c.lower_ for c in token.head.children if c.dep_ in {"cc", "preconj"} and c.i < token.i]
    nor = token.dep_ == "conj" and not negations and joined[-1:] == ["nor"]
    return (negations + (determined or nor or _is_empty(token))) % 2 == 1


def _denies(word: Token, token: Token) -> bool:
    """Whether a negation denies the whole word: not "not only", not behind a verb ("came not to")."""
    if word.dep_ != "neg" or (word.i + 1 < len(word.doc) and word.nbor().lower_ in NOT_ONLY):
        return False
    return token.pos_ != "VERB" or word.i < token.i or word.lower_ == "never"


def _is_inverted(auxiliary: Token) -> bool:
    """Whether an auxiliary before its subject makes a condition: "should talks fail", "had they known"."""
    verb = auxiliary.head
    if auxiliary.lower_ not in INVERTED or not (verb.dep_ == "advcl" or auxiliary.lower_ == "should"):
        return False
    inverted = any(c.dep_ in SUBJECTS and c.i > auxiliary.i for c in verb.children)
    return inverted and not any(c.tag_ in {"WRB", "WP"} for c in verb.children) and "?" not in verb.sent[-1].text


def is_denied(head: Token) -> bool:
    """Whether a predicate does not hold of its complement, "without" before it included: "without saying whether"."""
    without = head.dep_ == "pcomp" and head.head.lower_ == "without"
    return is_negated(head) != without


def _is_empty(token: Token) -> bool:
    """Whether nobody did it, or it was done to nobody."""
    return token.pos_ in {"VERB", "AUX"} and any(
        c.dep_ in PARTIES and is_nobody(c) and not (c.dep_ == "dobj" and token.lemma_ in HAVING)
        for c in (*token.children, *shared(token))
    )


def has_nothing(verb: Token) -> bool:
    """Whether a verb of having denies its object: "made no arrests"."""
    return verb.lemma_ in HAVING and any(c.dep_ == "dobj" and is_nobody(c) for c in verb.children)


def is_nobody(token: Token) -> bool:
    """Whether a noun phrase denies its own head: "nobody", "no arrests"."""
    negated = (c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ in NEGATIVE_DETERMINERS) for c in token.children)
    return (
        token.lower_ in NOBODY
        or any(negated)
        or (token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "no")
    )
