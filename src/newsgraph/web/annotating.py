"""Annotating what others send, for `newsgraph serve --annotate`: POST /nif, as GERBIL and other programs do.

Reading new text needs the language pipeline, which takes seconds to load and much memory: one process of its own has
it, and answers one request after the other. The front only hands over and waits.
"""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from newsgraph.errors import InputError, LimitError, NewsgraphError
from newsgraph.web.annotating_process import Reader
from newsgraph.web.bodies import BodyError, body
from newsgraph.web.negotiation import preferred
from newsgraph.web.problems import of_error, problem

MEDIA = ("application/x-turtle", "text/turtle", "application/turtle")
"""The names that Turtle goes by; GERBIL asks for the first."""
# Requests that may wait for the process at a time.
WAITING = 32


class Annotator:
    """Lets a process read texts. One request may take so many seconds of `time`, its waiting for others among them,
    and so many bytes of `memory` beside those of the pipeline. A process that is late is ended, and begun anew."""

    def __init__(self, time: float, memory: int, model: str | None = None) -> None:
        self._time, self._memory, self._model = time, memory, model
        self._reader: Reader | None = None
        self._turn, self._waiting = asyncio.Lock(), 0

    async def start(self) -> None:
        """Start the process; it loads the pipeline while the service answers already."""
        self._reader = await Reader.started(self._memory, self._model)

    async def annotate(self, nif: bytes) -> bytes:
        """The document annotated. A LimitError where that takes too long or too much, or too many wait."""
        if self._waiting >= WAITING:
            raise LimitError("the text", "finds too many others waiting", advice="try again later", what="load")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._time), self._turn:
                return await self._answer(nif)
        except TimeoutError as error:
            raise self._late() from error
        finally:
            self._waiting -= 1

    async def _answer(self, nif: bytes) -> bytes:
        if self._reader is None or not self._reader.lives:
            await self.start()
        assert self._reader is not None
        await self._reader.loaded()
        try:
            return await self._reader.ask(nif)
        finally:
            if self._reader.busy:  # its answer would be taken for that of the next request
                self.close()

    def _late(self) -> LimitError:
        if self._reader is not None and self._reader.loading:
            advice = "try again in some seconds"
            return LimitError("the service", "is still loading what it reads with", advice=advice, what="load")
        advice = "send a shorter text, or start the service with a longer --timeout"
        return LimitError("the text", f"is not read within {self._time:g} seconds", advice=advice)

    def close(self) -> None:
        """End the process."""
        if self._reader is not None:
            self._reader.kill()
            self._reader = None


def endpoint(annotator: Annotator | None, size: int) -> Callable[[Request], Awaitable[Response]]:
    """What answers at /nif: a NIF document in Turtle, of so many bytes at most, comes back annotated."""

    async def nif(request: Request) -> Response:
        if annotator is None:
            return problem(404, "the service annotates nothing; it was started without --annotate")
        media = preferred(request.headers.get("accept"), MEDIA)
        if not media:
            return problem(406, f"an annotated document comes as {', '.join(MEDIA)}")
        sent = request.headers.get("content-type", MEDIA[0]).partition(";")[0].strip().lower()
        if sent not in MEDIA:
            return problem(415, f"has a body of the type {sent!r}; send NIF in Turtle ({', '.join(MEDIA)})")
        return await _annotated(annotator, request, size, media[0])

    return nif


async def _annotated(annotator: Annotator, request: Request, size: int, media: str) -> Response:
    try:
        return Response(await annotator.annotate(await body(request, size)), media_type=media)
    except BodyError as error:
        return problem(error.status, str(error))
    except InputError as error:
        return problem(400, str(error))
    except NewsgraphError as error:
        return of_error(error)
