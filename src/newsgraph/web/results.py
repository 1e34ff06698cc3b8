"""The answers of workers as values, for pages that show them."""

import asyncio
from collections.abc import Awaitable, Callable

from newsgraph.errors import LimitError
from newsgraph.linking.answers import parse
from newsgraph.model.answers import Answer
from newsgraph.model.serving import Reply, Sparql
from newsgraph.web.pool import Pool

Runner = Callable[[str], Awaitable[Answer]]
JSON, TURTLE = "application/sparql-results+json", "text/turtle"
# What is larger, in bytes, nobody reads on a page, and making values of it would keep all others waiting.
LARGEST = 8 << 20


def runner(pool: Pool) -> Runner:
    """What runs a query and gives its answer as a value."""

    async def run(sparql: str) -> Answer:
        reply = await pool.ask(Sparql(sparql, results=(JSON,), graph=(TURTLE,)))
        if not isinstance(reply, Reply):
            raise TypeError(f"a worker gave {type(reply).__name__}")
        if len(reply.body) > LARGEST:
            problem, advice = f"has an answer of more than {LARGEST:,} bytes", "add a LIMIT, or ask for it at /sparql"
            raise LimitError("the query", problem, advice=advice, what="size")
        return await asyncio.to_thread(parse, reply.body.decode(), reply.media)

    return run
