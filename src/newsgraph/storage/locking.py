"""Who may use a store on disk: any number that read, or one that writes. A process that ends, however, lets go."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgraph.errors import StoreError

# A reader waits so many seconds for a writer to finish, looking again so often.
PATIENCE, PAUSE = 10.0, 0.05


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Hold a store for writing; a StoreError where another process uses it."""
    with _opened(path) as handle:
        if not _taken(handle, fcntl.LOCK_EX):
            who = os.pread(handle, 100, 0).decode("ascii", "replace").strip()
            user = f"process {who} writes to it" if who else "another process reads it"
            raise StoreError(str(path.parent), f"is in use: {user}", advice="wait until that is done, then try again")
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        try:
            yield
        finally:
            os.ftruncate(handle, 0)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Hold a store for reading; a StoreError where a process writes to it for longer than a reader waits."""
    with _opened(path) as handle:
        until = time.monotonic() + PATIENCE
        while not _taken(handle, fcntl.LOCK_SH):
            if time.monotonic() > until:
                raise StoreError(str(path.parent), "is being written to", advice="wait until that is done, then try again")
            time.sleep(PAUSE)
        yield


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise StoreError(str(path.parent), f"cannot be opened: {error.strerror}") from error
    try:
        yield handle
    finally:
        os.close(handle)


def _taken(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
