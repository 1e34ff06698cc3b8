import pyoxigraph as ox
import pytest

from linking.server import Script
from newsgraph.errors import EndpointError
from newsgraph.linking import Asking, download
from newsgraph.linking.patience import Patience

SIZES = {"a": 1, "b": 10, "c": 11, "d": 57, "é": 30}


def asking(server: Script) -> Asking:
    """Asks the server for ten rows at a time."""
    return Asking(server.url, patience=Patience(sleep=lambda seconds: None), page=10)


def fill(server: Script, per_subject: int) -> set[ox.Quad]:
    """Graphs of several sizes, in which each subject has so many triples."""
    quads = set()
    for name, size in SIZES.items():
        graph = ox.NamedNode(f"https://e.org/{name}")
        for number in range(size):
            subject = ox.NamedNode(f"https://e.org/sé{number // per_subject}")
            said = ox.Literal(f'"\\u0041 \n . <x> {number}\u2028')
            quads.add(ox.Quad(subject, ox.NamedNode(f"https://e.org/p{number % 3}"), said, graph))
    server.store.extend(quads)
    return quads


def parsed(lines: list[str]) -> set[ox.Quad]:
    """Lines as quads."""
    return set(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("per_subject", [1, 3, 9, 10, 11, 40])
def test_round_trip(server: Script, per_subject: int) -> None:
    """All that stands in named graphs is there, once, however large graphs and subjects are."""
    quads = fill(server, per_subject)
    lines = list(download(asking(server)))
    assert len(lines) == len(quads) == sum(SIZES.values())
    assert parsed(lines) == quads


def test_some_graphs(server: Script) -> None:
    """Graphs whose names begin otherwise are left out."""
    quads = fill(server, 3)
    found = parsed(list(download(asking(server), prefix="https://e.org/b")))
    assert found == {quad for quad in quads if quad.graph_name == ox.NamedNode("https://e.org/b")} != set()


def test_many_graphs(server: Script) -> None:
    """There may be more graphs than rows in an answer."""
    quads = {
        ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal(str(n)), ox.NamedNode(f"https://e.org/{n}"))
        for n in range(35)
    }
    server.store.extend(quads)
    assert parsed(list(download(asking(server)))) == quads


def test_blank_nodes(server: Script) -> None:
    """Blank nodes of different graphs are different ones, whatever the server calls them."""
    server.replies = [None, None, (200, {}, b"_:a <x:p> _:b .\n"), (200, {}, b'_:a <x:p> "_:a _:b" .\n')]
    for name in ("a", "b"):
        quad = ox.Quad(ox.BlankNode(), ox.NamedNode("x:p"), ox.BlankNode(), ox.NamedNode(f"x:{name}"))
        server.store.add(quad)
    one, other = download(asking(server))
    assert one.split()[0] != other.split()[0]
    assert '"_:a _:b"' in other


def test_progress(server: Script) -> None:
    """Progress is told up to the end."""
    fill(server, 3)
    told: list[tuple[int, int]] = []
    list(download(asking(server), progress=lambda done, of: told.append((done, of))))
    assert told[0][0] > 0
    assert told[-1] == (sum(SIZES.values()),) * 2


def test_cut_short(server: Script) -> None:
    """A server that gives fewer triples than it counts, as some do in silence, is not believed."""
    fill(server, 3)
    server.replies = [None, None, None, (200, {}, b'<x:s> <x:p> "only this" .\n')]
    with pytest.raises(EndpointError, match=r"gave 1 of the 10 triples in https://e\.org/b"):
        list(download(asking(server)))


@pytest.mark.parametrize("body", [b"<html>", b'{"results": {"bindings": [{"g": 3}]}}', b"3", b'{"results": 3}'])
def test_nonsense(server: Script, body: bytes) -> None:
    """An answer that is none is an error."""
    server.replies = [(200, {}, body)]
    with pytest.raises(EndpointError, match="no SPARQL result"):
        list(download(asking(server)))


def test_nonsense_for_triples(server: Script) -> None:
    """What is no N-Triples is an error."""
    fill(server, 3)
    server.replies = [None, None, (200, {}, b"<html>")]
    with pytest.raises(EndpointError, match="no N-Triples"):
        list(download(asking(server)))
