"""Requests that nobody means well by. They are the same at every run."""

import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote

from newsgraph.ontology.queries import named_queries
from web.hostile.texts import DAYS, IRIS, LONG, OURS, TEXTS

LATIN = "latin-1"


@dataclass(frozen=True, slots=True)
class Ask:
    """A request, as it goes over the wire; `sort` says what is wrong with it."""

    sort: str
    target: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)

    @property
    def data(self) -> bytes:
        """All its bytes."""
        named = {name.lower() for name, _ in self.headers}
        usual = [("Host", "localhost")] if "host" not in named else []
        if (self.body or self.method == "POST") and not {"content-length", "transfer-encoding"} & named:
            usual.append(("Content-Length", str(len(self.body))))
        lines = [f"{self.method} {self.target} HTTP/1.1", *(f"{name}: {value}" for name, value in (*usual, *self.headers))]
        return "\r\n".join([*lines, "", ""]).encode(LATIN, "replace") + self.body

    @property
    def looks(self) -> bool:
        """Whether it comes from somebody who wants to see a page."""
        return any(name == "Accept" and value.startswith("text/html") for name, value in self.headers)


def everything(elsewhere: str, seed: int = 5) -> list[Ask]:
    """All of them, well mixed; some would have the service call an address elsewhere."""
    random = Random(seed)
    asked = [*_queries(random), *_calls(elsewhere), *_headers(random), *_addresses(random), *_bodies(random)]
    random.shuffle(asked)
    return asked


# --- Queries

_WORDS = [
    *"SELECT * WHERE { } ( ) [ ] . ; , ?s ?p ?o a UNION OPTIONAL FILTER BIND AS VALUES GRAPH MINUS GROUP BY HAVING".split(),
    *"ORDER LIMIT OFFSET DISTINCT ASK CONSTRUCT DESCRIBE FROM NAMED NOT EXISTS IN SILENT UNDEF BASE PREFIX".split(),
    *"<urn:x> rdfs:label ng:Event :x x: _:b 'x' \"\"\" '''  1 -1e999 0x1 true ^ | / * + ? ! && || = != < > ^^ @en".split(),
    *"COUNT SUM GROUP_CONCAT REPLACE REGEX IRI BNODE RAND NOW UUID CONCAT SUBSTR SHA512 STRDT LANG LATERAL <<( )>>".split(),
    "\0", "\ufeff", "\u202e", "#", "\\u0000", "\\uD800", "\\U0011FFFF", "%", "\u00a0", "\x1b",
]  # fmt: skip
_ACCEPTED = (
    "*/*", "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/turtle",
    "text/tab-separated-values", "application/rdf+xml", "application/ld+json", "text/html",
)  # fmt: skip


def _queries(random: Random) -> Iterator[Ask]:
    texts = [*_mutated(random, 400), *_babble(random, 250), *_deep(), *_heavy(), *_changes(), *_odd()]
    for text in texts:
        accept = ("Accept", random.choice(_ACCEPTED))
        yield from [_posted, _form, _got][random.randrange(3)](text, accept)
    for text in [*_changes(), *_odd(), *_babble(random, 60)]:
        yield Ask("a query on the page", f"/query?q={_quoted(text[:5000])}", headers=(("Accept", "text/html"),))


def _posted(text: str, *headers: tuple[str, str]) -> Iterator[Ask]:
    media = ("Content-Type", "application/sparql-query")
    yield Ask("a query", "/sparql", "POST", (media, *headers), text.encode("utf-8", "surrogatepass"))


def _form(text: str, *headers: tuple[str, str]) -> Iterator[Ask]:
    media = ("Content-Type", "application/x-www-form-urlencoded")
    yield Ask("a query", "/sparql", "POST", (media, *headers), f"query={_quoted(text)}".encode())


