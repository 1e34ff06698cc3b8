"""What a name names: its class, what a knowledge file knows it as, and the name that file gives it."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.extraction.entities.found import FACILITIES, Found, is_a
from newsgraph.extraction.entities.generations import MARKS
from newsgraph.extraction.entities.persons import acts_as_person
from newsgraph.extraction.entities.scenes import is_unread_place, takes_place
from newsgraph.extraction.entities.wider import is_state_university
from newsgraph.extraction.parse import Span
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge, names
from newsgraph.ontology.city_items import part_of

BY_LABEL = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Region",
    "FAC": "Facility",
    "PRODUCT": "Product",
    "LAW": "Law",
    "WORK_OF_ART": "CreativeWork",
    "EVENT": "Occasion",
    "": "Organization",
}
# What the name reader calls places may be a country or a city; an organisation it may be too, but no person.
PLACE_LABELS = frozenset({"GPE", "LOC", ""})
LARGE_CITY = 100_000
LONGEST_LETTERS = 3
POSTAL = 2
LONGEST_ACRONYM = 7
VERY_LARGE_CITY = 300_000
# How many tokens may stand before the city that a dateline begins with.
FIRST_WORDS = 1
# How many times larger than its namesake at home a city abroad is that is meant all the same.
OUTSHINING = 50
MILITANT = frozenset({"rebel", "jihadist", "militant", "separatist", "insurgent", "guerrilla", "terrorist"})
PARTISAN = (
    "ruling",
    "governing",
    "opposition",
    *(f"{a}-{b}" for a in ("far", "centre", "center") for b in ("right", "left")),
)
# How many tokens of a text its dateline may have before the agency.
LONGEST_DATELINE = 12
DIRECTIONS = frozenset({"eastern", "western", "southern", "northern", "central"})
PLACE_PREPOSITIONS = frozenset({"in", "near", "to", "from", "outside", "around", "at"})


@dataclass(frozen=True, slots=True)
class Kind:
    """The class of a name, its identifier, and whether a list, cue or description says so."""

    type: str
    known: str | None = None
    sure: bool = False


def classify(span: Span, described: str | None, home: str | None) -> Found | None:
    """A mention of a name; `described` is the class that a noun beside it gives, `home` the text's main country."""
    kind = kind_of(span, described, home)
    if kind is None:
        return None
    text = " ".join(span.text.split())
    if kind.type == "Person":
        text = _of_person(text)
    head = span.root.i
    if kind.type == "City" and len(text) > LONGEST_LETTERS and text.isupper():
        text = text.title()
    return Found(span.start, span.end, head, MentionKind.NAME, kind.type, text, kind.known, sure=kind.sure)


def _of_person(text: str) -> str:
    """A person's name without degrees and the like; what tells sons from fathers is a part of it."""
    name, _, rest = text.partition(",")
    return f"{name} {rest.strip()}" if rest.strip().casefold() in MARKS else name


def kind_of(span: Span, described: str | None, home: str | None) -> Kind | None:
    """What a name names, the surest evidence first; None for what is no entity."""
    text = " ".join(span.text.split())
    return (
        _person(span, described)
        or _postal(span)
        or (Kind("University", None, True) if is_state_university(text) else None)
        or _listed(text, span.label_)
        or _territory(text, span.label_, described)
        or _filed(span, home)
        or _described(span, described, home)
        or _militant(span, text)
        or _partisan(span, text)
        or _agency(span)
        or _occasion(span)
        or _cued(text, span.label_)
        or _city(span, span.label_, home)
        or _near_somewhere(span)
        or _no_place(span, text)
        or _guessed(span.label_)
    )


def _person(span: Span, described: str | None) -> Kind | None:
    before = span.doc[span.start - 1].lower_ if span.start else ""
    titled = before in names.cues().honorifics and span.label_ in {"PERSON", "ORG", "", "GPE"}
    if titled or described == "Person":
        return Kind("Person", None, True)
    return Kind("Person") if span.label_ in {"ORG", ""} and (_who_follows(span) or acts_as_person(span)) else None


def _who_follows(span: Span) -> bool:
    """Whether "who" takes up a short name that nothing says to be a body's ("X, who leads the party")."""
    after = span.doc[span.end : span.end + 2]
    words = [t.lower_ for t in after]
    if len(span) > 3 or not (words[:1] == ["who"] or words == [",", "who"]):
        return False
    text = span.text
    return not (names.cue_type(text) or names.exact_type(text) or knowledge.body(text) or knowledge.territory(text))


