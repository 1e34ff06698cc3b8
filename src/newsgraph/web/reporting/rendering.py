"""The file itself: the template with its style inlined, and a policy that lets nothing else in."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from newsgraph.model.explorer import Bucket
from newsgraph.web.pages import pairs, ranges
from newsgraph.web.pages.addresses import Site
from newsgraph.web.pages.dates import stretch, worded
from newsgraph.web.pages.environment import STATIC, environment
from newsgraph.web.pages.timeline import Bar, timeline
from newsgraph.web.pages.worldmap import world_map
from newsgraph.web.reporting import connections, entries, indexes
from newsgraph.web.reporting.entries import Entry, Group
from newsgraph.web.reporting.gathering import Gathered, Source, gather
from newsgraph.web.reporting.placing import placed

SECTIONS = ("main", "summary", "time", "disputed", "events", "told", "connections", "map", "articles", "index",
            "reading")  # fmt: skip
_OWN = Path(__file__).with_name("report.css")


@dataclass(frozen=True)
class Places:
    """Where in the file events, claims, articles and those whom the index lists stand."""

    groups: tuple[Group, ...]
    told: tuple[Group, ...]
    lines: tuple[indexes.Line, ...]
    articles: tuple[indexes.Told, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries."""
        return tuple(entry for group in (*self.groups, *self.told) for entry in group.entries)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each within the file."""
        iris = [entry.page.node.iri for entry in self.entries]
        iris += self.homes
        iris += [one.page.node.iri for one in self.articles]
        iris += [line.node.iri for line in self.lines]
        return placed(iris, SECTIONS)

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """In which entry each claim stands; it has its name in the first."""
        found: dict[str, str] = {}
        for claim, entry in entries.claims(self.entries):
            found.setdefault(claim.iri, entry.page.node.iri)
        return found

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The number of each entry."""
        return {entry.page.node.iri: entry.number for entry in self.entries}

    @cached_property
    def voices(self) -> Mapping[str, str]:
        """Whose each claim is, in words."""
        every = (claim for claim, _ in entries.claims(self.entries))
        named = ((claim.iri, claim.speakers[0].node if claim.speakers else None) for claim in every)
        return {iri: who.label if who else "the article itself" for iri, who in named}

    def at(self, iri: str) -> str | None:
        """The address of something within the file; None for what has no place there."""
        name = self.names.get(iri)
        return None if name is None else f"#{name}"

    def first(self, bar: Bar) -> str | None:
        """The address of the first event that is shown of a stretch of time."""
        for group in self.groups:
            for entry in group.entries:
                found = stretch(entry.page.when.start or entry.page.when.end or "")
                if found and bar.first <= found.first.isoformat() <= bar.last:
                    return self.at(entry.page.node.iri)
        return None


def report(source: Source, *, title: str | None = None, most: int = 200, version: str = "") -> str:
    """The report of an explorer's graph with its `most` important events: the same text for the same graph.

    Without a title it has one that says from when the articles are. `version` is that of the program.
    """
    found = gather(source, most)
    groups, told = entries.in_time(found.events.pages), entries.by_how(found.told.pages)
    every = tuple(entry for group in (*groups, *told) for entry in group.entries)
    articles = indexes.of_articles(found.articles, every)
    places = Places(groups, told, indexes.index(every, found.articles), articles)
    period = _period(found.published)
    return _environment(places).get_template("report.html").render(
        found=found,
        groups=groups,
        told=told,
        places=places,
        period=period,
        title=title or (f"The news of {period}" if period else "The news"),
        chart=timeline(found.overview.timeline),
        drawn=connections.drawing(found.events.pages),
        map=world_map(found.map.points) if found.map.points else None,
        charts=_charts(found),
        policy=_policy(),
        style=Markup(_style()),
        icon=_icon(),
        version=version,
    )  # fmt: skip


def _environment(places: Places) -> Environment:
    """The templates of the pages, whose links stay within the file."""
    made = environment(Site()).overlay()
    made.globals = {**made.globals, "at": places.at, "pairs": pairs, "places": places}
    return made


def _charts(found: Gathered) -> Mapping[str, tuple[object, ...]]:
    """The charts of the figures that disagree, by what they are figures of."""
    return {one.node.iri: tuple(ranges.charts(one.figures, about=one.node.iri)) for one in found.figures.shown}


def _period(buckets: Iterable[Bucket]) -> str:
    """From when to when, in words; empty where that is not known.

    >>> _period([Bucket("2022-01-06", 2), Bucket("2022-01-15", 1)])
    '6 to 15 January 2022'
    """
    known = sorted(bucket.when for bucket in buckets)
    if not known:
        return ""
    first, last = (worded(when).split() for when in (known[0], known[-1]))
    if first == last:
        return " ".join(first)
    # What both end with is said once.
    alike = next((n for n in range(1, len(first)) if first[n:] == last[n:]), len(first))
    return f"{' '.join(first[:alike])} to {' '.join(last)}"


def _style() -> str:
    """The style of the pages, and what differs in a file."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (STATIC / "style.css", _OWN))


def _policy() -> str:
    """Nothing comes in from anywhere, no script runs, and no style holds but the one that stands in the file."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    only = ("default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:")
    return "; ".join((*only, "base-uri 'none'", "form-action 'none'"))


def _icon() -> str:
    """The sign of the program, in an address of its own."""
    return "data:image/svg+xml;base64," + base64.b64encode((STATIC / "favicon.svg").read_bytes()).decode()
