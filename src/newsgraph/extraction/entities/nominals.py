"""Mentions by common nouns: "eight policemen and soldiers", "the Kazakh authorities", "dozens of attackers"."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extraction.entities.found import GROUPS, ORGANIZATIONS, PLACES, Found
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge
from newsgraph.ontology.lexicon import lexicon

OFFICE = "Office"
PEOPLE = GROUPS | {"Person"}
# Nouns that only measure or gather what follows their "of".
MEASURES = frozenset(
    "dozen hundred thousand million score number group handful majority couple lot crowd pair series third half "
    "quarter tens column convoy wave rest remainder minority some many several most all one two three four five six "
    "seven eight nine ten".split()
)
NUMBERS = frozenset({"dozens", "hundreds", "thousands", "scores"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "no", "any", "some", "such", "all", "both"})
LINKED = frozenset({"of", "for"})
# Verbs whose object is followed by an of-phrase that belongs to the verb. A closed class.
OF_VERBS = frozenset("accuse acquit assure clear convict deprive inform remind rob strip suspect warn".split())
LONGEST = 4
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "agent"})


@cache
def _types() -> Mapping[str, str]:
    entries = lexicon().nominals
    return {noun: entry.type for entry in entries for noun in entry.nouns if entry.type != OFFICE}


@cache
def _offices() -> frozenset[str]:
    return frozenset(noun for entry in lexicon().nominals if entry.type == OFFICE for noun in entry.nouns)


def _phrases(head: Token) -> Iterator[str]:
    """What stands before and at a head, the longest first, the head as it is and as its lemma."""
    doc, text = head.doc, head.doc.text
    for start in range(max(head.i - LONGEST + 1, head.sent.start), head.i + 1):
        before = text[doc[start].idx : head.idx].casefold()
        yield before + head.lower_
        yield before + head.lemma_.casefold()


def noun_type(head: Token) -> str | None:
    """The class that the lexicon gives a noun, together with the words before it; offices count as persons."""
    for phrase in _phrases(head):
        if found := _types().get(phrase):
            return found
        if phrase in _offices():
            return "Person"
    return None


def is_plural(token: Token) -> bool:
    """Whether a noun stands in the plural."""
    return token.tag_ in {"NNS", "NNPS"}


def office_of(head: Token) -> str | None:
    """The title that ends at a noun ("prime minister"), the longest, in lower case."""
    return next((phrase for phrase in _phrases(head) if phrase in _offices()), None)


def title_start(head: Token) -> int:
    """The index of the first token of the title that ends at a noun; of the noun where there is none."""
    title = office_of(head)
    begin = head.idx + len(head) - len(title) if title else head.idx
    return next((i for i in range(head.i, max(head.i - 8, -1), -1) if head.doc[i].idx <= begin), head.i)


def find(doc: Doc, *, taken: Set[int], skip: Set[int]) -> tuple[Found, ...]:
    """The noun phrases whose head the lexicon types, but for tokens of names and of times.

    Conjuncts that share one number or determiner make one mention ("eight policemen and soldiers"): the number says
    nothing about either alone, so an entity for each would claim what the text does not. Conjuncts that each have
    their own determiner, or none at all, are separate. A noun that only measures ("dozens of attackers") answers for
    the phrase that it measures.
    """
    heads = {t.i: type_ for t in doc if t.i not in taken and t.i not in skip and (type_ := _head_type(t))}
    shared = {c.i: t.i for t in doc if t.i in heads for c in _sharing(t, heads)}
    return tuple(_found(doc[i], type_, heads, shared) for i, type_ in heads.items() if i not in shared)


def _head_type(token: Token) -> str | None:
    if token.pos_ == "NUM" or token.lower_ in NUMBERS:
        return "Group" if _counts_people(token) else None
    titled = token.pos_ == "ADJ" and office_of(token) and _before_name(token)
    if (token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"amod", "npadvmod", "nummod"}) and not titled:
        return None
    type_ = noun_type(token)
    if type_ == "Country" and token.lemma_.lower() == "state" and not _qualified(token):
        return None
    if token.lemma_ == "agency" and type_ == "Organization" and _reports(token):
        type_ = "NewsAgency"
    if type_ == "Person" and is_plural(token):
        type_ = "Group"
    if type_ and (office := office_of(token)) and " of " in office and not _before_name(token):
        return None
    if type_ and token.dep_ in {"compound", "nmod"}:
        return type_ if _modifies(token, type_) else None
    if type_ == "Person" and office_of(token) and _names_an_office(token):
        return OFFICE
    return _measured(token, type_)


def _reports(token: Token) -> bool:
    """Whether an agency reports or quotes, as news agencies do."""
    return token.dep_ == "nsubj" and token.head.lemma_ in {"report", "quote", "cite"}


def _modifies(token: Token, type_: str) -> bool:
    """Whether a noun before a noun is spoken of: before a name, an event, or somebody who belongs to it."""
    if token.head.pos_ == "PROPN":
        return True
    if token.head.pos_ != "NOUN":
        return False
    whole = noun_type(token.head)
    belongs = whole in PEOPLE and type_ in ORGANIZATIONS and phrase_start(token.head) > token.i
    return whole is None or belongs


def phrase_start(head: Token) -> int:
    """The index of the first token of the lexicon's entry that ends at a noun."""
    entry = next((p for p in _phrases(head) if p in _types() or p in _offices()), head.lower_)
    return next((i for i in range(head.i, -1, -1) if head.doc[i].idx <= head.idx + len(head) - len(entry)), head.i)


def _qualified(token: Token) -> bool:
    return any(c.dep_ in {"amod", "compound", "nmod"} and c.i < token.i for c in token.children)