def _got(text: str, *headers: tuple[str, str]) -> Iterator[Ask]:
    yield Ask("a query", f"/sparql?query={_quoted(text[:20_000])}", headers=headers)


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def _mutated(random: Random, number: int) -> Iterator[str]:
    """Named queries with some words lost, doubled, swapped, or put in."""
    known = sorted(one.text for one in named_queries().values())
    for _ in range(number):
        words = random.choice(known).split(" ")
        for _ in range(random.randint(1, 6)):
            place, other = random.randrange(len(words)), random.randrange(len(words))
            change = random.randrange(5)
            if change == 0 and len(words) > 2:
                del words[place]
            elif change == 1:
                words[place], words[other] = words[other], words[place]
            elif change == 2:
                words.insert(place, random.choice(_WORDS))
            elif change == 3:
                words[place] = words[place][: len(words[place]) // 2]
            else:
                words.insert(place, words[other])
        yield " ".join(words)


def _babble(random: Random, number: int) -> Iterator[str]:
    for count in range(number):
        letters = string.printable if count % 3 == 0 else [f"{word} " for word in _WORDS]
        yield "ASK {" * (count % 2) + "".join(random.choices(letters, k=random.randint(1, 80)))


def _deep() -> Iterator[str]:
    """Nested and repeated so often that a parser runs out of room."""
    for number in (100, 10_000):
        yield f"SELECT ({'(' * number}1{')' * number} AS ?x) {{}}"
        yield f"ASK {'{' * number}{'}' * number}"
        yield f"ASK {{ ?s {'(' * number}<urn:p>{')' * number}* ?o }}"
        yield f"SELECT ({'!' * number}true AS ?x) {{}}"
        yield f"ASK {{ ?s <urn:p> {'[ <urn:p> ' * number}{']' * number} }}"
        yield f"ASK {{ ?s <urn:p> {'( ' * number}{')' * number} }}"
        yield f"ASK {'{ OPTIONAL ' * number}{{}}{'}' * number}"
        yield f"ASK {{ FILTER({'NOT EXISTS { FILTER(' * number}true{') }' * number}) }}"
        yield f"SELECT ?x {{ {'BIND(1 AS ?x)' * number} }}"
        yield "SELECT * { " + " ".join(f"BIND({n} + 1 AS ?x{n})" for n in range(number)) + " }"
        yield f"SELECT * {{ {' UNION '.join(['{}'] * number)} }}"
        yield f"ASK {{ FILTER(1 IN ({','.join(map(str, range(number * 10)))})) }}"
        yield f"ASK {{ VALUES ?x {{ {'1 ' * number * 10} }} }}"
        yield f"ASK {{ ?s {'/'.join(['<urn:p>'] * number)} ?o }}"
        yield f"ASK {{ ?s {'|'.join(['^!(<urn:p>)'] * number)} ?o }}"
        yield f"SELECT ({'+'.join(['1'] * number)} AS ?x) {{}}"
        yield f"SELECT (CONCAT({','.join(['?a'] * number)}) AS ?x) {{}}"
        yield "ASK {} " + "#" * number
        yield "PREFIX a: <urn:a> " * number + "ASK {}"
        yield f"ASK {{ <urn:{'x' * number}> ?p '{'y' * number}' }}"


def _heavy() -> Iterator[str]:
    """Much to do, or much to hold: few, for each may take all its time."""
    yield "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    yield "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    yield "SELECT * { ?s (<urn:a>|!<urn:b>)*/(^<urn:a>|!<urn:b>)*/(!<urn:a>)* ?o }"
    yield "SELECT (GROUP_CONCAT(?x; separator='') AS ?y) { ?a ?b ?x . ?c ?d ?e }"
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(60))
    yield f"SELECT (STRLEN(?x60) AS ?n) {{ BIND('x' AS ?x0) {doubled} }}"
    yield "SELECT (REPLACE(CONCAT(STR(?a), STR(?b), STR(?c)), '(.*)*(.*)*', '$1$1$1$2$2') AS ?x) { ?a ?b ?c . ?d ?e ?f }"
    yield f"ASK {{ FILTER(REGEX('{'a' * 50_000}', '^(a+)+(a+)+(a+)+$|(a|a)*b')) }}"
    yield "ASK { FILTER(REGEX('a', 'a{1000}{1000}{1000}')) }"
    yield "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f } ORDER BY DESC(RAND())"
    yield "CONSTRUCT { ?a ?b ?f . ?d ?e ?c } { ?a ?b ?c . ?d ?e ?f }"
    yield "DESCRIBE * { ?a ?b ?c . ?d ?e ?f }"
    yield "ASK { ?a ?b ?c . ?d ?e ?f FILTER(SHA512(CONCAT(STR(?a), STR(?f))) = 'x') }"


