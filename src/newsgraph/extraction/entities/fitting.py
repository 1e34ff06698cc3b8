"""Whether what a description says agrees with what is known of a thing."""

from collections.abc import Iterable, Iterator

from newsgraph.extraction.entities.found import ORGANIZATIONS, Chain, kin
from newsgraph.extraction.parse import Token
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge

CONTINENTS = frozenset({"asia", "europe", "africa", "america", "caribbean"})
SIDES = frozenset({"central", "west", "east", "north", "south"})
# Forms of state that the full name of a country tells.
FORMS = frozenset({"kingdom", "emirate", "sultanate", "principality"})
STEMS = {
    "asian": "asia",
    "european": "europe",
    "african": "africa",
    "american": "america",
    "americas": "america",
    "southeast": "south",
    "eastern": "east",
    "western": "west",
    "northern": "north",
    "southern": "south",
}
# The nouns that say less than a class, and the classes that they can mean.
GENERAL = {
    "alliance": frozenset({"MilitaryAlliance"}),
    "bloc": frozenset({"MilitaryAlliance", "InternationalOrganization"}),
    "organization": frozenset({"InternationalOrganization", "NGO", "MilitaryAlliance"}),
    "organisation": frozenset({"InternationalOrganization", "NGO", "MilitaryAlliance"}),
    "agency": frozenset({"NewsAgency"}),
    "group": frozenset({"ArmedGroup", "NGO", "Company"}),
    "union": frozenset({"InternationalOrganization"}),
    "movement": frozenset({"ArmedGroup", "PoliticalParty"}),
    "body": frozenset({"InternationalOrganization"}),
}


def country_fits(head: Token, chain: Chain, *, loosely: bool = False) -> bool:
    """Whether what a description says agrees with what the files know of a country."""
    place = knowledge.by_iri(chain.known)
    phrase = " ".join(t.text for t in _before(head))
    if head.lower_ == "state" and not phrase:
        return False
    if place is None:
        return not phrase
    if head.lemma_.lower() in FORMS and not _is_called(head.lemma_.lower(), place):
        return False
    return (
        _soviet_fits(phrase, place) and _region_fits(phrase, place, loosely) and _nationality_fits(_before(head), place)
    )


def _is_called(form: str, place: knowledge.Territory) -> bool:
    return any(form in knowledge.key(name).split() for name in place.names)


def _before(head: Token) -> Iterator[Token]:
    return (t for t in sorted(head.subtree, key=lambda t: t.i) if t.i < head.i and t.dep_ != "det")


def _soviet_fits(phrase: str, place: knowledge.Territory) -> bool:
    said = "former Soviet" in phrase or "ex-Soviet" in phrase or "post-Soviet" in phrase
    return not said or knowledge.SOVIET in place.successor_of


def _region_fits(phrase: str, place: knowledge.Territory, loosely: bool) -> bool:
    """ "Central Asian" against "Central Asia", "West African" against "Western Africa"; not against "South Africa"."""
    if _place_words(phrase) == _place_words(place.name) - {""}:
        return False
    said = _place_words(phrase) & CONTINENTS
    known = _place_words(f"{place.region or ''} {place.subregion or ''}")
    sides = _place_words(phrase) & SIDES
    return said <= known and (loosely or not said or sides <= known)


def _place_words(text: str) -> set[str]:
    words = text.replace("-", " ").casefold().split()
    return {STEMS.get(word, word) for word in words}


def _nationality_fits(words: Iterable[Token], place: knowledge.Territory) -> bool:
    """ "The Kazakh state" is not Russia; "the Indian Ocean nation" says nothing of India."""
    single = (w for w in words if w.i + 1 >= len(w.doc) or w.nbor().pos_ != "PROPN")
    named = (knowledge.people(w.text) for w in single if w.text not in {"American", "Soviet"})
    return all(found is None or found.iri == place.iri for found in named)


def city_fits(head: Token, chain: Chain) -> bool:
    """Whether "the city" or "the capital" can mean a named city."""
    if head.lower_ != "capital":
        return True
    return any(knowledge.capital_of(m.label) for m in chain.mentions if m.kind is MentionKind.NAME)


def body_fits(head: Token, type_: str, chain: Chain) -> bool:
    """Whether a noun for a body ("the alliance") can mean a named one."""
    if chain.type not in ORGANIZATIONS:
        return False
    named = any(
        head.lower_ in (m.label.casefold().split() if m.kind is MentionKind.NAME else (head.doc[m.head].lower_,))
        for m in chain.mentions
    )
    if {"UN", "U.N."} & {c.text for c in head.children}:
        return chain.type == "InternationalOrganization"
    if any(c.pos_ == "PROPN" and c.dep_ == "compound" and knowledge.people(c.text) is None for c in head.children):
        return False
    if chain.type == "Organization":
        return named
    if type_ == "Organization":
        return named or chain.type in GENERAL.get(head.lemma_.lower(), frozenset())
    return kin(type_, chain.type)
