"""Who holds which office: titles before names, appositions, and "X is prime minister of Y"."""

from collections.abc import Iterator

from newsgraph.extraction.antecedents import conjuncts
from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.entities.nouns import is_plural, office_of, title_start
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.prepositions import prepositional
from newsgraph.extraction.relations.found import Tenure
from newsgraph.extraction.relations.linked import STATES, asserts, fits, is_former, is_real, linked
from newsgraph.extraction.subjects import is_passive
from newsgraph.model.findings import MentionKind
from newsgraph.model.text import Span
from newsgraph.ontology.relation_words import relation_words

BODIES = ("Organization", "Country", "City", "Region", "Group")
LINKS = frozenset({"of", "for", "poss", "compound", "adjective"})
# What says whose an office is, before what only says of what kind it is ("the opposition mayor of Beira").
OWNED = frozenset({"of", "for", "poss"})
ROLES_OF_OTHERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
APPOINTING = frozenset({"appoint", "elect", "name", "swear", "install", "inaugurate", "crown", "re-elect", "reelect"})


def tenures(doc: Doc, index: EntityIndex) -> Iterator[Tenure]:
    """All that the text says of offices, in the order of the text."""
    for noun in doc:
        title = office_of(noun) if noun.pos_ in {"NOUN", "PROPN"} else None
        if title is None or title in ROLES_OF_OTHERS | relation_words().ranks or not is_real(noun):
            continue
        yield from _several(noun, title, index) if is_plural(noun) else _one(noun, title, index)


def _one(noun: Token, title: str, index: EntityIndex) -> Iterator[Tenure]:
    holder = _holder(noun, index)
    person = index.at(holder.i) if holder is not None else None
    if holder is None or person is None:
        return
    name = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) and index.at(noun.i + 1) == person else None
    around = sorted(linked(noun, index, LINKS, BODIES), key=lambda found: found[0] not in OWNED)
    bodies = [(word, entity) for _, word, entity in around if entity != person]
    bodies += _of_holder(name, index) if name is not None else []
    owner, body = bodies[0] if bodies else (None, None)
    yield Tenure(person, title, noun, body, _is_past(noun), _extent(noun, owner), holder, owner)


def _several(noun: Token, title: str, index: EntityIndex) -> Iterator[Tenure]:
    """ "Presidents X of A and Y of B"."""
    first = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if first.pos_ != "PROPN" or index.at(first.i) is None:
        return
    for name in conjuncts(first.head if first.dep_ == "compound" else first):
        person = index.at(name.i)
        if person is not None and _is_named_person(index, person):
            bodies = _of_holder(name, index)
            owner, body = bodies[0] if bodies else (None, None)
            tokens = (name,) if owner is None else (name, owner)
            yield Tenure(person, title, noun, body, is_former(noun), tokens, name, owner)


def _of_holder(name: Token, index: EntityIndex) -> list[tuple[Token, int]]:
    """The body in "President X of Y", read off the name."""
    head = name.head if name.dep_ == "compound" else name
    found = ((f.head, index.at(f.head.i)) for f in prepositional(head) if f.function == "of")
    return [(word, e) for word, e in found if e is not None and fits(index, e, BODIES)]


def _is_past(noun: Token) -> bool:
    copula = noun.head if noun.dep_ in {"attr", "oprd"} else None
    return is_former(noun) or (copula is not None and copula.lower_ in {"was", "were"})


def _holder(noun: Token, index: EntityIndex) -> Token | None:
    """The word for the named person that a title stands beside or is said of."""
    entity = index.at(noun.i)
    if entity is not None and _is_named_person(index, entity) and _is_nominal(noun, index, entity):
        return _name_beside(noun, index, entity)
    if noun.dep_ in {"attr", "oprd"} and noun.head.lemma_ in STATES and asserts(noun.head):
        return next((c for c in noun.head.children if c.dep_ == "nsubj" and _is_person_at(c, index)), None)
    return _appointed(noun, index)


def _name_beside(noun: Token, index: EntityIndex, person: int) -> Token:
    """The name that a title stands beside, else the title itself."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    near = (*after, noun.head, *noun.children)
    return next((t for t in near if t.pos_ == "PROPN" and t.i != noun.i and index.at(t.i) == person), noun)


def _appointed(noun: Token, index: EntityIndex) -> Token | None:
    """ "X was appointed foreign minister", "X was sworn in as president"; not what a year puts into the past."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    passive = noun.dep_ in {"oprd", "attr", "pobj", "dobj"} and is_passive(verb)
    if not passive or verb.lemma_ not in APPOINTING or not asserts(verb) or _is_dated(verb):
        return None
    return next((c for c in verb.children if c.dep_ == "nsubjpass" and _is_person_at(c, index)), None)


def _is_dated(verb: Token) -> bool:
    remote = any(c.lower_ in {"had", "to", "being"} for c in verb.children if c.i < verb.i)
    return remote or any(t.like_num and len(t) == 4 for t in verb.subtree)


def _is_named_person(index: EntityIndex, entity: int) -> bool:
    return fits(index, entity, ("Person",)) and index.entities[entity].named


def _is_person_at(word: Token, index: EntityIndex) -> bool:
    entity = index.at(word.i)
    return entity is not None and _is_named_person(index, entity)


def _is_nominal(noun: Token, index: EntityIndex, entity: int) -> bool:
    """Whether the noun is a descriptive mention, no part of the name."""
    head = Span(noun.idx, noun.idx + len(noun))
    return any(m.kind is MentionKind.NOMINAL and m.head == head for m in index.entities[entity].mentions)


def _extent(noun: Token, body: Token | None) -> tuple[Token, ...]:
    """The tokens that state the tenure, the name beside the title included."""
    beside = [noun.head] if noun.dep_ in {"compound", "nmod", "appos"} else []
    beside += [c for c in noun.children if c.dep_ == "appos"]
    return (noun.doc[title_start(noun)], noun, *beside, *([body] if body is not None else []))
