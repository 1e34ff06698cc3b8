"""The tables under ontology/alignments/, and a user's own: rows of cells between tabs."""

import re
from collections.abc import Iterator
from pathlib import Path

from newsgraph.errors import InputError, NewsgraphError, OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import PREFIXES

_PREFIX = re.compile(r"@prefix\s+([\w-]*):\s*<([^<>\s]+)>\s*\.?")
# What may stand in an IRI, so that a table can put nothing else into a graph.
_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')


class Table:
    """A table that is read: its rows, and the terms that its cells name."""

    def __init__(self, path: Path, *, own: bool = True) -> None:
        self.path, self._error = path, OntologyError if own else InputError
        self.prefixes = dict(PREFIXES)
        try:
            self._lines = path.read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise self._error(str(path), f"cannot be read: {error}") from error

    @classmethod
    def named(cls, name: str) -> "Table":
        """The table of a name that comes with the program."""
        return cls(folder("ontology") / "alignments" / f"{name}.tsv")

    def rows(self, least: int) -> Iterator[list[str]]:
        """The rows, each with so many cells at least."""
        for number, line in enumerate(self._lines, 1):
            text = line.rstrip("\r")
            if found := _PREFIX.fullmatch(text.strip()):
                self.prefixes[found[1]] = found[2]
            elif text.strip() and not text.startswith("#"):
                cells = [cell.strip() for cell in text.split("\t")]
                if len(cells) < least:
                    raise self.wrong(f"line {number} has {len(cells)} cells, expected {least} or more")
                yield cells

    def iri(self, name: str) -> str:
        """The IRI of a name with a prefix, or of an IRI in angle brackets."""
        if name.startswith("<") and name.endswith(">"):
            found = name[1:-1]
        else:
            prefix, colon, rest = name.partition(":")
            if not colon or prefix not in self.prefixes:
                raise self.wrong(f"{name!r} has no prefix that is declared")
            found = self.prefixes[prefix] + rest
        if not _IRI.fullmatch(found):
            raise self.wrong(f"{name!r} is no IRI")
        return found

    def wrong(self, problem: str) -> NewsgraphError:
        """An error of this table."""
        return self._error(str(self.path), problem, advice="see ontology/alignments/README.md for the columns")
