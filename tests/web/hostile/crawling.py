"""Going through a service as a browser does, link by link, and what of a page should not be there."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

import httpx

from newsgraph.ontology.prefixes import DATA
from newsgraph.web.security import POLICY
from web.pages.reading import Element, read
from web.service import PATIENCE, Running

ELEMENTS = frozenset(
    "html head meta title link script body a abbr article bdi blockquote button caption code dd desc details div dl dt"
    " fieldset figcaption figure footer form g h1 h2 h3 header input label legend li line main mark nav ol option p"
    " path pre q rect circle text section select span strong summary svg table tbody td textarea"
    " th thead time tr ul".split()
)
LINKS = ("href", "src", "action", "data-src", "data-endpoint", "data-queries")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
# Things whose page is told in JSON as well.
TOLD = {"entity": "entity", "event": "fact", "relation": "fact", "article": "article", "resource": "resource"}


@dataclass(frozen=True, slots=True)
class Visit:
    """An answer of the service to a GET of a path."""

    path: str
    response: httpx.Response

    @property
    def sort(self) -> str:
        """What sort of address it is: where it begins, and which parameters it has."""
        return sort(self.path)

    @property
    def page(self) -> Element | None:
        """The page, if it is one."""
        return (
            read(self.response.text) if self.response.headers.get("content-type", "").startswith("text/html") else None
        )

    def faults(self) -> list[str]:
        """What is wrong with it."""
        found = list(_faults(self.response))
        if self.response.headers.get("content-type", "").startswith("text/html"):
            found += faults_of(self.response.text)
        return [f"{self.path}: {one}" for one in found]


def faults_of(html: str) -> list[str]:
    """What is wrong with a page: elements, attributes and links that none of ours has."""
    found = [fault for one in read(html).all() for fault in _of_element(one)]
    return [*found, *(["holds an override"] if "\u202e" in html else [])]


def sort(path: str) -> str:
    """The sort of an address."""
    parts = urlsplit(path)
    return " ".join((*parts.path.split("/")[1:2], *sorted({name for name, _ in parse_qsl(parts.query)})))


def crawl(service: Running, starts: Iterable[str] = (), *, most: int, of_a_sort: int) -> Iterator[Visit]:
    """What is found from the first page on, breadth first: up to so many addresses in all, and of one sort.

    The `starts` are gone to first.
    """
    waiting = deque([*starts, "/"])
    seen, counts = set(waiting), Counter[str]()
    with httpx.Client(base_url=service.url, timeout=PATIENCE, trust_env=False) as client:
        while waiting and most:
            visit = Visit(waiting[0], client.get(waiting.popleft(), headers={"Accept": BROWSER}))
            most -= 1
            yield visit
            for link in dict.fromkeys(_onward(visit)):
                if link not in seen and counts[sort(link)] < of_a_sort:
                    counts[sort(link)] += 1
                    seen.add(link)
                    waiting.append(link)


def _onward(visit: Visit) -> Iterator[str]:
    """The addresses of our own that an answer leads to, and those of the same in JSON and in Turtle."""
    yield from filter(None, [visit.response.headers.get("location")])
    for one in visit.page.all() if visit.page else ():
        for name in LINKS:
            if (value := one.attributes.get(name, "")).startswith("/"):
                yield urljoin(visit.path, value).partition("#")[0]
    parts = urlsplit(visit.path)
    kind = parts.path.split("/")[1]
    if kind in TOLD and visit.response.status_code == 200:
        iri = dict(parse_qsl(parts.query)).get("iri", DATA.rstrip("/") + parts.path)
        yield f"/api/{TOLD[kind]}?iri={quote(iri, safe='')}"
        yield f"{visit.path}{'&' if parts.query else '?'}format=ttl"


def _faults(response: httpx.Response) -> Iterator[str]:
    if response.headers.get("content-security-policy") != POLICY:
        yield "has another Content-Security-Policy"
    if response.headers.get("x-content-type-options") != "nosniff":
        yield "may be sniffed"
    if "set-cookie" in response.headers:
        yield "sets a cookie"


def _of_element(one: Element) -> Iterator[str]:
    if one.tag not in ELEMENTS:
        yield f"has an element {one.tag}"
    if one.tag == "script" and (one.text or not one.attributes.get("src", "").startswith("/static/")):
        yield "has a script of its own"
    for name, value in one.attributes.items():
        if name.startswith("on") or name in ("style", "srcdoc", "formaction", "xlink:href", "ping", "http-equiv"):
            yield f"has an attribute {name} of {one.tag}"
        if name in LINKS and not _leads_well(value):
            yield f"leads to {value!r}"


def _leads_well(address: str) -> bool:
    parts = urlsplit(address)
    own = address.startswith(("/", "#")) and not address.startswith("//")
    return own or (parts.scheme in ("http", "https") and bool(parts.hostname))
