"""What the finder of attributions hands on."""

from dataclasses import dataclass

from newsgraph.extraction.parse import Token

EMPTY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as sets of word indexes.

    `head` is the word that tells so ("said"), `speaker` the head of the source's words, None where there are none;
    `direct` says whether the content stands in quotation marks as a whole; `tells` whether it is speech or a clause,
    not only a thing or an action ("criticised the plan", "wants to stay"), which takes somebody with a mind.
    `reporter` is the place of the verb inside whose report this is another's ("A said, citing B").
    """

    head: Token
    speaker: Token | None
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    direct: bool = False
    tells: bool = True
    reporter: int | None = None
