"""Thousands of requests that nobody means well by."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.web.security import POLICY
from web.conftest import SMALL
from web.hostile.asking import Ask
from web.hostile.calling import calls, nearly_calls
from web.hostile.crawling import faults_of
from web.hostile.everything import everything
from web.hostile.watching import Trap, files, trap
from web.hostile.wire import Answer, Wire
from web.service import Running, running

AT_ONCE = 4
DOCUMENTED = {200, 303, 307, 400, 403, 404, 405, 406, 408, 413, 414, 415, 422, 431, 503, 504}
PROGRAMS = ("/api", "/sparql", "/data", "/health", "/openapi.json")
ELSEWHERE = "http://127.0.0.1:9/"
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the quads that are served, and one for what the service keeps meanwhile."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "kept").mkdir()
    store = ox.Store(str(folder / "quads"))
    store.load(path=str(SMALL), format=ox.RdfFormat.TRIG)
    store.flush()
    return folder


@pytest.fixture(scope="module")
def service(place: Path) -> Iterator[Running]:
    """A service with little patience."""
    options = ("--timeout", "2", "--max-answer", "1", "--max-memory", "300")
    with running([place / "quads"], *options, env={"TMPDIR": str(place / "kept")}) as service:
        yield service


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Trap]:
    """A place that no query may have called."""
    with trap() as listening:
        yield listening


def test_hostile_requests(service: Running, place: Path, elsewhere: Trap) -> None:
    """Two thousand and more are each answered in a way that is documented; nothing is written, and nobody called."""
    asked = everything(elsewhere.url)
    assert len(asked) >= 2000
    before = files(place)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        shares = threads.map(lambda first: list(_sent(service, asked[first::AT_ONCE])), range(AT_ONCE))
    wrong = [fault for share in shares for ask, answer in share for fault in _faults(ask, answer)]
    assert wrong == []
    assert files(place) == before
    assert not elsewhere.caught()
    assert service.get("/health").json()["status"] == "ok"


def _sent(service: Running, asked: list[Ask]) -> Iterator[tuple[Ask, Answer | None]]:
    with Wire(service) as wire:
        for ask in asked:
            yield ask, wire.send(ask.data, ask.method)


def _faults(ask: Ask, answer: Answer | None) -> list[str]:
    told = f"{ask.sort} {ask.method} {ask.target[:200]} {str(ask.headers)[:200]} {ask.body[:200]!r}"
    return [f"{fault}: {told}" for fault in (_of_answer(ask, answer) if answer else ["no answer"])]


def _of_answer(ask: Ask, answer: Answer) -> Iterator[str]:
    if answer.status not in DOCUMENTED:
        yield f"the status {answer.status}"
    if (
        answer.headers.get("content-security-policy") != POLICY
        or answer.headers.get("x-content-type-options") != "nosniff"
    ):
        yield "a page that may do anything"
    if "set-cookie" in answer.headers or "x" in answer.headers:
        yield "a header from outside"
    if answer.status >= 400 and answer.media != PROBLEM and (answer.media != "text/html" or _for_programs(ask.target)):
        yield f"a problem as {answer.media}"
    if answer.status == 503 and "retry-after" not in answer.headers and answer.media == PROBLEM:
        yield "no word of when to try again"
    if b"ended the process" in answer.body and not ask.sort.startswith("a query"):
        yield "the end of a worker"
    if b"Traceback" in answer.body or b"root:x:" in answer.body:
        yield "something of the inside"
    if answer.media == "text/html" and ask.method != "HEAD":
        yield from faults_of(answer.body.decode())


def _for_programs(target: str) -> bool:
    return target.split("?")[0].startswith(PROGRAMS)


@pytest.mark.parametrize("text", [*calls(ELSEWHERE)], ids=ascii)
def test_calls_are_refused(service: Running, elsewhere: Trap, text: str) -> None:
    """Each way to call an endpoint that the engine understands is refused, before the system has to."""
    found = service.ask("POST", "/sparql", data={"query": text.replace(ELSEWHERE, elsewhere.url)})
    assert found.status_code == 403, found.text


@pytest.mark.parametrize("text", [*nearly_calls(ELSEWHERE)], ids=ascii)
def test_no_other_call_is_understood(service: Running, text: str) -> None:
    """What looks like a call to people only is no query."""
    assert service.ask("POST", "/sparql", data={"query": text}).status_code == 400


SPEAKING_OF_SERVICE = [
    "SELECT ?service { ?service rdfs:label 'secret service' } # no service",
    "PREFIX service: <urn:x:> SELECT ?service ?x { ?service service:of ?x ; a service:Service }",
    "SELECT ?s (COUNT(?service) AS ?services) { ?s ?p ?service } GROUP BY ?s",
    'ASK { <urn:service> rdfs:label "the service {" }',
]


@pytest.mark.parametrize("text", SPEAKING_OF_SERVICE)
def test_services_may_be_spoken_of(service: Running, text: str) -> None:
    """A query that only speaks of services is answered."""
    assert service.ask("POST", "/sparql", data={"query": text}).status_code == 200


def test_a_word_names_no_graph(service: Running) -> None:
    """A query that only has the word for naming graphs in a text is asked of all of them."""
    asked = "ASK { ?s rdfs:label ?label FILTER(?label != 'from <urn:x:here>') }"
    assert service.ask("POST", "/sparql", data={"query": asked}, headers={"Accept": "text/csv"}).text == "true"


def test_an_address_is_taken_whole(service: Running) -> None:
    """What follows an encoded question mark is a part of what is looked up."""
    there = "/entity/00000000000000000001"
    statuses = [
        service.get(f"{there}{rest}", headers={"Accept": "text/turtle"}).status_code for rest in ("", "%3Fa=b", "%23a")
    ]
    assert statuses == [200, 404, 404]
