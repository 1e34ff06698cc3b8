"""The explorer's pages: HTML that works without script.

`routes` gives them all; the handlers of `Pages` are there for whoever has to choose between a page and data first.
`html` and `problem` render a page, and one that says what went wrong.
"""

from starlette.routing import Route

from newsgraph.web.pages.addresses import FACTS, OTHERS, VOICES, Site
from newsgraph.web.pages.environment import html, problem
from newsgraph.web.pages.handlers import Pages
from newsgraph.web.pages.questions import Run
from newsgraph.web.ports import Explorer

__all__ = ["Pages", "Run", "Site", "html", "problem", "routes"]

_VIEWS = ("search", "resource", "graph", "map", "disputes", "query")
_THINGS = ("entity", "article", *FACTS, *VOICES)


def routes(explorer: Explorer, *, base: str, title: str, run: Run | None = None) -> list[Route]:
    """The routes of all pages. `base` is that of the data's IRIs; `run` runs the queries of the query page."""
    pages = Pages(explorer, Site(base, title), run)
    found = [Route("/", pages.overview, name="overview")]
    found += [Route(f"/{name}", getattr(pages, name), name=name) for name in _VIEWS]
    found += [Route(f"/{name}/{{id}}", getattr(pages, name), name=name) for name in _THINGS]
    return found + [Route(f"/{name}/{{id}}", pages.other, name=name) for name in OTHERS]
