"""MUC-4: templates of terrorist incidents."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.adapters._incidents import BLAMES, Story, Told, incidents, story
from benchmarks.records import Record, Row
from newsgraph import Graph

Template = dict[str, Any]
PEOPLE = frozenset(
    "Person Group MilitaryPersonnel PolicePersonnel SecurityPersonnel Militants Protesters Civilians Officials "
    "Journalists Refugees Workers Prisoners Suspects Attackers Victims".split()
)
BODIES = frozenset(
    "Organization GovernmentBody Ministry Parliament Court MilitaryForce PoliceForce ArmedGroup PoliticalParty Company "
    "InternationalOrganization MediaOrganization NewsAgency NGO University".split()
)
FACILITIES = frozenset(
    "Facility Building PoliceStation MilitaryBase Airport Hospital School PlaceOfWorship Prison Infrastructure".split()
)
THINGS = FACILITIES | {"Vehicle", "Product", "Place"}
STATE = frozenset(
    "MilitaryPersonnel PolicePersonnel SecurityPersonnel GovernmentBody MilitaryForce PoliceForce".split()
)
REBELS = frozenset("Militants ArmedGroup".split())
LATIN = frozenset(
    {"ARGENTINA", "BOLIVIA", "CHILE", "COLOMBIA", "ECUADOR", "EL SALVADOR", "GUATEMALA", "HONDURAS", "PERU"}
)
TYPES = {
    "MilitaryPersonnel": "ACTIVE MILITARY",
    "PolicePersonnel": "LAW ENFORCEMENT",
    "SecurityPersonnel": "SECURITY GUARD",
    "Officials": "GOVERNMENT OFFICIAL",
}
# Words that say what a victim is; the first that a victim's names and descriptions hold counts.
OFFICES = {
    "POLITICAL FIGURE": "candidate leader politician councilman congressman senator deputy ideologue party",
    "GOVERNMENT OFFICIAL": "president minister governor mayor official vice-minister secretary attorney councilor",
    "LEGAL OR JUDICIAL": "judge magistrate prosecutor justice lawyer court",
    "DIPLOMAT": "ambassador diplomat consul attache embassy",
    "LAW ENFORCEMENT": "policeman policemen police detective agents agent das",
    "SECURITY GUARD": "bodyguard bodyguards guard guards escort watchman watchmen",
    "ACTIVE MILITARY": "soldier soldiers colonel general major captain lieutenant sergeant troops",
}
NUMBERS = {
    word: str(n)
    for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve thirteen".split(), 1)
}
FIGURES = frozenset({"Deaths", "Injuries", "Hostages", "Casualties"})
# Words that tell no victims apart.
GENERAL = frozenset("the a an of other some several many more few at least about".split())
HARM = {"Death": "DEATH", "Killing": "DEATH", "Injury": "INJURY"}
COUNTRY_NAMES = frozenset({"NameMention", "AdjectiveMention"})
# How far into a text its dateline reaches.
DATELINE = 40
CONTENT = ("perp_individual", "perp_org", "phys_target", "victim_name", "victim_desc")


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """A template for each incident that has a perpetrator, a target or a victim."""
    return templates(record, story(graph))


def templates(record: Record, found: Story) -> dict[str, Any]:
    """The templates of what a graph tells."""
    made = (_template(group, found, record) for group in incidents(found.told))
    return {"templates": [t for t in made if t is not None]}


def _template(group: tuple[Told, ...], found: Story, record: Record) -> Template | None:
    kinds = [t.kind for t in group if t.kind]
    out: Template = {"type": next((k for k in kinds if k != "ATTACK"), "ATTACK"), "stage": "ACCOMPLISHED"}
    out |= _perpetrators(group, found)
    out |= _targets(group)
    out |= _victims(group, found)
    out["location"] = _location(group, found, record)
    if not any(out.get(k) for k in CONTENT[2:]) or out["location"][0] not in LATIN | {"-"}:
        return None
    if out["location"] == ["-"]:
        del out["location"]
    out["instrument"] = list(dict.fromkeys(r.label for t in group for r in t.of("instrument")))
    out["date"] = next((t.day for t in group if t.day), None) or _before(record)
    return out


def _perpetrators(group: tuple[Told, ...], found: Story) -> Template:
    """Who did it, by the events themselves and by those who claim it or are accused of it."""
    sure = {r.filler: (r, "REPORTED AS FACT") for t in group for r in t.of("agent")}
    blamed = {r.filler: (r, how) for r, how in _blamed(group, found)}
    agents = [*(blamed | sure).values()]
    people = [(r, how) for r, how in agents if r.kind in PEOPLE]
    bodies = [(r, how) for r, how in agents if r.kind in BODIES]
    bodies += [(b, how) for r, how in people for b in found.bodies.get(r.filler, ())]
    if not bodies and any(r.kind in REBELS for r, _ in people):
        bodies = [(r, "REPORTED AS FACT") for r in _rebels(found)]
    orgs = {r.label: how for r, how in bodies}
    out: Template = {"perp_org": list(orgs), "perp_individual": _labels(r for r, _ in people)}
    out["perp_org_confidence"] = [{"value": how, "of": label} for label, how in orgs.items()]
    state = any(r.kind in STATE for r, _ in (*agents, *bodies))
    out["perp_category"] = "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"
    return out


def _blamed(group: tuple[Told, ...], found: Story) -> Iterator[tuple[Row, str]]:
    """Who claims an incident or is accused of it: of this one by its topic, or told right after it."""
    mine, starts = {t.event.event for t in group}, [t.event.start for t in group]
    others = [t.event.start for t in found.told if t.event.event not in mine and t.kind]
    for blame in found.blames:
        topics = {r.filler for r in blame.of("topic")}
        last = max((s for s in starts if s < blame.event.start), default=None)
        near = last is not None and not any(last < s < blame.event.start for s in others)
        if topics & mine or (near and not topics & {t.event.event for t in found.told}):
            for r in blame.of(BLAMES[blame.event.kind]):
                yield r, _how(blame)


def _how(blame: Told) -> str:
    if blame.event.kind == "ResponsibilityClaim":
        return "CLAIMED OR ADMITTED"
    official = any(r.kind in STATE | {"Officials"} for r in blame.of("agent"))
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"


def _labels(found: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(row.label for row in found))


def _rebels(found: Story) -> list[Row]:
    """The armed group that a text speaks of most, to which guerrillas without a name are taken to belong."""
    named = [m for m in found.mentions if m.kind == "ArmedGroup" and m.manner == "NameMention"]
    often = Counter(m.label for m in named).most_common(1)
    return [next(m for m in named if m.label == label) for label, _ in often]


def _targets(group: tuple[Told, ...]) -> Template:
    """What was hit: what suffers, and, of bombs, the buildings where they went off."""
    hit = {r.filler: r for t in group for r in t.of("patient") if r.kind in THINGS | BODIES}
    bombs = [t for t in group if t.kind == "BOMBING"]
    hit |= {r.filler: r for t in bombs for r in t.of("place") if r.kind in FACILITIES}
    out: Template = {"phys_target": _labels(hit.values())}
    out["phys_number"] = [{"value": _number(r, group), "of": r.label} for r in hit.values()]
    broken = {r.filler for t in group for r in t.of("patient") if t.event.kind in {"Destruction", "Arson"}}
    out["phys_effect"] = [{"value": "SOME DAMAGE", "of": r.label} for r in hit.values() if r.filler in broken]
    return out


def _victims(group: tuple[Told, ...], found: Story) -> Template:
    out: Template = {k: [] for k in ("victim_name", "victim_desc", "victim_type", "victim_number", "victim_effect")}
    hit = _once({r.filler: r for t in group for r in t.of("patient") if r.kind in PEOPLE}.values())
    for r in hit:
        if r.named:
            out["victim_name"].append(r.label)
            said = (m.words for m in found.mentions if m.entity == r.filler and m.manner == "NominalMention")
            out["victim_desc"] += [{"value": words, "of": r.label} for words in list(said)[:1]]
        else:
            out["victim_desc"].append({"value": r.label})
        out["victim_type"].append({"value": _type(r, found), "of": r.label})
        out["victim_number"].append({"value": _number(r, group), "of": r.label})
        effects = [
            HARM[t.event.kind]
            for t in group
            if t.event.kind in HARM and any(p.filler == r.filler for p in t.of("patient"))
        ]
        out["victim_effect"] += [{"value": e, "of": r.label} for e in effects[:1]]
    return out


def _once(found: Iterable[Row]) -> list[Row]:
    """Those that suffer, without those that another one's words hold too ("priests" beside "six Jesuit priests")."""
    rows = list(found)
    words = [{w.removesuffix("s") for w in re.findall(r"[a-z]+", r.label.lower())} - GENERAL for r in rows]
    held = {
        n
        for n, one in enumerate(words)
        for m, other in enumerate(words)
        if one and one < other and not rows[n].named and m != n
    }
    return [row for n, row in enumerate(rows) if n not in held]


