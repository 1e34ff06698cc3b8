"""Who says the words of a text, where attributions tell: in quotation marks, and in what stands far from its verb."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from newsgraph.extraction.attributions import Found
from newsgraph.extraction.parse import Token


@dataclass(frozen=True, slots=True)
class Quotations:
    """The speaker of each word that is somebody's, with the word that reports."""

    speakers: Mapping[int, tuple[Token, Token]]

    def of(self, token: Token) -> tuple[Token, Token] | None:
        """Who says a word, and the word that says so; None where it is nobody's or nobody is named."""
        return self.speakers.get(token.i)


def quotations(said: Iterable[Found], reports: Callable[[Token], bool]) -> Quotations:
    """The speech among some attributions, direct or told by a word that reports; the innermost speaker counts."""
    found: dict[int, tuple[Token, Token]] = {}
    for one in sorted(said, key=lambda one: (-len(one.content), one.head.i)):
        if one.speaker is not None and (one.direct or (one.tells and reports(one.head))):
            found |= dict.fromkeys(one.content, (one.speaker, one.head))
    return Quotations(found)
