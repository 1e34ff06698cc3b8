"""Where it happened: the country first, then the places in it."""

from collections import Counter

from benchmarks.adapters._muc4_incidents import Story, Told
from benchmarks.adapters._muc4_kinds import BODIES

COUNTRY_NAMES = frozenset({"NameMention", "AdjectiveMention"})
# How far into a text its dateline reaches.
DATELINE = 40


def location(group: tuple[Told, ...], found: Story) -> list[str]:
    """The country and the places in it."""
    places = [r for t in group for r in t.of("place") if r.named and r.kind not in BODIES]
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
