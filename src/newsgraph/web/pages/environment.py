"""Templates and what they can call. Everything that they write out is escaped, and nothing of it is hidden."""

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from newsgraph.web.pages import addresses, dates, hidden, words
from newsgraph.web.pages.addresses import Site

_FOLDER = Path(__file__).parents[1]
STATIC = _FOLDER / "static"
_TITLES = {400: "That cannot be asked", 404: "Nothing is known of that", 503: "That took too long"}


@cache
def environment(site: Site) -> Environment:
    """The templates for one site."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=hidden.finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"told": hidden.isolated, "badged": hidden.badged, "span": dates.span_words, "day": dates.worded}
    made.filters |= {
        "words": words.worded,
        "capital": words.capital,
        "number": words.number,
        "anchor": addresses.anchor,
    }
    made.globals |= {"site": site, "page": site.page, "link": addresses.link, "outside": addresses.outside}
    made.globals |= {"asset": asset, "script": script, "w": words, "stretch": dates.stretch}
    return made


def asset(name: str) -> str | None:
    """The address of a static file, which changes with what is in it; None where there is no such file."""
    try:
        content = (STATIC / name).read_bytes()
    except OSError:
        return None
    return f"/static/{name}?v={_digest(content)}"


def script(name: str) -> Markup:
    """What loads a script, and the style sheet that comes with it; nothing where the scripts are not built."""
    style, source = asset(f"built/{name}.css"), asset(f"built/{name}.js")
    found = Markup('<link rel="stylesheet" href="{}">').format(style) if style and source else Markup()
    return found + (Markup('<script type="module" src="{}"></script>').format(source) if source else Markup())


@cache
def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def site_of(request: Request) -> Site:
    """The site that a request is for: what its handler, or the application, has put in the state as `site`."""
    for state in (request.state, getattr(request.scope.get("app"), "state", None)):
        found = getattr(state, "site", None)
        if isinstance(found, Site):
            return found
    return Site()


def html(name: str, request: Request, *, status: int = 200, **values: object) -> Response:
    """A page from the template of that name ("entity" for entity.html)."""
    template = environment(site_of(request)).get_template(f"{name}.html")
    words = str(request.query_params.get("q", "")) if request.url.path == "/search" else ""
    return HTMLResponse(template.render(path=request.url.path, looked_for=words, **values), status)


def problem(request: Request, status: int, title: str = "", detail: str = "") -> Response:
    """The page that says what went wrong, and where to go from there."""
    heading = title or _TITLES.get(status, "Something went wrong")
    return html("problem", request, status=status, code=status, heading=heading, detail=detail)
