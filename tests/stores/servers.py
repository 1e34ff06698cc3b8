"""Real SPARQL stores on this machine, each started for the tests and gone with them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OXIGRAPH = Path(sys.executable).parent / "oxigraph"
VIRTUOSO = shutil.which("virtuoso-t")
# Virtuoso makes its database first, which takes some ten seconds.
PATIENCE = 120.0
INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 20
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CaseMode = 2
NumberOfBuffers = 2000
MaxDirtyBuffers = 1500
MaxQueryMem = 200M
ThreadsPerQuery = 1
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a running store is written to, by either protocol, and by whom."""

    name: str
    update: str
    graphs: str
    query: str
    user: str | None = None
    password: str = ""
    kill: Callable[[], None] = lambda: None


@contextmanager
def oxigraph(*, port: int | None = None, folder: Path | None = None) -> Iterator[Place]:
    """`oxigraph serve`, with its data in memory, or in a folder."""
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    where = ["--location", str(folder / "oxigraph")] if folder else []
    command = [str(OXIGRAPH), "serve", *where, "--bind", f"127.0.0.1:{port}"]
    with _running(command, Path.cwd(), f"{url}/query?query=ASK%7B%7D") as kill:
        yield Place("oxigraph", f"{url}/update", f"{url}/store", f"{url}/query", kill=kill)


@contextmanager
def virtuoso(folder: Path) -> Iterator[Place]:
    """Virtuoso 7 with a new database in a folder, and the password that it comes with."""
    assert VIRTUOSO
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(INI.format(sql=sql, http=http))
    url = f"http://127.0.0.1:{http}"
    command = [VIRTUOSO, "+foreground", "+configfile", "virtuoso.ini"]
    with _running(command, folder, f"{url}/sparql?query=ASK%7B%7D"):
        auth = f"{url}/sparql-auth"
        yield Place("virtuoso", auth, f"{url}/sparql-graph-crud-auth", auth, "dba", "dba")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[Callable[[], None]]:
    """A server, from when it answers on; what kills it."""
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, cwd=folder, stdout=nowhere, stderr=nowhere, start_new_session=True)
    try:
        until = time.monotonic() + PATIENCE
        while not _answers(url):
            assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
            assert time.monotonic() < until, f"{command[0]} does not answer"
            time.sleep(0.1)
        yield lambda: _kill(process)
    finally:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False
