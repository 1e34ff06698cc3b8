"""Which remote endpoints a query or a change would call, told before it runs."""

import re
from collections.abc import Collection

from newsgraph.errors import RefusedError

# What may hold the word without meaning it: strings, IRIs, comments, variables, names with a prefix.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|(?P<iri><[^<>"{}|^`\\\s]*>)'
    r"|#[^\n\r]*"
    r"|[$?]\w+"
    r"|(?P<name>[\w.-]*:[\w.%-]*)"
    r"|(?P<word>\w+)",
    re.DOTALL,
)
ADVICE = "start the service with --allow-service URL for the endpoints that it may ask"


def check(text: str, allowed: Collection[str] = ()) -> None:
    """Raises a RefusedError where a text calls an endpoint (SERVICE) or loads a document (LOAD) that is not allowed.

    >>> check("SELECT ?service { ?service rdfs:label 'secret service' } # no service")
    >>> check("SELECT * { SERVICE SILENT <http://e.org/> { ?s ?p ?o } }", ["http://e.org/"])
    >>> check("SELECT * { SERVICE <http://f.org/> { ?s ?p ?o } }", ["http://e.org/"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    newsgraph.errors.RefusedError: the query: calls <http://f.org/>, which is not allowed (...)
    """
    lower = text.lower()
    if "service" not in lower and "load" not in lower:
        return
    tokens = [match for match in _TOKEN.finditer(text) if match["iri"] or match["name"] or match["word"]]
    for place, match in enumerate(tokens):
        if (match["word"] or "").upper() in ("SERVICE", "LOAD"):
            _allowed(_target(tokens[place + 1 : place + 3]), allowed)


def _target(following: list[re.Match[str]]) -> str:
    after = [match for match in following if (match["word"] or "").upper() != "SILENT"]
    return (after[0]["iri"] or "") if after else ""


def _allowed(target: str, allowed: Collection[str]) -> None:
    if target.strip("<>") not in allowed or not target:
        raise RefusedError("the query", f"calls {target or 'another endpoint'}, which is not allowed", advice=ADVICE)
