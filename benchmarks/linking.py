"""How well `newsgraph link` finds places, bodies and persons, against gold identifiers of News-Fair v2 and the seeds.

    PYTHONPATH=src:tests:. python benchmarks/linking.py --data ../shared/benchmarks/data

The endpoint is `oxigraph serve` on this machine with the test world: all countries, their parts, cities of the
knowledge files and groups of states, in Wikidata's vocabulary. What the program knows by itself is taken out of the
graphs first: all links come through the endpoint. Gold items that the endpoint does not have can only be missed, or
mistaken for others.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests")]

from benchmarks.adapters.newsfair_v2 import joined, widened  # noqa: E402
from benchmarks.records import document, rows  # noqa: E402
from benchmarks.records import read as records  # noqa: E402
from newsgraph import Graph, build, read  # noqa: E402
from newsgraph.compose import link, links  # noqa: E402
from newsgraph.linking import Manners  # noqa: E402
from newsgraph.ontology.knowledge_files import territories_by_iri  # noqa: E402
from newsgraph.ontology.vocabulary import vocabulary  # noqa: E402
from world import wikidata  # noqa: E402
from world.serving import served  # noqa: E402

KINDS = ("Country", "Region", "City", "Organization", "Person", "Other")
OWN = ("<http://www.w3.org/2004/02/skos/core#exactMatch>", "/ontology#link", "/data/link/")


@dataclass
class Tally:
    """Links by kind: right, wrong (another item, or none, in the gold), where the gold has no such name; gold items."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    unmarked: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The table."""
        heads = (
            ("links", 7),
            ("right", 7),
            ("wrong", 7),
            ("unmarked", 10),
            ("precision", 11),
            ("gold", 7),
            ("recall", 8),
        )
        yield f"{'kind':14}{''.join(f'{head:>{width}}' for head, width in heads)}{'of those there':>16}"
        for kind in KINDS:
            right, wrong = self.right[kind], self.wrong[kind]
            said = (right + wrong + self.unmarked[kind], right, wrong, self.unmarked[kind])
            yield (
                f"{kind:14}{said[0]:7}{said[1]:7}{said[2]:7}{said[3]:10}{_share(right, right + wrong):>11}"
                f"{self.gold[kind]:7}{_share(self.found[kind], self.gold[kind]):>8}"
                f"{_share(self.found[kind], self.there[kind]):>16}"
            )
        right, wrong = self.right.total(), self.wrong.total()
        yield f"precision over all {_share(right, right + wrong)}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "benchmarks" / "data")
    parser.add_argument("--least", type=int, default=0, help="people that a city of the endpoint has at least")
    options = parser.parse_args()
    lines = list(wikidata.triples(options.least))
    items = {line.split(" ", 1)[0][1:-1] for line in lines}
    with served(lines) as place:
        print(f"endpoint: {len(lines):,} triples")
        seeds(place.query)
        newsfair(place.query, options.data, items)


def seeds(url: str) -> None:
    """The links of the seeds beside those that the knowledge files give, for a hand to check."""
    graph = build(read([HERE.parent / "seeds"]))
    known = {(str(e), str(i)) for e, i in graph.query("SELECT ?e ?i { ?e skos:exactMatch ?i }", ontology=False)}
    found = link(without_links(graph), url, manners=Manners(rate=1e6))
    print(
        f"\nseeds: {len(found.of('accepted'))} accepted, {len(found.of('doubtful'))} doubtful, "
        f"{len(found.unknown)} not found"
    )
    for one in found.of("accepted"):
        same = (one.sought.iri, one.candidate.item.iri) in known
        other = any(entity == one.sought.iri and "wikidata" in item for entity, item in known)
        word = "as the files have it" if same else "NOT as the files have it" if other else "the files have none"
        print(f"  {one.sought.label} -> {one.candidate.item.label} {one.candidate.item.iri} ({word})")


def newsfair(url: str, data: Path, items: set[str]) -> None:
    """The table of News-Fair v2 dev."""
    tally = Tally()
    for record in records(data / "newsfair_v2" / "dev.jsonl"):
        graph = without_links(build([document(record)]))
        found = link(graph, url, manners=Manners(rate=1e6))
        both = Graph.parse(graph.serialize("ntriples") + links(found).serialize("ntriples"), format="ntriples")
        names = [
            {"start": row.start, "end": row.end, "uri": row.item, "name": row.label, "kind": row.kind}
            for row in rows(both, "newsfair_v2")
        ]
        count(tally, record, [widened(name, record["text"]) for name in joined(names, record["text"])], items)
    print("\nNews-Fair v2 dev")
    print("\n".join(tally.lines()))
    for title, those in (("mistakes", tally.mistakes), ("there and missed", tally.missed)):
        print("\n".join((f"{title}:", *(f"  {one}" for one in those))))


def count(tally: Tally, record: Any, names: Iterable[dict[str, Any]], items: set[str]) -> None:
    """Hold the names of an article against the gold."""
    first, last = record["eval_span"]
    gold = {(one["start"], one["end"]): one for one in record["entities"] if not one["coref"]}
    found = {(one["start"], one["end"]): one for one in names if one["uri"] and first <= one["start"] < last}
    for span, one in found.items():
        kind, wanted = _kind(str(one["kind"])), gold.get(span)
        if wanted is None or (wanted.get("optional") and "uri" not in wanted):
            tally.unmarked[kind] += 1
        elif wanted.get("uri") == str(one["uri"]):
            tally.right[kind] += 1
        else:
            tally.wrong[kind] += 1
            tally.mistakes.append(f"{record['text'][slice(*span)]!r} -> {one['uri']}, gold {wanted.get('uri')}")
    for span, one in gold.items():
        if one["scored"]:
            kind, right = _gold_kind(one), str(found.get(span, {}).get("uri")) == one["uri"]
            tally.gold[kind] += 1
            tally.there[kind] += one["uri"] in items
            tally.found[kind] += right
            if one["uri"] in items and not right:
                tally.missed.append(f"{one['text']!r} {one['uri']}, {kind}")


def without_links(graph: Graph) -> Graph:
    """A graph without what the program knows of identifiers."""
    lines = (line for line in graph.serialize("nquads").split("\n") if not any(mark in line for mark in OWN))
    return Graph.parse("\n".join(lines), format="nquads")


def _kind(kind: str) -> str:
    return next((one for one in KINDS[:-1] if vocabulary().is_a(kind, one)), "Other")


def _gold_kind(one: dict[str, Any]) -> str:
    if one["uri"] in territories_by_iri():
        return territories_by_iri()[one["uri"]].type
    return {"gpe": "City", "organization": "Organization", "person": "Person"}.get(one["type"], "Other")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


if __name__ == "__main__":
    main()
