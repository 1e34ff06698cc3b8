"""Lines in order, however many: sorted runs in temporary files, merged as they are read."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO

# About so many bytes are held in memory.
RUN = 64 << 20


def in_order(lines: Iterable[bytes], run: int = RUN) -> Iterator[bytes]:
    r"""The lines, each with its end, in the order of their bytes and each once.

    >>> list(in_order([b"b\n", b"a\n", b"b\n"], run=1))
    [b'a\n', b'b\n']
    """
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = [_kept(stack, part) for part in _parts(lines, run)]
        last = b""
        for line in heapq.merge(*runs):
            if line != last:
                yield line
            last = line


def _parts(lines: Iterable[bytes], run: int) -> Iterator[list[bytes]]:
    part: list[bytes] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line)
        if size >= run:
            yield part
            part, size = [], 0
    yield part


def _kept(stack: ExitStack, part: list[bytes]) -> IO[bytes]:
    """A run in a file of its own, which is gone when it is closed."""
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 (it is entered right here)
    file.writelines(sorted(part))
    file.seek(0)
    return file