def calls(elsewhere: str) -> Iterator[str]:
    """Queries that call an endpoint, in each way that the engine takes for one and that a hurried reader does not."""
    to = f"<{elsewhere}>"
    inner = f"{to} {{ ?s ?p ?o }}"
    for word in ("SERVICE", "service", "sErViCe SiLeNt", "SERVICESILENT"):
        yield f"SELECT * {{ {word} {inner} }}"
    for gap in ("", "\t", "\r\n", "#\n", "# {\n#\r", "#'\n", "SILENT#\r"):
        yield f"SELECT * {{ SERVICE{gap}{inner} }}"
    for end in ("12", "1e5", "true", "'x'", "?x.", "''@en."):
        yield f"SELECT * {{ OPTIONAL {{ ?s ?p {end}SERVICE {inner} }} }}"
    for name in ("e:a\\'", "e:a\\#", "<urn:\\u0041'>", "<urn:\\u0041#>", "<urn:\u00a0'>", "<urn:'>", "<urn:x#>", "e:%27"):
        hidden = f"OPTIONAL {{ ?s {name} 1 }} SERVICE {inner} OPTIONAL {{ ?s {name} 'x' }}"
        yield f"PREFIX e: <urn:e:> SELECT * {{ {hidden} }}"
    for sign in ("'>'", '">"', "'''>'''", "?x&&'#>'='a'"):
        yield f"SELECT * {{ FILTER(1<{sign}) SERVICE {inner} FILTER(1<{sign}) }}"
    yield f"PREFIX e: <urn:e:> SELECT * {{ OPTIONAL {{ ?s ?p e:.SERVICE {inner} }} }}"
    yield f"PREFIX e: {to} SELECT * {{ SERVICE e: {{ ?s ?p ?o }} }}"
    yield f"PREFIX e: {to} SELECT * {{ SERVICEe:{{ ?s ?p ?o }} }}"
    yield f"PREFIX : {to} SELECT * {{ SERVICE:{{ ?s ?p ?o }} }}"
    yield f"BASE {to} SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}"
    yield f"BASE {to} SELECT * {{ SERVICE <x> {{ ?s ?p ?o }} }}"
    yield f"SELECT * {{ BIND({to} AS ?to) SERVICE ?to {{ ?s ?p ?o }} }}"
    yield f"SELECT * {{ VALUES ?to {{ {to} }} SERVICE$to{{ ?s ?p ?o }} }}"
    yield f"SELECT * {{ {{ SELECT * {{ GRAPH ?g {{ SERVICE {inner} }} }} }} }}"
    yield f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE {inner} }}"
    yield f"DESCRIBE ?s {{ SERVICE {inner} }}"
    yield f"ASK {{ FILTER(EXISTS {{ SERVICE {inner} }}) }}"
    yield f"SELECT * {{ OPTIONAL {{ ?s ?p 'service #' }} SERVICE {inner} GRAPH\n<urn:x> {{}} }}"


def nearly_calls(elsewhere: str) -> Iterator[str]:
    """What the engine does not take for a call, as long as it reads queries as it does."""
    for word in ("\\u0053ERVICE", "SERV\\U00000049CE", "\u017fERVICE", "SER\u200bVICE", "SER/**/VICE"):
        yield f"SELECT * {{ {word} <{elsewhere}> {{ ?s ?p ?o }} }}"


