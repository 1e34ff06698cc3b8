"""What is dated after the day of publication has not happened yet, however plainly it is told.

"His trial begins in September" is a fact of a timetable only. Where the verb stands in the past, it is the date that
was misread.
"""

from newsgraph.extraction.events import Mention
from newsgraph.extraction.layers import State
from newsgraph.extraction.parse import Token
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.findings import TimeExpression

VERBS = frozenset({"VERB", "AUX"})
PAST = frozenset({"VBD"})


def state(mention: Mention, time: TimeExpression | None, published: str | None) -> State:
    """How real an event is by its own words and by its date."""
    if time is None or published is None or not _is_later(time, published) or _is_past(mention.token):
        return mention.state
    return mention.state.inside(Factuality.PROBABLE_POSITIVE, Modality.EXPECTED)


def _is_later(time: TimeExpression, published: str) -> bool:
    """Whether a time begins after a day, as far as it is told."""
    first = (time.stamp or time.begin or "")[: len("2000-01-01")]
    return bool(first) and first > published[: len(first)]


def _is_past(word: Token) -> bool:
    """Whether the nearest verb, with its auxiliaries, stands in the past."""
    verb = next((t for t in (word, *word.ancestors) if t.pos_ in VERBS), None)
    if verb is None:
        return False
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return verb.tag_ in PAST or any(c.tag_ in PAST or c.lemma_ == "have" for c in helpers)