def _measured(token: Token, type_: str | None) -> str | None:
    """A measure is no entity of its own where what it measures is one."""
    inner = _inner(token)
    return None if inner is not None and noun_type(inner) else type_


def _inner(token: Token) -> Token | None:
    """What a measuring noun measures."""
    if token.lemma_.lower() not in MEASURES and token.lower_ not in NUMBERS:
        return None
    of = next((c for c in token.children if c.lower_ == "of" and c.i > token.i), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _counts_people(token: Token) -> bool:
    """ "Dozens were killed": a bare number in a role stands for people."""
    bare = not any((c.dep_ == "prep" and c.lower_ in {"of", "in"}) or c.dep_ == "det" for c in token.children)
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ == "VERB" and bare


def _names_an_office(token: Token) -> bool:
    """ "elected president", "resigned as prime minister": no person, but the post."""
    alone = not any(c.dep_ in {"det", "poss", "nummod"} for c in token.children) and token.tag_ in {"NN", "NNP"}
    return alone and token.dep_ in {"attr", "oprd", "pobj", "dobj", "conj"} and not _before_name(token)


def _before_name(token: Token) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ == "PROPN"


def _sharing(head: Token, heads: Mapping[int, str]) -> list[Token]:
    """The conjuncts that share the number or the quantity of a head."""
    if not any(c.dep_ == "nummod" for c in head.children) and not _measure_above(head):
        return []
    joined = [c for c in head.children if c.dep_ == "conj" and c.i in heads and c.tag_ == head.tag_ == "NNS"]
    return [c for c in joined if not any(d.dep_ in {"det", "nummod", "poss"} for d in c.children) and _adds(head)]


def _adds(head: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in {"and", "or"} for c in head.children)


def _measure_above(head: Token) -> Token | None:
    if head.dep_ != "pobj" or head.head.lower_ != "of":
        return None
    over = head.head.head
    return over if _inner(over) == head else None


def _found(head: Token, type_: str, heads: Mapping[int, str], shared: Mapping[int, int]) -> Found:
    partners = [i for i, first in shared.items() if first == head.i]
    kept = phrase_tokens(head, partners)
    measure = _measure_above(head)
    if measure is not None:
        kept = sorted({*kept, *phrase_tokens(measure, [])})
    kept = _trimmed(head.doc, kept)
    common = type_ if all(heads[i] == type_ for i in partners) else "Group"
    also = (*partners, *([measure.i] if measure is not None else []))
    span = (kept[0], max(kept) + 1)
    name = office_of(head) if common == OFFICE else None
    proper = _is_proper(head, common)
    kind = "Region" if proper and common == "Country" else common
    text = name or label(head.doc, *span)
    return Found(*span, head.i, MentionKind.NOMINAL, kind, text, also=also, sure=True, proper=proper)


def _is_proper(head: Token, type_: str) -> bool:
    """ "Rakhine state", "Evin prison": a proper noun right before a noun for a place makes a name of both."""
    before = head.doc[head.i - 1] if head.i else None
    named = (
        before is not None and before.pos_ == "PROPN" and before.head == head and before.dep_ in {"compound", "nmod"}
    )
    if not named or knowledge.people(head.doc[head.i - 1].text) is not None:
        return False
    return type_ in PLACES and not is_plural(head)


def phrase_tokens(head: Token, partners: Iterable[int]) -> list[int]:
    """The indexes of a noun phrase: what stands before the head, of- and for-phrases after it, shared conjuncts."""
    kept = {head.i}
    for child in head.children:
        if child.i < head.i and child.dep_ not in {
            "punct",
            "cc",
            "conj",
            "relcl",
            "appos",
            "prep",
            "parataxis",
            "advcl",
        }:
            kept |= {t.i for t in child.subtree if t.i < head.i}
        elif child.dep_ == "prep" and child.lower_ in LINKED and _follows(child, head):
            kept |= _complement(child)
    for i in partners:
        kept |= set(range(head.i, i + 1))
    return sorted(kept)


def _follows(prep: Token, head: Token) -> bool:
    """Right after the head, and not the charge in "accused the government of fraud"."""
    charge = prep.lower_ == "of" and head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ in OF_VERBS
    return prep.i == head.i + 1 and not charge and not any(c.dep_ == "pcomp" for c in prep.children)


def _complement(prep: Token) -> set[int]:
    found = {prep.i}
    for child in prep.children:
        if child.dep_ == "pobj":
            found |= set(phrase_tokens(child, []))
    comma = next((i for i in sorted(found) if prep.doc[i].text == ","), max(found) + 1)
    found = {i for i in found if i < comma}
    return found if len(found) > 1 else set()


def _trimmed(doc: Doc, kept: list[int]) -> list[int]:
    """Without leading articles, quotation marks and adverbs that end up in front."""
    while len(kept) > 1 and (doc[kept[0]].lower_ in ARTICLES or doc[kept[0]].is_punct or doc[kept[0]].is_space):
        kept = kept[1:]
    return kept


def label(doc: Doc, start: int, end: int) -> str:
    """The words as the text has them; a capital that only begins a sentence is lowered."""
    text = " ".join(doc[start:end].text.split())
    first = doc[start]
    common = first.pos_ != "PROPN" or bool(noun_type(first))
    lower = first.is_sent_start and common and first.ent_type_ not in {"NORP", "GPE"} and not first.is_upper
    return text[:1].lower() + text[1:] if lower else text


def is_people(type_: str) -> bool:
    """Whether a class is one of persons or groups of them."""
    return type_ in PEOPLE
