"""Writes docs/queries.md from the headers of queries/*.rq: `python tools/make_queries_page.py > docs/queries.md`."""

from collections.abc import Iterator

from newsgraph.ontology.queries import NamedQuery, Parameter, named_queries

OPENING = """\
# Questions the graph answers

Generated from the headers of `queries/*.rq` by `tools/make_queries_page.py`; a test keeps the two alike.

Ask one by its name: `newsgraph query GRAPH deployments --param where=Kazakhstan`. A `label` is a part of a name, in any
case; a `date` may be partial (2022-01). A parameter without a default may be left out unless it is marked as needed.
"""


def page() -> str:
    """The whole page."""
    return OPENING + "".join("\n" + "\n".join(_section(query)) + "\n" for query in named_queries().values())


def _section(query: NamedQuery) -> Iterator[str]:
    yield f"## {query.name}"
    yield ""
    yield query.question
    yield ""
    yield from (f"- parameter `{param.name}`: {_described(param)}" for param in query.params)
    yield from (f"- column `{column.name}`: {column.meaning}" for column in query.columns)


def _described(param: Parameter) -> str:
    needed = "needed, " if param.required else ""
    default = f" (default {param.default})" if param.default is not None else ""
    return f"{needed}{param.type}, {param.meaning}{default}"


if __name__ == "__main__":
    print(page(), end="")
