"""Speech that stands in lines: those of a transcript ("HOLT: ..."), and quotations with their author below ("― A")."""

from collections.abc import Iterator

from newsgraph.extraction.attributions.found import Found
from newsgraph.extraction.attributions.marks import ends_paragraph
from newsgraph.extraction.attributions.speech import Speech
from newsgraph.extraction.parse import Doc, Token

LONGEST = 6
DASHES = frozenset({"—", "–", "―", "--"})
SAID = frozenset({"said", "says"})
SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def lines(doc: Doc, speech: Speech) -> Iterator[Found]:
    """What the lines of a transcript and the signatures of quotations give as somebody's."""
    found = [one for start, end in _ranges(doc) if (one := _line(doc, start, end)) is not None]
    capitals = sum(1 for one in found if one.speaker is not None and one.speaker.is_upper)
    for one in found:
        if one.speaker is not None and (one.speaker.ent_type_ in SPEAKERS or (one.speaker.is_upper and capitals > 1)):
            speech.taken.update(i for i in speech.opening if i in one.content or i + 1 in one.source)
            yield one
    yield from _signed(doc, speech)


def _ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    for token in doc:
        if ends_paragraph(token):
            yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _line(doc: Doc, start: int, end: int) -> Found | None:
    """ "NAME: words": a name before a colon at the start of a line."""
    colon = next((t.i for t in doc[start : min(start + LONGEST, end)] if t.text == ":"), None)
    if colon is None or colon + 2 > end:
        return None
    names = [t for t in doc[start:colon] if not (t.is_quote or t.is_space)]
    cue = [t for t in names[:1] if t.lower_ in SAID]
    names = names[len(cue) :]
    if not names or not all(t.is_upper or t.pos_ == "PROPN" for t in names) or any(t.pos_ == "VERB" for t in cue):
        return None
    cues = frozenset(t.i for t in cue) or frozenset({colon})
    return Found(doc[colon], names[-1], frozenset(t.i for t in names), cues, frozenset(range(colon + 1, end)), True)


def _signed(doc: Doc, speech: Speech) -> Iterator[Found]:
    """ "Words in quotation marks" ― Name, at the end of a line."""
    for quotation in speech.closing.values():
        at = quotation.end
        if at < len(doc) and doc[at].text in DASHES and quotation.start not in speech.taken:
            names = _name(doc, at + 1)
            if names:
                speech.taken.add(quotation.start)
                content = frozenset(range(quotation.start, quotation.end))
                yield Found(doc[at], names[-1], frozenset(t.i for t in names), frozenset({at}), content, True)


def _name(doc: Doc, start: int) -> list[Token]:
    """The words up to the end of the line, where they look like a name."""
    words: list[Token] = []
    for token in doc[start : start + LONGEST]:
        if ends_paragraph(token):
            return words
        if not token.text[:1].isupper():
            return []
        words.append(token)
    return words if start + len(words) == len(doc) else []