def _postal(span: Span) -> Kind | None:
    """ "Houston, TX": the letters of a state after a city and a comma."""
    text, doc, start = span.text, span.doc, span.start
    if len(text) != POSTAL or not text.isupper() or start < 2 or doc[start - 1].text != ",":
        return None
    place = knowledge.by_code(f"us-{text.lower()}")
    city = doc[start - 2].text[:1].isupper() and not doc[start - 2].text.isupper()
    return Kind("Region", place.iri, True) if place is not None and city else None


def _listed(text: str, label: str) -> Kind | None:
    body = knowledge.body(text)
    if body is not None and (label != "PERSON" or body.acronym == text):
        return Kind(body.type, body.iri, True)
    return Kind(found, None, True) if (found := names.exact_type(text)) and label != "PERSON" else None


def _territory(text: str, label: str, described: str | None) -> Kind | None:
    """A country or region; not where a noun beside the name says that it is something else."""
    places = knowledge.territory(text) or knowledge.territory(text.replace("-", " and "))
    if not places or label in {"PRODUCT", "WORK_OF_ART", "LAW"}:
        return None
    if label == "PERSON" and " " in text and places[0].type != "Country":
        return None
    if described == "City" and knowledge.settlements(text):
        return None
    return None if _is_city(text, places[0]) else Kind(places[0].type, places[0].iri, True)


def _is_city(text: str, place: knowledge.Territory) -> bool:
    """A part of a country that is, or is named like, a large city of that country ("Kyiv", "Berlin")."""
    if place.type != "Region":
        return False
    return any(c.country == place.parent and c.population >= LARGE_CITY for c in knowledge.settlements(text))


def _described(span: Span, described: str | None, home: str | None) -> Kind | None:
    if described is None:
        return None
    if described == "Organization" and (cued := _cued(" ".join(span.text.split()))):
        return cued
    if described == "City":
        return _city(span, "GPE", home) or Kind("City", None, True)
    if described == "Country":
        return Kind("Region", None, True)
    if described in FACILITIES and span.label_ == "GPE" and (city := _city(span, "GPE", home)):
        return city
    return Kind(described, None, True)


def _occasion(span: Span) -> Kind | None:
    """A festival, a war, a contest: what their words say otherwise misleads ("World Cup")."""
    return Kind("Occasion") if span.label_ == "EVENT" else None


def _militant(span: Span, text: str) -> Kind | None:
    """ "The rebel X", "the jihadist Y", "Z guerrillas": bodies with such a word are armed groups, but for parties."""
    doc, end = span.doc, span.end
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[end].lower_.removesuffix("s") if end < len(doc) and doc[end].tag_ in {"NNS", "NNPS"} else ""
    body = span.label_ in {"ORG", "", "LOC", "FAC"} and names.cue_type(text) in {None, "Organization", "MilitaryForce"}
    return Kind("ArmedGroup", None, True) if body and (before in MILITANT or after in MILITANT) else None


def _partisan(span: Span, text: str) -> Kind | None:
    """ "The ruling X", "the far-right Y": bodies with such a word are parties."""
    before = "".join(t.lower_ for t in span.doc[max(span.start - 3, 0) : span.start])
    body = span.label_ in {"ORG", ""} and names.cue_type(text) in {None, "Organization"}
    return Kind("PoliticalParty", None, True) if body and before.endswith(PARTISAN) else None


def _agency(span: Span) -> Kind | None:
    """ "(ABC) -", with which the text begins."""
    doc, end = span.doc, span.end
    inside = 0 < span.start <= LONGEST_DATELINE and doc[span.start - 1].text == "(" and end + 1 < len(doc)
    dateline = inside and doc[end].text == ")" and doc[end + 1].text in {"-", "–", "—", "--"}
    return Kind("NewsAgency", None, True) if dateline else None


def _cued(text: str, label: str = "") -> Kind | None:
    """What the words of a name say; "Southern ..." says nothing of what the reader takes for a body."""
    found = names.cue_type(text)
    doubtful = found == "Region" and label == "ORG" and text.casefold().split()[0] in DIRECTIONS
    return Kind(found, None, True) if found and not doubtful else None


