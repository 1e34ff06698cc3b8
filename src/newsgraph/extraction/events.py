"""Events of a document: trigger words with their roles, labels and extents; what is told twice is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsgraph.extraction.grammar import is_passive
from newsgraph.extraction.labels import noun_label, verb_label
from newsgraph.extraction.quantities import Quantity, quantity_of
from newsgraph.extraction.referents import Referents
from newsgraph.extraction.roles import Filled, RoleFinder
from newsgraph.extraction.triggers import TriggerIndex, trigger_words
from newsgraph.model.text import Span
from newsgraph.ontology.lexicon import Trigger

PREPOSITIONS = {"place": "in", "destination": "to", "origin": "from", "recipient": "to", "topic": "over", "cause": "because of", "instrument": "with"}
CLAUSE_BREAK = frozenset({"ccomp", "advcl", "relcl", "parataxis", "conj"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An event at one trigger word, before what is told twice is joined."""

    token: Token
    trigger: Trigger
    roles: tuple[Filled, ...]

    @property
    def span(self) -> Span:
        """The trigger word."""
        return Span(self.token.idx, self.token.idx + len(self.token))

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells the event."""
        return self.token.pos_ in {"NOUN", "PROPN"}

    def heads(self, role: str) -> tuple[Token, ...]:
        """The words that fill a role."""
        return tuple(f.head for f in self.roles if f.role == role)


@dataclass(frozen=True, slots=True)
class EventReader:
    """Finds event mentions."""

    triggers: TriggerIndex
    finder: Callable[[Callable[[Token], str | None]], RoleFinder]
    is_a: Callable[[str, str], bool]

    def read(self, doc: Doc, referents: Referents, skip: Callable[[Token], bool]) -> tuple[Mention, ...]:
        """All event mentions, in the order of the text. `skip` excludes words, those inside names say."""
        words = [(t, p) for t, p in trigger_words(doc, self.triggers) if not skip(t)]
        guesses = {t.i: patterns[0].trigger.event for t, patterns in words}
        finder = self.finder(lambda token: self._type(token, referents, guesses))
        found = [m for token, patterns in words if (m := self._first(token, [p.trigger for p in patterns], finder)) is not None]
        return tuple(_without_shadows(found))

    def _type(self, token: Token, referents: Referents, guesses: Mapping[int, str]) -> str | None:
        if (known := referents.known(token)) is not None:
            return referents.entities[known].type
        if token.i in guesses:
            return guesses[token.i]
        if token.pos_ == "PRON":
            return None
        return "Group" if token.pos_ == "NUM" or token.ent_type_ == "CARDINAL" else "Topic"

    def _first(self, token: Token, triggers: list[Trigger], finder: RoleFinder) -> Mention | None:
        """The first trigger, in the order of how much it asks for, whose demands the words meet."""
        for trigger in triggers:
            roles = finder.fill(token, trigger)
            if roles is not None:
                return Mention(token, trigger, roles)
        return None


def _without_shadows(found: list[Mention]) -> list[Mention]:
    """A light reading of a noun inside its own verb phrase ("launch an attack", both triggers) is one event.

    A participle before its own event noun ("suicide bombing attack") gives way to the head noun.
    """
    nouns = {m.token.i: m for m in found if m.is_noun}
    kept = []
    for m in found:
        inner = [nouns[c.i] for c in m.token.children if c.i in nouns and c.dep_ in {"dobj", "nsubjpass"}]
        same = [n for n in inner if n.trigger.event == m.trigger.event]
        head = nouns.get(m.token.head.i)
        shadowed = m.token.dep_ in {"compound", "amod"} and head is not None and head.trigger.event == m.trigger.event
        if not same and not shadowed:
            kept.append(m)
    return kept


def extent(token: Token) -> Span:
    """The clause of a trigger: its sentence up to the clauses that hang on it as content or aside."""
    top = token
    while top.dep_ not in {"ROOT", "ccomp", "advcl", "relcl", "parataxis"} and top.head.i != top.i:
        top = top.head
    tokens = [t for t in top.subtree if not t.is_space]
    first, last = min(t.i for t in tokens), max(t.i for t in tokens)
    run = token.doc[first : last + 1]
    return Span(run.start_char, run.end_char)


def label(mention: Mention, names: Mapping[str, tuple[str, ...]]) -> str:
    """The event as a short English sentence; `names` holds the labels of the fillers by role."""
    tail = [(p, ", ".join(names[r])) for r, p in PREPOSITIONS.items() if names.get(r)]
    token = mention.token
    if mention.is_noun or token.pos_ == "ADJ":
        of = [("of", ", ".join(names["patient"]))] if names.get("patient") else []
        return noun_label(token.lemma_.lower(), names.get("agent", ()), of + tail)
    particles = [c.lower_ for c in token.children if c.dep_ == "prt"]
    verb = " ".join([token.lemma_.lower(), *particles])
    participle = " ".join([_participle(token), *particles])
    subjects = {"subject": names.get("agent", ()), "object": names.get("patient", ())}
    head = next(iter(mention.heads("agent") or mention.heads("patient")), None)
    return verb_label(verb, participle, subjects, plural=head is not None and head.tag_ in {"NNS", "NNPS"}, tail=tail)


def _participle(token: Token) -> str:
    from newsgraph.extraction.labels import PARTICIPLES

    lemma = token.lemma_.lower()
    if token.tag_ == "VBN" or is_passive(token):
        return token.lower_
    if lemma in PARTICIPLES:
        return PARTICIPLES[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "ed"


def size(mention: Mention, role: str) -> Quantity | None:
    """How many fill a role, where the text says so."""
    return next((q for head in mention.heads(role) if (q := quantity_of(head)) is not None), None)
