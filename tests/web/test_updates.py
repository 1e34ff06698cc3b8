"""Changes over the service, for those who have its token, and stores that grow while they are served."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from storage.keeping import THEMES, add
from web.conftest import SMALL
from web.service import PATIENCE, Running, running

TOKEN = "a-token-of-some-length"
UPDATE = {"Content-Type": "application/sparql-update"}
WITH_TOKEN = {**UPDATE, "Authorization": f"Bearer {TOKEN}"}
INSERT = "INSERT DATA { GRAPH <http://example.org/new> { <http://example.org/new-thing> rdfs:label 'new' } }"
COUNT = "SELECT ?s { ?s rdfs:label 'new' }"
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@pytest.fixture(scope="module")
def changing() -> Iterator[Running]:
    """A service of a file that takes changes."""
    with running([SMALL], "--allow-update", "--timeout", "10", env={"NEWSGRAPH_TOKEN": TOKEN}) as service:
        yield service


def _until(true: Callable[[], bool]) -> bool:
    """Whether something becomes true while a test can wait."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def test_no_token(changing: Running) -> None:
    """Without the token, or with another one, nothing is changed."""
    assert changing.ask("POST", "/sparql", content="CLEAR ALL", headers=UPDATE).status_code == 401
    wrong = {**UPDATE, "Authorization": "Bearer another-token-of-that"}
    found = changing.ask("POST", "/sparql", content="CLEAR ALL", headers=wrong)
    assert (found.status_code, found.headers["www-authenticate"]) == (401, 'Bearer realm="newsgraph"')
    assert changing.select("SELECT ?l { <http://example.org/in-default> rdfs:label ?l }")


def test_change(changing: Running) -> None:
    """With the token a change is made, and seen by the next query."""
    assert changing.ask("POST", "/sparql", content=INSERT, headers=WITH_TOKEN).status_code == 204
    assert changing.select(COUNT) == [{"s": "http://example.org/new-thing"}]
    gone = INSERT.replace("INSERT", "DELETE")
    form = {"Authorization": f"Bearer {TOKEN}"}
    assert changing.ask("POST", "/sparql", data={"update": gone}, headers=form).status_code == 204
    assert changing.select(COUNT) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [("INSERT nonsense", 400), ("LOAD <http://127.0.0.1:9/>", 403), ("LOAD <file:///etc/passwd>", 403),
     ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403)],
)  # fmt: skip
def test_refused(changing: Running, text: str, status: int) -> None:
    """What is malformed, or would fetch from elsewhere, is refused, and nothing changes."""
    before = changing.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert changing.ask("POST", "/sparql", content=text, headers=WITH_TOKEN).status_code == status
    assert changing.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == before


def test_graphs_of_the_request(changing: Running) -> None:
    """Graphs that a request names for a change are refused in words, not passed over."""
    found = changing.ask("POST", "/sparql?using-graph-uri=http://e.org/g", content=INSERT, headers=WITH_TOKEN)
    assert (found.status_code, "USING" in found.json()["detail"]) == (400, True)


def test_described(changing: Running) -> None:
    """The description says that changes are taken."""
    assert "SPARQL11Update" in changing.get("/sparql", headers={"Accept": "text/turtle"}).text


def test_searched(changing: Running) -> None:
    """What a change brings is found by searching a little later."""
    insert = "INSERT DATA { <https://w3id.org/newsgraph/data/entity/2> a ng:City ; rdfs:label 'Sylvania' }"
    assert changing.ask("POST", "/sparql", content=insert, headers=WITH_TOKEN).status_code == 204
    assert _until(lambda: changing.get("/api/search", params={"q": "Sylvania"}).json()["total"] == 1)


def test_kept(tmp_path: Path) -> None:
    """Changes to a folder of quads are there when the service has ended."""
    ox.Store(str(tmp_path / "quads")).load(path=str(SMALL), format=ox.RdfFormat.TRIG)
    with running([tmp_path / "quads"], "--allow-update", env={"NEWSGRAPH_TOKEN": TOKEN}) as service:
        assert service.ask("POST", "/sparql", content=INSERT, headers=WITH_TOKEN).status_code == 204
    kept = ox.Store.read_only(str(tmp_path / "quads"))
    labels = [quad.object.value for quad in kept.quads_for_pattern(None, LABEL, None)]
    assert sorted(labels) == ["Freedonia", "a", "in the default graph", "new"]


def test_what_waits_in_the_log(tmp_path: Path) -> None:
    """What stands only in the log of a folder of quads, which was never flushed, is served too."""
    made = ox.Store(str(tmp_path / "quads"))
    made.add(ox.Quad(ox.NamedNode("http://e.org/s"), LABEL, ox.Literal("only in the log")))
    del made
    with running([tmp_path / "quads"]) as service:
        assert service.select("SELECT ?l { <http://e.org/s> rdfs:label ?l }") == [{"l": "only in the log"}]


def test_store_grows(tmp_path: Path) -> None:
    """Articles that come to a store while it is served are served too, and the store is free for them."""
    add(tmp_path / "store", THEMES[0][:2])
    with running([tmp_path / "store"]) as service:
        assert service.get("/api/search", params={"kind": "article"}).json()["total"] == 2
        add(tmp_path / "store", THEMES[0][2:3])
        assert _until(lambda: service.get("/api/search", params={"kind": "article"}).json()["total"] == 3)
        assert service.select("SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a schema:NewsArticle }") == [{"n": "3"}]


def test_store_takes_no_changes(tmp_path: Path) -> None:
    """The graph of a store is that of its articles: --allow-update is refused, and says what to do."""
    add(tmp_path / "store", THEMES[0][:1])
    command = [sys.executable, "-m", "newsgraph", "serve", str(tmp_path / "store"), "--allow-update", "--port", "0"]
    env = {**os.environ, "NEWSGRAPH_TOKEN": TOKEN}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, "use add, remove, replace or judge" in done.stderr) == (2, True)


def test_killed(tmp_path: Path) -> None:
    """What a service that was killed leaves in a store is removed by the next one."""
    add(tmp_path / "store", THEMES[0][:1])
    with running([tmp_path / "store"]) as service:
        service.process.kill()
    assert len(list((tmp_path / "store").glob("quads.served-*"))) == 1
    with running([tmp_path / "store"]) as service:
        assert service.get("/health").status_code == 200
        assert len(list((tmp_path / "store").glob("quads.served-*"))) == 1
    assert list((tmp_path / "store").glob("quads.served-*")) == []
