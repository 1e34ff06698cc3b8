"""A program that is killed while its worker waits for work."""

import os
import signal
from types import SimpleNamespace

from newsgraph.pipeline.workers import parallel


def make(model: str | None) -> SimpleNamespace:
    """A machine that never gets to work."""
    return SimpleNamespace(model="idle 1.0")


if __name__ == "__main__":
    with parallel(make, None, 1) as extractor:
        print(extractor.model, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
