"""The merged graph in its one form: every triple of ours once, and one value of what a thing has one of."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from newsgraph.mapping.minting import SHARED
from newsgraph.ontology.prefixes import expand
from newsgraph.storage.merging import provenance, tables
from newsgraph.storage.merging.lines import joined, parted

Parts = tuple[bytes, bytes, bytes]
_STATUS, _LABEL, _OTHER = (f"<{expand(name)}>".encode() for name in ("ng:status", "rdfs:label", "skos:altLabel"))
_TIMES = tuple(f"<{expand(f'sem:{name}')}>".encode() for name in ("hasTimeStamp", "hasBeginTimeStamp", "hasEndTimeStamp"))
_SINGLE = (_STATUS, _LABEL, *_TIMES)
_INFERRED = b"/graph/inferred>"
_HOME = re.compile(rb"<([^<>\s]+/)graph/[^<>/\s]+>")


def normal(lines: Iterable[bytes], base: str) -> Iterator[bytes]:
    """Lines in order, in their one form and still in order. Graphs of sources stay as they are.

    What two graphs of ours tell alike stands in that of what several articles tell. Of several statuses of a fact one
    is kept (see ontology/alignments/statuses.tsv), of several labels the longest (the others become other labels), of
    several times of one kind the most precise.
    """
    for _, group in groupby(lines, key=_subject):
        some = list(group)
        yield from some if _is_plain(some) else _form(some, base)


def _subject(line: bytes) -> bytes:
    return line[: line.index(b" ")]


def _is_plain(lines: list[bytes]) -> bool:
    """Whether nothing needs to be looked at: one line, or none of ours."""
    return len(lines) == 1 or all(b"/source/" in line and provenance.of_source(parted(line[:-1])[3]) for line in lines)


def _form(lines: list[bytes], base: str) -> Iterator[bytes]:
    found: dict[Parts, list[bytes]] = {}
    kept = list[bytes]()
    for line in lines:
        *triple, graph = parted(line[:-1])
        if provenance.of_source(graph):
            kept.append(line)
        else:
            found.setdefault((triple[0], triple[1], triple[2]), []).append(graph)
    single = _singled(found)
    kept += [joined(*triple, _home(graphs, base)) for triple, graphs in single.items()]
    yield from sorted(dict.fromkeys(kept))


def _home(graphs: list[bytes], base: str) -> bytes:
    """The graph of a triple that several have: the shared one, where two articles tell it."""
    every = {graph for graph in graphs if graph not in (b"", provenance.merged_graph(base))}
    telling = sorted(graph for graph in every if not graph.endswith(_INFERRED)) or sorted(every)
    if len(telling) == 1:
        return telling[0]
    if not telling:
        return min(graphs)
    home = _HOME.fullmatch(telling[0])
    return b"<" + home[1] + f"graph/{SHARED}>".encode() if home else telling[0]


def _singled(found: dict[Parts, list[bytes]]) -> dict[Parts, list[bytes]]:
    by_predicate: dict[bytes, list[Parts]] = {}
    for triple in found:
        if triple[1] in _SINGLE:
            by_predicate.setdefault(triple[1], []).append(triple)
    for predicate, triples in by_predicate.items():
        if len(triples) > 1:
            best = min(triples, key=lambda one: _preference(predicate, one[2]))
            for triple in triples:
                if triple != best:
                    graphs = found.pop(triple)
                    if predicate == _LABEL:
                        found.setdefault((triple[0], _OTHER, triple[2]), []).extend(graphs)
    return found


def _preference(predicate: bytes, value: bytes) -> tuple[int, bytes]:
    if predicate == _STATUS:
        ranks = {f"<{iri}>".encode(): rank for rank, iri in enumerate(tables.statuses())}
        return ranks.get(value, len(ranks)), value
    return -len(value), value
