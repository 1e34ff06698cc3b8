"""A program whose children change stores and kill themselves at a given step: `STORE DEED STEP` on each line of input.

A step is a statement for the database, or a single quad on its way into the store or out of it. For each line it prints
the signal that ended the child (0 where it came to its end), the number of steps that it has taken, and at which of
them the first quad was (0 where there was none).
"""

import os
import signal
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyoxigraph as ox

from newsgraph.model.archive import Judgement
from newsgraph.pipeline import keeping
from newsgraph.resolution import Index
from newsgraph.storage import quads
from storage.keeping import THEMES, desk, of

STORIES = THEMES[0][:8]
FIRST, LATER = STORIES[:4], STORIES[4:]


def deed(path: Path, what: str) -> None:
    """Do something to a store."""
    with desk(path) as at:
        at.here = dict.fromkeys(at.archive.ledger.digests(), STORIES[0])
        if what == "first":
            at.add(FIRST)
        elif what == "add":
            at.add(LATER)
        elif what == "one-by-one":
            with patch.object(keeping, "BATCH", 1):
                at.add(LATER)
        elif what == "remove":
            at.remove(FIRST[:2])
        elif what == "replace":
            at.replace(FIRST[0], LATER[0])
        else:
            left, right, *_ = at.archive.index.column("SELECT name FROM event ORDER BY name")
            at.keeper.judge([Judgement(left, right, "different", "ann")])


class Steps:
    """Counts steps, and kills the process at one of them."""

    def __init__(self, last: int, pipe: int) -> None:
        self.last, self.pipe, self.number, self.quads = last, pipe, 0, 0

    def step(self) -> None:
        """One more."""
        self.number += 1
        if self.number == self.last:
            self.tell()
            os.kill(os.getpid(), signal.SIGKILL)

    def tell(self) -> None:
        """Say how many there were."""
        os.write(self.pipe, f"{self.number} {self.quads}".encode())

    def before(self, owner: Any, name: str) -> None:
        """Take a step before every call of a function."""
        real = getattr(owner, name)

        def counted(*arguments: Any, **options: Any) -> Any:
            self.step()
            return real(*arguments, **options)

        setattr(owner, name, counted)

    def apply(self, store: ox.Store, comes: bool, lines: Iterable[str]) -> None:
        """What `quads` does with lines of the outbox, quad by quad."""
        for quad in ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS):
            self.step()
            self.quads = self.quads or self.number
            (store.add if comes else store.remove)(quad)


def child(path: Path, what: str, last: int, pipe: int) -> None:
    """Change a store, and die at a step."""
    steps = Steps(last, pipe)
    for name in ("run", "many"):
        steps.before(Index, name)
    quads._apply = steps.apply
    quads.secure = lambda store: steps.step()  # what is killed loses nothing that is on its way to the disk
    deed(path, what)
    steps.tell()


def fork(path: Path, what: str, last: int) -> tuple[int, str]:
    """The signal that ended a child, and what it told of its steps."""
    reads, writes = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            child(path, what, last, writes)
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writes)
    _, status = os.waitpid(number, 0)
    with os.fdopen(reads) as told:
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, told.read()


if __name__ == "__main__":
    of(FIRST)  # what is loaded once, the children have
    for line in sys.stdin:
        store, what, last = line.split()
        print(*fork(Path(store), what, int(last)), flush=True)