def _calls(elsewhere: str) -> Iterator[Ask]:
    for text in (*calls(elsewhere), *nearly_calls(elsewhere)):
        yield from (*_posted(text, ("Accept", "*/*")), *_got(text, ("Accept", "text/csv")), *_form(text))
        yield Ask("a query on the page", f"/query?q={_quoted(text)}", headers=(("Accept", "text/html"),))
    loads = (f"LOAD <{elsewhere}>", f"LOAD SILENT <{elsewhere}> INTO GRAPH <urn:x>")
    for text in (*loads, f"SELECT * FROM <{elsewhere}> {{ ?s ?p ?o }}"):
        yield from (*_posted(text), *_form(text), Ask("a change", "/sparql", "POST", UPDATE, text.encode()))
    yield Ask("a graph", f"/data?graph={_quoted(elsewhere)}")
    yield Ask("a graph", f"/sparql?query=ASK%7B%7D&default-graph-uri={_quoted(elsewhere)}")


UPDATE = (("Content-Type", "application/sparql-update"),)


def _changes() -> Iterator[str]:
    """Changes where queries are asked for."""
    yield from (
        "INSERT DATA { <urn:x> <urn:x> <urn:x> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } INSERT { <urn:x> ?p ?o } WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP SILENT ALL",
        "CREATE GRAPH <urn:x>",
        "COPY DEFAULT TO <urn:x>",
        "LOAD <file:///etc/passwd>",
        "LOAD <file:///etc/passwd> INTO GRAPH <urn:x>",
        "ASK {} ; DROP ALL",
        "SELECT * { ?s ?p ?o } ; INSERT DATA { <urn:x> <urn:x> <urn:x> }",
        "ASK {}\n#\nDELETE WHERE { ?s ?p ?o }",
        "WITH <urn:x> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "ADD <urn:a> TO <urn:b>",
        "MOVE <urn:a> TO <urn:b>",
    )


def _odd() -> Iterator[str]:
    """Queries that are right, or nearly so, and speak of hostile things."""
    yield from ("", " ", "\0", "ASK {}\0", "\ufeffASK {}", "ASK {\u00a0}", "\ud800", "ASK { ?s ?p '\ud800' }", "#", "ASK")
    yield from ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "SELECT * FROM NAMED <urn:x> { GRAPH ?g { ?s ?p ?o } }")
    yield from ("ASK { ?s ?p '\\u0000' }", "ASK { ?s ?p '\\uD800' }", "ASK { <urn:\\u0020> ?p ?o }", "ASK { <x> ?p ?o }")
    yield from ("SELECT (1/0 AS ?x) {}", "SELECT (xsd:integer('9999999999999999999999') AS ?x) {}", "SELECT (IRI('no iri') AS ?x) {}")
    yield from ("SELECT (STRDT('x', <urn:x>) AS ?x) (STRLANG('x', '\\n') AS ?y) {}", "SELECT (SUBSTR('x', -1e300, 1e300) AS ?x) {}")
    yield from ("SELECT (xsd:dateTime('-99999-13-45T99:99:99Z') + xsd:duration('P9999999999Y') AS ?x) {}",)
    yield from ("ASK {} LIMIT 1", "SELECT * {} LIMIT 99999999999999999999", "SELECT * {} OFFSET 18446744073709551615", "SELECT * {} LIMIT -1")
    for text in (*TEXTS.values(), LONG):
        escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        yield f"SELECT ('{escaped}' AS ?x) {{}}"
        yield f"CONSTRUCT {{ <urn:s> <urn:p> '{escaped}', '{escaped}'@en }} {{}}"
    for iri in (*IRIS, *OURS):
        yield f"SELECT (<{iri}> AS ?x) {{}}"
        yield f"CONSTRUCT {{ <{iri}> <{iri}> <{iri}> }} {{}}"
        yield f"DESCRIBE <{iri}>"
        yield f"ASK {{ GRAPH <{iri}> {{ ?s a <{iri}> }} }}"


