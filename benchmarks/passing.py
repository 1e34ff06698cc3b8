"""A web server that hands every request on to another one, and does nothing else: `python -m benchmarks.passing P Q`.

It is what a service in Python costs at the least, to compare with (see benchmarks/serve.py).
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


class Behind:
    """Connections to the server behind, kept open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        """A connection, for one request."""
        found = (
            self._free.pop() if self._free else await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 24)
        )
        yield found
        self._free.append(found)

    async def handle(self, request: Request) -> Response:
        """Hand a request on."""
        accept = request.headers.get("accept", "*/*")
        asked = f"GET {request.url.path}?{request.url.query} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n"
        async with self.connection() as (reader, writer):
            writer.write(asked.encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            body = await _body(reader, head)
        media = head.partition("content-type:")[2].partition("\r\n")[0].strip()
        return Response(body, int(head.split(" ", 2)[1]), media_type=media)


async def _body(reader: asyncio.StreamReader, head: str) -> bytes:
    if "transfer-encoding: chunked" not in head:
        return await reader.readexactly(int(head.partition("content-length:")[2].partition("\r\n")[0]))
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


if __name__ == "__main__":
    behind = Behind(int(sys.argv[2]))
    routes = [Route("/{path:path}", behind.handle)]
    uvicorn.run(Starlette(routes=routes), port=int(sys.argv[1]), log_level="error", access_log=False)
