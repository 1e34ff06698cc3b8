"""Where the data files are, in a checkout and in an installed wheel alike."""

from functools import cache
from pathlib import Path

from newsgraph.errors import OntologyError


@cache
def folder(name: str) -> Path:
    """The folder "ontology" or "queries": inside the installed package, else at the root of the checkout."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "_data" / name, package.parent.parent / name):
        if candidate.is_dir():
            return candidate
    raise OntologyError(name, "the program's data folder is missing", advice="reinstall newsgraph")
