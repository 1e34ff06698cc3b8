"""Relations that weights learned from annotated texts find between two words of a sentence."""

from collections.abc import Iterator, Sequence
from math import exp

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.parse import Doc
from newsgraph.extraction.relations.found import Told
from newsgraph.extraction.relations.pairs import Pair, date_words, pairs, sentences, told_by
from newsgraph.extraction.relations.signs import signs
from newsgraph.model.findings import TimeExpression
from newsgraph.ontology.learned import relation_weights

# How sure a guess must be to be told at all.
LEAST = 0.35


def guessed(doc: Doc, index: EntityIndex, times: Sequence[TimeExpression]) -> Iterator[Told]:
    """The relations that are likelier than not far off, each with its likelihood as its confidence."""
    dates = date_words(doc, times)
    for sentence in sentences(doc, index, dates):
        for pair in pairs(sentence):
            found = tuple(dict.fromkeys(signs(pair, index, dates)))
            for predicate in told_by(pair, sentence):
                if (sure := likelihood(predicate, found)) >= LEAST:
                    yield _told(pair, predicate, sure)


def likelihood(predicate: str, signs_: Sequence[str]) -> float:
    """How likely a relation is for a pair with these signs, from 0 to 1."""
    weights = relation_weights()
    score = sum(known[predicate] for sign in signs_ if (known := weights.get(sign)) and predicate in known)
    return 1 / (1 + exp(-score))


def _told(pair: Pair, predicate: str, sure: float) -> Told:
    one, other = pair.one, pair.other
    ends = one.token, other.token
    return Told(one.thing, predicate, other.thing, ends, ends, round(sure, 2), other.side == "date")
