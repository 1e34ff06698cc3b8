"""The words that attribute, looked up by the words of a text."""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from newsgraph.extraction.parse import Token
from newsgraph.ontology.attributive_words import PARTS, attributive_words

Table = Mapping[str, frozenset[str]]
PARTICLES = frozenset({"prt", "prep", "advmod", "acomp"})
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AttributiveIndex:
    """The functions in which what is the source's stands, per lemma and part of speech.

    `particles` are the lemmas with entries of several words, `phrases` the prepositions by their first word.
    """

    verb: Table
    noun: Table
    adjective: Table
    preposition: Table
    adverb: Table
    particles: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]

    def functions(self, word: Token) -> Set[str]:
        """In which functions of a verb, noun or adjective the content can stand; none for other words."""
        if word.pos_ == "VERB":
            return self._of_verb(word)
        if word.pos_ == "NOUN":
            return self.noun.get(word.lemma_.lower(), NONE)
        return self.adjective.get(word.lower_, NONE) if word.pos_ == "ADJ" else NONE

    def _of_verb(self, verb: Token) -> frozenset[str]:
        lemma = verb.lemma_.lower()
        lemma = lemma if lemma in self.verb or lemma + "e" not in self.verb else lemma + "e"
        found = self.verb.get(lemma, NONE)
        if lemma in self.particles:
            for child in verb.children:
                if child.dep_ in PARTICLES or child.lower_ == "it":
                    found |= self.verb.get(f"{lemma} {child.lower_}", NONE)
        return found


@cache
def index() -> AttributiveIndex:
    """The words that come with the program, ready to be looked up."""
    tables: dict[str, dict[str, set[str]]] = {part: defaultdict(set) for part in PARTS}
    for entry in attributive_words():
        for part, words in entry.words.items():
            for word in words:
                tables[part][word].update(entry.contents)
    frozen = {part: {word: frozenset(found) for word, found in table.items()} for part, table in tables.items()}
    particles = frozenset(word.split()[0] for word in frozen["verb"] if " " in word)
    first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sorted(frozen["preposition"]):
        first[phrase.split()[0]].append(tuple(phrase.split()))
    phrases = {word: tuple(found) for word, found in first.items()}
    return AttributiveIndex(**frozen, particles=particles, phrases=phrases)
