"""Where pages stand: the path of an IRI, links with their parameters, and which links may lead outside."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

FACTS = ("event", "relation")
VOICES = ("figure", "claim")
OTHERS = ("activity", "agent", "attribution", "evidence", "link", "match", "mention", "selector")
KINDS = ("entity", "article", *FACTS, *VOICES, *OTHERS)
"""First parts of the paths of the data; each kind has pages."""

_PATH = re.compile(rf"(?:{'|'.join(KINDS)})/[A-Za-z0-9._~-]+")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\"'<>\\^`{|}]")


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share: the base of the data's IRIs and the name at the top."""

    base: str = "https://w3id.org/newsgraph/data/"
    title: str = "newsgraph"

    def page(self, iri: str) -> str:
        """The path of the page about an IRI.

        >>> Site().page("https://w3id.org/newsgraph/data/entity/d98"), Site().page("urn:x")
        ('/entity/d98', '/resource?iri=urn%3Ax')
        """
        rest = iri.removeprefix(self.base)
        if iri.startswith(self.base) and _PATH.fullmatch(rest) and rest.rpartition("/")[2] not in (".", ".."):
            return f"/{rest}"
        return link("/resource", [("iri", iri)])

    def iri(self, kind: str, name: str) -> str:
        """The IRI whose page stands at /kind/name."""
        return f"{self.base}{kind}/{name}"


def link(path: str, pairs: Iterable[tuple[str, str]] = ()) -> str:
    """A path with parameters.

    >>> link("/search", [("q", "a&b"), ("kind", "person")])
    '/search?q=a%26b&kind=person'
    """
    query = urlencode([(name, value) for name, value in pairs if value], errors="replace")
    return f"{path}?{query}" if query else path


def outside(address: str | None) -> str | None:
    """The address where a link may lead there, which is to the web only; else None.

    >>> outside("https://example.org/a"), outside("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not address or _UNSAFE.search(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def anchor(iri: str) -> str:
    """A name within a page for what has an IRI: its last two parts.

    >>> anchor("https://w3id.org/newsgraph/data/claim/a1")
    'claim-a1'
    """
    return "-".join(re.sub(r"[^A-Za-z0-9._-]", "_", part) for part in re.split(r"[/#]", iri)[-2:])
