"""Whom and what it hit: the slots of MUC-4's templates about victims and targets."""

import re
from collections.abc import Iterable
from typing import Any

from benchmarks.adapters._muc4_incidents import Story, Told, labels
from benchmarks.adapters._muc4_kinds import BODIES, FACILITIES, PEOPLE, THINGS
from benchmarks.records import Row

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
    "LAW ENFORCEMENT": "policeman policemen police detective agents agent",
    "SECURITY GUARD": "bodyguard bodyguards guard guards escort watchman watchmen",
    "ACTIVE MILITARY": "soldier soldiers colonel general major captain lieutenant sergeant troops",
}
NUMBERS = {
    word: str(n)
    for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve thirteen".split(), 1)
}
ROUGH = frozenset({"some", "about", "approximately", "nearly", "around"})
# Verbs of labels that leave nothing of what they hit.
GONE = re.compile(
    r"\b(?:destroy|demolish|raze|level|flatten|blow|dynamite|shoot)s?(?: up| down)?\b|\b(?:destroyed|blown|razed)\b"
)
FIGURES = frozenset({"Deaths", "Injuries", "Hostages", "Casualties"})
# Words that tell no victims apart.
GENERAL = frozenset("the a an of other some several many more few at least about".split())
HARM = {"Death": "DEATH", "Killing": "DEATH", "Injury": "INJURY"}


def targets(group: tuple[Told, ...], found: Story) -> dict[str, Any]:
    """What was hit: what suffers, and, of bombs, the buildings where they went off."""
    hit = {r.filler: r for t in group for r in t.of("patient") if r.kind in THINGS | BODIES}
    bombs = [t for t in group if t.kind == "BOMBING"]
    hit |= {r.filler: r for t in bombs for r in t.of("place") if r.kind in FACILITIES | BODIES}
    out: dict[str, Any] = {"phys_target": labels(hit.values())}
    out["phys_number"] = [{"value": _number(r, group, found), "of": r.label} for r in hit.values()]
    broken = {r.filler: _damage(t) for t in group for r in t.of("patient") if _damage(t)}
    out["phys_effect"] = [{"value": broken[f], "of": r.label} for f, r in hit.items() if f in broken]
    return out


def _damage(told: Told) -> str:
    """What an event does to what it hits."""
    if GONE.search(told.event.label):
        return "DESTROYED"
    return "SOME DAMAGE" if told.event.kind in {"Destruction", "Arson"} else ""


def victims(group: tuple[Told, ...], found: Story) -> dict[str, Any]:
    out: dict[str, Any] = {
        k: [] for k in ("victim_name", "victim_desc", "victim_type", "victim_number", "victim_effect")
    }
    hit = _once({r.filler: r for t in group for r in t.of("patient") if r.kind in PEOPLE}.values())
    for r in hit:
        if r.named and r.kind == "Person":
            out["victim_name"].append(r.label)
            said = (m.words for m in found.mentions if m.entity == r.filler and m.manner == "NominalMention")
            out["victim_desc"] += [{"value": words, "of": r.label} for words in list(said)[:1]]
        else:
            out["victim_desc"].append({"value": r.label})
        out["victim_type"].append({"value": _type(r, found), "of": r.label})
        out["victim_number"].append({"value": _number(r, group, found), "of": r.label})
        effects = [
            HARM[t.event.kind]
            for t in group
            if t.event.kind in HARM and any(p.filler == r.filler for p in t.of("patient"))
        ]
        out["victim_effect"] += [{"value": e, "of": r.label} for e in effects[:1]]
    return out


def _once(found: Iterable[Row]) -> list[Row]:
    """Those that suffer, without those that another one's words hold too ("Jesuits" beside "six Jesuit priests")."""
    kept: list[Row] = []
    for row in sorted(found, key=lambda r: (not r.named, not counted(r.label), -len(r.label))):
        if row.named or not any(_same_people(row.label, other.label) for other in kept):
            kept.append(row)
    return kept


def counted(label: str) -> bool:
    return any(word in NUMBERS or word.isdigit() for word in label.lower().split())


def _same_people(one: str, other: str) -> bool:
    """Whether the words of one, numbers and articles aside, are all among those of the other."""
    here, there = (
        {w.removesuffix("s") for w in re.findall(r"[a-z]+", label.lower())} - GENERAL - NUMBERS.keys()
        for label in (one, other)
    )
    return bool(here) and (here <= there or (bool(there) and there <= here))


def _type(row: Row, found: Story) -> str:
    """What a victim is."""
    if row.kind in TYPES:
        return TYPES[row.kind]
    said = " ".join(m.words for m in found.mentions if m.entity == row.filler).lower() + " " + row.label.lower()
    words = set(re.findall(r"[\w-]+", said))
    if words & {"former", "ex"} or not words:
        return "CIVILIAN"
    return next((kind for kind, told in OFFICES.items() if words & set(told.split())), "CIVILIAN")


def plural(label: str) -> bool:
    head = re.split(r" (?:of|in|from|at|who|which|that|near|with) ", label)[0]
    return bool(re.search(r"(?<!s)s$|people$|men$", head)) and not label.lower().startswith("one ")


def _number(row: Row, group: tuple[Told, ...], found: Story) -> str:
    """How many a victim or target stands for: by its own figure, or by that of an event that hits nobody else."""
    if row.named and row.kind == "Person":
        return "1"
    for figure in (f for f in found.sizes.get(row.filler, ()) if f.least is not None):
        return _amount(figure)
    words = row.label.lower().replace(",", "").split()[:4]
    if (told := next((NUMBERS.get(w, w) for w in words if w in NUMBERS or w.isdigit()), None)) is not None:
        return ("~" if ROUGH & set(words) else "") + told
    for t in group:
        people = [r.filler for r in t.of("patient") if r.kind in PEOPLE]
        mine = [f for f in t.figures if f.counts in FIGURES and f.least is not None]
        if mine and people == [row.filler]:
            return _amount(mine[0])
    return "PLURAL" if plural(row.label) else "1"


def _amount(figure: Row) -> str:
    """A number as MUC-4 writes it: "~7" for about seven, "7 -" for seven at least."""
    number = str(int(float(figure.least)))
    return f"~{number}" if figure.rough else f"{number} -" if figure.most is None else number
