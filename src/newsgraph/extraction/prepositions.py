"""What stands behind the prepositions of a word, complex ones among them ("in response to")."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsgraph.extraction.antecedents import conjuncts, resolved
from newsgraph.extraction.parse import Doc, Token
from newsgraph.ontology.lexicon import lexicon

# Prepositions of place.
LOCATING = frozenset("in at near outside inside".split())
# Prepositions whose object may itself be somewhere: "talks with leaders in Geneva".
HOLDING = (
    LOCATING | frozenset("to into from on by with between of off towards through across".split()) | {"in front of"}
)
# Lengths of what somebody is sentenced to.
TERMS = frozenset("day week month year decade life term sentence".split())
PRISONS = frozenset({"prison", "jail", "camp", "colony", "penitentiary"})
# Prepositions that may hang on an argument and yet say where the event was: "sent soldiers to Mali".
NESTED = frozenset("in at near to into from on outside inside across around against over towards".split())
# Prepositions of several words; the object hangs on the last of them.
COMPLEX_PREPOSITIONS = tuple(
    tuple(phrase.split())
    for phrase in (
        "as a result of, in response to, in retaliation for, in the wake of, on account of, in view of, in "
        "front of, on behalf of, in favour of, in favor of, in protest at, in protest against, in exchange "
        "for, in return for, in connection with, in support of, as part of, in light of, in the face of, in "
        "addition to, in accordance with, close to, north of, south of, east of, west of, because of, due to, "
        "owing to, according to, out of, instead of, rather than, ahead of, along with, together with, thanks "
        "to, prior to, on top of, away from"
    ).split(", ")
)
COMPLEX_BY_WORD: dict[str, tuple[tuple[str, ...], ...]] = {
    word: tuple(p for p in COMPLEX_PREPOSITIONS if word in (p[0], p[-1])) for p in COMPLEX_PREPOSITIONS for word in p
}


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a function; `near` is False where the function was reached through another word."""

    function: str
    head: Token
    near: bool = True


def preposition(token: Token) -> str:
    """The preposition in lower case, complex ones whole ("because of")."""
    return " ".join(t.lower_ for t in _words_of(token))


def _words_of(token: Token) -> tuple[Token, ...]:
    """The words that make up the preposition which starts here."""
    known = COMPLEX_BY_WORD.get(token.lower_)
    if known is None:
        return (token,)
    tokens, i = token.doc.tokens, token.i
    after = tokens[i + 1].lower_ if i + 1 < len(tokens) else ""
    before = tokens[i - 1].lower_ if i else ""
    for words in known:
        if words[1] == after and words[0] == token.lower_ and _stands(token.doc, i, words):
            return tuple(tokens[i : i + len(words)])
        first = i - len(words) + 1
        if words[-2] == before and words[-1] == token.lower_ and first >= 0 and _stands(token.doc, first, words):
            return tuple(tokens[first : i + 1])
    return (token,)


def _stands(doc: Doc, at: int, words: tuple[str, ...]) -> bool:
    found = doc.tokens[at : at + len(words)]
    return len(found) == len(words) and all(t.lower_ == word for t, word in zip(found, words, strict=True))


def prepositional(token: Token, *, near: bool = True) -> Iterator[Filler]:
    """The objects of a word's prepositions, and the places in which those in turn are."""
    for filler in direct(token, near=near):
        yield filler
        opposed = filler.function == "against" and not _is_placed(token) and not _is_event(filler.head)
        if near and (filler.function in HOLDING or opposed):
            around = (f for name in _with_names(filler.head) for f in direct(name, near=False))
            yield from (f for f in around if f.function in LOCATING and not _is_kind(f.head, filler.head))
            yield from (f for verb in accompanying(filler.head) for f in _places_of(verb))


def _is_kind(place: Token, term: Token) -> bool:
    """ "Six years in prison": no place where anything happened, but what the years are of."""
    bare = place.pos_ == "NOUN" and not any(c.dep_ in {"det", "poss", "compound", "prep"} for c in place.children)
    return (bare or place.lemma_.lower() in PRISONS) and term.lemma_.lower() in TERMS


def _is_event(noun: Token) -> bool:
    """Whether what is somewhere may be the event that a noun tells, and nothing else ("the war in ...")."""
    return noun.lemma_.lower() in _event_nouns()


@cache
def _event_nouns() -> frozenset[str]:
    known = lexicon()
    things = {noun for entry in known.nominals for noun in entry.nouns}
    return frozenset(noun for trigger in known.triggers for noun in trigger.nouns) - things


def _is_placed(token: Token) -> bool:
    """Whether a word has a place of its own."""
    return any(c.dep_ == "prep" and c.lower_ in LOCATING for c in token.children)


def direct(token: Token, *, near: bool) -> Iterator[Filler]:
    """The objects of a word's own prepositions."""
    for prep in token.children:
        if denial(prep) is not None:
            continue
        if prep.dep_ in {"prep", "agent"} or (prep.dep_ in {"dative", "prt"} and prep.pos_ == "ADP"):
            for head in objects_of(prep):
                yield Filler(preposition(prep), head, near)


def denial(prep: Token) -> Token | None:
    """The "not" of ", and not in Larissa": that is where it was not; "not only in X" is where it was."""
    doc, at = prep.doc, prep.i - 1
    contrast = at > 0 and doc[at].lower_ == "not" and doc[at - 1].lower_ in {",", "and", "but", "-", "–", "—"}
    return doc[at] if contrast else None


def objects_of(prep: Token) -> Iterator[Token]:
    """The nouns and gerunds behind a preposition, those of a preposition inside it too ("from outside the city")."""
    words = _words_of(prep)
    heads = {w.i for w in words}
    for child in (c for w in words for c in w.children if c.i not in heads and c.i > words[-1].i):
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ != "ADP":
            for head in conjuncts(child):
                yield resolved(head)
        elif child.dep_ in {"prep", "pcomp"} or (child.dep_ == "conj" and child.pos_ == "ADP"):
            yield from objects_of(child)


def nested(noun: Token) -> Iterator[Filler]:
    """Places and directions that hang on an argument but say where the event was: "sent soldiers to Mali"."""
    yield from (f for name in _with_names(noun) for f in prepositional(name, near=False) if f.function in NESTED)
    yield from (f for verb in accompanying(noun) for f in _places_of(verb))


def accompanying(noun: Token) -> Iterator[Token]:
    """The verbs of what somebody was just doing: "shot at pilgrims (who were) leaving a shrine in Kano"."""
    yield from (c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBG")


def _places_of(verb: Token) -> Iterator[Filler]:
    objects = (c for c in verb.children if c.dep_ == "dobj")
    yield from (f for word in (verb, *objects) for f in direct(word, near=False) if f.function in LOCATING)


def _with_names(noun: Token) -> Iterator[Token]:
    """A noun and the persons' names that stand beside it: "met the minister, Ana Silva, in Lisbon"."""
    yield noun
    yield from (c for c in noun.children if c.dep_ == "appos" and c.ent_type_ == "PERSON")
