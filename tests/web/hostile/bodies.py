"""Requests with hostile bodies."""

from collections.abc import Iterator
from random import Random

from web.hostile.asking import Ask


def bodies(random: Random) -> Iterator[Ask]:
    """Bodies that are too large, of another length than they say, or nothing that can be read."""
    query, form = ("Content-Type", "application/sparql-query"), ("Content-Type", "application/x-www-form-urlencoded")
    chunked = ("Transfer-Encoding", "chunked")
    yield Ask("a large body", "/sparql", "POST", (query,), b"#" * ((1 << 20) + 1))
    yield Ask("a large form", "/sparql", "POST", (form,), b"query=" + b"x" * (1 << 20))
    yield Ask("a large chunk", "/sparql", "POST", (query, chunked), b"200000\r\n" + b"#" * 0x200000 + b"\r\n0\r\n\r\n")
    yield Ask("many chunks", "/sparql", "POST", (query, chunked), b"1\r\n#\r\n" * 20_000 + b"0\r\n\r\n")
    yield Ask("many fields", "/sparql", "POST", (form,), b"&".join(b"a%d=b" % n for n in range(2_000)))
    for length in ("99999999999", "18446744073709551615", "9" * 400, "-1", "+6", "6, 6", "0x6", "", "６"):
        yield Ask(
            "another length", "/sparql", "POST", (query, ("Content-Length", length), ("Connection", "close")), b"ASK {}"
        )
    yield Ask("two lengths", "/sparql", "POST", (query, ("Content-Length", "6"), ("Content-Length", "7")), b"ASK {}")
    for coding in (
        "chunked",
        " chunked",
        "chunked, identity",
        "xchunked",
        "gzip, chunked",
        "CHUNKED",
        "identity",
        "\x0bchunked",
    ):
        both = (query, ("Content-Length", "6"), ("Transfer-Encoding", coding), ("Connection", "close"))
        yield Ask(
            "a length and a coding", "/sparql", "POST", both, b"6\r\nASK {}\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n"
        )
    for garbage in (
        b"ZZ\r\n",
        b"-1\r\nx",
        b"FFFFFFFFFFFFFFFFFF\r\nx",
        b"6;a=b\r\nASK {}\r\n0\r\nX: y\r\n\r\n",
        b"6\nASK {}\n0\n\n",
        b"\0",
    ):
        yield Ask("chunks of garbage", "/sparql", "POST", (query, chunked, ("Connection", "close")), garbage)
    for _ in range(60):
        media = random.choice((query, form, ("Content-Type", "application/sparql-update"), ("Content-Type", "x/y")))
        yield Ask(
            "bytes",
            random.choice(("/sparql", "/sparql?query=ASK%7B%7D", "/data", "/")),
            "POST",
            (media,),
            random.randbytes(200),
        )
    yield from (Ask("a form", "/sparql", "POST", (form,), body) for body in _forms())


def _forms() -> Iterator[bytes]:
    yield from (
        b"query=%FF",
        b"query=%ed%a0%80",
        b"query",
        b"=",
        b"&",
        b"query=ASK{}&query=ASK{}",
        b"query=ASK{}&update=CLEAR ALL",
    )
    yield from (
        b"update=CLEAR ALL",
        b"update=",
        b"query=ASK{}&default-graph-uri=no iri",
        b"query=ASK{}&format=" + b"x" * 9_999,
    )
    yield from (
        b"query=ASK{}" + b"&default-graph-uri=urn:x" * 900,
        b"query=ASK{}&named-graph-uri=%00",
        b"QUERY=ASK{}",
        b"query=\0",
    )
    yield from (
        b"update=LOAD <http://127.0.0.1:1/>",
        b"update=INSERT DATA {<urn:x> <urn:x> <urn:x>}&using-graph-uri=urn:x",
    )
