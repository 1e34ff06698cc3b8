"""Which words of a text may evoke an event: the lexicon's lemmas found in a parse."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsgraph.extraction.grammar import functions
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.prepositions import Filler
from newsgraph.ontology.lexicon import Lexicon, Trigger

# How parsers hang a second predicate on the object: "found him guilty", "declared her the winner".
PREDICATED = frozenset({"amod", "appos", "acomp"})
PARTICLES = frozenset({"prt", "advmod", "prep", "oprd", "acomp", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One lexicalisation of a trigger: a head lemma with what must go with it."""

    trigger: Trigger
    particles: tuple[str, ...] = ()
    object: str = ""
    words: int = 1

    def fits(self, token: Token) -> bool:
        """Whether the particle and the fixed object are there."""
        return self._has_particles(token) and (not self.object or self._has_object(token))

    def _has_particles(self, token: Token) -> bool:
        if not self.particles:
            return True
        near = {c.lower_ for c in token.children if c.dep_ in PARTICLES and not _is_timed(c)}
        following = {t.lower_ for t in token.doc.tokens[token.i + 1 : token.i + 2] if not _is_timed(t)}
        return all(p in near or p in following for p in self.particles)

    def _has_object(self, token: Token) -> bool:
        words = [f.head for f in functions(token) if f.near and f.function != "subject" and not _is_finite(f)]
        words += [c for c in token.children if c.dep_ in {"acomp", "oprd", "attr", "dobj"} or c.pos_ == "ADJ"]
        words += [
            g for c in token.children if c.dep_ == "dobj" for g in c.children if g.i > c.i and g.dep_ in PREDICATED
        ]
        return any(self.object in {w.lemma_.lower(), w.lower_, _with_word_before(w)} for w in words)

    @property
    def weight(self) -> int:
        """How much the pattern asks for; more is more telling."""
        return (
            3 * (self.words - 1)
            + 2 * len(self.particles)
            + 3 * bool(self.object)
            + len(self.trigger.restricts)
            + len(self.trigger.requires)
            + len(self.trigger.heads)
        )


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """Patterns by the part of speech and lemma of their head."""

    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]

    def candidates(self, token: Token) -> tuple[Pattern, ...]:
        """The patterns that fit a word, the most demanding first."""
        found = self._of(token)
        return (
            tuple(sorted((p for p in found if p.fits(token)), key=lambda p: (-p.weight, p.trigger.name)))
            if found
            else ()
        )

    def _of(self, token: Token) -> tuple[Pattern, ...]:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" or (token.tag_ in {"VBN", "VBD", "VBG"} and token.pos_ == "ADJ"):
            known = self.verbs.get(lemma, ()) or self.verbs.get(lemma + "e", ())
            return known + (self.adjectives.get(token.lower_, ()) if token.pos_ == "ADJ" else ())
        if token.pos_ in {"NOUN", "PROPN"}:
            if token.dep_ == "compound":
                return ()
            if lemma.endswith("ing") and any(c.dep_ == "dobj" for c in token.children):
                return self.verbs.get(lemma[:-3], ()) or self.verbs.get(lemma[:-3] + "e", ())
            return self.nouns.get(lemma, ()) + self._compound(token)
        return self.adjectives.get(lemma, ()) + self.adjectives.get(token.lower_, ()) if token.pos_ == "ADJ" else ()

    def _compound(self, token: Token) -> tuple[Pattern, ...]:
        """Patterns of two words, such as "air strike", stand under both lemmas joined by a space."""
        before = token.doc[token.i - 1] if token.i else token
        return self.nouns.get(f"{before.lower_} {token.lemma_.lower()}", ()) if before.head == token else ()


def _is_timed(prep: Token) -> bool:
    """Whether a preposition only introduces a time: "on" is no part of "called on Monday for"."""
    return prep.dep_ == "prep" and any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in prep.children)


def _is_finite(filler: Filler) -> bool:
    """Whether a filler is a clause of its own; an infinitive may be part of a phrase ("declined to comment")."""
    return filler.function == "clause" and filler.head.tag_ != "VB"


def _with_word_before(noun: Token) -> str:
    """The lemma behind the word before it: "tear gas"."""
    return f"{noun.nbor(-1).lower_} {noun.lemma_.lower()}" if noun.i else noun.lemma_.lower()


def index(lexicon: Lexicon) -> TriggerIndex:
    """The patterns of a lexicon, ready to be looked up."""
    verbs: dict[str, list[Pattern]] = defaultdict(list)
    nouns: dict[str, list[Pattern]] = defaultdict(list)
    adjectives: dict[str, list[Pattern]] = defaultdict(list)
    for trigger in lexicon.triggers:
        for words in trigger.verbs:
            head, pattern = _verb_pattern(trigger, words)
            verbs[head].append(pattern)
        for noun in trigger.nouns:
            nouns[noun.lower()].append(Pattern(trigger, words=len(noun.split())))
        for adjective in trigger.adjectives:
            adjectives[adjective].append(Pattern(trigger))
    return TriggerIndex(*({k: tuple(v) for k, v in part.items()} for part in (verbs, nouns, adjectives)))


def _verb_pattern(trigger: Trigger, words: str) -> tuple[str, Pattern]:
    verb, _, noun = words.partition("+")
    head, *particles = verb.split()
    return head, Pattern(trigger, tuple(particles), noun.strip())


def trigger_words(doc: Doc, triggers: TriggerIndex) -> Iterator[tuple[Token, tuple[Pattern, ...]]]:
    """Every word that may evoke an event with its patterns, in the order of the text."""
    for token in doc:
        if patterns := triggers.candidates(token):
            yield token, patterns
