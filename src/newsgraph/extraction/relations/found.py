"""What the readers of relations hand to the finder."""

from dataclasses import dataclass

from newsgraph.extraction.parse import Token
from newsgraph.model.text import Span

# How sure a relation is that words of the lexicon state.
STATED = 1.0
# How sure one is that is read off what stands around, such as the place of a comma or the country that a text is about.
INFERRED = 0.6
# How sure one can be at most that has a pronoun for an end that nothing resolves.
UNNAMED = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A relation between two entities, or an entity and a time where `dated`, with the tokens that state it.

    `ends` are the words that stand for the two; `confidence` says how sure it is that the text says so.
    """

    subject: int
    predicate: str
    object: int
    tokens: tuple[Token, ...]
    ends: tuple[Token, Token]
    confidence: float = STATED
    dated: bool = False

    @property
    def key(self) -> tuple[int, str, int]:
        """What it says, whatever the words."""
        return self.subject, self.predicate, self.object

    @property
    def span(self) -> Span:
        """The characters from the first to the last of its tokens."""
        start, end = min(self.tokens, key=lambda t: t.i), max(self.tokens, key=lambda t: t.i)
        return Span(start.idx, end.idx + len(end))


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person holds or held an office: the title, its noun, the body that has the office, where known.

    `holder` and `owner` are the words for the person and the body; a body that only the text as a whole tells has none.
    """

    person: int
    title: str
    noun: Token
    body: int | None
    former: bool
    tokens: tuple[Token, ...]
    holder: Token
    owner: Token | None = None
