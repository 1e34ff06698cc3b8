"""Speech that stands in lines: the lines of a transcript ("HOLT: ...") and quotations with their author below."""

from collections.abc import Iterator

from spacy.tokens import Doc

from newsgraph.extraction.attributions.found import Found
from newsgraph.extraction.attributions.marks import ends_paragraph
from newsgraph.extraction.attributions.speech import Speech

LONGEST = 6
DASHES = frozenset({"—", "–", "―", "--", "-"})


def lines(doc: Doc, speech: Speech) -> Iterator[Found]:
    """What the lines of a transcript give as somebody's."""
    start = 0
    for token in doc:
        if ends_paragraph(token) or token.i == len(doc) - 1:
            found = _line(doc, start, token.i if ends_paragraph(token) else token.i + 1)
            if found is not None:
                yield found
            start = token.i + 1


def _line(doc: Doc, start: int, end: int) -> Found | None:
    """ "NAME: words": a name before a colon at the start of a line."""
    colon = next((t.i for t in doc[start : min(start + LONGEST, end)] if t.text == ":"), None)
    if colon is None or colon == start or colon + 2 > end:
        return None
    names = doc[start:colon]
    if not all(t.text.isupper() or t.pos_ == "PROPN" for t in names):
        return None
    speaker = names[-1]
    content = frozenset(range(colon + 1, end))
    return Found(doc[colon], speaker, frozenset(range(start, colon)), frozenset({colon}), content, True)
