"""Who may use a store on disk: any number that read, or one that writes. A process that ends, however, lets go."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgraph.errors import StoreError

# Who reads waits so many seconds for who writes, and the other way round; and looks again so often.
PATIENCE, PAUSE = 10.0, 0.05
ADVICE = "wait until that is done, then try again"


@contextmanager
def writing(path: Path, *, patient: bool = False) -> Iterator[None]:
    """Hold a store for writing; a StoreError where another process writes to it, or reads it for too long.

    Who is patient waits for another writer too.
    """
    with _opened(path) as handle:
        until = time.monotonic() + PATIENCE
        while not _taken(handle, fcntl.LOCK_EX):
            others_read = _taken(handle, fcntl.LOCK_SH)
            if others_read:
                fcntl.flock(handle, fcntl.LOCK_UN)
            if time.monotonic() > until or not (others_read or patient):
                who = "it is being read" if others_read else f"process {_writer(handle)} writes to it"
                raise StoreError(str(path.parent), f"is in use: {who}", advice=ADVICE)
            time.sleep(PAUSE)
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Hold a store for reading; a StoreError where a process writes to it for longer than a reader waits."""
    with _opened(path) as handle:
        until = time.monotonic() + PATIENCE
        while not _taken(handle, fcntl.LOCK_SH):
            if time.monotonic() > until:
                raise StoreError(str(path.parent), f"is in use: process {_writer(handle)} writes to it", advice=ADVICE)
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


def _writer(handle: int) -> str:
    """The process that writes, as it has left its number."""
    return os.pread(handle, 100, 0).decode("ascii", "replace").strip() or "?"
