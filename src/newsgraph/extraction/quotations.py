"""Who speaks in quotation marks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsgraph.extraction.attributions import Found
from newsgraph.extraction.parse import Token


@dataclass(frozen=True, slots=True)
class Quotations:
    """The speaker of each word of direct speech, with the word that reports."""

    speakers: Mapping[int, tuple[Token, Token]]

    def of(self, token: Token) -> tuple[Token, Token] | None:
        """Who says a word, and the word that says so; None outside direct speech and where nobody is named."""
        return self.speakers.get(token.i)


def quotations(said: Iterable[Found]) -> Quotations:
    """The direct speech among some attributions."""
    spoken = [one for one in said if one.direct and one.speaker is not None]
    return Quotations({i: (one.speaker, one.head) for one in spoken for i in one.content if one.speaker is not None})
