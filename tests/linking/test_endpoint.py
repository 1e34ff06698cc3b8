import threading
from pathlib import Path

import pytest

from linking.server import Script
from newsgraph.errors import EndpointError, QueryError
from newsgraph.linking import Endpoint, FileCache
from newsgraph.model.answers import Table, Triples, Verdict
from newsgraph.model.statements import Iri, Literal

LABELS = "PREFIX : <https://example.org/> SELECT ?label WHERE { :rain :label ?label } ORDER BY lang(?label)"
DEPTH = "PREFIX : <https://example.org/> SELECT ?x ?depth ?none WHERE { ?x :depth ?depth }"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def endpoint(server: Script, pauses: list[float] | None = None, cache: FileCache | None = None) -> Endpoint:
    """The endpoint that the server is; it never waits, and notes down how long it would have."""
    return Endpoint(server.url, timeout=5, sleep=(pauses if pauses is not None else []).append, cache=cache)


def test_select(server: Script) -> None:
    """A SELECT gives terms in columns, None where nothing is bound."""
    found = endpoint(server).query(DEPTH)
    assert found == Table(("x", "depth", "none"), ((Iri("https://example.org/rain"), Literal("12", INTEGER), None),))


def test_languages(server: Script) -> None:
    """Literals keep their language; plain strings have neither language nor datatype."""
    found = endpoint(server).query(LABELS)
    assert found == Table(("label",), ((Literal("rain"),), (Literal("Regen", None, "de"),)))


def test_blank_nodes(server: Script) -> None:
    """A blank node is told by its label."""
    found = endpoint(server).query("PREFIX : <https://example.org/> SELECT ?c WHERE { :rain :cause ?c }")
    assert isinstance(found, Table)
    (row,) = found.rows
    assert isinstance(row[0], Iri)
    assert row[0].value.startswith("_:")


@pytest.mark.parametrize(("name", "answer"), [("sun", True), ("moon", False)])
def test_ask(server: Script, name: str, answer: bool) -> None:
    """An ASK gives a verdict."""
    assert endpoint(server).query(f"ASK {{ <https://example.org/{name}> ?p ?o }}") == Verdict(answer)


def test_construct(server: Script) -> None:
    """A CONSTRUCT gives Turtle."""
    found = endpoint(server).query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?o = 'sun') }")
    assert isinstance(found, Triples)
    assert '"sun"' in found.turtle


def test_long_queries_are_posted(server: Script) -> None:
    """A query too long for an address goes in the body."""
    endpoint(server).query(DEPTH + "#" * 2_000)
    endpoint(server).query(DEPTH)
    assert server.methods == ["POST", "GET"]


def test_tries_again(server: Script) -> None:
    """A failure that may pass is met with patience that doubles."""
    server.replies += [(503, {}, b""), (500, {}, b"")]
    pauses: list[float] = []
    assert isinstance(endpoint(server, pauses).query(DEPTH), Table)
    assert pauses == [1.0, 2.0]


def test_waits_as_told(server: Script) -> None:
    """A server that says when to come back is obeyed, within reason."""
    server.replies += [(429, {"Retry-After": "7"}, b""), (503, {"Retry-After": "9000"}, b"")]
    pauses: list[float] = []
    endpoint(server, pauses).query(DEPTH)
    assert pauses == [7.0, 30.0]


def test_gives_up(server: Script) -> None:
    """After the last try the error says what was wrong and how often it was tried."""
    server.replies += [(503, {}, b"")] * 3
    with pytest.raises(EndpointError, match="answered 503; tried 3 times"):
        endpoint(server).query(DEPTH)


@pytest.mark.parametrize("status", [401, 403, 404, 414])
def test_does_not_insist(server: Script, status: int) -> None:
    """A refusal that will not pass is reported at once."""
    server.replies += [(status, {}, b"no")]
    with pytest.raises(EndpointError, match=f"answered {status}"):
        endpoint(server).query(DEPTH)
    assert len(server.methods) == 1


def test_bad_query(server: Script) -> None:
    """A query that the endpoint does not understand is the query's fault."""
    with pytest.raises(QueryError, match="does not understand the query"):
        endpoint(server).query("SELECT nonsense")


def test_no_changes(server: Script) -> None:
    """An update is refused before anything is sent."""
    with pytest.raises(QueryError, match="only reads"):
        endpoint(server).query("DELETE WHERE { ?s ?p ?o }")
    assert server.methods == []


def test_time_limit(server: Script) -> None:
    """A server that says nothing is given up when the time is over."""
    server.silence = threading.Event()
    with pytest.raises(EndpointError, match=r"gave no answer in 0\.2 s"):
        Endpoint(server.url, timeout=0.2, tries=1).query(DEPTH)


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b'{"results": []}', b"[]", b'{"head": {"vars": 3}}'])
def test_nonsense(server: Script, body: bytes) -> None:
    """An answer that is no SPARQL result is an error, not an empty table."""
    server.replies += [(200, {"Content-Type": "application/sparql-results+json"}, body)]
    with pytest.raises(EndpointError, match="no SPARQL result"):
        endpoint(server).query(DEPTH)


def test_nobody_there() -> None:
    """A port on which nobody listens is said to be out of reach."""
    with pytest.raises(EndpointError, match="cannot be reached"):
        Endpoint("http://127.0.0.1:9/sparql", tries=1).query(DEPTH)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "example.org/sparql", "http://"])
def test_web_addresses_only(url: str) -> None:
    """Only web addresses are endpoints: no file is ever opened in their place."""
    with pytest.raises(EndpointError, match="no web address"):
        Endpoint(url)


def test_cache(server: Script, tmp_path: Path) -> None:
    """A kept answer is given without asking again."""
    asked = endpoint(server, cache=FileCache(tmp_path))
    assert asked.query(DEPTH) == asked.query(DEPTH)
    assert len(server.methods) == 1


def test_old_answers(server: Script, tmp_path: Path) -> None:
    """An answer that is too old is asked for anew."""
    asked = endpoint(server, cache=FileCache(tmp_path, max_age=-1))
    assert asked.query(DEPTH) == asked.query(DEPTH)
    assert len(server.methods) == 2


def test_broken_cache(server: Script, tmp_path: Path) -> None:
    """A broken file in the cache is as good as none."""
    asked = endpoint(server, cache=FileCache(tmp_path))
    first = asked.query(DEPTH)
    (kept,) = tmp_path.iterdir()
    kept.write_text("{")
    assert asked.query(DEPTH) == first
    assert len(server.methods) == 2


def test_nonsense_is_not_kept(server: Script, tmp_path: Path) -> None:
    """What is no result does not enter the cache."""
    server.replies += [(200, {"Content-Type": "application/json"}, b"oops")]
    with pytest.raises(EndpointError):
        endpoint(server, cache=FileCache(tmp_path)).query(DEPTH)
    assert list(tmp_path.iterdir()) == []
