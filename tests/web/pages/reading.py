"""Reading a page as a browser would: its elements, their attributes, and the text in them."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
from starlette.applications import Starlette

from newsgraph.model.answers import Answer, Table, Triples, Verdict
from newsgraph.model.statements import Iri, Literal
from newsgraph.web import pages
from web.pages.builders import BASE, RUSSIA, Known

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Element:
    """An element with what stands in it, elements and text."""

    tag: str
    attributes: Mapping[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    def all(self, tag: str = "", **attributes: str) -> list["Element"]:
        """The elements below it of that tag whose attributes are so (`class_` has the word among others)."""
        return [one for one in self._below() if tag in ("", one.tag) and one._fits(attributes)]

    def one(self, tag: str = "", **attributes: str) -> "Element":
        """The only element that is so."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tag} {attributes}"
        return found[0]

    def _below(self) -> Iterator["Element"]:
        for one in self.inside:
            if isinstance(one, Element):
                yield one
                yield from one._below()

    def _fits(self, wanted: Mapping[str, str]) -> bool:
        words = self.attributes.get("class", "").split()
        return all(
            value in words if name == "class_" else self.attributes.get(name) == value for name, value in wanted.items()
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> ends <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(html: str) -> Element:
    """The document; an AssertionError where its elements do not nest."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not ended"
    return reader.root


async def answer(sparql: str) -> Answer:
    """An answer of the form that the query asks for."""
    if "ASK" in sparql:
        return Verdict(True)
    if "CONSTRUCT" in sparql:
        return Triples("<urn:a> <urn:b> <urn:c> .")
    return Table(("who", "what"), ((Literal("<b>Russia</b>"), Iri(RUSSIA.iri)), (None, Iri("javascript:alert(1)"))))


def get(address: str, known: Known | None = None) -> httpx.Response:
    """What an application of the pages alone answers."""
    routes = pages.routes(known or Known(), base=BASE, title="A graph", run=answer)

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(address)

    return asyncio.run(asked())


def page(address: str, known: Known | None = None, *, status: int = 200) -> Element:
    """The page at an address."""
    response = get(address, known)
    assert response.status_code == status, response.text[:300]
    return read(response.text)
