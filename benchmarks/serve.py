"""How quickly the service answers, beside the bare server and beside a pass-through, in one run on one store.

    python -m benchmarks.serve QUADS.nq [--clients 8] [--seconds 8]

The quads are loaded into a folder once. Then three servers answer the same queries from it, one after the other and
each alone on the machine with its clients, in rounds, so that what slows one slows all:

- bare: `oxigraph serve-read-only`
- pass-through: the web server of ours, with an application that only hands a request on to the bare server
- newsgraph: `newsgraph serve`

Lookups ask for what is said of one event; joins go from an entity over its events and the claims on them to those who
made these; lists are the same for the busiest, in order and without a limit. Beside that, the first page (median of
what it takes, in milliseconds), and light queries while twenty that never end are at work.
"""

import argparse
import asyncio
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

NG, SCHEMA = "https://w3id.org/newsgraph/ontology#", "https://schema.org/"
LOOKUP = "SELECT ?p ?o WHERE {{ <{0}> ?p ?o }}"
JOIN = (
    f"PREFIX ng: <{NG}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT ?what ?who ?how WHERE {{ ?e ng:agent <{0}> ; rdfs:label ?what . ?claim ng:about ?e ; ng:claimant ?c ; "
    "ng:factuality ?how . ?c rdfs:label ?who }} LIMIT 200"
)
LISTED = JOIN.replace(" LIMIT 200", " ORDER BY ?what ?who ?how")
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c = ?f || ?f = ?i) }"
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """Answers a second, and how long one took in milliseconds: the median and the 95th percentile."""

    rate: float
    median: float
    p95: float


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("quads", type=Path)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=8.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "quads"
        events, actors = _loaded(given.quads, store)
        _compare(
            store,
            {
                "lookups": _queries(LOOKUP, events),
                "joins": _queries(JOIN, actors),
                "lists": _queries(LISTED, actors[:40]),
            },
            given,
        )
        _first_page(store)
        _beside_endless(store, events)


def _loaded(quads: Path, place: Path) -> tuple[list[str], list[str]]:
    store = ox.Store(str(place))
    store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    print(f"{len(store):,} quads")
    agents = list(store.quads_for_pattern(None, ox.NamedNode(NG + "agent"), None))
    events = sorted({quad.subject.value for quad in agents})
    actors = [name for name, _ in Counter(sorted(quad.object.value for quad in agents)).most_common()]
    return events, actors


def _queries(template: str, things: Sequence[str]) -> list[str]:
    chosen = random.Random(7).sample(list(things), min(2000, len(things)))
    return [template.format(one) for one in chosen]


def _compare(store: Path, sorts: dict[str, list[str]], given: argparse.Namespace) -> None:
    found: dict[tuple[str, str], list[Measured]] = {}
    for _ in range(ROUNDS):
        for name, start in SERVERS.items():
            with start(store) as port:
                for sort, queries in sorts.items():
                    _load(port, PATHS[name], queries, given.clients, 1.0)
                    measured = _load(port, PATHS[name], queries, given.clients, given.seconds / ROUNDS)
                    found.setdefault((sort, name), []).append(measured)
    print(f"{'':10}{'server':14}{'a second':>10}{'median ms':>11}{'p95 ms':>9}{'of bare':>9}{'of pass-through':>17}")
    for sort in sorts:
        rates = {name: statistics.median(one.rate for one in found[sort, name]) for name in SERVERS}
        for name in SERVERS:
            times = [statistics.median(getattr(one, what) for one in found[sort, name]) for what in ("median", "p95")]
            shares = (rates[name] / rates["bare"], rates[name] / rates["pass-through"])
            print(
                f"{sort:10}{name:14}{rates[name]:10.0f}{times[0]:11.2f}{times[1]:9.2f}{shares[0]:9.2f}{shares[1]:17.2f}"
            )


def _first_page(store: Path) -> None:
    with _ours(store) as port:
        asyncio.run(_requests(port, [_get("/")] * 3))
        times = asyncio.run(_requests(port, [_get("/")] * 30))
        print(f"first page: median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms")


def _beside_endless(store: Path, events: Sequence[str]) -> None:
    with _ours(store) as port:
        light = [_get(_path("/sparql", query)) for query in _queries(LOOKUP, events)[:100]]
        print(f"light queries beside 20 endless ones: {asyncio.run(_mixed(port, light))}")
        print(f"the same again, alone: {asyncio.run(_alone(port, light))}")


