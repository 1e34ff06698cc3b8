from collections.abc import Callable

import pyoxigraph as ox
import pytest

from linking.server import CUT, HALF, Reply, Script
from newsgraph.errors import EndpointError
from newsgraph.linking.graph_store import GraphStore
from newsgraph.linking.patience import Patience
from newsgraph.linking.updates import Updates, change
from newsgraph.linking.wire import Wire

LINES = [
    '<https://e.org/s> <https://e.org/p> "a" <https://e.org/g> .\n',
    "<https://e.org/s> <https://e.org/p> <https://e.org/o> <https://e.org/h> .\n",
]
# What SPARQL could take for something of its own.
HOSTILE = {
    "quotes": 'a "b" \\" \'c\' """ \'\'\'',
    "backslashes": "\\ \\\\ \\u0022 \\U0001F600 \\n",
    "a way out": '" } } ; DROP ALL ; INSERT DATA { <x:a> <x:b> "',
    "a way out by an escape": "\\u0022 } } ; DROP ALL #",
    "lines": "a\nb\r\nc\td\u2028e\u2029f\x85g",
    "controls": "\x00\x01\x0b\x1f\x7f\x9f\ufffe\uffff",
    "far away": "😀 𝕏 漢字 e\u0301 \u202eabc\u2066",
    "comments and names": "# ?x $y <z> `w` ng:a",
    "nothing": "",
    "much": 'é\\"\n' * 20_000,
}
Take = Updates | GraphStore


def remote(server: Script, kind: Callable[..., Take] = Updates, pauses: list[float] | None = None) -> Take:
    """The store that the server is; it never waits, and notes down how long it would have."""
    patience = Patience(sleep=(pauses if pauses is not None else []).append)
    return kind(server.url, Wire(timeout=5), patience)


def held(server: Script) -> set[ox.Quad]:
    """What stands in named graphs."""
    return {quad for quad in server.store if quad.graph_name != ox.DefaultGraph()}


def quads(*lines: str) -> set[ox.Quad]:
    """Lines as quads."""
    return set(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("kind", [Updates, GraphStore])
def test_comes(server: Script, kind: Callable[..., Take]) -> None:
    """Lines come into their graphs; twice is as good as once."""
    for _ in range(2):
        assert remote(server, kind).send(True, LINES) is None
    assert held(server) == quads(*LINES)


def test_goes(server: Script) -> None:
    """Lines go, and others stay."""
    remote(server).send(True, LINES)
    for _ in range(2):
        assert remote(server).send(False, LINES[:1]) is None
    assert held(server) == quads(LINES[1])


@pytest.mark.parametrize("kind", [Updates, GraphStore])
def test_put(server: Script, kind: Callable[..., Take]) -> None:
    """A graph takes the place of another, in parts where it is large; nothing is left of one without lines."""
    store = remote(server, kind)
    store.send(True, LINES)
    new = [f'<https://e.org/s> <https://e.org/p> "{number}" <https://e.org/g> .\n' for number in range(3)]
    assert store.put("https://e.org/g", [new[:2], new[2:]]) is None
    assert held(server) == quads(*new, LINES[1])
    assert store.put("https://e.org/g", []) is None
    assert store.put("https://e.org/none", []) is None
    assert held(server) == quads(LINES[1])


@pytest.mark.parametrize("kind", [Updates, GraphStore])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile(server: Script, kind: Callable[..., Take], text: str) -> None:
    """What stands in a literal stays there, unchanged, and can be taken out again."""
    before = len(server.store)
    quad = ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal(text), ox.NamedNode("x:g"))
    line = (ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b"").decode()
    assert remote(server, kind).send(True, [line]) is None
    assert held(server) == {quad}
    assert len(server.store) == before + 1
    if kind is Updates:
        remote(server).send(False, [line])
        assert held(server) == set()


def test_holds(server: Script) -> None:
    """It is known whether all of some lines are there, and that one cannot know where no question is answered."""
    store = remote(server)
    store.send(True, LINES[:1])
    assert store.holds(LINES[:1]) is True
    assert store.holds(LINES) is False
    server.replies = [(404, {}, b"")]
    assert store.holds(LINES) is None


def test_holds_graphs(server: Script) -> None:
    """Of a graph store it is known whether it has the graphs of some lines."""
    store = remote(server, GraphStore)
    store.send(True, LINES[:1])
    assert store.holds(LINES[:1]) is True
    assert store.holds(LINES) is False
    server.replies = [(405, {}, b"")]
    assert store.holds(LINES) is None


