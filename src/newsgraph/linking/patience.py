"""Trying again after a failure that may pass."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from newsgraph.errors import EndpointError

T = TypeVar("T")


class PassingError(EndpointError):
    """A failure after which it is worth asking again, in `wait` seconds where the server says so."""

    def __init__(self, subject: str, problem: str, *, wait: float | None = None) -> None:
        super().__init__(subject, problem)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Patience:
    """How often something is tried; the pause between tries doubles each time, up to a longest one (in seconds)."""

    tries: int = 3
    pause: float = 1.0
    max_pause: float = 30.0
    sleep: Callable[[float], None] = time.sleep

    def with_(self, ask: Callable[[], T]) -> T:
        """What a try gives at last; an EndpointError where none does."""
        for number in range(self.tries - 1):
            try:
                return ask()
            except PassingError as failure:
                asked = self.pause * 2**number if failure.wait is None else failure.wait
                self.sleep(min(asked, self.max_pause))
        try:
            return ask()
        except PassingError as failure:
            tried = f"; tried {self.tries} times" if self.tries > 1 else ""
            advice = "try again later, or with a longer time limit"
            raise EndpointError(failure.subject, failure.problem + tried, advice=advice) from failure
