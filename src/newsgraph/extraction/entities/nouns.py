"""Common nouns and titles as the lexicon has them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from newsgraph.extraction.entities.found import GROUPS
from newsgraph.extraction.parse import Token
from newsgraph.ontology.lexicon import lexicon
from newsgraph.ontology.titles import is_built_title, title_parts

OFFICE = "Office"
PEOPLE = GROUPS | {"Person"}
# The most words that an entry of the lexicon has.
LONGEST = 6
KEPT = "newsgraph.nouns"


@cache
def _types() -> Mapping[str, str]:
    entries = lexicon().nominals
    return {noun: entry.type for entry in entries for noun in entry.nouns if entry.type != OFFICE}


@cache
def _offices() -> frozenset[str]:
    return frozenset(noun for entry in lexicon().nominals if entry.type == OFFICE for noun in entry.nouns)


@lru_cache(maxsize=1 << 14)
def _is_office(phrase: str) -> bool:
    return phrase in _offices() or is_built_title(phrase, _offices())


@cache
def _ends() -> frozenset[str]:
    """The last words of everything that may be a noun of the lexicon or a title."""
    parts = title_parts()
    known = (*_types(), *_offices(), *parts.heads, *parts.portfolios)
    return frozenset(end for phrase in known for end in (phrase.split()[-1], re.split(r"\W", phrase)[-1]))


def _entries(head: Token) -> tuple[str, ...]:
    """The nouns of the lexicon and the titles that end at a head, the longest first; kept with the text."""
    kept: dict[int, tuple[str, ...]] = head.doc.user_data.setdefault(KEPT, {})
    found = kept.get(head.i)
    if found is None:
        found = kept[head.i] = tuple(p for p in _phrases(head) if p in _types() or _is_office(p))
    return found


def _phrases(head: Token) -> Iterator[str]:
    """What stands before and at a head, the longest first, the head as it is and as its lemma."""
    plain = _singular(head.lower_) if head.tag_ == "NNPS" else head.lower_
    forms = [form for form in dict.fromkeys((head.lower_, head.lemma_.casefold(), plain)) if form in _ends()]
    if forms:
        text, first = head.doc.text, max(head.i - LONGEST + 1, head.sent.start)
        for token in head.doc.tokens[first : head.i + 1]:
            before = text[token.idx : head.idx].casefold()
            yield from (before + form for form in forms)


def _singular(word: str) -> str:
    """The singular of a plural in capitals, whose lemma the parser does not know."""
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s")


def noun_type(head: Token) -> str | None:
    """The class that the lexicon gives a noun, together with the words before it; offices count as persons."""
    return next((_types().get(phrase, "Person") for phrase in _entries(head)), None)


def is_common(word: str) -> bool:
    """Whether a single word is a noun of the lexicon."""
    return word in _types() or _is_office(word)


@cache
def _event_nouns() -> frozenset[str]:
    known = lexicon()
    counted = (noun for count in known.counts for noun in count.nouns)
    return frozenset((*(noun for trigger in known.triggers for noun in trigger.nouns), *counted))


def is_event_noun(word: str) -> bool:
    """Whether a single word is a noun for events or for what is counted."""
    return word in _event_nouns()


def is_plural(token: Token) -> bool:
    """Whether a noun stands in the plural."""
    return token.tag_ in {"NNS", "NNPS"}


def office_of(head: Token) -> str | None:
    """The title that ends at a noun ("prime minister"), the longest, in lower case."""
    return next((phrase for phrase in _entries(head) if _is_office(phrase)), None)


def title_start(head: Token) -> int:
    """The index of the first token of the title that ends at a noun; of the noun where there is none."""
    title = office_of(head)
    begin = head.idx + len(head) - len(title) if title else head.idx
    return next((i for i in range(head.i, max(head.i - 8, -1), -1) if head.doc[i].idx <= begin), head.i)


def phrase_start(head: Token) -> int:
    """The index of the first token of the lexicon's entry that ends at a noun."""
    entry = next(iter(_entries(head)), head.lower_)
    return next((i for i in range(head.i, -1, -1) if head.doc[i].idx <= head.idx + len(head) - len(entry)), head.i)


def is_people(type_: str) -> bool:
    """Whether a class is one of persons or groups of them."""
    return type_ in PEOPLE


def before_name(token: Token) -> bool:
    """Whether a proper noun follows right after."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ == "PROPN"
