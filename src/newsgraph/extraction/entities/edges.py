"""Where a name begins and ends: what the name reader took too much or too little of."""

from collections.abc import Sequence

from newsgraph.extraction.entities.nouns import noun_type, office_of
from newsgraph.extraction.parse import Doc, Span, Token
from newsgraph.ontology import knowledge, names

AT_END = frozenset({",", "(", "’", "'", "”", '"', "-", ":"})
# The article in Arabic names ("el-Masri"), which the tokenizer parts from what follows.
ARABIC = frozenset({"al", "el", "an", "as", "ash", "at", "ad", "ar", "az", "ul", "ud"})
# How many tokens "of X" after a name's first word may have.
LONGEST_REST = 8


def trimmed(doc: Doc, start: int, end: int, entity_type: str) -> Span | None:
    """A name without articles, titles, forms of address and possessive marks at its edges."""
    first = doc[start]
    work = entity_type == "WORK_OF_ART" and first.tag_ == "DT" and first.text.istitle() and not first.is_sent_start
    while start < end and not work and (_leads(doc[start], is_body=_is_body(doc, start, end)) or doc[end - 1].is_space):
        leads = _leads(doc[start], is_body=_is_body(doc, start, end))
        start, end = start + leads, end - doc[end - 1].is_space
    while start < end - 1 and doc[start].text.islower() and doc[start].pos_ == "NOUN" and noun_type(doc[start]):
        start += 1
    if not _is_body(doc, start, end):
        start = _after_title(doc, start, end)
    start = start if entity_type == "WORK_OF_ART" else _after_owner(doc, start, end)
    start += _begins_with_maker(doc, start, end)
    start, end = _whole_place(doc, *extended(doc, start, end))
    while entity_type == "ORG" and end - start > 1 and _is_year(doc[end - 1]):
        end -= 1
    if entity_type == "EVENT" and start and _is_year(doc[start - 1]):
        start -= 1
    while end > start and (doc[end - 1].tag_ in {"POS", "IN"} or doc[end - 1].text in AT_END):
        end -= 1
    return Span(doc, start, end, label=entity_type) if end > start else None


def _is_year(token: Token) -> bool:
    return len(token) == 4 and token.text.isdigit() and token.text[:2] in {"18", "19", "20"}


def _after_owner(doc: Doc, start: int, end: int) -> int:
    """Where "Marta Diaz's New Party" begins, if its owner is named by itself elsewhere or is a place."""
    cut = next((i for i in range(end - 3, start, -1) if doc[i].tag_ == "POS"), None)
    if cut is None:
        return start
    owner = doc[start:cut].text
    alone = any(e.text == owner for e in doc.ents) or bool(knowledge.territory(owner))
    return cut + 1 if alone else start


def _begins_with_maker(doc: Doc, start: int, end: int) -> bool:
    """A common noun whose capital only begins the sentence ("Brewer X said")."""
    first = doc[start] if start < end - 1 else None
    return first is not None and first.is_sent_start is True and noun_type(first) == "Company" and _names_agent(first)


def _names_agent(token: Token) -> bool:
    return token.lower_.endswith(("er", "or"))


def extended(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name with what the name reader left out: letters in front ("PT X"), "of Y" after "Group"."""
    before = doc[start - 1] if start else None
    if before is not None and end - start > 0 and _is_prefix(before, doc[start]):
        start -= 1
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ARABIC and not doc[start - 1].whitespace_:
        start -= 2
    while start and end > start and _joins(doc[start - 1], doc[start]) and doc[start - 1].head.i < end:
        start -= 1
    while end < len(doc) and end > start and _joins(doc[end], doc[end - 1]) and doc[end - 1].head == doc[end]:
        end += 1
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in names.cues().suffixes:
        return start, end + 2
    return start, _through_of(doc, start, end)


def _whole_place(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A state of several words of which the name reader knows only some: "Burkina Faso", "Guinea-Bissau"."""
    for first in range(max(start - 2, 0), start + 1):
        for last in range(min(end + 2, len(doc)), end - 1, -1):
            if (first, last) == (start, end) or not _may_be_name(doc.tokens[first:last]):
                continue
            if knowledge.territory(doc[first:last].text):
                return first, last
    return start, end


def _may_be_name(words: Sequence[Token]) -> bool:
    """Whether words with capitals, and the hyphens between them, begin and end as a name does."""
    inside = all(t.text == "-" or (t.is_alpha and t.text[:1].isupper()) for t in words)
    return inside and "-" not in {words[0].text, words[-1].text} and words[0].lower_ != "the"


def _joins(word: Token, name: Token) -> bool:
    """Whether a proper noun next to a name, which the name reader passed over, is a part of it."""
    if word.pos_ != "PROPN" or word.ent_type_ or not word.text[:1].isupper() or name.pos_ != "PROPN" or word.is_space:
        return False
    if "compound" not in {word.dep_, name.dep_} or (word.i < name.i and word.dep_ != "compound"):
        return False
    other = office_of(word) or noun_type(word) or word.lower_ in names.cues().honorifics or knowledge.people(word.text)
    return not other and not (word.is_sent_start and word.i < name.i) and not (word.text.isupper() and len(word) > 1)


def _is_prefix(before: Token, after: Token) -> bool:
    letters = before.pos_ == "PROPN" and before.text.isupper() and before.text.isalpha() and 2 <= len(before) <= 3
    if before.lower_ in names.cues().honorifics:
        return False
    known = knowledge.territory(before.text) or knowledge.body(before.text) or names.exact_type(before.text)
    return letters and before.dep_ == "compound" and after.pos_ == "PROPN" and not after.text.isupper() and not known


def _through_of(doc: Doc, start: int, end: int) -> int:
    """Where "Group for the Defence of X" ends, of which the name reader knows only the first word."""
    if end - start != 1 or doc[start].pos_ != "PROPN" or names.cue_type(f"The {doc[start].text}") is None:
        return end
    last = end
    for i in range(end, min(end + LONGEST_REST, len(doc))):
        if doc[i].pos_ == "PROPN" and doc[i].text[:1].isupper() and last > 0 and i > end:
            last = i + 1
        elif doc[i].lower_ not in {"of", "for", "the", "and"} or (i == end and doc[i].lower_ not in {"of", "for"}):
            break
    return last


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Whether a run of capitals names a body ("Justice Ministry", "General Hospital"), so that no title leads it."""
    while start < end and doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    rest = doc[start + 1 : end]
    ranked = any(office_of(t) for t in rest[:-1])
    return end - start > 1 and not ranked and names.cue_type(doc[start:end].text) is not None


def _leads(token: Token, *, is_body: bool) -> bool:
    honorific = not is_body and token.lower_ in names.cues().honorifics and token.i + 1 < len(token.doc)
    return token.lower_ in {"the", "a", "an"} or token.is_space or token.is_quote or (honorific and _name_next(token))


def _name_next(token: Token) -> bool:
    after = token.doc[token.i + 1]
    return after.pos_ == "PROPN" and after.text[:1].isupper()


def _after_title(doc: Doc, start: int, end: int) -> int:
    """Where a name begins after a title ("Prime Minister", "Armenian President"), if one stands in front."""
    for i in range(end - 2, start - 1, -1):
        if office_of(doc[i]) and doc[i].text.islower() is False and doc[i + 1].text[:1].isupper():
            return i + 1 if doc[i + 1].lower_ not in {"of", "for"} else start
    return start
