"""What a story and an event in it are about, beyond who takes part: words, sentences, the names that come up most."""

import re
from collections.abc import Container
from hashlib import blake2b

from newsgraph.model.findings import Event, Findings, TargetKind
from newsgraph.model.text import Span
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.names import content, folded

# How many places, and how many others, a story is about.
PLACES, OTHERS = 4, 2
# A sentence of fewer words is told of many things.
LEAST_WORDS = 7
_END = re.compile(r"[.!?][\"”’)]*\s+|\n+")
# "KANO, May 3 (Reuters) - ", which copies have and their originals may not.
_DATELINE = re.compile(r"[^.!?\n]{0,60}\([^()\n]{2,30}\)\s*[-–—]+\s*")
_FUNCTION = frozenset(
    "is are was were be been by with from into over after before during against has have had its his her their it they "
    "go goes went take takes took make makes made hold held come came start begin began get got put run "
    "who which that this these those as but not no said says say told s last this next week month year "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december morning evening night afternoon today yesterday".split()
)


def described(event: Event, findings: Findings, text: str) -> tuple[str, ...]:
    """The words that describe an event, sorted: of its labels and unnamed fillers, without its trigger and names."""
    fillers = (
        findings.entities[one.filler.index].label
        for one in event.arguments
        if one.filler.kind is TargetKind.ENTITY and not findings.entities[one.filler.index].named
    )
    told = {word for phrase in (event.label, *event.alt_labels, *fillers) for word in content(phrase)}
    trigger = {word for span in event.triggers for word in content(span.of(text))}
    verbs = {word for word in told if any(word[:4] == one[:4] for one in trigger)}
    names = {word for entity in findings.entities if entity.named for word in content(entity.label)}
    return tuple(sorted(word for word in told - verbs - names - _FUNCTION if not word.isdigit() and len(word) > 1))


def sentence(text: str, spot: Span) -> str:
    """A hash of the words of the sentence around a place, the same for the same words; empty for a short one."""
    start = max((found.end() for found in _END.finditer(text, 0, spot.start)), default=0)
    after = _END.search(text, spot.end)
    whole = text[start : after.start() if after else len(text)]
    dateline = _DATELINE.match(whole)
    words = folded(whole[dateline.end() :] if dateline else whole)
    return blake2b(words.encode(), digest_size=10).hexdigest() if len(words.split()) >= LEAST_WORDS else ""


def focus(findings: Findings, known: Container[int]) -> tuple[int, ...]:
    """The rows of the entities that come up most in a story, sorted: places and a few others.

    A country says much only where the story names no place in one.
    """
    named = [row for row, entity in enumerate(findings.entities) if entity.named or row in known]
    ranked = sorted(named, key=lambda row: (-len(findings.entities[row].mentions), row))
    places = [row for row in ranked if vocabulary().is_a(findings.entities[row].type, "Place")]
    spots = [row for row in places if findings.entities[row].type != "Country"]
    others = [row for row in ranked if row not in places]
    return tuple(sorted((*(spots or places)[:PLACES], *others[:OTHERS])))
