"""Web addresses of stores: one is enough, where its end tells what it is for and where the other one lies."""

from urllib.parse import quote, urlsplit, urlunsplit

from newsgraph.errors import EndpointError
from newsgraph.linking.access import PASSWORD

# How the address for changes ends in the usual layouts, and that for questions: Oxigraph, Fuseki and Stardog; GraphDB
# and RDF4J. Where neither end is found (Virtuoso, Blazegraph), one address serves for both.
ENDS = (("/update", "/query"), ("/statements", ""))


def checked(url: str) -> str:
    """The address; an EndpointError where it is none, or holds a password."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:
        known = False
    if not known or any(ord(char) <= 32 or ord(char) == 127 for char in url):
        raise EndpointError(url, "is no web address", advice="give one that begins with http:// or https://")
    if parts.username or parts.password:
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        raise EndpointError(shown, "is given with a name in it", advice=f"use --user NAME, and set {PASSWORD}")
    return url


def for_questions(url: str) -> str:
    """Where a store that takes changes at an address is asked.

    >>> for_questions("http://localhost:7878/update"), for_questions("http://localhost:8890/sparql-auth")
    ('http://localhost:7878/query', 'http://localhost:8890/sparql-auth')
    """
    parts = urlsplit(url)
    for changes, questions in ENDS:
        if parts.path.endswith(changes):
            return urlunsplit(parts._replace(path=parts.path.removesuffix(changes) + questions))
    return url


def of_graph(url: str, graph: str) -> str:
    """Where a named graph lies in a graph store.

    >>> of_graph("http://localhost:7878/store", "https://example.org/g?a=b")
    'http://localhost:7878/store?graph=https%3A%2F%2Fexample.org%2Fg%3Fa%3Db'
    """
    return f"{url}{'&' if urlsplit(url).query else '?'}graph={quote(graph, safe='')}"
