"""Nouns that describe a name beside them: appositions, "TV station X", "metropolis X", "the city of X", titles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsgraph.extraction.entities.found import ORGANIZATIONS, PLACES, VEHICLES, Found
from newsgraph.extraction.entities.nouns import is_people, is_plural, office_of
from newsgraph.extraction.entities.seats import is_town, may_be_town
from newsgraph.extraction.parse import Doc, Span, Token
from newsgraph.ontology import knowledge
from newsgraph.ontology.names import cue_type, cues, exact_type

BROAD = {"PERSON": "people", "ORG": "organization", "GPE": "place", "LOC": "place"}
# Nouns that say what the name right before them names ("Bild newspaper").
CLASSIFIERS = frozenset(
    "newspaper daily magazine agency channel broadcaster tabloid group movement party militia".split()
)
# Nouns that countries and bodies may bear as well as people.
NEUTRAL = frozenset(
    "member ally rival neighbour neighbor partner donor enemy foe opponent supporter backer owner".split()
)
LONGEST_PERSON = 3
NAMING = frozenset({"know", "call", "name", "identify", "dub"})
BESIDE = frozenset({"compound", "nmod", "appos", "amod"})


def attach(doc: Doc, names: Sequence[Span], nominals: Iterable[Found]) -> Mapping[int, int]:
    """Nominal head -> root of the name that it describes."""
    owners = {t.i: root for name in names for root in (name.root.i,) for t in name}
    labels = {name.root.i: name.label_ for name in names}
    found: dict[int, int] = {}
    for noun in nominals:
        for name in _of_name(doc[noun.head], owners, noun.type):
            found.setdefault(noun.head, name)
        for name in _described(doc, noun, owners, names):
            head = doc[noun.head]
            if is_plural(head) and (noun.type in PLACES or is_people(noun.type)) and doc[name].tag_ == "NNP":
                continue
            fitting = fits(labels[name], noun.type) or head.lemma_ in NEUTRAL
            fitting = fitting or (noun.type == "City" and is_town(_span(doc, name, owners).text))
            if fitting or _titles(head, owners) or _introduces(head, noun, _span(doc, name, owners)):
                found.setdefault(noun.head, name)
    return found


def _span(doc: Doc, root: int, owners: Mapping[int, int]) -> Span:
    tokens = [i for i, owner in owners.items() if owner == root]
    return doc[min(tokens) : max(tokens) + 1]


def _introduces(head: Token, noun: Found, name: Span) -> bool:
    """A noun for one person beside a name that only looks like a body's ("his spokeswoman, X")."""
    if not is_people(noun.type) or is_plural(head) or len(name) > LONGEST_PERSON:
        return False
    if _called(head, name.root):
        return True
    if len(name) < 2 and not _is_aside(head, name.root):
        return False
    apart = head.dep_ == "appos" or name.root.dep_ == "appos" or name.start == head.i + 2
    text = name.text
    known = cue_type(text) or exact_type(text) or knowledge.territory(text) or knowledge.body(text)
    return (apart or head.i + 1 == name.start) and all(t.text[:1].isupper() for t in name) and not known


def _is_aside(noun: Token, name: Token) -> bool:
    """Whether an office stands in an aside right behind a name of one word: "Makame, the police chief, ..."."""
    beside = noun.dep_ == "appos" and noun.head == name and noun.left_edge.i == name.i + 2
    return beside and office_of(noun) is not None and noun.lemma_ != "leader" and not name.is_upper


def _called(noun: Token, name: Token) -> bool:
    """ "A commander known as X", "the captain, identified only as X"."""
    preposition = name.head if name.dep_ == "pobj" else None
    verb = preposition.head if preposition is not None else name.head
    as_ = preposition is None or preposition.lower_ == "as"
    return as_ and verb.dep_ == "acl" and verb.head == noun and verb.lemma_ in NAMING


def _titles(noun: Token, owners: Mapping[int, int]) -> bool:
    """A capitalised title right before a name makes it a person's, unless the name itself speaks of something else."""
    if noun.i + 1 not in owners or office_of(noun) is None or is_plural(noun) or noun.text[:1].islower():
        return False
    name = noun.doc[noun.i + 1 : max(i for i, root in owners.items() if root == owners[noun.i + 1]) + 1].text
    return not (cue_type(name) or exact_type(name) or knowledge.territory(name) or knowledge.body(name))


