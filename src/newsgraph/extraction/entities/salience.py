"""How present a thing is in the mind of a reader at some point of a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsgraph.extraction.entities.found import Chain
from newsgraph.extraction.entities.speaking import speakers
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge

SAID = frozenset({MentionKind.NAME, MentionKind.ADJECTIVE})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Discourse:
    """A document with the number of the sentence of each token, and the speaker of each word of direct speech."""

    doc: Doc
    sentence: tuple[int, ...]
    speaker: Mapping[int, int]


def discourse(doc: Doc) -> Discourse:
    """Number the sentences; blank ones do not count."""
    numbers: list[int] = []
    number = -1
    for sent in doc.sents:
        number += bool(sent.text.strip())
        numbers += [max(number, 0)] * len(sent)
    return Discourse(doc, tuple(numbers), speakers(doc))


def distance(text: Discourse, chain: Chain, at: int) -> int | None:
    """How many sentences back the last mention before a token is; None where there is none."""
    before = [m for m in chain.mentions if m.head < at]
    return text.sentence[at] - text.sentence[before[-1].head] if before else None


def score(text: Discourse, chain: Chain, at: int) -> float:
    """Recent, frequent and in subject position: the higher the likelier an antecedent; adjectives hardly count."""
    before = [m for m in chain.mentions if m.head < at]
    if not before:
        return -100.0
    points = 0.0
    for m in before:
        back = text.sentence[at] - text.sentence[m.head]
        token = text.doc[m.head]
        main = token.head.dep_ == "ROOT"
        weight = (
            8
            if m.kind is MentionKind.ADJECTIVE or _only_qualifies(token, chain)
            else 40
            if token.dep_ not in SUBJECTS
            else 70
            if main
            else 60
        )
        points = max(points, weight * 0.5**back)
    named = sum(m.kind in {MentionKind.NAME, MentionKind.PRONOUN} for m in before) or 1
    return points + min(named, 6) * 4 - (at - before[-1].head) * 0.05


def _only_qualifies(token: Token, chain: Chain) -> bool:
    """ "The U.S. embassy" hardly makes one think of the country."""
    return chain.type == "Country" and token.dep_ in {"compound", "nmod", "amod"}


def main_country(text: Discourse, chains: Sequence[Chain]) -> int | None:
    """The country that the text names most: in full, at its beginning, or by its cities."""
    points = {i: _weight(text, c, chains) for i, c in enumerate(chains) if c.type == "Country" and c.known}
    return max(points, key=lambda i: points[i], default=None)


def _weight(text: Discourse, chain: Chain, chains: Sequence[Chain]) -> float:
    first = 1.5 * any(text.sentence[m.head] == 0 for m in chain.mentions)
    named = sum(2.0 if m.kind is MentionKind.NAME else 0.5 for m in chain.mentions if m.kind in SAID)
    place = knowledge.by_iri(chain.known)
    cities = (c for c in chains if c.type == "City" and c.known and place)
    return first + named + sum(_lies_in(c, place) * min(len(c.mentions), 3) for c in cities)


def _lies_in(city: Chain, place: knowledge.Territory | None) -> bool:
    found = (s for m in city.mentions if m.kind is MentionKind.NAME for s in knowledge.settlements(m.label))
    return place is not None and any(s.iri == city.known and s.country == place.code for s in found)


def same_clause_subject(token: Token, chain: Chain) -> bool:
    """Whether a chain holds the subject of the very clause in which a token stands as object or complement.

    Then a pronoun or a description there refers to something else ("Russia sent soldiers to the country").
    """
    verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if verb is None or token.dep_ in SUBJECTS:
        return False
    subjects = {c.i for c in (_ruling(verb) or verb).children if c.dep_ in SUBJECTS}
    return bool(subjects) and any(m.head in subjects or not subjects.isdisjoint(m.tokens) for m in chain.mentions)


def _ruling(verb: Token) -> Token | None:
    """The verb whose subject is also that of one that has none: "they fired at pilgrims, killing five of them"."""
    while not any(c.dep_ in SUBJECTS for c in verb.children):
        joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VB"})
        if not joined or verb.head.pos_ not in {"VERB", "AUX"}:
            return None
        verb = verb.head
    return verb


def owns_subject(token: Token, chain: Chain) -> bool:
    """Whether a chain owns the subject of the clause in which a token stands ("its troops entered the country")."""
    verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    subjects = (c for c in verb.children if c.dep_ in SUBJECTS) if verb is not None else ()
    owners = {g.i for c in subjects for g in c.children if g.dep_ == "poss"}
    return bool(owners) and any(m.head in owners for m in chain.mentions)


def same_phrase(token: Token, chain: Chain) -> bool:
    """Whether a mention of the chain stands inside the noun phrase that a token heads, or the other way round."""
    first, last = token.left_edge.i, token.right_edge.i
    near = (m.head for m in chain.mentions if first <= m.head <= last)
    return any(token.is_ancestor(token.doc[head]) for head in near)
