"""Giveme5W1H: who did what, when and where, of the main event of a story, which its headline tells first."""

import re
from collections.abc import Sequence
from typing import Any

from benchmarks.records import Record, Row, rows
from newsgraph import Graph

BODIES = frozenset(
    "Organization GovernmentBody Ministry Parliament Court MilitaryForce PoliceForce ArmedGroup PoliticalParty Company "
    "InternationalOrganization MilitaryAlliance NGO University SportsTeam MediaOrganization".split()
)
PEOPLE = frozenset(
    "Person Group MilitaryPersonnel PolicePersonnel SecurityPersonnel Militants Protesters Civilians Officials Workers "
    "Journalists Refugees Prisoners Suspects Attackers Victims".split()
)
SMALL = frozenset(
    "City Region Place Area Street BodyOfWater Facility Building PoliceStation MilitaryBase Airport Hospital School "
    "PlaceOfWorship Prison Infrastructure".split()
)
PLACES = SMALL | {"Country"}
# Where the phrase that says what happened ends: coders leave the circumstances out.
CUT = re.compile(
    r"(?<=\w )(?:as|after|before|amid|with|in|at|outside|near|over|to|when|while|during|by|who|which)\b|[:;]"
)
LONGEST = 7
AT = re.compile(r"\b(?:at|in|outside|near|inside)(?: the)? $")
# How far the first paragraphs reach.
LEAD = 800


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """One phrase for each question."""
    article = next(rows(graph, "giveme5w1h-article"))
    return answers(article, tuple(rows(graph, "giveme5w1h")), tuple(rows(graph, "giveme5w1h-times")))


def answers(article: Row, mentions: Sequence[Row], times: Sequence[Row]) -> dict[str, Any]:
    """The answers that the rows of a graph give."""
    text, title = article.body, article.headline or ""
    head = len(title) if text.startswith(title) else text.find("\n")
    actor = next((m for m in mentions if m.kind in PEOPLE | BODIES and m.manner != "PronounMention"), None)
    return {
        "who": actor and _who(actor, mentions, text),
        "what": _what(text[(actor.end if actor and actor.end < head else 0) : head]),
        "when": _when(times, text),
        "where": _where(mentions, text, head),
    }


def _who(actor: Row, mentions: Sequence[Row], text: str) -> str:
    """A person by the full name, all others by the words of the place, with a name right behind a title."""
    if actor.kind == "Person" and actor.manner == "NameMention":
        return str(actor.label)
    return text[actor.start : _joined(actor, mentions, text, r" ").end]


def _joined(first: Row, mentions: Sequence[Row], text: str, between: str) -> Row:
    """The last of the mentions that follow one another with nothing but `between` in the middle."""
    last = first
    for m in mentions:
        if m.start > last.end and m.manner == "NameMention" and re.fullmatch(between, text[last.end : m.start]):
            last = m
    return last


def _what(rest: str) -> str:
    """The headline behind its actor, up to the circumstances."""
    words = " ".join(rest.split()[:LONGEST])
    found = next((m for m in CUT.finditer(words) if len(words[: m.start()].split()) > 1), None)
    return words[: found.start()] if found else words


def _when(times: Sequence[Row], text: str) -> str | None:
    """The first day or time of day, with the other one beside it ("6am on Sunday")."""
    days = [
        t for t in times if t.type in {"DATE", "TIME"} and t.value[:4].isdigit() and len(t.value) >= len("2000-01-01")
    ]
    if not days:
        return None
    first, *others = days
    near = (t for t in others[:1] if text[first.end : t.start] in {" ", " on ", ", ", " at "})
    return text[first.start : next((t.end for t in near), first.end)]


def _where(mentions: Sequence[Row], text: str, head: int) -> str | None:
    """The first place of the headline, else of the first paragraphs, a smaller one before the country around it."""
    named = [m for m in mentions if m.manner == "NameMention" and m.kind in PLACES]
    inside = [m for m in mentions if m.end <= head and m.kind in SMALL | BODIES and AT.search(text[: m.start])]
    small = [m for m in named if m.kind in SMALL]
    first = next(iter((*inside, *(m for m in small if m.start < LEAD), *named)), None)
    return first and text[first.start : _joined(first, named, text, r", ").end]
