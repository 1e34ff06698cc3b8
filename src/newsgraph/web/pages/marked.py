"""An article's text with what was read in it: paragraphs of parts, each of which leads to one thing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsgraph.model.explorer import ArticlePage, Mark
from newsgraph.web.pages.words import KINDS, worded


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one line of text, from `start` (in code points) on, under the same marks, the narrowest first."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its marks, each once."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def told(self) -> str:
        """What it is, in words: all its marks, the narrowest first."""
        return "; ".join(dict.fromkeys(_told(mark) for mark in self.marks))


def _told(mark: Mark) -> str:
    kind = worded(mark.node.type).lower() if mark.node.type else KINDS.get(mark.node.kind, mark.node.kind).lower()
    return f"{mark.node.label} ({kind})"


def lines(page: ArticlePage) -> list[tuple[Part, ...]]:
    """The lines of the text; with line feeds between them they are the text."""
    grouped = groupby(_pieces(page), key=lambda piece: piece[0])
    return [tuple(part for _, part in group if part.text) for _, group in grouped]


def _pieces(page: ArticlePage) -> Iterator[tuple[int, Part]]:
    """Parts with the number of their line; an empty part stands at each line's begin."""
    line = 0
    yield line, Part("", 0)
    for segment in page.segments:
        marks = _narrowest_first(page.marks, segment.marks)
        start = segment.start
        for number, text in enumerate(segment.text.split("\n")):
            line += number > 0
            yield line, Part(text, start, marks)
            start += len(text) + 1


def _narrowest_first(marks: Sequence[Mark], numbers: Iterable[int]) -> tuple[Mark, ...]:
    there = [marks[number] for number in numbers if 0 <= number < len(marks)]
    return tuple(sorted(there, key=lambda mark: (mark.end - mark.start, mark.start, mark.kind)))
