"""What one document tells, while its findings are being put together."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsgraph.extraction.events import Mention
from newsgraph.extraction.layers import Layer
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.referents import Referents
from newsgraph.model.findings import Argument, Target, TargetKind


@dataclass(frozen=True, slots=True)
class Story:
    """The event mentions of a document, with what is known of each, and the events that they tell.

    All tuples run parallel to `mentions`, but `groups`: each event's mentions, by index. `at` gives the mention at a
    word, `event_of` the event of a mention. Fillers that are events are given by mention.
    """

    doc: Doc
    referents: Referents
    mentions: tuple[Mention, ...]
    layers: tuple[tuple[Layer, ...], ...]
    fillers: tuple[tuple[Argument, ...], ...]
    times: tuple[int | None, ...]
    groups: tuple[tuple[int, ...], ...]
    at: Mapping[int, int]
    event_of: Mapping[int, int]

    def event(self, mention: int) -> Target:
        """The event that a mention tells."""
        return Target(TargetKind.EVENT, self.event_of[mention])

    def sentence_before(self, token: Token) -> range:
        """The tokens of the sentence before that of a word; empty at the start of a text."""
        start = token.sent.start
        while start > 0:
            before = self.doc[start - 1].sent
            if before.text.strip():
                return range(before.start, before.end)
            start = before.start
        return range(0)