def _city(span: Span, label: str, home: str | None) -> Kind | None:
    """A city of the main country, else the largest of that name; capitals alone are no foreign name of one."""
    text = " ".join(span.text.split())
    cities = knowledge.settlements(text)
    if text.isupper() and len(text) > 1:
        cities = tuple(city for city in cities if knowledge.key(city.name) == knowledge.key(text))
    at_home = next((c for c in cities if c.country == home and not _outshone(c, cities)), None)
    best = _put_into(span, cities) or at_home or next(iter(cities), None)
    if best is None or not (
        label in PLACE_LABELS or knowledge.capital_of(text) or _stands_as_place(span, best, at_home is not None)
    ):
        return None
    return Kind("City", best.iri, True)


def _put_into(span: Span, cities: Sequence[knowledge.Settlement]) -> knowledge.Settlement | None:
    """The city that lies in the territory behind a comma ("London, Ontario")."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    places = (p for size in (3, 2, 1) for p in knowledge.territory(doc[end + 1 : end + 1 + size].text))
    wider = next(places, None)
    if wider is None:
        return None
    within = (c for c in cities if wider.code in {c.country, part_of(c.iri)})
    return next(within, None) or next((c for c in cities if c.country == wider.parent and not part_of(c.iri)), None)


def _outshone(city: knowledge.Settlement, cities: Sequence[knowledge.Settlement]) -> bool:
    """Whether a city abroad of the same name is so much larger that everybody means that one."""
    return any(other.population > OUTSHINING * city.population for other in cities)


def _stands_as_place(span: Span, city: knowledge.Settlement, at_home: bool) -> bool:
    """Whether what the reader took for a person or a body is a city after a preposition of place.

    Of other countries than the text's own only large cities count.
    """
    before = span.doc[span.start - 1].lower_ if span.start else ""
    prepositions = PLACE_PREPOSITIONS | ({"of"} if span.label_ == "ORG" else frozenset())
    large = city.population >= (VERY_LARGE_CITY if len(span) == 1 else LARGE_CITY)
    return takes_place(span) or (before in prepositions and (large or at_home))


def _filed(span: Span, home: str | None) -> Kind | None:
    """The city that a text begins with, before a date or an agency: "Lima, 3 May (Agency) --"."""
    doc, end = span.doc, span.end
    after = doc[end].text if end < len(doc) else ""
    dated = after == "," and end + 1 < len(doc) and (doc[end + 1].like_num or doc[end + 1].ent_type_ == "DATE")
    if span.start > FIRST_WORDS or not (dated or after == "("):
        return None
    found = _city(span, "", home)
    capital = knowledge.capital_of(span.text) is not None
    large = any(c.population >= LARGE_CITY for c in knowledge.settlements(span.text))
    return found if capital or large else None


def _near_somewhere(span: Span) -> Kind | None:
    """ "Near X", "outside X": X is a place, whatever the reader takes it for."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    after = span.doc[span.end].tag_ if span.end < len(span.doc) else ""
    somewhere = before in {"near", "outside"} and after != "POS" and span.label_ in {"PERSON", "ORG", ""}
    unread = span.label_ == "" and is_unread_place(span)
    single = len(span) == 1 and span.text.istitle() and span.label_ in {"PERSON", "ORG"}
    return Kind("Place", None, True) if somewhere or unread or (single and takes_place(span)) else None


def _no_place(span: Span, text: str) -> Kind | None:
    """What is read as a place that no list has: letters name a body, and a first name a person."""
    if span.label_ not in {"GPE", "LOC"} or names.cue_type(text):
        return None
    if len(span) == 1 and text.isupper() and text.isalpha() and LONGEST_LETTERS <= len(text) < LONGEST_ACRONYM:
        return Kind("Organization")
    return Kind("Person") if 1 < len(span) <= LONGEST_LETTERS and knowledge.sex_of(span[0].text) else None


def _guessed(label: str) -> Kind | None:
    return Kind(BY_LABEL[label]) if label in BY_LABEL else None


def better(one: Found, other: Found) -> Found:
    """The mention whose class says more: a sure one, then the finer one."""
    if one.sure != other.sure:
        return one if one.sure else other
    return other if one.type != other.type and is_a(other.type, one.type) else one
