"""A remote SPARQL endpoint: asked within a time limit, again after a failure that may pass, and never for changes."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from newsgraph.errors import EndpointError
from newsgraph.linking.answers import parse
from newsgraph.linking.cache import FileCache, Response
from newsgraph.linking.transport import PassingError, ask
from newsgraph.model.answers import Answer


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask. `timeout` is in seconds, for each try; the pause between tries doubles each time."""

    url: str
    timeout: float = 60.0
    tries: int = 3
    pause: float = 1.0
    max_pause: float = 30.0
    cache: FileCache | None = None
    agent: str = "newsgraph (SPARQLWrapper)"
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise EndpointError(self.url, "is no web address", advice="give one that begins with http:// or https://")

    def query(self, text: str) -> Answer:
        """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE; EndpointError or QueryError where none comes."""
        kept = self.cache.get(self.url, text) if self.cache else None
        response = kept or self._ask_patiently(text)
        try:
            answer = parse(response.body, response.content_type)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise EndpointError(self.url, f"gave an answer that is no SPARQL result: {error!r}") from error
        if self.cache and not kept:
            self.cache.put(self.url, text, response)
        return answer

    def _ask_patiently(self, text: str) -> Response:
        for number in range(self.tries - 1):
            try:
                return self._ask(text)
            except PassingError as failure:
                self.sleep(min(failure.wait or self.pause * 2**number, self.max_pause))
        try:
            return self._ask(text)
        except PassingError as failure:
            tried = f"; tried {self.tries} times" if self.tries > 1 else ""
            advice = "try again later, or with a longer time limit"
            raise EndpointError(self.url, failure.problem + tried, advice=advice) from failure

    def _ask(self, text: str) -> Response:
        return ask(self.url, text, timeout=self.timeout, agent=self.agent)
