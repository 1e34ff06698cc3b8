"""Events of a document: trigger words with their roles, labels and extents; what is told twice is one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsgraph.extraction.grammar import governor
from newsgraph.extraction.layers import State
from newsgraph.extraction.markers import has_nothing
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.prepositions import LOCATING, denial, objects_of
from newsgraph.extraction.quantities import Quantity, quantity_of
from newsgraph.extraction.referents import Referents, kind_of
from newsgraph.extraction.roles import Filled, RoleFinder
from newsgraph.extraction.triggers import Pattern, TriggerIndex, trigger_words
from newsgraph.model.text import Span
from newsgraph.ontology.lexicon import Trigger

DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An event at one trigger word, before what is told twice is joined.

    `denied` is the "not" of what is told beside it as not having been ("in Volos and not in Larissa").
    """

    token: Token
    pattern: Pattern
    roles: tuple[Filled, ...]
    denied: Token | None = None

    @property
    def trigger(self) -> Trigger:
        """The lexicon's entry."""
        return self.pattern.trigger

    @property
    def span(self) -> Span:
        """The trigger word; the "not" where the word itself tells what did happen."""
        word = self.denied or self.token
        return Span(word.idx, word.idx + len(word))

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells the event."""
        return self.token.pos_ in {"NOUN", "PROPN"}

    @property
    def state(self) -> State:
        """How real it is by its words alone: "coup attempt", "took no hostages"."""
        state = State(self.trigger.positive, self.trigger.modality)
        bare = any(c.dep_ == "dobj" and c.lemma_.lower() == self.pattern.object for c in self.token.children)
        return state.negated() if self.denied or (bare and has_nothing(self.token)) else state

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
        found = {t.i: m for t, patterns in words if (m := self._first(t, patterns, finder)) is not None}
        told = tuple(found.values())
        again = (self._again(t, patterns, told) for t, patterns in words if t.i not in found)
        found |= {m.token.i: m for m in again if m is not None}
        kept = _without_shadows([found[i] for i in sorted(found)])
        by_word = {m.token.i: m for m in kept}
        return with_contrasts(_without_borrowed(m, by_word) for m in kept)

    def _again(self, token: Token, patterns: Sequence[Pattern], told: Sequence[Mention]) -> Mention | None:
        """A bare noun that takes up an event of the same word told elsewhere ("the strike")."""
        lemma = token.lemma_.lower()
        if token.pos_ != "NOUN" or token.dep_ == "compound":
            return None
        definite = any(c.lower_ in DEFINITE for c in token.children)
        same = [
            m.trigger.event for m in told if definite or lemma in m.trigger.nouns or m.token.lemma_.lower() == lemma
        ]
        # What asks for least says least: "the deal" is no ceasefire because one is told elsewhere.
        least = reversed(patterns)
        return next((Mention(token, p, ()) for p in least if any(self.is_a(e, p.trigger.event) for e in same)), None)

    def _type(self, token: Token, referents: Referents, guesses: Mapping[int, str]) -> str | None:
        if (known := referents.known(token)) is not None:
            return referents.entities[known].type
        if token.i in guesses:
            return guesses[token.i]
        return None if token.pos_ in {"PRON", "VERB", "AUX"} else kind_of(token)

    def _first(self, token: Token, patterns: Sequence[Pattern], finder: RoleFinder) -> Mention | None:
        """The first trigger, in the order of how much it asks for, whose demands the words meet."""
        for pattern in patterns:
            roles = finder.fill(token, pattern.trigger, pattern.object)
            if roles is not None:
                return Mention(token, pattern, roles)
        return None


def with_contrasts(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, each followed by what it denies: that it was "in Volos and not in Larissa"."""
    return tuple(m for mention in found for m in (mention, *_contrasts(mention)))


def _contrasts(mention: Mention) -> Iterator[Mention]:
    """The same where it was not, told beside where it was."""
    kept = tuple(f for f in mention.roles if f.role != "place")
    if len(kept) == len(mention.roles):
        return
    for prep, word in _denials(mention.token):
        heads = [h for h in objects_of(prep) if h.pos_ == "PROPN"]
        if heads:
            yield replace(mention, roles=(*kept, *(Filled("place", h, prep.lower_) for h in heads)), denied=word)


def _denials(trigger: Token) -> Iterator[tuple[Token, Token]]:
    """The prepositions of place, below a trigger and no other verb, that "not" stands before, with that word."""
    for prep in (t for t in trigger.subtree if t.lower_ in LOCATING and t.pos_ == "ADP"):
        word = denial(prep)
        above = next((a for a in prep.ancestors if a == trigger or a.pos_ in {"VERB", "AUX"}), None)
        if word is not None and above == trigger:
            yield prep, word


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
        inside = m.token.dep_ == "pobj" and m.token.head.lower_ == "of" and _tells(by_word, m.token.head.head, m)
        shadowed = inside or (
            same_event and (m.token.dep_ in {"compound", "amod"} or (m.is_noun and m.token.dep_ == "nsubj"))
        )
        if not same and not shadowed and not _is_fixed(m, by_word):
            kept.append(m)
    return kept


def _without_borrowed(mention: Mention, by_word: Mapping[int, Mention]) -> Mention:
    """Where another event was that fills a role is no place of this one: "condemned the attack in Kabul"."""
    inner = [by_word[f.head.i] for f in mention.roles if f.role != "place" and f.head.i in by_word]
    theirs = {head.i for other in inner for head in other.heads("place")}
    borrowed = [f for f in mention.roles if f.role == "place" and not f.near and f.head.i in theirs]
    return replace(mention, roles=tuple(f for f in mention.roles if f not in borrowed)) if borrowed else mention


def _tells(by_word: Mapping[int, Mention], word: Token, mention: Mention) -> bool:
    """Whether a word tells the same kind of event: the outbreak of "an outbreak of cholera"."""
    return word.i in by_word and by_word[word.i].trigger.event == mention.trigger.event


def _is_fixed(mention: Mention, by_word: Mapping[int, Mention]) -> bool:
    """Whether a noun is the fixed object of a verb that evokes something else: the fire of "open fire"."""
    verb = by_word.get(governor(mention.token)[0].i) if mention.is_noun else None
    words = {mention.token.lower_, mention.token.lemma_.lower()}
    return verb is not None and verb.pattern.object in words and verb.trigger.event != mention.trigger.event


def extent(token: Token) -> Span:
    """The clause of a trigger: its sentence up to the clauses that hang on it as content or aside."""
    top = token
    while top.dep_ not in {"ROOT", "ccomp", "advcl", "relcl", "parataxis"} and top.head.i != top.i:
        top = top.head
    tokens = sorted(t.i for t in top.subtree if not t.is_space)
    first, last = next((i for i in tokens if not token.doc[i].is_punct or token.doc[i].is_quote), tokens[0]), tokens[-1]
    run = token.doc[first : last + 1]
    return Span(run.start_char, run.end_char)


def size(mention: Mention, role: str) -> Quantity | None:
    """How many fill a role, where the text says so."""
    return next((q for head in mention.heads(role) if (q := quantity_of(head)) is not None), None)
