"""Definite descriptions ("the Central Asian country", "the alliance", "the soldiers") and what they refer to."""

from collections.abc import Callable, Mapping, Sequence

from newsgraph.extraction.entities.fitting import body_fits, city_fits, country_fits
from newsgraph.extraction.entities.found import GROUPS, ORGANIZATIONS, PLACES, Chain, Found
from newsgraph.extraction.entities.nouns import office_of
from newsgraph.extraction.entities.phrases import OF_VERBS
from newsgraph.extraction.entities.salience import (
    Discourse,
    distance,
    main_country,
    owns_subject,
    same_clause_subject,
    same_phrase,
    score,
)
from newsgraph.extraction.parse import Token
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Modifiers that make a description speak of something else than what was named.
OTHER = frozenset(
    "other another neighbouring neighboring third same foreign new second next different host home previous many "
    "every each own both few several".split()
)
BODIES_WITHOUT_NAMES = frozenset({"GovernmentBody", "MilitaryForce", "PoliceForce", "Parliament"})
VERY_FAR, FAR, NEAR = 20, 8, 3
# How much likelier than others the country is that the text is about.
HOME, ABROAD = 25.0, 60.0

Titles = Mapping[int, str]


def resolve(text: Discourse, mention: Found, chains: Sequence[Chain], titles: Titles) -> int | None:
    """The chain that a nominal mention continues, or None for what is new."""
    head = text.doc[mention.head]
    if mention.proper:
        return next((i for i, c in enumerate(chains) if _same_label(mention, c)), None)
    if not (_definite(head) or head.dep_ == "compound") or _modifiers(head) & OTHER:
        return None
    allowed = [i for i, c in enumerate(chains) if _possible(text, head, c)]
    for loosely in (False, True):
        fitting = _by_type(text, mention, titles, loosely)
        found = [i for i in allowed if fitting(chains[i]) or _same_noun(text, mention, chains[i])]
        if found:
            home = main_country(text, chains) if mention.type == "Country" else None
            return max(found, key=lambda i: score(text, chains[i], head.i) + _homely(head, chains[i], i == home))
    return None


def _homely(head: Token, chain: Chain, home: bool) -> float:
    """The main country is likelier, one whose people act there ("its troops entered the country") less likely."""
    return HOME if home else -ABROAD if owns_subject(head, chain) else 0.0


def _same_label(mention: Found, chain: Chain) -> bool:
    return any(knowledge.key(m.label) == knowledge.key(mention.label) for m in chain.mentions if chain.named)


def _definite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in DEFINITE for c in head.children)


def _modifiers(head: Token) -> set[str]:
    return {c.lower_ for c in head.children if c.i < head.i and c.dep_ in {"amod", "compound", "nmod", "nummod"}}


def _possible(text: Discourse, head: Token, chain: Chain) -> bool:
    return (
        distance(text, chain, head.i) is not None
        and not same_clause_subject(head, chain)
        and not same_phrase(head, chain)
    )


def _by_type(text: Discourse, mention: Found, titles: Titles, loosely: bool) -> Callable[[Chain], bool]:
    """The test that a chain must pass; loosely, the continent is enough ("East African" for Sudan)."""
    head = text.doc[mention.head]
    singular = head.tag_ in {"NN", "NNP"}

    def near(chain: Chain, limit: int) -> bool:
        back = distance(text, chain, head.i)
        return back is not None and back <= limit

    if mention.type == "Country" and singular:
        return lambda c: (
            c.type == "Country"
            and (loosely or _is_named(c))
            and near(c, VERY_FAR)
            and country_fits(head, c, loosely=loosely)
        )
    if mention.type == "City" and singular and not _owned(head):
        return lambda c: c.named and c.type == "City" and near(c, NEAR) and city_fits(head, c)
    if mention.type in ORGANIZATIONS - BODIES_WITHOUT_NAMES and singular and not _owned(head):
        return lambda c: c.named and near(c, NEAR) and body_fits(head, mention.type, c)
    if mention.type == "Person" and (office := office_of(head)) and singular:
        return lambda c: near(c, FAR) and any(titles.get(m.head, "").endswith(office) for m in c.mentions)
    return lambda c: False


def _is_named(chain: Chain) -> bool:
    """Whether a text names a country, rather than using its adjective alone."""
    return any(m.kind is MentionKind.NAME for m in chain.mentions)


def _owned(head: Token) -> bool:
    """Whether an owner or a purpose says which one is meant; "accused the group of lying" says neither."""
    charged = head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ in OF_VERBS
    of = (c for c in head.children if c.dep_ == "prep" and c.lower_ in ({"for"} if charged else {"of", "for"}))
    return any(c.dep_ == "poss" for c in head.children) or any(g.dep_ == "pobj" for c in of for g in c.children)


def _same_noun(text: Discourse, mention: Found, chain: Chain) -> bool:
    """ "Soldiers ... the soldiers": the same noun, no other number, and nothing that the first did not say."""
    again = mention.type == chain.type == "Person" and text.doc[mention.head].tag_ == "NN"
    apart = (mention.type in PLACES) != (chain.type in PLACES)
    if (chain.named and not again) or apart or mention.type in {"Country", "City", "Place", "Region"}:
        return False
    head, back = text.doc[mention.head], distance(text, chain, mention.head)
    if back is None or back > FAR or (mention.also and mention.type in GROUPS):
        return False
    return any(
        _agrees(head, text.doc[m.head]) for m in chain.mentions if m.kind is MentionKind.NOMINAL and m.head < head.i
    )


def _agrees(head: Token, earlier: Token) -> bool:
    if head.lemma_.lower() != earlier.lemma_.lower() or head.tag_ != earlier.tag_:
        return False
    if _numbers(head) - _numbers(earlier):
        return False
    return _modifiers(head) <= _modifiers(earlier) and _complements(head) <= _complements(earlier)


def _numbers(head: Token) -> set[str]:
    return {c.lower_ for c in head.children if c.dep_ == "nummod"}


def _complements(head: Token) -> set[str]:
    of = (c for c in head.children if c.dep_ == "prep" and c.lower_ in {"of", "for"})
    owners = {c.lower_ for c in head.children if c.dep_ == "poss"}
    return {g.lower_ for c in of for g in c.children if g.dep_ == "pobj"} | owners
