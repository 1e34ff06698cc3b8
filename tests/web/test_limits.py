"""What one request may cost, and that others do not pay for it."""

import os
import select
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import httpx
import pytest

from web.conftest import SMALL
from web.service import PATIENCE, Running, running

ENDLESS = "SELECT (COUNT(*) AS ?n{0}) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) != STR(?i)) }}"
LIGHT = "SELECT ?o {{ <http://example.org/a> <http://example.org/p> ?o }} LIMIT {0}"
MANY, LIGHT_ONES = 20, 40
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def service() -> Iterator[Running]:
    """A service that gives each request little."""
    with running([SMALL], "--timeout", "4", "--max-answer", "1", "--max-memory", "200") as service:
        yield service


def test_light_queries_go_on(service: Running) -> None:
    """While twenty queries run that never end, light ones are answered, and pages shown; those are ended."""
    begun, over = Barrier(MANY + 1), Event()
    with ThreadPoolExecutor(MANY) as threads:
        endless = [threads.submit(_endless, service, number, begun, over) for number in range(MANY)]
        begun.wait(PATIENCE)
        light = [_light(service, number) for number in range(1, LIGHT_ONES + 1)]
        pages = [service.get(path).status_code for path in ("/", "/search?q=freedonia", "/health", "/api/overview")]
        over.set()
        ended = [answer for one in endless for answer in one.result()]
    assert light == [200] * LIGHT_ONES
    assert pages == [200] * 4
    assert {one.status_code for one in ended} <= {503, 504}
    assert any(one.status_code == 504 for one in ended)
    assert {one.headers["content-type"] for one in ended} == {PROBLEM}
    assert all(one.headers["retry-after"] for one in ended if one.status_code == 503)
    assert _light(service, 1) == 200


def _endless(service: Running, number: int, begun: Barrier, over: Event) -> list[httpx.Response]:
    """An endless query, asked until it is over, and its answers."""
    found = []
    with httpx.Client(base_url=service.url, timeout=PATIENCE, trust_env=False) as client:
        client.get("/health")  # so that the connection is there
        begun.wait(PATIENCE)
        while not over.is_set():
            found.append(client.post("/sparql", data={"query": ENDLESS.format(number)}))
            over.wait(0.2)
    return found


def _light(service: Running, number: int) -> int:
    return service.ask("POST", "/sparql", data={"query": LIGHT.format(number)}).status_code


def _doubled(times: int) -> str:
    """A text that is doubled so often, as ?x."""
    steps = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(times))
    return f"BIND('x' AS ?x0) {steps} BIND(?x{times} AS ?x)"


TOO_MUCH = {
    "a large table": "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000",
    "many triples": "CONSTRUCT { ?s ?p ?f } { ?s ?p ?o . ?d ?e ?f } LIMIT 40000",
    "a long text": f"SELECT ?x {{ {_doubled(24)} }}",
    "much memory": f"SELECT (STRLEN(?x) AS ?n) {{ {_doubled(32)} }}",
    "a deep nest": f"SELECT ({'(' * 20_000}1{')' * 20_000} AS ?x) {{}}",
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much(service: Running, name: str) -> None:
    """A query whose answer is too large, or that needs too much memory, is refused with words, and others go on."""
    found = service.ask("POST", "/sparql", data={"query": TOO_MUCH[name]})
    assert (found.status_code, found.headers["content-type"]) == (422, PROBLEM)
    assert found.json()["title"] == "Too much is asked for"
    assert [_light(service, number) for number in range(1, 6)] == [200] * 5


TOO_LARGE = {
    "a body": (413, {"method": "POST", "path": "/sparql", "data": {"query": "#" * (1 << 20)}}),
    "a declared length": (413, {"method": "POST", "path": "/sparql", "content": b"#" * (1 << 21),
                                "headers": {"Content-Type": "application/sparql-query"}}),
    "an address": (414, {"method": "GET", "path": "/sparql?query=".ljust(1 << 16, "a")}),
    "an address of a page": (414, {"method": "GET", "path": "/".ljust(1 << 16, "a")}),
    "a header": (431, {"method": "GET", "path": "/health", "headers": {"X": "a" * 100_000}}),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_LARGE)
def test_too_large_a_request(service: Running, name: str) -> None:
    """A request that is too large is refused."""
    status, request = TOO_LARGE[name]
    found = service.ask(**request)  # type: ignore[arg-type]
    assert (found.status_code, found.headers["content-type"]) == (status, PROBLEM)
    assert found.json()["status"] == status


linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc, which only Linux has")


@linux
def test_killed_workers_are_replaced(service: Running) -> None:
    """When all workers are killed by hand, nobody who asks afterwards notices."""
    killed = _workers(service)
    assert len(killed) >= 2
    _kill(killed)
    assert [service.get("/search", params={"q": str(n)}).status_code for n in range(10)] == [200] * 10
    assert _workers(service)
    assert not _workers(service) & killed


@linux
def test_a_killed_engine_is_not_missed(service: Running) -> None:
    """When the program that answers light queries is killed, they are answered all the same."""
    killed = {one for one in _below(service.process.pid) if "serve-read-only" in _command(one)}
    _kill(killed)
    assert [_light(service, number) for number in range(1, 11)] == [200] * 10


def _kill(processes: set[int]) -> None:
    """Kill processes, and wait until they have gone."""
    ends = [os.pidfd_open(one) for one in processes]
    for end in ends:
        signal.pidfd_send_signal(end, signal.SIGKILL)
    for end in ends:
        assert select.select([end], [], [], PATIENCE)[0]
        os.close(end)


def _workers(service: Running) -> set[int]:
    """The processes of workers, which the nursery has forked."""
    nurseries = {one for one in _below(service.process.pid) if "newsgraph.web.nursery" in _command(one)}
    return {one for nursery in nurseries for one in _below(nursery)}


def _below(process: int) -> set[int]:
    found = set()
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        found |= set(map(int, path.read_text().split()))
    return found


def _command(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