# --- Headers

_TARGETS = ("/", "/health", "/sparql", "/sparql?query=ASK%7B%7D", "/data?default", "/api/overview", "/search?q=x", "/entity/x")
_HOSTS = (
    "evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1.nip.io", "0.0.0.0", "127.1", "2130706433",
    "0x7f000001", "[::ffff:127.0.0.1]", "localhost@evil.example", "evil.example@localhost", "localhost/x", "localhost?x",
    "localhost#x", "localhost:99999999", "localhost:x", "localhost, evil.example", "[", "[::1", "", " ", "localhost.",
    "LOCALHOST", "localhost\\evil", "http://localhost", "%6cocalhost", "x" * 5000, "\xff",
)  # fmt: skip


def _headers(random: Random) -> Iterator[Ask]:
    for host in _HOSTS:
        for target in ("/health", "/sparql", "/data?default", "/search"):
            yield Ask("another host", target, headers=(("Host", host), ("Accept", "text/turtle, text/html;q=0.5")))
    yield Ask("two hosts", "/health", headers=(("Host", "localhost"), ("Host", "evil.example")))
    for value in _values(random):
        for name in ("Accept", "Content-Type", random.choice(_OTHERS)):
            method = "POST" if name == "Content-Type" else "GET"
            yield Ask("a header", random.choice(_TARGETS), method, ((name, value),), b"ASK {}" if method == "POST" else b"")
    for name in _OTHERS:
        for value in ("x", "-1", "\xe9\xff", "a" * 20_000, "*", "bytes=0-0,-1,5-,9999999999-", "'\"><script>"):
            yield Ask("a header", random.choice(_TARGETS), headers=((name, value),))
    yield Ask("many headers", "/health", headers=tuple((f"X-{n}", "x" * 50) for n in range(5_000)))
    yield Ask("a long header", "/health", headers=(("X", "x" * 1_000_000),))


_OTHERS = (
    "Range", "If-Range", "If-None-Match", "If-Modified-Since", "Cookie", "Authorization", "X-Forwarded-For", "Forwarded",
    "X-Forwarded-Host", "X-HTTP-Method-Override", "X-Original-URL", "Referer", "Origin", "User-Agent", "Accept-Language",
    "Accept-Encoding", "Accept-Charset", "Content-Encoding", "Via", "Upgrade", "Expect", "TE", "Trailer", "Connection",
    "Keep-Alive", "Proxy-Authorization", "Max-Forwards", "Access-Control-Request-Method", "Slug", "Link", "Content-Location",
)  # fmt: skip


def _values(random: Random) -> Iterator[str]:
    """What stands for a media type and is none."""
    yield from ("", ",", ";", "*", "*/", "/*", "text/", "a/b/c", "text/html;", "text/html;q=", "q=1", "text/*;q=0", "*/*;q=0")
    for weight in ("NaN", "inf", "-inf", "-1", "2", "1e400", "0x1", "1_0", "\xb2", "0." + "1" * 1000, "1;q=0", '"1"'):
        yield f"text/turtle;q={weight}, application/json;q={weight}, text/html;q={weight}"
    yield ",".join(["text/html;q=0.1"] * 3_000)
    yield ",".join(f"a/{n};q=0.{n}" for n in range(5_000))
    yield "text/turtle" + ";a=b" * 10_000
    yield from ('application/sparql-query; charset="utf-7"', "application/sparql-query; charset=\xff", "multipart/form-data")
    yield from ("multipart/form-data; boundary=" + "x" * 5_000, "application/sparql-update", "application/json", "text/html\t;q=1")
    for _ in range(20):
        yield "".join(random.choices(string.printable[:-5] + "\xa0\xff", k=random.randint(1, 60)))


# --- Addresses