def test_graphs(server: Script) -> None:
    """The graphs are named that begin as asked for."""
    store = remote(server)
    store.send(True, LINES)
    assert list(store.graphs("https://e.org/") or ()) == ["https://e.org/g", "https://e.org/h"]
    assert list(store.graphs("https://e.org/h") or ()) == ["https://e.org/h"]
    assert list(store.graphs("https://f.org/") or ()) == []


@pytest.mark.parametrize("kind", [Updates, GraphStore])
@pytest.mark.parametrize(
    "reply",
    [
        (503, {"Retry-After": "7"}, b""),
        (429, {}, b""),
        (500, {}, b"oops"),
        (502, {}, b""),
        (CUT, {}, b""),
        (HALF, {}, b"x"),
    ],
    ids=lambda reply: str(reply[0]),
)
def test_tries_again(server: Script, kind: Callable[..., Take], reply: Reply) -> None:
    """A failure that may pass is met with patience, as long as the server asks for it."""
    server.replies = [reply, reply]
    pauses: list[float] = []
    assert remote(server, kind, pauses).send(True, LINES[:1]) is None
    assert held(server) == quads(LINES[0])
    assert pauses == ([7.0, 7.0] if reply[1] else [1.0, 2.0])


@pytest.mark.parametrize("kind", [Updates, GraphStore])
def test_gives_up(server: Script, kind: Callable[..., Take]) -> None:
    """After the last try the error says what was wrong."""
    server.replies = [(503, {}, b"later")] * 3
    with pytest.raises(EndpointError, match="answered 503: later; tried 3 times"):
        remote(server, kind).send(True, LINES)


@pytest.mark.parametrize("kind", [Updates, GraphStore])
@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (401, "--user NAME"),
        (403, "--user NAME"),
        (404, "give the address"),
        (405, "give the address"),
        (415, "localhost"),
    ],
)
def test_does_not_insist(server: Script, kind: Callable[..., Take], status: int, advice: str) -> None:
    """A refusal that has nothing to do with what is sent is an error at once, and says what to do."""
    server.replies = [(status, {}, b"no")]
    with pytest.raises(EndpointError, match=f"answered {status}: no .*{advice}"):
        remote(server, kind).send(True, LINES)
    assert len(server.methods) == 1
    assert held(server) == set()


@pytest.mark.parametrize("kind", [Updates, GraphStore])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_moved(server: Script, kind: Callable[..., Take], status: int) -> None:
    """A change is not taken for done where the server sends one elsewhere, but the other address is told."""
    server.replies = [(status, {"Location": "https://e.org/there"}, b"")]
    with pytest.raises(EndpointError, match=r"give that address: https://e\.org/there"):
        remote(server, kind).send(True, LINES)
    assert len(server.methods) == 1


@pytest.mark.parametrize("kind", [Updates, GraphStore])
@pytest.mark.parametrize(
    "reply",
    [
        (400, {}, b"bad number"),
        (413, {}, b"bad number"),
        (422, {}, b"bad number"),
        (500, {}, b"Virtuoso 22005 Error SR341: bad number"),
    ],
    ids=lambda reply: str(reply[0]),
)
def test_refuses_what_is_sent(server: Script, kind: Callable[..., Take], reply: Reply) -> None:
    """What a server will refuse again because of what it is, is no error but a reason."""
    server.replies = [reply]
    assert "bad number" in (remote(server, kind).send(True, LINES) or "")
    assert len(server.methods) == 1


def test_no_rights_at_virtuoso(server: Script) -> None:
    """Virtuoso says 500 to who may not change anything: that will not pass."""
    server.replies = [(500, {}, b"Virtuoso 42000 Error SR186:SECURITY: No permission to execute procedure")]
    with pytest.raises(EndpointError, match=r"use its address /sparql-auth with --user NAME"):
        remote(server).send(True, LINES)
    assert len(server.methods) == 1


def test_takes_no_updates(server: Script) -> None:
    """What does not understand even an empty change is no store for changes."""
    server.replies = [(400, {}, b"what?")]
    with pytest.raises(EndpointError, match=r"takes no SPARQL Update: answered 400: what\?"):
        remote(server).ready()
    remote(server).ready()


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"[]", b'{"boolean": "yes"}', b"\xff"])
def test_nonsense(server: Script, body: bytes) -> None:
    """An answer that is none is an error."""
    server.replies = [(200, {"Content-Type": "application/sparql-results+json"}, body)]
    with pytest.raises(EndpointError, match="no SPARQL result"):
        remote(server).holds(LINES)


def test_text_of_a_change() -> None:
    """The lines of a graph stand together."""
    text = change(False, [LINES[0], LINES[1], LINES[0]])
    assert text.startswith("DELETE DATA {")
    assert text.count("GRAPH <https://e.org/g>") == text.count("GRAPH <https://e.org/h>") == 1
