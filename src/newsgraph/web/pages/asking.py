"""A search as the parameters of an address, and back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from newsgraph.model.explorer import STATUSES, Asked, Facet
from newsgraph.web.pages.addresses import link
from newsgraph.web.pages.dates import stretch
from newsgraph.web.pages.words import KINDS, capital, worded

FACETS = {"kinds": "kind", "types": "type", "statuses": "status", "places": "place", "sources": "source"}
"""The fields of a search that are facets, and the parameter of each."""
TITLES = {"kinds": "Kind", "types": "Type", "statuses": "Status", "places": "Place", "sources": "Source"}
_KNOWN = {"kinds": frozenset(KINDS), "statuses": frozenset((*STATUSES, "told"))}
_LONGEST, _MANY, _PAGES = 500, 50, 100_000


class Parameters(Protocol):
    """The parameters of an address, each of which may stand several times."""

    def get(self, key: str, default: str) -> str:
        """The last value of a parameter."""
        ...

    def getlist(self, key: str) -> list[str]:
        """All values of a parameter."""
        ...


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that a search is narrowed to, and the address of the search without it."""

    title: str
    label: str
    href: str


def read(given: Parameters) -> tuple[Asked, list[str]]:
    """The search that parameters ask for, and what of them makes no sense and is left out."""
    days = {name: given.get(name, "").strip() for name in ("from", "to")}
    wrong = [f"“{value}” is no day (write it as 2022-01-31)" for value in days.values() if value and not _day(value)]
    asked = Asked(
        words=given.get("q", "").strip()[:_LONGEST],
        start=_day(days["from"]),
        end=_day(days["to"]),
        order="date" if given.get("order", "") == "date" else "relevance",
        page=page_number(given),
        kinds=_values(given, "kinds"),
        types=_values(given, "types"),
        statuses=_values(given, "statuses"),
        places=_values(given, "places"),
        sources=_values(given, "sources"),
    )
    if asked.start and asked.end and asked.start > asked.end:
        wrong.append("The first day lies after the last one")
    return asked, wrong


def page_number(given: Parameters) -> int:
    """The page that is asked for; the first one where that makes no sense."""
    value = given.get("page", "1")
    return max(1, min(int(value), _PAGES)) if value.isascii() and value.isdigit() and len(value) < 10 else 1


def _values(given: Parameters, field: str) -> tuple[str, ...]:
    values = dict.fromkeys(value for value in given.getlist(FACETS[field]) if value and len(value) <= _LONGEST)
    known = _KNOWN.get(field)
    return tuple(value for value in values if known is None or value in known)[:_MANY]


def _day(value: str) -> str | None:
    return value if len(value) == 10 and stretch(value) else None


def pairs(asked: Asked) -> list[tuple[str, str]]:
    """The parameters of a search; what is as usual is left out."""
    found = [("q", asked.words)]
    found += [(name, value) for field, name in FACETS.items() for value in chosen(asked, field)]
    found += [("from", asked.start or ""), ("to", asked.end or "")]
    found += [("order", asked.order if asked.order != "relevance" else "")]
    found += [("page", str(asked.page) if asked.page > 1 else "")]
    return [(name, value) for name, value in found if value]


def address(asked: Asked, path: str = "/search") -> str:
    """The address of a search."""
    return link(path, pairs(asked))


def changed(asked: Asked, path: str = "/search", **fields: object) -> str:
    """The address of a search that differs in some fields, from its first page on unless `page` is one of them."""
    return address(replace(asked, **({"page": 1} | fields)), path)  # type: ignore[arg-type]


def chosen(asked: Asked, field: str) -> tuple[str, ...]:
    """What a facet is narrowed to."""
    values: tuple[str, ...] = getattr(asked, field)
    return values


def chips(asked: Asked, facets: Iterable[Facet], *, path: str = "/search") -> Iterator[Chip]:
    """What a search is narrowed to, each with the way back."""
    labels = {(facet.name, one.value): one.label for facet in facets for one in facet.values}
    for field in FACETS:
        values = chosen(asked, field)
        for value in values:
            left = {field: tuple(other for other in values if other != value)}
            label = reads(field, value, labels.get((field, value), ""))
            yield Chip(TITLES[field], label, changed(asked, path, **left))
    if asked.start:
        yield Chip("From", asked.start, changed(asked, path, start=None))
    if asked.end:
        yield Chip("To", asked.end, changed(asked, path, end=None))


def reads(field: str, value: str, label: str = "") -> str:
    """How a value of a facet reads, which has a label where the facet lists it."""
    if field == "kinds":
        return KINDS.get(value, value)
    if field == "statuses":
        return KINDS["told"] if value == "told" else value
    return (capital(label) or worded(value)) if field == "types" else label or value


def unlisted(asked: Asked, facets: Iterable[Facet]) -> list[tuple[str, str]]:
    """Parameters for what is chosen and no facet lists: a form has to carry them along unseen."""
    listed = {(facet.name, one.value) for facet in facets for one in facet.values}
    return [(FACETS[f], value) for f in FACETS for value in chosen(asked, f) if (f, value) not in listed]
