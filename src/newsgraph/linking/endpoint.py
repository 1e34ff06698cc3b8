"""A remote SPARQL endpoint: asked within a time limit, again after a failure that may pass, and never for changes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from newsgraph.errors import EndpointError
from newsgraph.linking.access import Access
from newsgraph.linking.address import checked
from newsgraph.linking.answers import parse
from newsgraph.linking.cache import FileCache, Response
from newsgraph.linking.patience import Patience
from newsgraph.linking.transport import ask, ask_as
from newsgraph.linking.wire import Wire
from newsgraph.model.answers import Answer


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask, in whose name. `timeout` is in seconds, for each try; the pause between tries doubles each time."""

    url: str
    timeout: float = 60.0
    tries: int = 3
    pause: float = 1.0
    max_pause: float = 30.0
    cache: FileCache | None = None
    agent: str = "newsgraph (SPARQLWrapper)"
    sleep: Callable[[float], None] = time.sleep
    access: Access = field(default_factory=Access)

    def __post_init__(self) -> None:
        checked(self.url)

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
        patience = Patience(self.tries, self.pause, self.max_pause, self.sleep)
        if not self.access:
            return patience.with_(lambda: ask(self.url, text, timeout=self.timeout, agent=self.agent))
        wire = Wire(self.access, self.timeout)
        return patience.with_(lambda: ask_as(wire, self.url, text))
