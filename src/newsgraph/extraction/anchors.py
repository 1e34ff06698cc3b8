"""What a text says around single words that somebody points at, whether or not the lexicon knows them as events."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from newsgraph.extraction import attributions
from newsgraph.extraction.assembly import event_mentions
from newsgraph.extraction.attributing import meant
from newsgraph.extraction.claiming import Surroundings
from newsgraph.extraction.events import Mention
from newsgraph.extraction.layers import Layer, State
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.quotations import quotations
from newsgraph.extraction.reader import Readers, Reading
from newsgraph.extraction.referents import Referents
from newsgraph.extraction.speakers import Speakers
from newsgraph.extraction.times.narrative import Narrative, narrative
from newsgraph.extraction.timing import Timing
from newsgraph.model.findings import TimeExpression

# A date that names its day: "2024-03-14".
FULL = 10


@dataclass(frozen=True, slots=True)
class Anchors:
    """Asks one parsed document about its words, each by the place where it starts."""

    doc: Doc
    times: tuple[TimeExpression, ...]
    mentions: Mapping[int, Mention]
    around: Surroundings
    timing: Timing
    story: Narrative | None

    def word(self, start: int) -> Token | None:
        """The word at a place of the text, for an auxiliary its verb."""
        span = self.doc.char_span(start, start + 1, alignment_mode="expand")
        if span is None:
            return None
        return span[0].head if span[0].dep_ in {"aux", "auxpass"} else span[0]

    def layers(self, word: Token) -> tuple[Layer, ...]:
        """How real it is, in the view of each speaker, innermost first."""
        mention = self.mentions.get(word.i)
        return self.around.layers(word, State() if mention is None else mention.state)

    def time(self, word: Token) -> TimeExpression | None:
        """When it was, where the text says so."""
        found = self.timing.of_word(word)
        return None if found is None else self.times[found]

    def told(self, word: Token) -> TimeExpression | None:
        """The day that the story has reached there, where the text does not say when it was."""
        found = None if self.story is None else self.story.at(word)
        return None if found is None else self.times[found]


def anchors(readers: Readers, reading: Reading) -> Anchors:
    """The words of a document, ready to be asked about."""
    referents = Referents(reading.index, reading.doc)
    speakers = Speakers(referents, readers.is_a, reading.document)
    said = meant(attributions.find(reading.doc), speakers)
    around = Surroundings(readers.context(speakers.can_speak), quotations(said, readers.reports))
    timing = Timing(reading.doc, reading.times, readers.carriers)
    mentions = event_mentions(readers, reading, referents, timing)
    day = reading.document.date
    story = (
        None
        if day is None or len(day) < FULL
        else narrative(reading.doc, reading.times, timing.of_word, date.fromisoformat(day[:10]))
    )
    return Anchors(reading.doc, reading.times, {m.token.i: m for m in mentions}, around, timing, story)
