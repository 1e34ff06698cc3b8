"""What an event noun takes from the verbs around it: "launched an attack on", "riots broke out in", "talks led by"."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.extraction.grammar import functions, governor
from newsgraph.extraction.parse import Token
from newsgraph.extraction.prepositions import Filler, prepositional
from newsgraph.extraction.subjects import is_passive, surface_subjects
from newsgraph.ontology.lexicon import Lexicon

# Prepositions of a verb that say something of the event that it carries.
CARRIED = frozenset(
    "in at near against across on over with to into from outside around throughout between after amid for inside "
    "along".split()
) | {"because of", "due to"}
OBJECTS = frozenset({"object", "in", "on", "under", "to", "into"})
# Verbs that only put their subject under something ("is under investigation").
STATIVE = frozenset({"be", "remain", "come", "put", "place"})


@dataclass(frozen=True, slots=True)
class Carriers:
    """The verbs, and the nouns, that carry event nouns.

    `light` and `happening` give the function that the subject, or the object, of a verb has for the noun; `causal` are
    verbs whose subject brings about what their object tells; `nouns` give the function of what is called "the target".
    """

    light: dict[str, str]
    happening: dict[str, str]
    causal: frozenset[str]
    nouns: dict[str, str]

    def carries(self, verb: Token, noun: Token) -> bool:
        """Whether a verb says no more than that the event takes place."""
        return verb.lemma_ == "be" or any(p in self.light or p in self.happening for p in _phrases(verb, noun))

    def governors(self, noun: Token) -> tuple[tuple[Token, str], ...]:
        """The verbs around a noun with its function there: the one above it, and those of its relative clauses."""
        above = governor(noun)
        below = [c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.pos_ == "VERB" and c.tag_ != "VB"]
        return (above, *((v, "object" if is_passive(v) else "subject") for v in below))

    def fillers(self, noun: Token) -> Iterator[Filler]:
        """What stands in a function of the noun by way of a verb."""
        for verb, function in self.governors(noun):
            if verb.pos_ in {"VERB", "AUX"}:
                yield from self._through(verb, function, noun)
            elif function == "of" and (into := self.nouns.get(verb.lemma_.lower())):
                yield from (Filler(into, s, False) for s in _said_to_be(verb))
            elif function == "on" and verb.pos_ == "NOUN":
                yield Filler("subject", verb, False)

    def _through(self, verb: Token, function: str, noun: Token) -> Iterator[Filler]:
        carrier = next((self.light[p] for p in _phrases(verb, noun) if p in self.light), None)
        into = next((self.happening[p] for p in _phrases(verb, noun) if p in self.happening), None)
        if carrier and function in OBJECTS:
            yield from (Filler(carrier, s, False) for s in agents(verb))
            if function == "object" and noun.dep_ == "dobj" and is_passive(verb):
                yield from (Filler("of", s, False) for s in surface_subjects(verb))
        elif function == "on" and verb.lemma_ in STATIVE:
            yield from (Filler("subject", s, False) for s in surface_subjects(verb))
        elif function == "under" and verb.lemma_ in STATIVE:
            yield from (Filler("of", s, False) for s in surface_subjects(verb))
        elif self._is_effect(verb, function):
            yield from (Filler("because of", s, False) for s in agents(verb))
        elif function not in {"subject", "object"} or (into is None and verb.pos_ != "AUX"):
            return
        yield from (f for f in prepositional(verb, near=False) if f.function in CARRIED and f.head.i != noun.i)
        yield from (
            Filler(into, f.head, False) for f in functions(verb) if into and f.function in {"object", "through"}
        )

    def _is_effect(self, verb: Token, function: str) -> bool:
        """Whether what stands in a function of a verb is what the verb brings about ("sparked", "led to")."""
        if function == "object":
            return verb.lemma_ in self.causal or verb_words(verb) in self.causal
        return f"{verb.lemma_} {function}" in self.causal


def carriers(lexicon: Lexicon) -> Carriers:
    """The carriers of a lexicon; a verb with a fixed object carries that noun ("take + hostage")."""
    light = {verb: entry.subject for entry in lexicon.light for verb in entry.verbs if entry.subject != "self"}
    phrases = (v for t in lexicon.triggers for v in t.verbs if " + " in v)
    light |= {f"{p.split()[0]} + {p.rsplit(' + ', 1)[1]}": "subject" for p in phrases}
    happening = {verb: entry.object for entry in lexicon.light for verb in entry.verbs if entry.subject == "self"}
    nouns = {noun: entry.subject for entry in lexicon.light for noun in entry.nouns}
    return Carriers(light, happening, frozenset(lexicon.causal_verbs), nouns)


def _said_to_be(noun: Token) -> Iterator[Token]:
    """The subject of "X was the target", or what "the target" stands beside."""
    if noun.dep_ == "attr" and noun.head.lemma_ in {"be", "become"}:
        yield from surface_subjects(noun.head)
    elif noun.dep_ == "appos":
        yield noun.head


def verb_words(verb: Token) -> str:
    """The lemma of a verb with its particle ("carry out")."""
    return " ".join([verb.lemma_.lower(), *(c.lower_ for c in verb.children if c.dep_ == "prt")])


def _phrases(verb: Token, noun: Token) -> tuple[str, ...]:
    """The noun as its object, the verb with its particle or a bare object ("take place"), the verb alone."""
    bare = (f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ == "dobj" and not c.children and c != noun)
    return f"{verb.lemma_} + {noun.lemma_.lower()}", *bare, verb_words(verb), verb.lemma_


def agents(verb: Token) -> tuple[Token, ...]:
    """Who does it: the subject of an active verb, the by-phrase of a passive."""
    if is_passive(verb):
        return tuple(f.head for f in prepositional(verb) if f.function == "by")
    return surface_subjects(verb)
