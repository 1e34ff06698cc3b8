"""Pairs of things that stand in one sentence, and what a learned relation may hold between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from newsgraph.extraction.entities.found import is_a
from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import TimeExpression
from newsgraph.ontology.relation_words import relation_words

# Classes of entities as pairs know them; schools and the like are bodies too.
SIDES = (("person", ("Person",)), ("body", ("Organization", "School", "Hospital")), ("place", ("Place",)))
NOT_PLACES = ("Facility", "BodyOfWater")
# Which relations may hold from the one to the other.
PREDICATES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("person", "place"): ("bornIn", "livesIn", "nationality"),
    ("person", "person"): ("spouseOf", "childOf"),
    ("person", "body"): ("affiliatedWith", "politicalAffiliation", "educatedAt", "chiefExecutiveOf"),
    ("person", "date"): ("birthDate", "deathDate"),
    ("body", "person"): ("foundedBy",),
    ("body", "place"): ("headquarteredIn",),
    ("body", "body"): ("subsidiaryOf",),
    ("body", "date"): ("foundingDate",),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands for an entity, or for a time where `side` is "date" (`thing` is then its index)."""

    token: Token
    side: str
    thing: int
    kind: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words of a sentence with the dependency path between them: up from the one, the top, down to the other."""

    one: Word
    other: Word
    up: tuple[Token, ...]
    top: Token
    down: tuple[Token, ...]

    @property
    def length(self) -> tuple[int, int]:
        """How far apart the two are: on the path, then in the text."""
        return len(self.up) + len(self.down), abs(self.one.token.i - self.other.token.i)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence that a relation can hold between, and the relations that it may tell."""

    words: tuple[Word, ...]
    predicates: frozenset[str]


def sentences(doc: Doc, index: EntityIndex, dates: Mapping[int, int]) -> Iterator[Sentence]:
    """The sentences that may tell one of the relations, by their words."""
    cues = relation_words().cues
    for sentence in doc.sents:
        lemmas = {t.lemma_.lower() for t in sentence}
        predicates = frozenset(p for lemma in lemmas if lemma in cues for p in cues[lemma])
        found = tuple(word for t in sentence if (word := _word(t, index, dates)) is not None)
        if len(found) > 1 and (predicates or any(_is_adjective(w) for w in found)):
            yield Sentence(found, predicates)


def told_by(pair: "Pair", sentence: Sentence) -> Iterator[str]:
    """The relations that may hold between a pair; an adjective needs no further word to tell a nationality."""
    for predicate in PREDICATES[pair.one.side, pair.other.side]:
        if predicate in sentence.predicates or (predicate == "nationality" and _is_adjective(pair.other)):
            yield predicate


def _is_adjective(word: Word) -> bool:
    return word.kind.startswith("adjective")


def _word(token: Token, index: EntityIndex, dates: Mapping[int, int]) -> Word | None:
    if token.i in dates:
        return Word(token, "date", dates[token.i], "date")
    entity = index.at(token.i)
    if entity is None or (token.head.i != token.i and index.at(token.head.i) == entity and token.dep_ != "appos"):
        return None
    type_ = index.entities[entity].type
    side = next((side for side, above in SIDES if any(is_a(type_, kind) for kind in above)), None)
    if side is None or (side == "place" and any(is_a(type_, kind) for kind in NOT_PLACES)):
        return None
    return Word(token, side, entity, _kind(token, type_))


def _kind(token: Token, type_: str) -> str:
    """How the word refers, and for places and bodies to what."""
    form = {"PRON": "pronoun", "PROPN": "name", "ADJ": "adjective"}.get(token.pos_, "noun")
    return form if type_ == "Person" else f"{form} {type_}"


def date_words(doc: Doc, times: Sequence[TimeExpression]) -> dict[int, int]:
    """The head of each date that names a day, a month or a year."""
    rows = sorted((n for n, t in enumerate(times) if is_date(t)), key=lambda n: times[n].span.start)
    heads: dict[int, int] = {}
    token = iter(doc)
    current = next(token, None)
    for n in rows:
        span, inside = times[n].span, list[Token]()
        while current is not None and current.idx < span.end:
            inside += [current] if current.idx >= span.start else []
            current = next(token, None)
        around = {t.i for t in inside}
        heads |= {t.i: n for t in inside if t.head.i not in around or t.head.i == t.i}
    return heads


def is_date(time: TimeExpression) -> bool:
    """Whether a time names a day, a month or a year, as the dates of lives do."""
    return time.type == "DATE" and time.value[:4].isdigit() and time.value.replace("-", "").isdigit()


def pairs(sentence: Sentence) -> Iterator[Pair]:
    """For any two things of a sentence that a relation may hold between, the two words that stand nearest."""
    chains = {w.token.i: _chain(w.token) for w in sentence.words}
    nearest: dict[tuple[str, int, str, int], Pair] = {}
    for one, other in product(sentence.words, sentence.words):
        if _may_relate(one, other, sentence):
            pair = _pair(one, other, chains)
            key = one.side, one.thing, other.side, other.thing
            if key not in nearest or pair.length < nearest[key].length:
                nearest[key] = pair
    yield from nearest.values()


def _may_relate(one: Word, other: Word, sentence: Sentence) -> bool:
    found = PREDICATES.get((one.side, other.side), ())
    open_ = not sentence.predicates.isdisjoint(found) or ("nationality" in found and _is_adjective(other))
    return open_ and (one.side, one.thing) != (other.side, other.thing)


def _chain(token: Token) -> tuple[Token, ...]:
    """The word and all above it."""
    return (token, *token.ancestors)


def _pair(one: Word, other: Word, chains: Mapping[int, tuple[Token, ...]]) -> Pair:
    above = {t.i: n for n, t in enumerate(chains[other.token.i])}
    left = chains[one.token.i]
    cut = next((n for n, t in enumerate(left) if t.i in above), len(left) - 1)
    top = left[cut]
    return Pair(one, other, left[:cut], top, chains[other.token.i][: above.get(top.i, len(above))])
