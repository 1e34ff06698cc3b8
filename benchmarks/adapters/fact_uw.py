"""Event factuality: for each anchor that is handed over, one number from -3 (did not happen) to 3 (happened).

The anchors are words for which the ontology may have no class, so they are asked of the extraction layer.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import newsgraph
from benchmarks.records import Record
from newsgraph import Graph
from newsgraph.extraction.extractor import extractor
from newsgraph.extraction.layers import Layer, State
from newsgraph.model.factuality import Factuality, Modality

Table = dict[Factuality, float]

# What readers take for how likely, by how surely it is told; what is told of another world has numbers of its own.
SURE: Table = {
    Factuality.CERTAIN_POSITIVE: 3.0,
    Factuality.PROBABLE_POSITIVE: 2.1,
    Factuality.POSSIBLE_POSITIVE: 1.3,
    Factuality.UNDERSPECIFIED: 0.7,
    Factuality.POSSIBLE_NEGATIVE: -1.0,
    Factuality.PROBABLE_NEGATIVE: -1.4,
    Factuality.CERTAIN_NEGATIVE: -2.0,
}
OPEN: dict[Modality, float] = {
    Modality.PLANNED: 1.8,
    Modality.REQUESTED: 1.2,
    Modality.OBLIGATORY: 1.2,
    Modality.ATTEMPTED: 1.3,
    Modality.EXPECTED: 1.0,
    Modality.OFFERED: 0.4,
    Modality.CONDITIONAL: 0.6,
}
# What somebody is quoted as saying is believed a little less.
QUOTED = 0.2


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """A number for each anchor."""
    return {"events": list(_events(record))}


def _events(record: Record) -> Iterator[dict[str, Any]]:
    text, places = running(record["tokens"])
    found = extractor().anchors(newsgraph.Document(text, id=record["id"]))
    for event in record["events"]:
        word = found.word(places[event["tok"]])
        layers = () if word is None else found.layers(word)
        yield {"tok": event["tok"], "factuality": _number(layers)}


def _number(layers: Sequence[Layer]) -> float:
    """What a reader makes of it who believes every speaker."""
    if not layers:
        return SURE[Factuality.CERTAIN_POSITIVE]
    state = layers[0].state
    for outer in layers[1:]:
        state = state.inside(outer.state.factuality, outer.state.modality)
    if state.factuality is Factuality.UNDERSPECIFIED:
        return OPEN.get(state.modality, SURE[state.factuality])
    quoted = QUOTED if state == State() and any(layer.cue is not None for layer in layers) else 0.0
    return SURE[state.factuality] - quoted


def running(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """The text as it may have been printed, for it comes with blanks between its tokens; and where each token starts.

    >>> running(["\'\'", "It", "fell", "well", "-", "nigh", "at", "once", ",", "\'", "\'", "he", "said"])
    ('"It fell well-nigh at once," he said', [0, 1, 4, 9, 13, 14, 19, 22, 26, 27, 28, 29, 32])
    """
    text, places, inside = "", [], False
    for n, token in enumerate(tokens):
        sign = QUOTES.get(token, token)
        if sign == "'" and sign in tokens[n + 1 : n + 2]:
            sign = '"'
        elif sign == "'" and places and tokens[n - 1] == "'":
            sign = ""
        inside ^= sign == '"'
        close = _is_close(text, sign, inside)
        places.append(len(text) + (not close))
        text += sign if close else f" {sign}"
    return text, places


def _is_close(text: str, sign: str, inside: bool) -> bool:
    """Whether a sign follows without a blank; `inside` tells whether a quotation is open behind it."""
    if not text or not sign or text[-1] in "($-" or sign[0] in CLOSING or sign in {"n't", "-"}:
        return True
    return not inside if sign == '"' else text[-1] == '"' and inside


CLOSING = frozenset(",.;:?!)%'")
QUOTES = {"``": '"', "''": '"'}
