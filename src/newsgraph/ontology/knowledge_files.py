"""The files under ontology/knowledge/ as values, each read when first asked for."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from newsgraph.errors import OntologyError
from newsgraph.ontology.files import folder

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/{}/"


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a part of one, or a state of the past.

    `code` is ours, `parent` the code of what it belongs to, `alpha3` its ISO 3166 code in three letters.
    """

    code: str
    name: str
    type: str
    iri: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    parent: str | None = None
    region: str | None = None
    subregion: str | None = None
    former: bool = False
    successor_of: tuple[str, ...] = ()
    capital: str | None = None
    population: int | None = None
    alpha3: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A group of states with its members' codes; `type` is MilitaryAlliance or InternationalOrganization."""

    name: str
    acronym: str
    type: str
    members: tuple[str, ...]
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """A city of more than 15,000 people; `country` is a territory's code."""

    name: str
    iri: str
    country: str
    population: int


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """How names are compared.

    >>> key("the U.S.")
    'us'
    """
    plain = name.replace(".", "").replace("’", "'").replace("-", " ").casefold()
    plain = plain.replace("organisation", "organization").removeprefix("the ")
    return " ".join(plain.split())


@cache
def _folder() -> Path:
    return folder("ontology") / "knowledge"


def _rows(name: str) -> list[dict[str, object]]:
    path = _folder() / name
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    except (OSError, ValueError) as error:
        raise OntologyError(str(path), f"cannot be read: {error}") from error


@cache
def all_territories() -> Mapping[str, Territory]:
    """The territories by code."""
    return {str(row["code"]): _territory(row) for row in _rows("territories.jsonl")}


def _territory(row: Mapping[str, object]) -> Territory:
    def texts(field: str) -> tuple[str, ...]:
        found = row.get(field, ())
        return tuple(map(str, found)) if isinstance(found, list) else ()

    def text(field: str) -> str | None:
        return str(row[field]) if field in row else None

    return Territory(
        code=str(row["code"]),
        name=str(row["name"]),
        type=str(row["type"]),
        iri=WIKIDATA + str(row["qid"]),
        names=texts("names"),
        demonyms=texts("demonyms"),
        parent=text("parent"),
        region=text("region"),
        subregion=text("subregion"),
        former=bool(row.get("former")),
        successor_of=texts("successor_of"),
        capital=text("capital"),
        population=int(str(row["population"])) if "population" in row else None,
        alpha3=text("alpha3"),
    )


@cache
def territories_by_iri() -> Mapping[str, Territory]:
    """Territories by identifier."""
    return {place.iri: place for place in all_territories().values()}


@cache
def territories_by_name() -> Mapping[str, tuple[Territory, ...]]:
    """Territories by name, countries of today first."""
    found: dict[str, list[Territory]] = defaultdict(list)
    for place in sorted(all_territories().values(), key=_rank):
        for name in dict.fromkeys(map(key, (place.name, *place.names))):
            found[name].append(place)
    return {name: tuple(places) for name, places in found.items()}


def _rank(place: Territory) -> tuple[bool, bool, int]:
    return place.former, place.type != "Country", -(place.population or 0)


@cache
def peoples() -> Mapping[str, Territory]:
    """Territories by the adjectives and nouns for their people."""
    ranked = sorted(all_territories().values(), key=_rank, reverse=True)
    return {key(word): place for place in ranked for word in place.demonyms}


@cache
def capitals() -> Mapping[str, Territory]:
    """Countries by the names of their capitals."""
    states = (t for t in all_territories().values() if t.capital and t.type == "Country")
    ranked = sorted(states, key=_rank, reverse=True)
    found = {key(t.capital or ""): t for t in ranked}
    return found | {alias: found[main] for main in tuple(found) for alias in _aliases(main)}


def _aliases(capital: str) -> Iterable[str]:
    """Other names of a capital ("Kiev" for Kyiv)."""
    lines = [line for line in cities().get(capital, ()) if key(line.partition("\t")[0]) == capital][:1]
    return (key(name) for line in lines for name in line.split("\t")[4].split("|") if name)


@cache
def _bodies() -> tuple[Body, ...]:
    rows = _rows("groups.jsonl")
    return tuple(
        Body(
            str(row["name"]),
            str(row["acronym"]),
            str(row["type"]),
            tuple(map(str, members)) if isinstance(members := row.get("members"), list) else (),
            WIKIDATA + str(row["qid"]) if row.get("qid") else None,
        )
        for row in rows
    )


@cache
def bodies_by_name() -> Mapping[str, Body]:
    """Groups of states by name."""
    return {key(b.name): b for b in _bodies()}


@cache
def bodies_by_acronym() -> Mapping[str, Body]:
    """Groups of states by acronym."""
    return {b.acronym: b for b in _bodies() if len(b.acronym) > 1}


@cache
def first_names() -> Mapping[str, str]:
    """First name -> the sex of nearly all who bear it."""
    lines = (_folder() / "first-names.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: sex for name, sex in rows}


@cache
def cities() -> Mapping[str, tuple[str, ...]]:
    """Key -> lines of the file, main names before others, large cities before small ones."""
    main: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    path = _folder() / "cities.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            main[key(cells[0])].append(line)
            for name in filter(None, cells[4].split("|")):
                other[key(name)].append(line)
    return {name: (*main.get(name, ()), *other.get(name, ())) for name in main.keys() | other.keys()}


def settlements_of(lines: tuple[str, ...]) -> tuple[Settlement, ...]:
    """The cities that lines of the file tell of."""
    cells = (line.split("\t") for line in dict.fromkeys(lines))
    return tuple(Settlement(c[0], GEONAMES.format(c[1]), c[2], int(c[3])) for c in cells)