def _type(row: Row, found: Story) -> str:
    """What a victim is."""
    if row.kind in TYPES:
        return TYPES[row.kind]
    said = " ".join(m.words for m in found.mentions if m.entity == row.filler).lower() + " " + row.label.lower()
    words = set(re.findall(r"[\w-]+", said))
    if words & {"former", "ex"} or not words:
        return "CIVILIAN"
    return next((kind for kind, told in OFFICES.items() if words & set(told.split())), "CIVILIAN")


def _plural(label: str) -> bool:
    head = re.split(r" (?:of|in|from|at|who|which|that|near|with) ", label)[0]
    return bool(re.search(r"(?<!s)s$|people$|men$", head)) and not label.lower().startswith("one ")


def _number(row: Row, group: tuple[Told, ...]) -> str:
    """How many a victim or target stands for: the number that its words or the event's figures give."""
    words = row.label.lower().replace(",", "").split()
    if row.named and row.kind == "Person":
        return "1"
    rough = bool({"some", "about", "approximately", "nearly", "around"} & set(words[:2]))
    for word in words[:5]:
        if word.isdigit() or word in NUMBERS:
            return ("~" if rough else "") + NUMBERS.get(word, word)
    for t in group:
        mine = [f for f in t.figures if f.counts in FIGURES and f.least is not None and f.least == f.most]
        people = [r for r in t.of("patient") if r.kind in PEOPLE]
        if mine and [r.filler for r in people] == [row.filler]:
            return str(int(float(mine[0].least)))
    return "PLURAL" if _plural(row.label) else "1"


