"""What the readers of relations hand to the finder."""

from dataclasses import dataclass

from newsgraph.extraction.parse import Token
from newsgraph.model.text import Span


@dataclass(frozen=True, slots=True)
class Told:
    """A relation between two entities with the tokens that state it."""

    subject: int
    predicate: str
    object: int
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """The characters from the first to the last of its tokens."""
        start, end = min(self.tokens, key=lambda t: t.i), max(self.tokens, key=lambda t: t.i)
        return Span(start.idx, end.idx + len(end))


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person holds or held an office: the title, its noun, the body that has the office, where known."""

    person: int
    title: str
    noun: Token
    body: int | None
    former: bool
    tokens: tuple[Token, ...]
