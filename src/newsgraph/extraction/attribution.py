"""Who says what a clause tells: the speaker of a reporting word, and attribution that hangs on a clause."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsgraph.extraction.embeddings import EmbeddingIndex, is_factive
from newsgraph.extraction.parse import Token
from newsgraph.extraction.subjects import is_passive, surface_subjects
from newsgraph.ontology.lexicon import Embedding

# What one acts according to, and what therefore says nothing.
NORMS = frozenset("plan schedule law rule custom tradition need wish taste size age type ability protocol".split())
ASIDES = frozenset({"parataxis", "ccomp", "advcl", "dep"})
PHRASES = frozenset({"prep", "advcl", "dep", "punct", "npadvmod", "advmod"})
LONGEST = 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """Finds speakers. `can_speak` says whether a word stands for someone or something that speaks."""

    embeddings: EmbeddingIndex
    can_speak: Callable[[Token], bool]

    def speaker(self, head: Token, entry: Embedding | None = None) -> Token | None:
        """Who speaks by a reporting word, under an entry of the lexicon or as its subject."""
        if entry is not None and entry.speaker == "object":
            return self._first(c for c in head.children if c.dep_ in {"dobj", "nsubjpass"})
        if head.pos_ in {"NOUN", "PROPN"}:
            return self._owner(head)
        return self._first(by_agents(head) if is_passive(head) else surface_subjects(head))

    def voice(self, entry: Embedding, head: Token) -> Token | None:
        """Who speaks by an embedding predicate; factive ones leave their complement to the narrator."""
        return self.speaker(head, entry) if entry.speaker and not is_factive(entry) else None

    def reporter(self, word: Token) -> Token | None:
        """Who speaks by a reporting verb; None for other words and where nobody is named."""
        return self.speaker(word) if word.pos_ == "VERB" and self.embeddings.reports(word) else None

    def asides(self, clause: Token) -> Iterator[tuple[Token, Token]]:
        """Attribution that hangs on a clause: the speaker and the word for "according to X" and "X said"."""
        for child in sorted(clause.children, key=lambda c: c.i):
            if child.dep_ in PHRASES and (found := self._source(child)) is not None:
                yield found, child
            elif _is_aside(child, clause) and (speaker := self.reporter(child)) is not None:
                yield speaker, child

    def is_outermost(self, phrase: Token, clause: Token) -> bool:
        """Whether "according to X" closes a sentence that itself reports: "M said P, according to X"."""
        final = phrase.i > clause.i and phrase.doc[phrase.i - 1].text == ","
        return final and any(
            a.i < clause.i and self.embeddings.reports(a) for a in clause.ancestors if a.pos_ == "VERB"
        )

    def quoting(self, head: Token) -> Token | None:
        """Who quotes: the subject of "A quoted B as saying", the by-phrase of its passive."""
        return self._first(by_agents(head) if is_passive(head) else surface_subjects(head))

    def cited(self, head: Token) -> tuple[Token, Token] | None:
        """Whom a reporting verb cites, with the citing verb: "A said, citing B"."""
        for child in head.children:
            if child.dep_ == "advcl" and child.tag_ == "VBG" and self._cites(child):
                source = self._first(c for c in child.children if c.dep_ == "dobj")
                if source is not None:
                    return source, child
        return None

    def _cites(self, verb: Token) -> bool:
        return any(e.speaker == "object" for e in self.embeddings.verbs.get(verb.lemma_, ()))

    def _first(self, words: Iterator[Token] | tuple[Token, ...]) -> Token | None:
        return next((w for w in words if self.can_speak(w)), None)

    def _owner(self, noun: Token) -> Token | None:
        """Whose statement it is; for "said in a statement that" who said so."""
        owners = [c for c in noun.children if c.dep_ == "poss"]
        phrases = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from"})
        owners += [g for c in phrases for g in c.children if g.dep_ == "pobj"]
        owner = self._first(tuple(owners))
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
        return owner if owner is not None or verb is None else self.reporter(verb)

    def _source(self, prep: Token) -> Token | None:
        """The X of "according to X"."""
        runs = (" ".join(t.lower_ for t in prep.doc[prep.i : prep.i + n]) for n in range(1, LONGEST + 1))
        if not any(run in self.embeddings.prepositions for run in runs):
            return None
        inner = [t for t in prep.subtree if t.dep_ == "pobj" and prep in (t.head, t.head.head)]
        return next((t for t in inner if self.can_speak(t) or _is_source(t, prep)), None)


def by_agents(verb: Token) -> tuple[Token, ...]:
    """The words of a passive's by-phrase, that of "was quoted as saying by X" too."""
    below = (g for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for g in c.children if g.dep_ == "pcomp")
    around = [verb, *below]
    phrases = (c for v in around for c in v.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by")
    return tuple(g for c in phrases for g in c.children if g.dep_ == "pobj")


def _is_source(noun: Token, prep: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_ not in NORMS and prep.lower_ != "per"


def _is_aside(child: Token, clause: Token) -> bool:
    """A reporting clause without a complement of its own: in commas ("..., X said, ...") or behind "as"."""
    if child.pos_ != "VERB" or child.dep_ not in ASIDES:
        return False
    content = {"ccomp", "xcomp"} if child.lemma_ == "tell" else {"ccomp", "xcomp", "dobj"}
    if any(c.dep_ in content for c in child.children):
        return False
    as_ = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod", "prep"} for c in child.children)
    return as_ or child.dep_ == "parataxis" or (child.i > clause.i and bool(surface_subjects(child)))
