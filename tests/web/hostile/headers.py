"""Requests with hostile headers."""

import string
from collections.abc import Iterator
from random import Random

from web.hostile.asking import Ask

_TARGETS = (
    "/",
    "/health",
    "/sparql",
    "/sparql?query=ASK%7B%7D",
    "/data?default",
    "/api/overview",
    "/search?q=x",
    "/entity/x",
)
_HOSTS = (
    "evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1.nip.io", "0.0.0.0", "127.1", "2130706433",
    "0x7f000001", "[::ffff:127.0.0.1]", "localhost@evil.example", "evil.example@localhost", "localhost/x",
    "localhost?x", "localhost#x", "localhost:99999999", "localhost:x", "localhost, evil.example", "[", "[::1",
    "", " ", "localhost.", "LOCALHOST", "localhost\\evil", "http://localhost", "%6cocalhost", "x" * 5000, "\xff",
)  # fmt: skip


def headers(random: Random) -> Iterator[Ask]:
    """Headers that lie, and such as are no headers."""
    for host in _HOSTS:
        for target in ("/health", "/sparql", "/data?default", "/search"):
            yield Ask("another host", target, headers=(("Host", host), ("Accept", "text/turtle, text/html;q=0.5")))
    yield Ask("two hosts", "/health", headers=(("Host", "localhost"), ("Host", "evil.example")))
    for value in _values(random):
        for name in ("Accept", "Content-Type", random.choice(_OTHERS)):
            method = "POST" if name == "Content-Type" else "GET"
            yield Ask(
                "a header", random.choice(_TARGETS), method, ((name, value),), b"ASK {}" if method == "POST" else b""
            )
    for name in _OTHERS:
        for value in ("x", "-1", "\xe9\xff", "a" * 20_000, "*", "bytes=0-0,-1,5-,9999999999-", "'\"><script>"):
            yield Ask("a header", random.choice(_TARGETS), headers=((name, value),))
    yield Ask("many headers", "/health", headers=tuple((f"X-{n}", "x" * 50) for n in range(5_000)))
    yield Ask("a long header", "/health", headers=(("X", "x" * 1_000_000),))


_OTHERS = (
    "Range If-Range If-None-Match If-Modified-Since Cookie Authorization X-Forwarded-For Forwarded X-Forwarded-Host "
    "X-HTTP-Method-Override X-Original-URL Referer Origin User-Agent Accept-Language Accept-Encoding Accept-Charset "
    "Content-Encoding Via Upgrade Expect TE Trailer Connection Keep-Alive Proxy-Authorization Max-Forwards "
    "Access-Control-Request-Method Slug Link Content-Location "
).split()


def _values(random: Random) -> Iterator[str]:
    """What stands for a media type and is none."""
    yield from (
        "",
        ",",
        ";",
        "*",
        "*/",
        "/*",
        "text/",
        "a/b/c",
        "text/html;",
        "text/html;q=",
        "q=1",
        "text/*;q=0",
        "*/*;q=0",
    )
    for weight in ("NaN", "inf", "-inf", "-1", "2", "1e400", "0x1", "1_0", "\xb2", "0." + "1" * 1000, "1;q=0", '"1"'):
        yield f"text/turtle;q={weight}, application/json;q={weight}, text/html;q={weight}"
    yield ",".join(["text/html;q=0.1"] * 3_000)
    yield ",".join(f"a/{n};q=0.{n}" for n in range(5_000))
    yield "text/turtle" + ";a=b" * 10_000
    yield from (
        'application/sparql-query; charset="utf-7"',
        "application/sparql-query; charset=\xff",
        "multipart/form-data",
    )
    yield from (
        "multipart/form-data; boundary=" + "x" * 5_000,
        "application/sparql-update",
        "application/json",
        "text/html\t;q=1",
    )
    for _ in range(20):
        yield "".join(random.choices(string.printable[:-5] + "\xa0\xff", k=random.randint(1, 60)))
