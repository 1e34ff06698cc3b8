"""Running the real program, in a process of its own or in this one."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from click.testing import CliRunner

from newsgraph.cli import main

SOURCE = Path(__file__).parents[2] / "src"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left: its exit code, and what went to standard output and standard error."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, stdin: bytes | str = b"", stdout: IO[bytes] | None = None) -> Outcome:
    """`newsgraph` with these arguments; whatever reaches its streams is UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "newsgraph", *map(str, arguments)],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        stdout=stdout or subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", "COLUMNS": "100"},
    )
    return Outcome(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


def call(*arguments: str | Path, stdin: str = "") -> Outcome:
    """The same within this process, which spares a test the loading of the language pipeline."""
    done = CliRunner(catch_exceptions=False).invoke(main, list(map(str, arguments)), input=stdin)
    return Outcome(done.exit_code, done.stdout, done.stderr)
