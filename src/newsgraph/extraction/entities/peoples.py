"""Adjectives and nouns for peoples: "Armenian Prime Minister" speaks of Armenia, "Russians" of a group."""

from collections.abc import Iterator, Set

from newsgraph.extraction.entities.found import Found
from newsgraph.extraction.entities.phrases import label
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge

PARTS_OF_AMERICA = frozenset({"south", "north", "latin", "central", "meso"})
MODIFIERS = frozenset({"amod", "compound", "npadvmod", "nmod"})


def find(doc: Doc, *, taken: Set[int], skip: Set[int]) -> Iterator[Found]:
    """Mentions of countries by their adjective, and of people by the name of their nation."""
    used: set[int] = set()
    for token in doc:
        if token.i in taken or token.i in skip:
            continue
        for start in (token.i - 1, token.i):
            if start < token.sent.start or not used.isdisjoint((start, token.i)):
                continue
            first = doc.tokens[start]
            if not first.text[0].isupper() or first.pos_ == "DET":
                continue
            if found := _found(doc, start, token):
                used |= {start, token.i}
                yield found


def _found(doc: Doc, start: int, token: Token) -> Found | None:
    country = knowledge.people(doc[start : token.i + 1].text)
    if country is None and start == token.i and token.ent_type_ == "NORP" and token.tag_ in {"NNPS", "NNS"}:
        return Found(start, start + 1, start, MentionKind.NOMINAL, "Group", token.text, sure=True, people=True)
    if token.text.startswith("American") and start and doc[start - 1].lower_ in PARTS_OF_AMERICA:
        return None
    if country is None or not token.text[:1].isupper() or country.former:
        return None
    if token.dep_ in MODIFIERS or token.pos_ == "ADJ":
        kind = MentionKind.ADJECTIVE
        return Found(start, token.i + 1, token.i, kind, country.type, country.name, country.iri, sure=True)
    if token.tag_ in {"NNPS", "NNS"}:
        return Found(
            start,
            token.i + 1,
            token.i,
            MentionKind.NOMINAL,
            "Group",
            label(doc, start, token.i + 1),
            sure=True,
            people=True,
        )
    if token.tag_ in {"NNP", "NN"} and token.text not in {country.name, "US", "U.S."}:
        return Found(
            start, token.i + 1, token.i, MentionKind.NOMINAL, "Person", label(doc, start, token.i + 1), sure=True
        )
    return None
