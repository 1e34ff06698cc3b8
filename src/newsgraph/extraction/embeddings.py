"""Embedding predicates, looked up by the words of a text."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from newsgraph.extraction.parse import Token
from newsgraph.model.factuality import Factuality
from newsgraph.ontology.lexicon import Embedding, Lexicon

# "too weak to attack", "strong enough to attack": the degree decides, whatever the adjective.
DEGREES = frozenset({"too", "enough"})
PARTS = ("verbs", "nouns", "adjectives", "adverbs", "auxiliaries", "prepositions", "subordinators")


@dataclass(frozen=True, slots=True)
class EmbeddingIndex:
    """Embedding predicates by part of speech and lemma."""

    verbs: Mapping[str, tuple[Embedding, ...]]
    nouns: Mapping[str, tuple[Embedding, ...]]
    adjectives: Mapping[str, tuple[Embedding, ...]]
    adverbs: Mapping[str, tuple[Embedding, ...]]
    auxiliaries: Mapping[str, tuple[Embedding, ...]]
    prepositions: Mapping[str, tuple[Embedding, ...]]
    subordinators: Mapping[str, tuple[Embedding, ...]]

    def predicate(self, token: Token) -> tuple[Embedding, ...]:
        """The entries of a word as a predicate, those with a particle first."""
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "AUX"}:
            lemma = lemma if lemma in self.verbs or lemma + "e" not in self.verbs else lemma + "e"
            past = self.verbs.get(token.lower_, ()) if token.lower_ != lemma else ()
            moved = self.adjectives.get(token.lower_, ()) if token.tag_ == "VBN" else ()
            return self._particle_verbs(token, lemma) + past + self.verbs.get(lemma, ()) + moved
        if token.pos_ in {"NOUN", "PROPN"}:
            return () if self._is_fixed(token, lemma) else self.nouns.get(lemma, ())
        if token.pos_ != "ADJ":
            return ()
        degree = next((c.lower_ for c in token.children if c.lower_ in DEGREES), "")
        return self.adjectives.get(degree, ()) + self.adjectives.get(token.lower_, ()) + self.verbs.get(lemma, ())

    def entry(self, head: Token, functions: tuple[str, ...]) -> Embedding | None:
        """The entry of a head that lists one of the functions of a complement, the most telling function first."""
        entries = self.predicate(head)
        if head.lemma_ == "be":
            entries += tuple(e for c in head.children if c.dep_ == "acomp" for e in self.predicate(c))
        return next((e for f in functions for e in entries if f in e.complements), None)

    def auxiliary(self, word: Token) -> tuple[Embedding, ...]:
        """The entries of an auxiliary, those of a pair first ("would have")."""
        after = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
        keys = (f"{word.lower_} {after}", word.lower_, word.lemma_)
        return next((self.auxiliaries[k] for k in keys if k in self.auxiliaries), ())

    def adverb(self, word: Token) -> tuple[Embedding, ...]:
        """The entries of an adverb or of a phrase that serves as one: "no longer", "in all likelihood"."""
        doc = word.doc
        if word.dep_ == "prep":
            return self.adverbs.get(" ".join(t.lower_ for t in doc[word.i : word.i + 3]), ())
        before = doc[word.i - 1].lower_ if word.i else ""
        return self.adverbs.get(f"{before} {word.lower_}") or self.adverbs.get(word.lower_, ())

    @property
    def inverted(self) -> tuple[Embedding, ...]:
        """The entries of a condition without a conjunction: "should talks fail"."""
        return self.subordinators.get("if", ())

    def reports(self, verb: Token) -> bool:
        """Whether a verb tells who says something."""
        return any(e.speaker for e in self.predicate(verb))

    def _is_fixed(self, noun: Token, lemma: str) -> bool:
        """Whether a noun is only a part of a phrase: "claimed responsibility for", "in order to"."""
        phrase = f"{noun.head.lemma_.lower()} + {lemma}"
        return phrase in self.verbs or (lemma == "order" and noun.i > 0 and noun.nbor(-1).lower_ == "in")

    def _particle_verbs(self, token: Token, lemma: str) -> tuple[Embedding, ...]:
        near = {c.lower_ for c in token.children if c.dep_ in {"prt", "prep", "advmod", "acomp", "dobj"}}
        near |= {f"+ {c.lemma_.lower()}" for c in token.children if c.dep_ in {"dobj", "nsubjpass"}}
        return tuple(e for word in sorted(near) for e in self.verbs.get(f"{lemma} {word}", ()))


def index(lexicon: Lexicon) -> EmbeddingIndex:
    """The embeddings of a lexicon, ready to be looked up."""
    tables: dict[str, dict[str, list[Embedding]]] = {p: defaultdict(list) for p in PARTS}
    for embedding in lexicon.embeddings:
        for part in PARTS:
            for word in getattr(embedding, part):
                tables[part][word].append(embedding)
    return EmbeddingIndex(*({k: tuple(v) for k, v in tables[p].items()} for p in PARTS))


def is_factive(entry: Embedding) -> bool:
    """Whether the complement holds, be the predicate affirmed or denied ("condemned the attack")."""
    return entry.positive is entry.negative is Factuality.CERTAIN_POSITIVE
