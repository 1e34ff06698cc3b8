"""Quotation marks: which stretches of a text stand between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.extraction.parse import Doc, Token

PAIRS = {"“": "”", "„": "”", "«": "»", "``": "''", "‘": "’"}
STRAIGHT = frozenset({'"', "''"})
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words from an opening mark to its closing mark, both included: `start` to before `end`."""

    start: int
    end: int


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in its order; the end of a paragraph closes what nothing else does."""
    return tuple(_quotations(doc))


def _quotations(doc: Doc) -> Iterator[Quotation]:
    start, closing = -1, ""
    for token in doc:
        if start < 0:
            if (found := _opens(token)) is not None:
                start, closing = token.i, found
        elif token.text == closing and not (closing == "’" and _is_apostrophe(token)):
            yield Quotation(start, token.i + 1)
            start = -1
        elif ends_paragraph(token) or token.i - start > LONGEST:
            if closing != "’":
                yield Quotation(start, token.i)
            start = -1
    if start >= 0 and closing != "’":
        yield Quotation(start, len(doc))


def _opens(token: Token) -> str | None:
    """The mark that would close what this token opens; None where it opens nothing."""
    if token.text in PAIRS:
        return PAIRS[token.text]
    if token.text in STRAIGHT and not token.whitespace_:
        return token.text
    if token.text == "'" and token.i > 0 and token.nbor(-1).whitespace_ and not token.whitespace_:
        return "'"
    return None


def _is_apostrophe(token: Token) -> bool:
    return not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).is_alpha


def ends_paragraph(token: Token) -> bool:
    """Whether a line ends here."""
    return token.is_space and "\n" in token.text