_PAGES = ("search", "map", "graph", "disputes", "query", "resource")
_API = ("overview", "search", "map", "disputes", "suggest", "entity", "fact", "article", "resource", "network", "queries")
_NAMES = ("q", "kind", "type", "status", "place", "source", "from", "to", "order", "page", "iri", "sort", "limit", "name", "view", "run")


def _addresses(random: Random) -> Iterator[Ask]:
    for iri in (*IRIS, *OURS, *TEXTS.values(), "x" * 2_001, "no iri", "\0", "a\0b", "<a>", "_:b", "//x", "?iri=x"):
        for path in ("/resource", "/graph", "/api/resource", "/api/entity", "/api/network", "/api/fact", "/api/article"):
            yield _page(random, f"{path}?iri={_quoted(iri)}")
        yield Ask("a graph", f"/data?graph={_quoted(iri)}")
        yield _page(random, f"/{random.choice(_KINDS)}/{_quoted(iri)}")
    for path in _paths():
        yield _page(random, path)
    for _ in range(350):
        pairs = [(random.choice(_NAMES), random.choice(_parts())) for _ in range(random.randint(1, 6))]
        query = "&".join(f"{name}={_quoted(value)}" for name, value in pairs)
        yield _page(random, f"/{random.choice((*_PAGES, *(f'api/{name}' for name in _API)))}?{query}")
    for name in ("kind", "type", "status", "place", "source", "q", "iri"):
        for path in ("/search", "/map", "/api/search", "/graph", "/sparql", "/data"):
            yield _page(random, path + "?" + "&".join(f"{name}=v{n}" for n in range(1_100)))
    for path in ("/", "/search", "/sparql", "/data", "/api/overview", "/entity/x", "/static/style.css", "/health"):
        for method in ("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "MKCOL", "QUERY", "GETX", "get"):
            yield Ask("a method", path, method)


_KINDS = ("entity", "event", "article", "relation", "claim", "figure", "mention", "activity", "evidence", "nothing")


def _parts() -> tuple[str, ...]:
    numbers = ("0", "-1", "1e9", "1000000000", "9" * 30, "1.5", "１", "NaN")
    chosen = ("date", "relevance", "denied", "figures", "person", "told", "Disputed", "world", "1", "deployments")
    return (*TEXTS.values(), *numbers, *DAYS, *chosen, *IRIS[:-1], *OURS, "x" * 3_000, 'a" OR "b', "NEAR(a b, 1)", "a*", "-a", "^a")


def _page(random: Random, target: str) -> Ask:
    accept = random.choice(("text/html,application/xhtml+xml,*/*;q=0.8", "application/json", "text/turtle", "*/*"))
    return Ask("an address", target, headers=(("Accept", accept),))


def _paths() -> Iterator[str]:
    """Ways out of the folder of static files, and around the routes."""
    for start in ("/static/", "/static/built/", "/entity/", "/api/", "/"):
        for up in ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "....//", "..;/", "%252e%252e%252f", "%c0%ae%c0%ae/", "./../"):
            yield f"{start}{up * 3}etc/passwd"
            yield f"{start}{up}app.py"
    yield from ("/static//etc/passwd", "/static/%2fetc%2fpasswd", "/static/style.css%00.js", "/static/%00", "/static", "/static/")
    yield from ("/static/" + "a" * 5_000, "/static/" + "a/" * 3_000, "/static/style.css/", "/static/STYLE.CSS", "/static/.")
    yield from ("//", "///health", "/%2f", "/./health", "/health/", "/HEALTH", "/health?x", "/health%00", "/health%0d%0aX:y", "/;x")
    yield from ("/entity/", "/entity//", "/entity/a/b", "/entity/%ff", "/entity/%ed%a0%80", "/entity/a%3Fb", "/entity/a%23b", "/entity/%")
    yield from ("/search?q=%", "/search?q=%zz", "/search?q=%ff", "/search?q", "/search?&&&=&=", "/search?q=a;q=b", "/search?%00=%00")
    yield from ("/data?graph", "/data?graph=", "/data?graph=x&default", "/data?graph=%ff", "/data?format=x", "/data?x=y", "/data?default=x")
    yield from ("/openapi.json?x", "/docs", "/redoc", "/docs/oauth2-redirect", "/.git/config", "/.env", "/favicon.ico", "/api")
    yield from ("/api/queries/deployments?who=%22%7D", "/api/queries/x", "/api/queries/..%2f", "/api/queries/deployments?limit=1%7D")
    yield from ("/" + "a" * 60_000, "/search?q=" + "a" * 70_000, "/" + "a/" * 20_000, "/search?" + "&" * 50_000)


