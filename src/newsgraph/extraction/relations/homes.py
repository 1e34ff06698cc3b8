"""Whose a title is that stands alone: of the country that a text is about, of the company just spoken of."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.relations.found import Tenure
from newsgraph.model.findings import Entity, Mention, MentionKind
from newsgraph.ontology import knowledge
from newsgraph.ontology.relation_words import relation_words
from newsgraph.ontology.titles import is_national

# How much more a text must speak of one country than of any other for a bare national title to be its own.
DOMINANCE = 1.5
# The same for the only country of the first sentence.
LEADING = 1.1
SHORTEST_SENTENCE = 6
LEAST = 3.0
WEIGHTS = {MentionKind.NAME: 2.0, MentionKind.NOMINAL: 1.0, MentionKind.ADJECTIVE: 0.5, MentionKind.PRONOUN: 0.0}
LOCATIVE = frozenset({"in", "into", "across", "off", "inside", "throughout", "within"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Titles of which a country has several holders at a time.
SHARED = frozenset({"minister", "deputy minister", "ambassador", "vice president", "deputy prime minister"})
COMPANY_TITLES = frozenset(
    {"chief executive", "chief executive officer", "ceo", "chief financial officer", "cfo", "managing director"}
)


def settled(doc: Doc, index: EntityIndex, held: Collection[Tenure]) -> Mapping[Tenure, int]:
    """The body of each tenure that has none of its own, where the text as a whole tells."""
    main = main_country(doc, index)
    found: dict[Tenure, int] = {}
    for tenure in (t for t in held if t.body is None):
        if tenure.title in COMPANY_TITLES and (company := _company(tenure.noun, index)) is not None:
            found[tenure] = company
        before = _country_before(tenure.noun, index)
        country = before if main is None else main if before in {None, main} else None
        if tenure not in found and country is not None and _may_be_of(doc, index, tenure, country, held):
            found[tenure] = country
    return found


def main_country(doc: Doc, index: EntityIndex) -> int | None:
    """The country that the text is about, if one stands out."""
    points = {n: _points(doc, index, n) for n, e in enumerate(index.entities) if e.type == "Country" and e.named}
    ranked = sorted(points.items(), key=lambda p: -p[1])
    if not ranked or ranked[0][1] < LEAST:
        return None
    margin = LEADING if _first(doc, index) == {ranked[0][0]} else DOMINANCE
    return None if len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1] else ranked[0][0]


def _first(doc: Doc, index: EntityIndex) -> set[int]:
    """The countries of the first sentence that is more than a dateline."""
    sentence = next((s for s in doc.sents if len(s) > SHORTEST_SENTENCE), doc[:0])
    return {e for t in sentence if (e := index.at(t.i)) is not None and _is_country(index, e)}


def _points(doc: Doc, index: EntityIndex, country: int) -> float:
    """Names count most, more in the first sentence and as scenes of events; so do the country's own cities."""
    place = knowledge.by_iri(index.entities[country].known)
    cities = sum(min(len(e.mentions), 3) for e in index.entities if place and place.code in countries_of(e))
    return sum(_weight(doc, m) for m in index.entities[country].mentions) + cities


def _weight(doc: Doc, mention: Mention) -> float:
    token = _token(doc, mention)
    weight = WEIGHTS[mention.kind]
    if token is None or mention.kind not in {MentionKind.NAME, MentionKind.ADJECTIVE}:
        return weight
    scene = token.dep_ == "pobj" and token.head.lower_ in LOCATIVE
    return weight + scene + 1.5 * (token.sent.start == 0)


def _token(doc: Doc, mention: Mention) -> Token | None:
    span = doc.char_span(mention.head.start, mention.head.end)
    return span[0] if span is not None else None


def countries_of(entity: Entity) -> frozenset[str]:
    """The codes of the country in which a named city lies."""
    if entity.type != "City" or entity.known is None:
        return frozenset()
    cities = (c for name in (entity.label, *entity.alt_labels) for c in knowledge.settlements(name))
    return frozenset(c.country for c in cities if c.iri == entity.known)


def _may_be_of(doc: Doc, index: EntityIndex, tenure: Tenure, country: int, held: Iterable[Tenure]) -> bool:
    """A present national title that nobody else holds there, of somebody who does not speak from a foreign capital."""
    if tenure.former or not is_national(tenure.title, relation_words().national_titles):
        return False
    others = {t.person for t in held if t.title == tenure.title and t.body in {None, country} and not t.former}
    if tenure.title not in SHARED and others - {tenure.person}:
        return False
    return not any(_speaks_abroad(word, index, country) for word in _heads(doc, index.entities[tenure.person]))


def _heads(doc: Doc, entity: Entity) -> Iterator[Token]:
    return (token for m in entity.mentions if (token := _token(doc, m)) is not None)


def _speaks_abroad(word: Token, index: EntityIndex, country: int) -> bool:
    """ "She told reporters in Berlin": from the capital of another country."""
    if word.dep_ not in SUBJECTS or word.head.lemma_ not in {"say", "tell", "announce", "add"}:
        return False
    home = knowledge.by_iri(index.entities[country].known)
    names = (c.text for prep in word.head.subtree if prep.lower_ == "in" for c in prep.children if c.dep_ == "pobj")
    return any((abroad := knowledge.capital_of(name)) is not None and abroad != home for name in names)


def _company(noun: Token, index: EntityIndex) -> int | None:
    """The one company that is a subject in this sentence or, if none is, in the one before."""
    before = noun.doc[noun.sent.start - 1].sent if noun.sent.start else ()
    for sentence in (noun.sent, before):
        found = {e for t in sentence if t.dep_ in SUBJECTS and (e := index.at(t.i)) is not None and _is_firm(index, e)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _country_before(noun: Token, index: EntityIndex) -> int | None:
    """The one country named in the sentence before, in the same paragraph, as the subject of its main clause."""
    if not noun.sent.start:
        return None
    before = noun.doc[noun.sent.start - 1].sent
    if "\n" in noun.doc.text[before.start_char : noun.idx].lstrip():
        return None
    named = [t for t in before if t.pos_ == "PROPN" and (e := index.at(t.i)) is not None and _is_country(index, e)]
    countries = {index.at(t.i) for t in named}
    leading = [t for t in named if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"]
    return index.at(leading[0].i) if leading and len(countries) == 1 else None


def _is_country(index: EntityIndex, entity: int) -> bool:
    return index.entities[entity].type == "Country"


def _is_firm(index: EntityIndex, entity: int) -> bool:
    return index.entities[entity].type == "Company" and index.entities[entity].named
