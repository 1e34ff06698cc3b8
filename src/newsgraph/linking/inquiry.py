"""Asking somebody else's endpoint many questions with good manners: slowly, patiently, and none of them twice."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from newsgraph.errors import EndpointError
from newsgraph.linking.answer_file import Answered, AnswerFile
from newsgraph.linking.answers import parse
from newsgraph.linking.patience import PassingError, Patience
from newsgraph.linking.transport import ask
from newsgraph.model.answers import Answer

T = TypeVar("T")
WRONG = (ValueError, KeyError, TypeError, AttributeError)


@dataclass(slots=True)
class Inquiry:
    """Questions to one endpoint.

    `rate` is how many requests a second it gets at most, `budget` how many in all, `timeout` is in seconds for each;
    `now` gives the time at which an answer came; with `offline` only what is kept is answered.
    """

    url: str
    answers: AnswerFile
    now: Callable[[], str]
    agent: str
    offline: bool = False
    rate: float = 2.0
    budget: int = 5_000
    timeout: float = 60.0
    patience: Patience = field(default_factory=lambda: Patience(tries=4, max_pause=300.0))
    clock: Callable[[], float] = time.monotonic
    made: int = 0
    asked: str = ""
    _last: float = float("-inf")

    def ask(self, text: str, read: Callable[[Answer], T]) -> tuple[T, str]:
        """What is read from the answer to a query, and when it was asked for.

        `read` raises a ValueError for an answer that cannot be one: that may pass, and is asked for again. An
        EndpointError or QueryError where no good answer comes.
        """
        kept = self.answers.get(self.url, text)
        if kept is None and self.offline:
            advice = "ask without --offline once, with the same --cache"
            raise EndpointError(self.url, "has not answered this before", advice=advice)
        value, asked = self._known(kept, read) if kept else self.patience.with_(lambda: self._new(text, read))
        self.asked = max(self.asked, asked)
        return value, asked

    def _known(self, kept: Answered, read: Callable[[Answer], T]) -> tuple[T, str]:
        try:
            return read(parse(kept.body, kept.content_type)), kept.asked
        except WRONG as error:
            where = str(self.answers.path or "the cache")
            raise EndpointError(where, f"holds an answer that is none: {error}", advice="take it out") from error

    def _new(self, text: str, read: Callable[[Answer], T]) -> tuple[T, str]:
        self._hold_back()
        response = ask(self.url, text, timeout=self.timeout, agent=self.agent)
        try:
            value = read(parse(response.body, response.content_type))
        except WRONG as error:
            raise PassingError(self.url, f"gave an answer that cannot be one: {error}") from error
        answered = Answered(response.body, response.content_type, self.now())
        self.answers.put(self.url, text, answered)
        return value, answered.asked

    def _hold_back(self) -> None:
        """Wait until the next request is due; an EndpointError where there have been enough."""
        if self.made >= self.budget:
            advice = "give a higher --budget; with --cache what was answered is not asked for again"
            raise EndpointError(self.url, f"was asked {self.made:,} times, and may be no more", advice=advice)
        wait = self._last + 1 / self.rate - self.clock()
        if wait > 0:
            self.patience.sleep(wait)
        self.made += 1
        self._last = self.clock()