def _location(group: tuple[Told, ...], found: Story, record: Record) -> list[str]:
    """The country and the places in it."""
    places = [r for t in group for r in t.of("place") if r.named]
    for place in places:
        if place.kind == "Country":
            continue
        wider = found.wider.get(place.filler, ())
        country = next((w.label for w in wider if w.kind == "Country"), None) or _home(found)
        between = [w.label.upper() for w in wider if w.kind != "Country"]
        return [country.upper(), *between[::-1], place.label.upper()]
    country = next((p.label for p in places if p.kind == "Country"), None) or _home(found)
    return [country.upper()]


def _home(found: Story) -> str:
    """The country that a text is about: that of the city where it was filed, else the one that it names most."""
    for m in found.mentions:
        if m.start < DATELINE and m.manner == "NameMention" and (country := _country(m.entity, found)):
            return country
    named = Counter(m.label for m in found.mentions if m.kind == "Country" and m.manner in COUNTRY_NAMES)
    return max(named, key=lambda c: named[c], default="-")


def _country(place: str, found: Story) -> str | None:
    """The country of a place, or the place itself where it is one."""
    itself = next((m.label for m in found.mentions if m.entity == place and m.kind == "Country"), None)
    return itself or next((w.label for w in found.wider.get(place, ()) if w.kind == "Country"), None)


def _before(record: Record) -> list[str | None] | None:
    """Some day up to that of the text."""
    return [None, record["dct"]] if record.get("dct") else None
