"""The answers of workers as values, for pages that show them."""

from collections.abc import Awaitable, Callable

from newsgraph.linking.answers import parse
from newsgraph.model.answers import Answer
from newsgraph.model.serving import Reply, Sparql
from newsgraph.web.pool import Pool

Runner = Callable[[str], Awaitable[Answer]]
JSON, TURTLE = "application/sparql-results+json", "text/turtle"


def runner(pool: Pool) -> Runner:
    """What runs a query and gives its answer as a value."""

    async def run(sparql: str) -> Answer:
        reply = await pool.ask(Sparql(sparql, results=(JSON,), graph=(TURTLE,)))
        if not isinstance(reply, Reply):
            raise TypeError(f"a worker gave {type(reply).__name__}")
        return parse(reply.body.decode(), reply.media)

    return run
