"""From what the user types to a SPARQL query with its parameters bound."""

import re
import sys
from collections.abc import Iterable
from os.path import isfile
from pathlib import Path

import click

from newsgraph.cli.queries import named
from newsgraph.errors import OntologyError, QueryError
from newsgraph.ontology.prefixes import sparql_prologue
from newsgraph.ontology.queries import NamedQuery, parse

_DECLARES = re.compile(r"^\s*(prefix|base)\s", re.IGNORECASE | re.MULTILINE)
_NAME = re.compile(r"(?:federated/)?[\w-]+")


def question(given: str) -> NamedQuery:
    """The query that a name, a file, a SPARQL text or "-" (standard input) means."""
    if given == "-":
        return _parsed("standard input", sys.stdin.read())
    # Unlike Path.is_file(), this takes a SPARQL text that is longer than any file name for what it is: no file.
    if isfile(given) or given.endswith((".rq", ".sparql")):
        return _parsed(given, _file(Path(given)))
    return named(given) if _NAME.fullmatch(given) else _parsed("query", given)


def declared(sparql: str) -> str:
    """For an endpoint, which knows no prefixes of ours: the usual ones are declared where the query declares none."""
    return sparql if _DECLARES.search(sparql) else sparql_prologue() + sparql


def parameters(pairs: Iterable[str]) -> dict[str, str]:
    """What `--param name=value` gives."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"{pair!r} is not of the form name=value", param_hint="--param")
        values[name] = value
    return values


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(str(path), f"cannot be read: {error}") from error


def _parsed(name: str, text: str) -> NamedQuery:
    try:
        return parse(name, text, own=False)
    except OntologyError as error:
        # The file is the user's own, not the program's.
        raise QueryError(error.subject, error.problem, advice=error.advice) from error