async def _mixed(port: int, light: Sequence[bytes]) -> str:
    endless = [asyncio.ensure_future(_requests(port, [_get(_path("/sparql", f"{ENDLESS} # {n}"))])) for n in range(20)]
    await asyncio.sleep(0.05)
    told = _told(await _requests(port, [*light] * 5))
    for one in endless:
        one.cancel()
    await asyncio.gather(*endless, return_exceptions=True)
    return told


async def _alone(port: int, light: Sequence[bytes]) -> str:
    return _told(await _requests(port, light))


def _told(times: list[float]) -> str:
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    return f"{len(times)} answered, median {statistics.median(times):.1f} ms, p95 {p95:.1f}, slowest {times[-1]:.1f}"


# --- clients -------------------------------------------------------------------------------------------------------


def _path(path: str, query: str) -> str:
    return f"{path}?query={quote(query, safe='')}"


def _get(path: str) -> bytes:
    return (
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/sparql-results+json, text/html\r\n\r\n".encode()
    )


def _load(port: int, path: str, queries: Sequence[str], clients: int, seconds: float) -> Measured:
    """So many clients, in a process of their own, each asking one query after the other for so many seconds."""
    requests = [_get(_path(path, query)) for query in queries]
    times = asyncio.run(_clients(port, requests, clients, seconds))
    times.sort()
    return Measured(len(times) / seconds, statistics.median(times), times[int(len(times) * 0.95)])


async def _clients(port: int, requests: Sequence[bytes], clients: int, seconds: float) -> list[float]:
    until = time.perf_counter() + seconds
    shares = [list(requests[number::clients]) for number in range(clients)]
    found = await asyncio.gather(*(_client(port, share, until) for share in shares))
    return [one for times in found for one in times]


async def _client(port: int, requests: Sequence[bytes], until: float) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times: list[float] = []
    while time.perf_counter() < until:
        for request in requests:
            start = time.perf_counter()
            await _answer(reader, writer, request)
            times.append((time.perf_counter() - start) * 1000)
            if time.perf_counter() >= until:
                break
    writer.close()
    return times


async def _requests(port: int, requests: Sequence[bytes]) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    for request in requests:
        start = time.perf_counter()
        await _answer(reader, writer, request)
        times.append((time.perf_counter() - start) * 1000)
    writer.close()
    return times


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> tuple[bytes, bytes]:
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    fields = head.lower()
    if b"transfer-encoding: chunked" in fields:
        body = await _chunks(reader)
    else:
        length = int(fields.partition(b"content-length:")[2].partition(b"\r\n")[0])
        body = await reader.readexactly(length)
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"{head!r} {body[:500]!r}")
    return head, body


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


# --- servers -------------------------------------------------------------------------------------------------------


@contextmanager
def _bare(store: Path) -> Iterator[int]:
    port = _free()
    program = Path(sys.executable).with_name("oxigraph")
    command = [str(program), "serve-read-only", "--location", str(store), "--bind", f"127.0.0.1:{port}"]
    with _running([*command, "--union-default-graph"], port):
        yield port


@contextmanager
def _passing(store: Path) -> Iterator[int]:
    with _bare(store) as behind:
        port = _free()
        command = [sys.executable, "-m", "benchmarks.passing", str(port), str(behind)]
        with _running(command, port):
            yield port


@contextmanager
def _ours(store: Path) -> Iterator[int]:
    port = _free()
    with _running([sys.executable, "-m", "newsgraph", "serve", str(store), "--port", str(port)], port):
        yield port


SERVERS: dict[str, Callable[[Path], object]] = {"bare": _bare, "pass-through": _passing, "newsgraph": _ours}
PATHS = {"bare": "/query", "pass-through": "/query", "newsgraph": "/sparql"}


def _free() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def _running(command: Sequence[str], port: int) -> Iterator[None]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(process, port)
            yield
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + 600
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                with suppress(RuntimeError):  # another path: it answers all the same
                    asyncio.run(_requests(port, [_get(_path("/sparql", "ASK {}"))]))
                return
        time.sleep(0.1)
    raise RuntimeError(f"nothing listens at port {port}")


if __name__ == "__main__":
    main()
