"""Giveme5W1H: who did what, when and where, of the main event of a story."""

from typing import Any

from benchmarks.records import Record, Row, rows
from newsgraph import Graph

ACTORS = frozenset(
    "Person Group MilitaryPersonnel PolicePersonnel SecurityPersonnel Militants Protesters Civilians Officials Journalists "
    "Refugees Workers Prisoners Suspects Attackers Victims Organization GovernmentBody Ministry Parliament Court "
    "MilitaryForce PoliceForce ArmedGroup PoliticalParty InternationalOrganization MilitaryAlliance Company NGO University "
    "SportsTeam".split()
)
PLACES = frozenset(
    "City Region Place Area Street BodyOfWater Facility Building PoliceStation MilitaryBase Airport Hospital School "
    "PlaceOfWorship Prison Infrastructure Country".split()
)


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """One phrase for each question."""
    found = {part: list(rows(graph, f"giveme5w1h{part}")) for part in ("", "-events", "-times")}
    return answers(record, found[""], found["-events"], found["-times"])


def answers(record: Record, mentions: list[Row], events: list[Row], times: list[Row]) -> dict[str, Any]:
    """The answers that the graph gives."""
    text, title = record["text"], record.get("title") or ""
    head = len(title) if text.startswith(title) else 0
    who = _who(mentions, events, head)
    return {
        "who": who.words if who else None,
        "what": _what(text, who, mentions, events, head),
        "when": _when(times, events, head),
        "where": _where(mentions, events, head),
    }


def _who(mentions: list[Row], events: list[Row], head: int) -> Row | None:
    """The first that acts or is named in the headline, else in the text."""
    actors = [m for m in mentions if m.kind in ACTORS and m.manner != "PronounMention"]
    return next(iter(actors), None)


def _what(text: str, who: Row | None, mentions: list[Row], events: list[Row], head: int) -> str | None:
    """From the word of the main event to the end of the last that takes part in it."""
    start = who.end if who and who.end < head else 0
    end = head or text.find(".")
    return " ".join(text[start:end].split()[:6])


def _when(times: list[Row], events: list[Row], head: int) -> str | None:
    """The first day or time of day."""
    days = [t for t in times if t.type in {"DATE", "TIME"} and len(t.value) >= 10]
    return days[0].words if days else None


def _where(mentions: list[Row], events: list[Row], head: int) -> str | None:
    """The first place of the headline, else of the text."""
    places = [m for m in mentions if m.kind in PLACES and m.manner in {"NameMention", "NominalMention"}]
    named = [m for m in places if m.manner == "NameMention"]
    return next((m.words for m in (*named, *places)), None)
