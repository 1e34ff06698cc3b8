"""The world behind real SPARQL servers."""

import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from stores.servers import Place, oxigraph


@contextmanager
def served(lines: Iterable[str]) -> Iterator[Place]:
    """`oxigraph serve` that holds some triples in its default graph."""
    with oxigraph() as place:
        put(place, lines)
        yield place


def put(place: Place, lines: Iterable[str]) -> None:
    """Put triples into the default graph of a running `oxigraph serve`."""
    headers = {"Content-Type": "application/n-triples"}
    request = urllib.request.Request(f"{place.graphs}?default", "".join(lines).encode(), headers, method="PUT")
    with urllib.request.urlopen(request, timeout=120) as reply:
        assert reply.status in (201, 204)


def written(lines: Iterable[str], path: Path) -> Path:
    """The same as a file."""
    path.write_text("".join(lines), encoding="utf-8")
    return path
