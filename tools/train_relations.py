"""Train the weights of ontology/learned/relations.tsv on KnowledgeNet: python tools/train_relations.py DEV.jsonl [OUT].

Logistic regression, one for each relation, by gradient descent with momentum; deterministic. A pair of things counts
against a relation only where its passage was annotated for that relation to the full. KnowledgeNet (Mesquita and
others, 2019) is under CC BY-SA 4.0, and so are the weights; they hold grammatical signs and lemmas, never its text.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsgraph.extraction import entities, parse, times
from newsgraph.extraction.extractor import extractor, inside
from newsgraph.extraction.relations.pairs import PREDICATES, date_words, pairs, sentences, told_by
from newsgraph.extraction.relations.signs import signs
from newsgraph.extraction.relations.unnamed import with_unnamed
from newsgraph.extraction.repair import mend, without_dateline
from newsgraph.model.text import Document

# KnowledgeNet's property -> our relation; a minus sign turns it round.
RELATIONS = {
    "EMPLOYEE_OR_MEMBER_OF": "affiliatedWith",
    "POLITICAL_AFFILIATION": "politicalAffiliation",
    "CEO": "-chiefExecutiveOf",
    "EDUCATED_AT": "educatedAt",
    "PLACE_OF_BIRTH": "bornIn",
    "PLACE_OF_RESIDENCE": "livesIn",
    "NATIONALITY": "nationality",
    "SPOUSE": "spouseOf",
    "CHILD_OF": "childOf",
    "FOUNDED_BY": "foundedBy",
    "HEADQUARTERS": "headquarteredIn",
    "SUBSIDIARY_OF": "subsidiaryOf",
    "DATE_OF_BIRTH": "birthDate",
    "DATE_OF_DEATH": "deathDate",
    "DATE_FOUNDED": "foundingDate",
}
FEWEST = 3
ROUNDS = 200
PENALTY = 1.0
SMALLEST = 0.05

Spans = Sequence[tuple[int, int]]
Gold = Mapping[str, Sequence[tuple[tuple[int, int], tuple[int, int]]]]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with its signs, and for each relation that its passage was annotated for whether it holds."""

    sides: tuple[str, str]
    signs: tuple[str, ...]
    labels: Mapping[str, bool]
    fold: int


def examples(record: Mapping[str, Any]) -> Iterator[Example]:
    """The pairs of a record."""
    document = Document(record["text"], id=record["id"])
    reader = extractor()
    doc, _ = next(iter(reader.pipeline.nlp.pipe([(without_dateline(document.text), 0)], as_tuples=True)))
    doc = mend(parse.read(doc), reader.readers.reports)
    found = times.find(doc, None)
    index = with_unnamed(doc, entities.find(doc, skip=inside(doc, found)))
    dates = date_words(doc, found)
    gold = _gold(record)
    for sentence in sentences(doc, index, dates):
        at = sentence.words[0].token.idx
        passage = next((p for p in record["passages"] if p["start"] <= at < p["end"]), None)
        if passage is None:
            continue
        spots: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for word in sentence.words:
            spans = _spans(word, index, found)
            spots.setdefault((word.side, word.thing), []).extend(spans)
        for pair in pairs(sentence):
            ends = spots[pair.one.side, pair.one.thing], spots[pair.other.side, pair.other.thing]
            labels = dict(_labels(tuple(told_by(pair, sentence)), ends, gold, set(passage["exhaustive"])))
            if labels:
                yield Example(
                    (pair.one.side, pair.other.side), tuple(signs(pair, index, dates)), labels, record["fold"]
                )


def _spans(word: Any, index: Any, found: Any) -> list[tuple[int, int]]:
    if word.side == "date":
        span = found[word.thing].span
        return [(span.start, span.end)]
    at = word.token.idx
    spans = [m.span for m in index.entities[word.thing].mentions if m.span.start <= at < m.span.end]
    return [(s.start, s.end) for s in spans]


def _gold(record: Mapping[str, Any]) -> Gold:
    places = [(e["start"], e["end"]) for e in record["entities"]]
    found: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
    for fact in record["relations"]:
        name = RELATIONS[fact["pred"]]
        ends = places[fact["subj"]], places[fact["obj"]]
        found.setdefault(name.lstrip("-"), []).append(ends[::-1] if name.startswith("-") else ends)  # type: ignore
    return found


def _labels(open_: Sequence[str], ends: tuple[Spans, Spans], gold: Gold, full: set[str]) -> Iterator[tuple[str, bool]]:
    names = {RELATIONS[p].lstrip("-") for p in full}
    for predicate in open_:
        holds = any(_meets(ends[0], one) and _meets(ends[1], other) for one, other in gold.get(predicate, ()))
        if holds or predicate in names:
            yield predicate, holds


def _meets(spans: Spans, gold: tuple[int, int]) -> bool:
    return any(start < gold[1] and gold[0] < end for start, end in spans)


def train(known: Sequence[Example], predicate: str) -> dict[str, float]:
    """The weights of the signs of a relation."""
    rows = [(e.signs, e.labels[predicate]) for e in known if predicate in e.labels]
    counts = Counter(sign for row, _ in rows for sign in set(row))
    kept = sorted(sign for sign, n in counts.items() if n >= FEWEST)
    number = {sign: n for n, sign in enumerate(kept)}
    columns = [[number[s] for s in dict.fromkeys(row) if s in number] for row, _ in rows]
    weights = _fit(columns, np.array([float(y) for _, y in rows]), len(kept))
    return {sign: round(float(w), 2) for sign, w in zip(kept, weights, strict=True) if abs(w) >= SMALLEST}


def _fit(columns: Sequence[Sequence[int]], wanted: NDArray[Any], size: int) -> NDArray[Any]:
    """L2-penalised logistic regression by Adam on all rows at once."""
    flat = np.fromiter((c for row in columns for c in row), dtype=np.int64)
    owner = np.repeat(np.arange(len(columns)), [len(row) for row in columns])
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, ROUNDS + 1):
        scores = np.bincount(owner, weights=weights[flat], minlength=len(columns))
        error = 1 / (1 + np.exp(-scores)) - wanted
        slope = np.bincount(flat, weights=error[owner], minlength=size) + PENALTY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        change = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights = weights - 0.05 * change * (1 - step / (ROUNDS + 1))
    return weights


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path, nargs="?", default=Path("ontology/learned/relations.tsv"))
    chosen = parser.parse_args(arguments)
    records = [json.loads(line) for line in chosen.data.read_text(encoding="utf-8").split("\n") if line.strip()]
    known = [example for record in records for example in examples(record)]
    write(known, chosen.output)


def write(known: Sequence[Example], output: Path) -> None:
    """Train every relation and write the weights."""
    lines = [HEADER]
    for predicate in sorted(p for some in PREDICATES.values() for p in some):
        lines += [f"{predicate}\t{sign}\t{w:g}\n" for sign, w in sorted(train(known, predicate).items())]
    output.write_text("".join(lines), encoding="utf-8")


HEADER = """# Weights of signs for relations, learned by tools/train_relations.py from KnowledgeNet, folds 1 to 3
# (https://github.com/diffbot/knowledge-net, Mesquita and others 2019), which is under CC BY-SA 4.0; so is this file.
# relation, sign, weight
"""

if __name__ == "__main__":
    main()
