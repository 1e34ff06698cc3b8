"""From a question, named or in SPARQL, and values of Python to a query with its parameters bound."""

import re
from collections.abc import Mapping
from datetime import date

from newsgraph.errors import OntologyError, QueryError
from newsgraph.ontology.queries import NamedQuery, named_queries, parse

_NAME = re.compile(r"[\w-]+")


def bound(question: str, values: Mapping[str, object]) -> str:
    """The SPARQL of a question that has a name, or of a text with `# param:` lines, for some values.

    >>> '"Russia"' in bound("deployments", {"who": "Russia"})
    True
    """
    given = {name.removesuffix("_"): _text(value) for name, value in values.items() if value is not None}
    return _query(question).bound(given)


def _query(question: str) -> NamedQuery:
    if _NAME.fullmatch(question):
        if question not in named_queries():
            raise QueryError(question, "is no query", advice=f"there are {', '.join(named_queries())}")
        return named_queries()[question]
    try:
        return parse("the query", question, own=False)
    except OntologyError as error:
        # It is the user's own, not the program's.
        raise QueryError(error.subject, error.problem, advice=error.advice) from error


def _text(value: object) -> str:
    """A value as one would type it."""
    return value.isoformat()[:10] if isinstance(value, date) else str(value)
