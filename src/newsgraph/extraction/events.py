"""Events of a document: trigger words with their roles, labels and extents; what is told twice is one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsgraph.extraction.grammar import is_passive
from newsgraph.extraction.labels import PARTICIPLES, listed, noun_label, verb_label
from newsgraph.extraction.quantities import Quantity, quantity_of
from newsgraph.extraction.referents import Referents, kind_of
from newsgraph.extraction.roles import Filled, RoleFinder
from newsgraph.extraction.triggers import TriggerIndex, trigger_words
from newsgraph.model.text import Span
from newsgraph.ontology.lexicon import Trigger


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
    finder: Callable[[Callable[[Token], str | None], Callable[[Token], bool]], RoleFinder]
    is_a: Callable[[str, str], bool]

    def read(
        self, doc: Doc, referents: Referents, skip: Callable[[Token], bool], timely: Callable[[Token], bool]
    ) -> tuple[Mention, ...]:
        """All event mentions, in the order of the text.

        `skip` tells words that evoke nothing, those inside names say; `timely` those of times, which fill no role.
        """
        words = [(t, p) for t, p in trigger_words(doc, self.triggers) if not skip(t)]
        guesses = {t.i: patterns[0].trigger.event for t, patterns in words}
        finder = self.finder(lambda token: self._type(token, referents, guesses), timely)
        senses = [(token, [p.trigger for p in patterns]) for token, patterns in words]
        found = {t.i: m for t, triggers in senses if (m := self._first(t, triggers, finder)) is not None}
        told = tuple(found.values())
        again = (self._again(t, triggers, told) for t, triggers in senses if t.i not in found)
        found |= {m.token.i: m for m in again if m is not None}
        return tuple(_without_shadows([found[i] for i in sorted(found)]))

    def _again(self, token: Token, triggers: list[Trigger], told: Sequence[Mention]) -> Mention | None:
        """A bare noun that takes up an event of the same word told elsewhere ("the strike")."""
        lemma = token.lemma_.lower()
        if token.pos_ != "NOUN" or token.dep_ == "compound":
            return None
        same = [m.trigger.event for m in told if lemma in m.trigger.nouns or m.token.lemma_.lower() == lemma]
        return next((Mention(token, t, ()) for t in triggers if any(self.is_a(e, t.event) for e in same)), None)

    def _type(self, token: Token, referents: Referents, guesses: Mapping[int, str]) -> str | None:
        if (known := referents.known(token)) is not None:
            return referents.entities[known].type
        if token.i in guesses:
            return guesses[token.i]
        return None if token.pos_ in {"PRON", "VERB", "AUX"} else kind_of(token)

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
    by_word = {m.token.i: m for m in found}
    kept = []
    for m in found:
        inner = [nouns[c.i] for c in m.token.children if c.i in nouns and c.dep_ in {"dobj", "nsubjpass"}]
        same = [n for n in inner if n.trigger.event == m.trigger.event]
        head = by_word.get(m.token.head.i)
        same_event = head is not None and head.trigger.event == m.trigger.event
        shadowed = same_event and (m.token.dep_ in {"compound", "amod"} or (m.is_noun and m.token.dep_ == "nsubj"))
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


def label(mention: Mention, name: Callable[[Filled], str | None]) -> str:
    """The event as a short English sentence; `name` gives the label of what fills a role, None to leave it out."""
    names: dict[str, list[str]] = {}
    for filled in mention.roles:
        text = None if filled.function == "clause" else name(filled)
        if text and text not in names.setdefault(_place_in_label(filled, noun=not _is_verbal(mention)), []):
            names[_place_in_label(filled, noun=not _is_verbal(mention))].append(text)
    tail = [(function, listed(labels)) for function, labels in names.items() if function not in {"subject", "object"}]
    token = mention.token
    if not _is_verbal(mention):
        if token.pos_ == "ADJ":
            return noun_label(" ".join([listed(names.get("object", ())), token.lower_]).strip(), (), tail)
        of = [("of", listed(names["object"]))] if "object" in names else []
        return noun_label(token.lemma_.lower(), names.get("subject", ()), of + tail)
    particles = [c.lower_ for c in token.children if c.dep_ == "prt"]
    verb, participle = (" ".join([w, *particles]) for w in (token.lemma_.lower(), _participle(token)))
    first = next((f.head for f in mention.roles if f.function == ("subject" if "subject" in names else "object")), None)
    return verb_label(verb, participle, names, plural=first is not None and _is_plural(first), tail=tail)


def _is_verbal(mention: Mention) -> bool:
    return mention.token.pos_ == "VERB"


def _is_plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} or token.pos_ == "NUM"


def _place_in_label(filled: Filled, *, noun: bool) -> str:
    """Where a filler stands in the label: as subject, as object or behind a preposition."""
    function = filled.function
    if function in {"subject", "by"} or (noun and function in {"poss", "adjective", "compound"}):
        return "object" if noun and filled.role in {"patient", "topic"} else "subject"
    if function == "object" or (noun and function == "of"):
        return "object"
    return {"iobject": "to", "complement": "as", "adjective": "of", "compound": "of", "poss": "of"}.get(
        function, function
    )


def _participle(token: Token) -> str:
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
