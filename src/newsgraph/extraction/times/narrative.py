"""The day on which a story has arrived where it names none: the day told last stays until another one is told.

"Police raided a house on Tuesday. They arrested five men": what the past tense tells next happened on that day too.
This is how readers take it, and less sure than what the words of the clause itself say.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import TimeExpression

VERBS = frozenset({"VERB", "AUX"})
PAST = frozenset({"VBD"})
AUXILIARIES = frozenset({"aux", "auxpass"})
SUBORDINATE = frozenset({"advcl", "xcomp", "pcomp", "conj"})
# A day further back than this is a look into the past, from which a story soon returns.
RECENT = 31


@dataclass(frozen=True, slots=True)
class Narrative:
    """The days that a text tells in the past tense, in its order: (place of the verb, index of the time)."""

    doc: Doc
    times: Sequence[TimeExpression]
    told: tuple[tuple[int, int], ...]

    def at(self, token: Token) -> int | None:
        """The time that still holds at a word, as an index; None where its clause is not told in the past."""
        verb = clause_verb(token)
        if verb is None or not is_past(verb):
            return None
        before = [time for place, time in self.told if place <= verb.i]
        return before[-1] if before else None


def narrative(doc: Doc, times: Sequence[TimeExpression], of: Callable[[Token], int | None], day: date) -> Narrative:
    """The days of a text; `of` gives the time of a verb by the words around it, `day` is that of publication."""
    found = ((t.i, time) for t in doc if t.pos_ in VERBS and is_past(t) and (time := of(t)) is not None)
    return Narrative(doc, times, tuple((i, time) for i, time in found if _is_recent(times[time], day)))


def clause_verb(token: Token) -> Token | None:
    """The finite verb of the clause in which a word stands."""
    verb = token if token.pos_ in VERBS else next((a for a in token.ancestors if a.pos_ in VERBS), None)
    while verb is not None and verb.dep_ in SUBORDINATE and not _is_finite(verb):
        verb = next((a for a in verb.ancestors if a.pos_ in VERBS), None)
    return verb


def is_past(verb: Token) -> bool:
    """Whether a verb stands in the simple past, the passive included."""
    helping = next((c for c in verb.children if c.dep_ in AUXILIARIES), verb)
    return helping.tag_ in PAST and helping.lower_ not in {"had", "'d"} if helping is not verb else verb.tag_ in PAST


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.dep_ in AUXILIARIES and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in verb.children
    )


def _is_recent(time: TimeExpression, day: date) -> bool:
    if time.stamp is None:
        return False
    return 0 <= (day - date.fromisoformat(time.stamp[:10])).days <= RECENT
