"""Content negotiation (RFC 9110, section 12): which of what can be given a client likes best."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

RESULTS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
    "application/json",
    "application/xml",
    "text/xml",
)
"""Media types of tables and of yes and no, the preferred one first."""
TRIPLES = (
    "text/turtle",
    "application/n-triples",
    "application/trig",
    "application/rdf+xml",
    "application/ld+json",
    "application/n-quads",
    "application/x-turtle",
    "application/json",
    "application/xml",
    "text/xml",
)
QUADS = ("application/trig", "application/n-quads", "application/ld+json")
HTML = ("text/html", "application/xhtml+xml")
NAMES: Mapping[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle",),
    "ttl": ("text/turtle",),
    "ntriples": ("application/n-triples",),
    "nt": ("application/n-triples",),
    "trig": ("application/trig",),
    "nquads": ("application/n-quads",),
    "nq": ("application/n-quads",),
    "rdfxml": ("application/rdf+xml",),
    "rdf": ("application/rdf+xml",),
    "jsonld": ("application/ld+json",),
}
"""Short names, for an address that says in what it wants its answer."""
# A client that sends more ranges than this is not choosing.
MOST = 64


@lru_cache(maxsize=1024)
def preferred(accept: str | None, offers: Sequence[str]) -> tuple[str, ...]:
    """The offers that an Accept header takes, the best first; without a header, all of them.

    >>> preferred("text/csv;q=0.5, application/*", ("text/csv", "application/json", "text/html"))
    ('application/json', 'text/csv')
    """
    if not (accept or "").strip():
        return tuple(offers)
    ranges = [_range(part) for part in (accept or "").split(",")[:MOST]]
    weights = {offer: _weight(offer, ranges) for offer in offers}
    # What is asked for by name goes before what only fits a range of the same weight.
    named = {name for name, _ in ranges}
    return tuple(sorted((one for one in offers if weights[one] > 0), key=lambda o: (-weights[o], o not in named)))


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (one.strip() for one in part.split(";"))
    found = [one.partition("=")[2] for one in parameters if one.lower().startswith("q=")]
    return name.lower(), _number(found[0]) if found else 1.0


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _weight(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that the offer fits."""
    for name in (offer, f"{offer.partition('/')[0]}/*", "*/*", "*"):
        found = [weight for given, weight in ranges if given == name]
        if found:
            return max(found)
    return 0.0


def prefers_html(accept: str | None, others: Sequence[str]) -> bool:
    """Whether a client would rather see a page than any of the others: a browser, which names HTML first."""
    best = preferred(accept, (*others, *HTML))
    return bool(accept) and bool(best) and best[0] in HTML
