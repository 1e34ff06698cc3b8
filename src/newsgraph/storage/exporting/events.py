"""Events as a table for those who count them: one row an event, with columns near to those of ICEWS, POLECAT and ACLED.

docs/formats.md explains every column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.exporting.alignments import cameo, plover
from newsgraph.storage.exporting.cells import Cell, joined, listed, rows, safe, tidy
from newsgraph.storage.exporting.places import Spot, code, country, matches, spot
from newsgraph.storage.exporting.source import Source
from newsgraph.storage.exporting.telling import Telling, telling
from newsgraph.storage.exporting.times import when

MEASURES = ("Deaths", "Injuries", "Arrests", "Missing", "Displaced", "Participants", "Troops")
"""The figures that have columns of their own."""
Row: TypeAlias = Mapping[str, Cell]


def events(source: Source) -> Iterator[bytes]:
    """The events of a graph as CSV, in the order of their IRIs."""
    found = (row(source, event) for event in source.each(source.events()))
    return rows(COLUMNS, ([cells[name] for name in COLUMNS] for cells in found))


def row(source: Source, event: str) -> Row:
    """The cells of an event by the names of their columns."""
    told = telling(source, [event])
    return {**_what(source, event), **_parties(source, event), **_location(source, spot(source, event)),
            **_figures(source, event), **_standing(source, event, told), **_papers(source, told)}  # fmt: skip


def _what(source: Source, event: str) -> Row:
    time, name = when(source, event), source.class_of(event)
    return {
        "event_id": event,
        "event_date": time.start,
        "event_date_end": time.end,
        "time_precision": time.precision,
        "time_words": safe(source.text(event, "ng:timexText")),
        "event_type": plover(name),
        "sub_event_type": name,
        "cameo_code": joined(cameo(name)),
        "event_text": safe(source.label(event)),
    }


def _parties(source: Source, event: str) -> Row:
    first, role, second = parties(source, event)
    return {**_actor(source, "actor1", first), "actor2_role": role, **_actor(source, "actor2", second)}


def parties(source: Source, event: str) -> tuple[Sequence[str], str, Sequence[str]]:
    """Who acts; in which role the other side is; and who that is.

    The other side is the one that the shortcuts of the event's class point to (of a deployment the destination); else
    the recipient, else the patient. Where all parties are alike (a meeting), the first one stands against the others.
    """
    agents = source.iris(event, "ng:agent")
    for role in (*_pointed(source.class_of(event)), "recipient", "patient"):
        if role == "agent" and len(agents) > 1:
            return agents[:1], role, agents[1:]
        if role != "agent" and (others := source.iris(event, f"ng:{role}")):
            return agents, role, others
    return agents, "", ()


def _pointed(name: str) -> Iterator[str]:
    """The roles that the shortcuts of a class lead to from its agent; those of the most special class first."""
    known = vocabulary()
    made = (term.shortcut for term in known.terms.values() if term.shortcut and term.shortcut.subject == "agent")
    fitting = [
        (len(known.superclasses(event)), shortcut.object)
        for shortcut in made
        for event in shortcut.events
        if known.is_a(name, event)
    ]
    yield from dict.fromkeys(role for _, role in sorted(fitting, key=lambda one: (-one[0], one[1] != "recipient")))


def _actor(source: Source, column: str, who: Iterable[str]) -> Row:
    known = list(who)
    homes = [country(source, one) for one in known]
    return {
        column: safe(joined(map(source.label, known))),
        f"{column}_id": listed(known),
        f"{column}_type": joined(map(source.class_of, known)),
        f"{column}_match": listed(one for who in known for one in matches(source, who)),
        f"{column}_country": safe(joined(dict.fromkeys(source.label(one) for one in homes if one))),
        f"{column}_iso": joined(dict.fromkeys(filter(None, (code(source, one) for one in homes)))),
    }


def _location(source: Source, spot: Spot) -> Row:
    north, east = spot.where or (None, None)
    precision = ("exact" if spot.exact else "region") if spot.where else "none"
    return {
        "location": safe(source.label(spot.place)) if spot.place else "",
        "location_id": spot.place or "",
        "location_match": listed(matches(source, spot.place)) if spot.place else "",
        "country": safe(source.label(spot.country)) if spot.country else "",
        "iso": code(source, spot.country),
        "latitude": north,
        "longitude": east,
        "geo_precision": precision,
    }


def _figures(source: Source, event: str) -> Row:
    """The lowest and the highest number that is told; those that no source stands for do not count for a fact."""
    fact = source.text(event, "ng:status")
    figures = [one for one in source.subjects("ng:figureOf", event) if not fact or source.text(one, "ng:status")]
    found: dict[str, Cell] = {}
    for name in MEASURES:
        of_it = [one for one in figures if source.text(one, "ng:counts") == name]
        low = [one for figure in of_it for one in _numbers(source, figure, "ng:minimum")]
        high = [one for figure in of_it for one in _numbers(source, figure, "ng:maximum")]
        found |= {f"{name.lower()}_min": min(low, default=None), f"{name.lower()}_max": max(high, default=None)}
    return found


def _numbers(source: Source, figure: str, name: str) -> Iterator[int]:
    for text in source.values(figure, name):
        # Longer ones are no number that anybody counted.
        if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 19:
            yield int(text)


def _standing(source: Source, event: str, told: Telling) -> Row:
    status = source.text(event, "ng:status")
    views = dict.fromkeys(
        f"{source.text(claim, 'ng:factuality')} {source.text(claim, 'ng:modality')}".strip() for claim in told.claims
    )
    return {
        "fact": "true" if source.kind(event) == "event" else "false",
        "status": status,
        "claimed_as": joined(sorted(filter(None, views))),
        "sources": len(told.sources),
        "source": safe(joined(sorted({source.label(one) for one in told.sources}))),
        "claims": len(told.claims),
    }


def _papers(source: Source, told: Telling) -> Row:
    days = sorted(day for one in told.articles for day in source.values(one, "schema:datePublished"))
    papers = {source.label(paper) for one in told.articles for paper in source.iris(one, "schema:publisher")}
    return {
        "articles": len(told.articles),
        "article_ids": listed(told.articles),
        "article_urls": safe(joined(url for one in told.articles for url in source.values(one, "schema:url"))),
        "headline": safe(source.text(told.articles[0], "schema:headline")) if told.articles else "",
        "publisher": safe(joined(sorted(papers))),
        "publication_date": tidy(days[0]) if days else "",
    }


_ACTOR = ("", "_id", "_type", "_match", "_country", "_iso")
COLUMNS = (
    "event_id", "event_date", "event_date_end", "time_precision", "time_words", "event_type", "sub_event_type",
    "cameo_code", *(f"actor1{one}" for one in _ACTOR), *(f"actor2{one}" for one in _ACTOR), "actor2_role", "location",
    "location_id", "location_match", "country", "iso", "latitude", "longitude", "geo_precision",
    *(f"{name.lower()}_{end}" for name in MEASURES for end in ("min", "max")), "fact", "status", "claimed_as",
    "sources", "source", "claims", "articles", "article_ids", "article_urls", "headline", "publisher",
    "publication_date", "event_text",
)  # fmt: skip
"""The columns, in their order."""
