"""Learn ontology/learned/coreference.json from annotated coreference. For developers only; the program reads the file.

    PYTHONPATH=src python tools/train_coreference.py DATA            # what unseen documents get, by cross-validation
    PYTHONPATH=src python tools/train_coreference.py DATA --write    # learn from all documents and write the weights

DATA is the folder with `score.py` and `data/gum_news/dev.jsonl` (GUM's news and speeches, CC BY; see coreference.md
beside the weights). The model ranks, for each phrase, its possible antecedents and "none" by a sum of weights; the loss
is the likelihood of all right antecedents together, with a margin against links that are wrong.
"""

import argparse
import importlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from newsgraph.extraction import entities, relations, times
from newsgraph.extraction.coreference.phrases import Phrase, phrases
from newsgraph.extraction.coreference.ranking import Options, Weights, chains, choices
from newsgraph.extraction.extractor import extractor, inside
from newsgraph.extraction.parse import read
from newsgraph.extraction.repair import mend, without_dateline
from newsgraph.model.text import Span

OUT = Path(__file__).resolve().parent.parent / "ontology" / "learned" / "coreference.json"
SET = "gum_news"
RAREST = 3
ROUNDS, RATE, DECAY = 10, 0.2, 3.0
# What a wrong choice costs: to miss a link, to link what is new, to link to the wrong phrase.
MISSED, FALSE, WRONG = 2.5, 0.3, 1.0
# How much a link is preferred beyond what was learned, since what stands alone is not scored.
EAGER = 0.5


@dataclass(frozen=True)
class Lesson:
    """A document with its phrases, their places, and for each phrase its choices and which are right."""

    record: dict[str, Any]
    found: Sequence[Phrase]
    places: Sequence[Span]
    options: Sequence[Options]
    right: Sequence[list[bool]]


def lessons(data: Path) -> list[Lesson]:
    """All documents of the data set."""
    lines = (data / "data" / SET / "dev.jsonl").read_text(encoding="utf-8").split("\n")
    return [lesson(json.loads(line)) for line in lines if line.strip()]


def lesson(record: dict[str, Any]) -> Lesson:
    """One document, parsed and compared with its annotation."""
    machine = extractor()
    doc = mend(read(machine.pipeline.nlp(without_dateline(record["text"]))), machine.readers.reports)
    dated = times.find(doc, str(record["date"])[:10] if record.get("date") else None)
    index, _ = relations.find(doc, entities.find(doc, skip=inside(doc, dated)), dated)
    found = phrases(doc, index, dated)
    places = [Span(doc[p.start].idx, doc[p.end - 1].idx + len(doc[p.end - 1])) for p in found]
    options = list(choices(found))
    return Lesson(record, found, places, options, list(_right(record, places, options)))


def _right(record: dict[str, Any], places: Sequence[Span], options: Sequence[Options]) -> Iterator[list[bool]]:
    spans = [Span(e["start"], e["end"]) for e in record["entities"]]
    home = {spans[i]: n for n, cluster in enumerate(record["coref"]) if len(cluster) > 1 for i in cluster}
    homes = [home.get(place) for place in places]
    for n, row in enumerate(options):
        linked = [k is not None and homes[n] is not None and homes[k] == homes[n] for k, _ in row]
        yield linked if any(linked) else [k is None for k, _ in row]


def learn(given: Sequence[Lesson], seed: int = 0) -> Weights:
    """The weights that some documents teach: AdaGrad, averaged over the rounds."""
    counts = Counter(f for one in given for row in one.options for _, features in row for f in features)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    number = {name: n for n, name in enumerate(names)}
    rows = [_row(row, right, number) for one in given for row, right in zip(one.options, one.right, strict=True)]
    rows = [row for row in rows if len(row[2]) > 1]
    weights, squares, total = np.zeros(len(names)), np.full(len(names), 1e-6), np.zeros(len(names))
    order, chance = list(range(len(rows))), random.Random(seed)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for i in order:
            flat, owner, right, cost = rows[i]
            scores = np.bincount(owner, weights=weights[flat], minlength=len(right)) + cost
            likely = np.exp(scores - scores.max())
            slope = likely / likely.sum() - np.where(right, likely, 0) / likely[right].sum()
            touched, back = np.unique(flat, return_inverse=True)
            step = np.bincount(back, weights=slope[owner]) + DECAY * weights[touched] / len(rows)
            squares[touched] += step * step
            weights[touched] -= RATE * step / np.sqrt(squares[touched])
        total += weights
    mean = total / ROUNDS
    learned = {name: round(float(mean[n]), 3) for name, n in number.items()}
    learned["new"] = round(learned["new"] - EAGER, 3)
    return {name: weight for name, weight in learned.items() if weight}


def _row(row: Options, right: list[bool], number: dict[str, int]) -> tuple[Any, ...]:
    known = [[number[f] for f in features if f in number] for _, features in row]
    flat = np.array([n for one in known for n in one], dtype=np.int64)
    owner = np.repeat(np.arange(len(row)), [len(one) for one in known])
    is_new = right[[k for k, _ in row].index(None)]
    wrong = [MISSED if k is None else FALSE if is_new else WRONG for k, _ in row]
    return flat, owner, np.array(right), np.where(right, 0.0, wrong)


def predicted(one: Lesson, weights: Weights) -> dict[str, Any]:
    """The chains of a document as its scorer wants them."""
    several = (chain for chain in chains(one.found, weights) if len(chain) > 1)
    clusters = [[(one.places[n].start, one.places[n].end) for n in chain] for chain in several]
    return {"id": one.record["id"], "clusters": clusters, "entities": []}


def validated(given: Sequence[Lesson], folds: int, data: Path) -> dict[str, float]:
    """The measures of documents that the weights were not learned from."""
    sys.path.insert(0, str(data))
    scorer = importlib.import_module(f"datasets.{SET}")
    guesses: dict[str, Any] = {}
    for fold in range(folds):
        weights = learn([one for n, one in enumerate(given) if n % folds != fold])
        guesses |= {one.record["id"]: predicted(one, weights) for n, one in enumerate(given) if n % folds == fold}
    measures: dict[str, float] = scorer.score([one.record for one in given], guesses)
    return measures


def main() -> None:
    """Measure, or write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with score.py and data/")
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--write", action="store_true", help="learn from everything and write the weights")
    chosen = parser.parse_args()
    given = lessons(chosen.data)
    if chosen.write:
        text = json.dumps(learn(given), ensure_ascii=False, indent=0, sort_keys=True)
        OUT.write_text(text + "\n", encoding="utf-8")
        return
    for name, value in validated(given, chosen.folds, chosen.data).items():
        print(f"{name:20}{value:7.3f}")


if __name__ == "__main__":
    main()
