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
_TIMES = tuple(
    f"<{expand(f'sem:{name}')}>".encode() for name in ("hasTimeStamp", "hasBeginTimeStamp", "hasEndTimeStamp")
)
_SINGLE = (_STATUS, _LABEL, *_TIMES)
_INFERRED = b"/graph/inferred>"
# A line in the graph of a source; a literal that looks so has a quote in it.
_ENDS = re.compile(rb' <[^<>\s"]+/source/[0-9a-f]{20}(?:/[a-z0-9]+)?> \.\n')
_HOME = re.compile(rb"<([^<>\s]+/)graph/[^<>/\s]+>")


def normal(lines: Iterable[bytes], base: str) -> Iterator[bytes]:
    """Lines in order, in their one form and still in order. Graphs of sources stay as they are.

    What two graphs of ours tell alike stands in that of what several articles tell. Of several statuses of a fact one
    is kept (see ontology/alignments/statuses.tsv), of several labels the longest (the others become other labels), of
    several times of one kind the most precise.
    """
    for _, group in groupby(lines, key=_subject):
        some = list(group)
        ours = [line for line in some if not _ENDS.match(line, line.rfind(b" <"))]
        yield from _with_form(some, ours, base) if len(ours) > 1 else some


def _subject(line: bytes) -> bytes:
    return line[: line.index(b" ")]


def _with_form(lines: list[bytes], ours: list[bytes], base: str) -> list[bytes]:
    """The lines of one subject, those of ours in their form."""
    form = _form(ours, base)
    if form == ours:
        return lines
    if len(ours) == len(lines):
        return form
    return sorted({*form, *set(lines).difference(ours)})


def _form(lines: list[bytes], base: str) -> list[bytes]:
    found: dict[Parts, list[bytes]] = {}
    for line in lines:
        subject, predicate, object_, graph = parted(line[:-1])
        found.setdefault((subject, predicate, object_), []).append(graph)
    singled = _singled(found)
    return sorted({joined(*triple, _home(graphs, base)) for triple, graphs in singled.items()})


def _home(graphs: list[bytes], base: str) -> bytes:
    """The graph of a triple that several have: the shared one, where two articles tell it."""
    if len(graphs) == 1:
        return graphs[0]
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
