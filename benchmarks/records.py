"""What the adapters of all data sets share: documents made of records, and the rows of a data set's query."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import newsgraph

HERE = Path(__file__).resolve().parent
Record: TypeAlias = Mapping[str, Any]
Row: TypeAlias = Any


def document(record: Record) -> newsgraph.Document:
    """The document of a record: its text, its date (or that of its dateline), its title."""
    date = record.get("date") or record.get("dct")
    return newsgraph.Document(record["text"], id=record["id"], date=date and str(date)[:10], title=record.get("title"))


def rows(graph: newsgraph.Graph, dataset: str) -> Iterator[Row]:
    """The answers to a data set's query, each a tuple with the query's columns as its fields."""
    found = graph.query(query(dataset), ontology=False)
    row = _row_type(dataset, found.columns)
    return (row(*one) for one in found)


@cache
def query(dataset: str) -> str:
    """The text of a data set's query; `dataset` may name a part of it too ("gum_news-names")."""
    return (HERE / f"{dataset}.rq").read_text(encoding="utf-8")


@cache
def _row_type(dataset: str, columns: tuple[str, ...]) -> type[NamedTuple]:
    return NamedTuple(dataset.replace("-", "_"), [(column, Any) for column in columns])  # type: ignore[no-any-return]


def read(path: Path) -> list[Record]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write(path: Path, predictions: Iterable[Record]) -> None:
    """Write predictions as JSON Lines, as they come."""
    with path.open("w", encoding="utf-8") as target:
        for one in predictions:
            target.write(json.dumps(one, ensure_ascii=False) + "\n")
            target.flush()
