"""Who speaks in quotation marks: by the reporting verb beside them, else by that of the quotation before."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from newsgraph.extraction.parse import Doc, Token

OPENING = {"“": "”", '"': '"', "„": "”", "«": "»"}
LONGEST = 250


@dataclass(frozen=True, slots=True)
class Quotations:
    """The speaker of each quoted word, with the reporting verb."""

    speakers: Mapping[int, tuple[Token, Token]]

    def of(self, token: Token) -> tuple[Token, Token] | None:
        """Who says a word, and the verb that says so; None outside quotation marks and where nobody is named."""
        return self.speakers.get(token.i)


def quotations(doc: Doc, reported: Callable[[Token], Token | None]) -> Quotations:
    """The quotations of a text. `reported` gives the speaker of a reporting verb, None for other words."""
    found: dict[int, tuple[Token, Token]] = {}
    last: tuple[int, tuple[Token, Token]] | None = None
    for start, end in _spans(doc):
        who = _beside(doc, start, end, reported)
        if who is None and last is not None and not _parted(doc, last[0], start):
            who = last[1]
        if who is not None:
            found |= {i: who for i in range(start, end)}
            last = end, who
    return Quotations(found)


def _spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """The token ranges between quotation marks; a paragraph's end closes what nothing else does."""
    start, closing = None, ""
    for token in doc:
        if start is None and token.text in OPENING:
            start, closing = token.i, OPENING[token.text]
        elif start is not None and (token.text == closing or "\n" in token.text or token.i - start > LONGEST):
            yield start, token.i
            start = None


def _beside(doc: Doc, start: int, end: int, reported: Callable[[Token], Token | None]) -> tuple[Token, Token] | None:
    """The reporting verb outside the marks in the sentences that the quotation touches."""
    first, last = doc[start].sent.start, doc[min(end, len(doc) - 1)].sent.end
    words = [*doc[end:last], *reversed(list(doc[first:start]))]
    return next(((who, word) for word in words if (who := reported(word)) is not None), None)


def _parted(doc: Doc, end: int, start: int) -> bool:
    """Whether a paragraph ends between two places, or much is said there that is not quoted."""
    between = doc[end:start]
    return start - end > LONGEST // 5 or any(t.is_space and "\n" in t.text for t in between)
