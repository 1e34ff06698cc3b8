"""Requests for hostile addresses."""

from collections.abc import Iterator
from random import Random

from web.hostile.asking import Ask, quoted
from web.hostile.paths import paths
from web.hostile.texts import DAYS, IRIS, OURS, TEXTS

_PAGES = ("search", "map", "graph", "disputes", "query", "resource")
_API = (
    "overview",
    "search",
    "map",
    "disputes",
    "suggest",
    "entity",
    "fact",
    "article",
    "resource",
    "network",
    "queries",
)
_NAMES = (
    "q",
    "kind",
    "type",
    "status",
    "place",
    "source",
    "from",
    "to",
    "order",
    "page",
    "iri",
    "sort",
    "limit",
    "name",
    "view",
    "run",
)


def addresses(random: Random) -> Iterator[Ask]:
    """Addresses that lead astray, with parameters that make no sense."""
    for iri in (*IRIS, *OURS, *TEXTS.values(), "x" * 2_001, "no iri", "\0", "a\0b", "<a>", "_:b", "//x", "?iri=x"):
        for path in (
            "/resource",
            "/graph",
            "/api/resource",
            "/api/entity",
            "/api/network",
            "/api/fact",
            "/api/article",
        ):
            yield _page(random, f"{path}?iri={quoted(iri)}")
        yield Ask("a graph", f"/data?graph={quoted(iri)}")
        yield _page(random, f"/{random.choice(_KINDS)}/{quoted(iri)}")
    for path in paths():
        yield _page(random, path)
    for _ in range(350):
        pairs = [(random.choice(_NAMES), random.choice(_parts())) for _ in range(random.randint(1, 6))]
        query = "&".join(f"{name}={quoted(value)}" for name, value in pairs)
        yield _page(random, f"/{random.choice((*_PAGES, *(f'api/{name}' for name in _API)))}?{query}")
    for name in ("kind", "type", "status", "place", "source", "q", "iri"):
        for path in ("/search", "/map", "/api/search", "/graph", "/sparql", "/data"):
            yield _page(random, path + "?" + "&".join(f"{name}=v{n}" for n in range(1_100)))
    for path in ("/", "/search", "/sparql", "/data", "/api/overview", "/entity/x", "/static/style.css", "/health"):
        for method in (
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "MKCOL",
            "QUERY",
            "GETX",
            "get",
        ):
            yield Ask("a method", path, method)


_KINDS = ("entity", "event", "article", "relation", "claim", "figure", "mention", "activity", "evidence", "nothing")


def _parts() -> tuple[str, ...]:
    numbers = ("0", "-1", "1e9", "1000000000", "9" * 30, "1.5", "１", "NaN")
    chosen = ("date", "relevance", "denied", "figures", "person", "told", "Disputed", "world", "1", "deployments")
    return (
        *TEXTS.values(),
        *numbers,
        *DAYS,
        *chosen,
        *IRIS[:-1],
        *OURS,
        "x" * 3_000,
        'a" OR "b',
        "NEAR(a b, 1)",
        "a*",
        "-a",
        "^a",
    )


def _page(random: Random, target: str) -> Ask:
    accept = random.choice(("text/html,application/xhtml+xml,*/*;q=0.8", "application/json", "text/turtle", "*/*"))
    return Ask("an address", target, headers=(("Accept", accept),))