def fits(label: str, type_: str) -> bool:
    """Whether a name that the reader gave a label can be of a class; the reader errs between things and bodies."""
    broad = BROAD.get(label)
    if is_people(type_):
        return broad in {"people", None}
    if type_ in ORGANIZATIONS:
        return broad != "place" or type_ in {"MediaOrganization", "NewsAgency", "Company", "SportsTeam"}
    if type_ in PLACES:
        return broad != "people"
    return broad is None or type_ in VEHICLES


def _described(doc: Doc, noun: Found, owners: Mapping[int, int], names: Sequence[Span]) -> Iterator[int]:
    head = doc[noun.head]
    if head.head.i in owners and head.dep_ in BESIDE and _near(head, head.head):
        yield owners[head.head.i]
    if head.i + 1 in owners and (_same_phrase(head, doc[head.i + 1]) or office_of(head) or not is_plural(head)):
        yield owners[head.i + 1]
    yield from (owners[c.i] for c in head.children if c.dep_ == "appos" and c.i in owners)
    if head.lemma_ in CLASSIFIERS and head.i - 1 in owners and doc[head.i - 1].head == head and not is_plural(head):
        yield owners[head.i - 1]
    yield from (name.root.i for name in names if name.start > head.i and _called(head, name.root))
    yield from _after_comma(doc, noun, names)
    yield from _after_rank(head, owners)
    yield from _between_commas(head, noun, owners)


def _after_rank(head: Token, owners: Mapping[int, int]) -> Iterator[int]:
    """ "The army's spokesman, Brig. Gen. X": the dots of ranks mislead the parser."""
    words = head.doc[head.i + 1 : head.i + 6]
    if len(words) < 2 or words[0].text != ",":
        return
    name = next((t for t in words[1:] if t.text != "." and t.lower_ not in cues().honorifics), None)
    if name is not None and name.i > words[1].i and name.i in owners:
        yield owners[name.i]


def _between_commas(head: Token, noun: Found, owners: Mapping[int, int]) -> Iterator[int]:
    """ "Its director, X, said": what stands between the commas names the person, however it was parsed."""
    doc, start = head.doc, head.i + 2
    if not is_people(noun.type) or is_plural(head) or start + 1 >= len(doc) or doc[head.i + 1].text != ",":
        return
    end = next((i for i in range(start, min(start + LONGEST_PERSON + 1, len(doc))) if i not in owners), start)
    told = any(c.dep_ in {"poss", "det"} for c in head.children)
    closed = end > start and end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].pos_ in {"VERB", "AUX", "ADV"}
    if told and closed and owners[start] == owners[end - 1]:
        yield owners[start]


def _near(noun: Token, name: Token) -> bool:
    """An apposition stands anywhere, a compound right before the name."""
    return noun.dep_ == "appos" or all(
        t.dep_ in BESIDE or t.pos_ in {"PROPN", "PUNCT"} for t in noun.doc[noun.i + 1 : name.i]
    )


def _same_phrase(noun: Token, after: Token) -> bool:
    return after.head == noun or noun.head == after or after.head == noun.head or after.is_ancestor(noun)


def _of_name(head: Token, owners: Mapping[int, int], type_: str) -> Iterator[int]:
    """ "the city of Almaty", "the Republic of Armenia"."""
    place = (
        (type_ in {"City", "Country", "Region"} or head.lower_ == "port")
        and head.lemma_.lower() != "capital"
        and head.tag_ in {"NN", "NNP"}
    )
    if place and head.i + 2 in owners and head.doc[head.i + 1].lower_ == "of":
        name = owners[head.i + 2]
        if type_ != "City" or may_be_town(_span(head.doc, name, owners).text):
            yield name


def _after_comma(doc: Doc, noun: Found, names: Sequence[Span]) -> Iterator[int]:
    """ "X (ABC), a military alliance of ...": the parser often takes the noun for an object of the verb."""
    left = noun.start
    if left < 2 or doc[left - 1].lower_ not in {"a", "an", "one"} or doc[left - 2].text != ",":
        return
    end = left - 2
    if end >= 3 and doc[end - 1].text == ")" and doc[end - 3].text == "(":
        end -= 3
    yield from (name.root.i for name in names if name.end == end)
