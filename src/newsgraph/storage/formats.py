"""The formats that graphs are read from and written to."""

from enum import Enum
from pathlib import PurePath

from newsgraph.errors import OutputError


class Format(Enum):
    """A format, by the name that users write."""

    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


NAMES = {
    "turtle": Format.TURTLE, "ttl": Format.TURTLE,
    "ntriples": Format.NTRIPLES, "n-triples": Format.NTRIPLES, "nt": Format.NTRIPLES,
    "trig": Format.TRIG,
    "nquads": Format.NQUADS, "n-quads": Format.NQUADS, "nq": Format.NQUADS,
    "jsonld": Format.JSONLD, "json-ld": Format.JSONLD, "json": Format.JSONLD,
    "rdfxml": Format.RDFXML, "rdf/xml": Format.RDFXML, "rdf": Format.RDFXML, "xml": Format.RDFXML, "owl": Format.RDFXML,
}  # fmt: skip


def by_name(name: str | Format) -> Format:
    """The format that a name or a file name's ending means; an OutputError tells which there are."""
    if isinstance(name, Format):
        return name
    found = NAMES.get(name.casefold().lstrip("."))
    if found is None:
        known = ", ".join(known.value for known in Format)
        raise OutputError(name or "no ending", "is no format that newsgraph knows", advice=f"choose one of {known}")
    return found


def by_path(path: PurePath) -> Format:
    """The format that a file name's ending means."""
    return by_name(path.suffix)
