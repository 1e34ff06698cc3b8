"""The noun phrases and pronouns of a text."""

from collections.abc import Iterator, Sequence

from newsgraph.extraction.coreference.describing import pronoun_kind, resume, written
from newsgraph.extraction.coreference.extents import extent, tidy
from newsgraph.extraction.coreference.phrase import Phrase
from newsgraph.extraction.coreference.setting import Moment, Name, Setting, setting
from newsgraph.extraction.entities import EntityIndex
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import TimeExpression

HEADS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
# What counts or measures another noun, or stands beside it, is no phrase of its own when it is a number.
COUNTING = frozenset({"nummod", "compound", "quantmod", "npadvmod", "appos"})
# The most words of a name within a name.
LONGEST = 5


def phrases(doc: Doc, index: EntityIndex, times: Sequence[TimeExpression]) -> list[Phrase]:
    """All phrases in the order of their heads, one for each stretch of words."""
    known = setting(doc, index, times)
    found = [phrase for token in doc for phrase in _at(token, known)]
    found += [phrase for name in dict.fromkeys(known.names.values()) for phrase in _inner(name, known)]
    found += [phrase for moment in dict.fromkeys(known.times.values()) for phrase in _parts(moment, known)]
    distinct: dict[tuple[int, int], Phrase] = {}
    for one in found:
        distinct.setdefault((one.start, one.end), one)
    return sorted(distinct.values(), key=lambda p: (p.head, p.joined))


def _at(token: Token, known: Setting) -> Iterator[Phrase]:
    """What a word heads."""
    if (kind := pronoun_kind(token)) is not None:
        yield resume(token, kind, known)
    elif token.pos_ in HEADS and (token.pos_ != "PRON" or token.tag_ in {"NN", "NNS"}):
        name, moment = known.names.get(token.i), known.times.get(token.i)
        if name is not None:
            yield from _named(token, name, known)
        elif moment is not None:
            if token.i == _root(known.doc, moment.start, moment.end) and not _is_day_and_date(known.doc, moment):
                yield written(token, *_timed(known.doc, moment), "noun", known)
        elif not _is_part(token):
            yield written(token, *extent(token), "name" if token.pos_ == "PROPN" else "noun", known)
        yield from _joined(token, known)


def _is_part(token: Token) -> bool:
    """Whether a number or a proper noun belongs to the word above it."""
    proper = token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.pos_ == "PROPN"
    return proper or (token.pos_ == "NUM" and token.dep_ in COUNTING)


def _named(token: Token, name: Name, known: Setting) -> Iterator[Phrase]:
    if token.i != _root(known.doc, name.start, name.end):
        return
    start, end = name.start, name.end
    if token.dep_ not in {"compound", "nmod"}:
        start, end = extent(token)
    yield written(token, min(start, name.start), max(end, name.end), "name", known, entity=name.entity)


def _timed(doc: Doc, moment: Moment) -> tuple[int, int]:
    """A time with its article and its possessive mark."""
    start, end = moment.start, moment.end
    article = start > 0 and doc[start - 1].dep_ == "det" and doc[start - 1].head.i < end
    mark = end < len(doc) and doc[end].tag_ == "POS"
    return start - article, end + mark


def _inner(name: Name, known: Setting) -> Iterator[Phrase]:
    """Names of other things within a name: "the State of X", "X City Council"."""
    doc, start, end = known.doc, name.start, name.end
    taken = start
    for first in range(start, end):
        for last in range(min(end, first + LONGEST), max(first, taken), -1):
            entity = known.called.get(tuple(t.text for t in doc[first:last]))
            if first >= taken and (first, last) != (start, end) and entity not in {None, name.entity}:
                taken = last
                article = first > start and doc[first - 1].dep_ == "det"
                mark = last < end and doc[last].tag_ == "POS"
                yield written(doc[last - 1], first - article, last + mark, "name", known, entity=entity)
                break


def _parts(moment: Moment, known: Setting) -> Iterator[Phrase]:
    """The weekday, the date and the year of "Friday, July 21, 2017"."""
    doc, (start, end, value) = known.doc, moment
    if _is_day_and_date(doc, moment):
        yield written(doc[start], start, start + 1, "noun", known, time=value)
        yield written(doc[start + 2], start + 2, end, "noun", known, time=value)
    if end - start > 1 and value[:4] == doc[end - 1].text:
        yield written(doc[end - 1], end - 1, end, "noun", known, time=value[:4])


def _is_day_and_date(doc: Doc, moment: Moment) -> bool:
    """ "Friday, July 21": two phrases, of which one explains the other."""
    return moment.end - moment.start > 2 and doc[moment.start + 1].text == "," and moment.value[:4].isdigit()


def _joined(token: Token, known: Setting) -> Iterator[Phrase]:
    """Several phrases that "and" joins, as one."""
    last, links = token, [token]
    while (after := next((c for c in last.children if c.dep_ == "conj" and c.pos_ in HEADS), None)) is not None:
        last = after
        links.append(last)
    if token.dep_ != "conj" and any(c.dep_ == "cc" and c.lower_ in {"and", "&"} for t in links for c in t.children):
        whole = tidy(known.doc, extent(token)[0], extent(last)[1], token.i)
        if last is not token:
            yield written(token, *whole, "noun", known, joined=True)


def _root(doc: Doc, start: int, end: int) -> int:
    """The word of a stretch that hangs on a word outside it."""
    return next((i for i in range(start, end) if not start <= doc[i].head.i < end or doc[i].head.i == i), end - 1)
