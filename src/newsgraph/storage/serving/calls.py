"""Which remote endpoints a query or a change would call, told before it runs."""

import re
from collections.abc import Collection, Iterator

from newsgraph.errors import RefusedError

# The clauses are looked for in the text as it stands, in strings and comments too. To leave those out one has to know
# where they begin and end, and only a whole parser does: in FILTER(1<'>') a string stands where an IRI seems to. That
# a string is refused in which all of such a clause stands is a small price.
_GAP = r"(?:\s|#[^\r\n]*[\r\n])*"
_NAME = r'(?:<[^>]*>|[?$][^\s{}<>"#]+|[^\s{}<>"#?$]*:(?:\\.|[^\s{}<>"#\\])*)'
_TARGET = rf"{_GAP}(?:SILENT{_GAP})?(?P<target>{_NAME})"
# For the engine words may run together (SERVICESILENT, 1SERVICE), but a variable goes on to its end. What follows is
# only looked at, not taken, so that nothing hides behind it.
_SERVICE = re.compile(rf"[?$]\w+|SERVICE(?={_TARGET}{_GAP}\{{)", re.IGNORECASE)
_LOAD = re.compile(rf"(?:\A|[;>\"'])(?={_GAP}LOAD{_TARGET})", re.IGNORECASE)
ADVICE = "name the endpoints that it may ask with --allow-service URL"


def check(text: str, allowed: Collection[str] = (), *, changing: bool = False) -> None:
    """Raises a RefusedError where a text calls an endpoint (SERVICE) that is not allowed.

    The text of a change may not load such a document (LOAD) either.

    >>> check("SELECT ?service { ?service rdfs:label 'secret service' } # no service")
    >>> check("SELECT * { SERVICE SILENT <http://e.org/> { ?s ?p ?o } }", ["http://e.org/"])
    >>> check("SELECT * { SERVICE <http://f.org/> { ?s ?p ?o } }", ["http://e.org/"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    newsgraph.errors.RefusedError: the query: calls <http://f.org/>, which is not allowed (...)
    """
    for target in _targets(text, changing):
        if target.strip("<>") not in allowed or not target.startswith("<"):
            raise RefusedError("the query", f"calls {target[:200]}, which is not allowed", advice=ADVICE)


def _targets(text: str, changing: bool) -> Iterator[str]:
    """What is called, as it stands in the text: an IRI in its brackets, a name with a prefix, or a variable."""
    lower = text.lower()
    if "service" in lower:
        yield from (match["target"] for match in _SERVICE.finditer(text) if match["target"])
    if changing and "load" in lower:
        yield from (match["target"] for match in _LOAD.finditer(text))
