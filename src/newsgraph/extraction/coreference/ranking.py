"""The choice of an antecedent by weights that were learned from annotated news and speeches."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from newsgraph.extraction.coreference.features import fresh, pair
from newsgraph.extraction.coreference.memory import Memory
from newsgraph.extraction.coreference.phrase import Phrase
from newsgraph.ontology.files import folder

Weights: TypeAlias = Mapping[str, float]
Options: TypeAlias = list[tuple[int | None, list[str]]]


@cache
def weights() -> Weights:
    """What `tools/train_coreference.py` wrote."""
    path = folder("ontology") / "learned" / "coreference.json"
    found: Weights = json.loads(path.read_text(encoding="utf-8"))
    return found


def chains(found: Sequence[Phrase], known: Weights) -> list[list[int]]:
    """The phrases, by index, that name one thing; each joins its likeliest antecedent or begins a chain."""
    homes: list[int] = []
    gathered: list[list[int]] = []
    for n, options in enumerate(choices(found)):
        best = max(options, key=lambda option: score(option[1], known))[0]
        if best is None:
            gathered.append([])
        homes.append(len(gathered) - 1 if best is None else homes[best])
        gathered[homes[n]].append(n)
    return gathered


def choices(found: Sequence[Phrase]) -> Iterator[Options]:
    """For each phrase what it may continue, None for nothing, with what speaks for and against that."""
    memory = Memory()
    for n, one in enumerate(found):
        options: Options = [(None, list(fresh(one, memory.has_seen(one))))]
        options += [(k, list(pair(one, found[k], n - k - 1))) for k in memory.candidates(one)]
        yield options
        memory.add(one)


def score(features: Iterable[str], known: Weights) -> float:
    """The sum of the weights."""
    return sum(known.get(feature, 0.0) for feature in features)