# --- Bodies


def _bodies(random: Random) -> Iterator[Ask]:
    query, form = ("Content-Type", "application/sparql-query"), ("Content-Type", "application/x-www-form-urlencoded")
    chunked = ("Transfer-Encoding", "chunked")
    yield Ask("a large body", "/sparql", "POST", (query,), b"#" * ((1 << 20) + 1))
    yield Ask("a large form", "/sparql", "POST", (form,), b"query=" + b"x" * (1 << 20))
    yield Ask("a large chunk", "/sparql", "POST", (query, chunked), b"200000\r\n" + b"#" * 0x200000 + b"\r\n0\r\n\r\n")
    yield Ask("many chunks", "/sparql", "POST", (query, chunked), b"1\r\n#\r\n" * 20_000 + b"0\r\n\r\n")
    yield Ask("many fields", "/sparql", "POST", (form,), b"&".join(b"a%d=b" % n for n in range(2_000)))
    for length in ("99999999999", "18446744073709551615", "9" * 400, "-1", "+6", "6, 6", "0x6", "", "６"):
        yield Ask("another length", "/sparql", "POST", (query, ("Content-Length", length), ("Connection", "close")), b"ASK {}")
    yield Ask("two lengths", "/sparql", "POST", (query, ("Content-Length", "6"), ("Content-Length", "7")), b"ASK {}")
    for coding in ("chunked", " chunked", "chunked, identity", "xchunked", "gzip, chunked", "CHUNKED", "identity", "\x0bchunked"):
        both = (query, ("Content-Length", "6"), ("Transfer-Encoding", coding), ("Connection", "close"))
        yield Ask("a length and a coding", "/sparql", "POST", both, b"6\r\nASK {}\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n")
    for garbage in (b"ZZ\r\n", b"-1\r\nx", b"FFFFFFFFFFFFFFFFFF\r\nx", b"6;a=b\r\nASK {}\r\n0\r\nX: y\r\n\r\n", b"6\nASK {}\n0\n\n", b"\0"):
        yield Ask("chunks of garbage", "/sparql", "POST", (query, chunked, ("Connection", "close")), garbage)
    for _ in range(60):
        media = random.choice((query, form, ("Content-Type", "application/sparql-update"), ("Content-Type", "x/y")))
        yield Ask("bytes", random.choice(("/sparql", "/sparql?query=ASK%7B%7D", "/data", "/")), "POST", (media,), random.randbytes(200))
    yield from (Ask("a form", "/sparql", "POST", (form,), body) for body in _forms())


def _forms() -> Iterator[bytes]:
    yield from (b"query=%FF", b"query=%ed%a0%80", b"query", b"=", b"&", b"query=ASK{}&query=ASK{}", b"query=ASK{}&update=CLEAR ALL")
    yield from (b"update=CLEAR ALL", b"update=", b"query=ASK{}&default-graph-uri=no iri", b"query=ASK{}&format=" + b"x" * 9_999)
    yield from (b"query=ASK{}" + b"&default-graph-uri=urn:x" * 900, b"query=ASK{}&named-graph-uri=%00", b"QUERY=ASK{}", b"query=\0")
    yield from (b"update=LOAD <http://127.0.0.1:1/>", b"update=INSERT DATA {<urn:x> <urn:x> <urn:x>}&using-graph-uri=urn:x")
