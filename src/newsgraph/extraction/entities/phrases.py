"""The extent of a noun phrase and the label that it gives."""

from collections.abc import Iterable

from newsgraph.extraction.entities.nouns import noun_type
from newsgraph.extraction.parse import Doc, Token

# Adjectives that tell what an action makes of its object ("shot dead three gunmen") and are no part of it.
RESULTS = frozenset({"dead", "alive", "free", "captive", "hostage", "wounded", "unconscious"})
DASHES = frozenset({"-", "–", "—", "--"})
ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "no",
        "any",
        "some",
        "such",
        "all",
        "both",
        "only",
        "just",
        "even",
    }
)
# What stands before a head without being part of its phrase.
APART = frozenset({"punct", "cc", "conj", "relcl", "appos", "prep", "parataxis", "advcl"})
LINKED = frozenset({"of", "for"})
# Verbs whose object is followed by an of-phrase that belongs to the verb. A closed class.
OF_VERBS = frozenset("accuse acquit assure clear convict deprive inform remind rob strip suspect warn".split())


def phrase_tokens(head: Token, partners: Iterable[int]) -> list[int]:
    """The indexes of a noun phrase: what stands before the head, of- and for-phrases after it, shared conjuncts."""
    kept = {head.i}
    for child in head.children:
        if child.i < head.i and child.dep_ not in APART:
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


def trimmed(doc: Doc, kept: list[int]) -> list[int]:
    """Without leading articles, quotation marks and adverbs that end up in front."""
    dashes = [i for i in range(kept[0], kept[-1]) if i and doc[i].text in DASHES and doc[i - 1].whitespace_]
    kept = [i for i in kept if i > dashes[-1]] if dashes else kept
    while len(kept) > 1 and (
        doc[kept[0]].lower_ in ARTICLES or doc[kept[0]].tag_ == "WP$" or doc[kept[0]].is_punct or doc[kept[0]].is_space
    ):
        kept = kept[1:]
    return kept[1:] if len(kept) > 2 and _is_result(doc[kept[0]]) else kept


def _is_result(first: Token) -> bool:
    """Whether an adjective belongs to the verb before it: a number or an article follows."""
    after = first.doc[first.i + 1]
    acted = first.i > 0 and first.doc[first.i - 1].pos_ == "VERB"
    return first.lower_ in RESULTS and acted and (after.pos_ in {"NUM", "DET"} or after.like_num)


def label(doc: Doc, start: int, end: int) -> str:
    """The words as the text has them; a capital that only begins a sentence is lowered."""
    text = " ".join(doc[start:end].text.split())
    first = doc[start]
    common = first.pos_ != "PROPN" or bool(noun_type(first))
    begins = first.is_sent_start or (start > 0 and doc[start - 1].text in DASHES)
    lower = begins and common and first.ent_type_ not in {"NORP", "GPE"} and not first.is_upper
    return text[:1].lower() + text[1:] if lower else text
