"""How sources elsewhere say what newsgraph asks them for: the files in ontology/profiles/, or one of a user's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsgraph.errors import InputError, OntologyError
from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import NG, RDF_TYPE, RDFS, Node, local, read

EXT = "https://w3id.org/newsgraph/external#"
# What no source can be asked without.
NEEDED = ("name", "label", "type")
_OWN = {EXT + name for name in ("items", "prologue", "language")} | {RDF_TYPE, RDFS + "label", RDFS + "comment"}


@dataclass(frozen=True, slots=True)
class Profile:
    """A source's own vocabulary.

    `items` are the beginnings of its items' IRIs, `languages` those of names that are asked for ("" for none), `paths`
    SPARQL property paths by what they mean, `kinds` our classes by the IRIs of its own.
    """

    name: str
    title: str
    items: tuple[str, ...]
    prologue: str
    languages: tuple[str, ...]
    paths: Mapping[str, str]
    kinds: Mapping[str, tuple[str, ...]]

    def path(self, meaning: str) -> str | None:
        """The path of a meaning; None where the source does not say such a thing."""
        return self.paths.get(meaning)

    def is_item(self, iri: str) -> bool:
        """Whether an IRI is that of one of its items."""
        return iri.startswith(self.items)


def names() -> tuple[str, ...]:
    """The profiles that come with the program."""
    return tuple(sorted(path.stem for path in _folder().glob("*.ttl") if path.stem not in ("terms", "policy")))


def profile(given: str) -> Profile:
    """The profile of a name, or in a file; an InputError where there is none, or where it lacks what is needed."""
    if given in names():
        return _own(given)
    path = Path(given)
    if not path.is_file():
        raise InputError(given, "is no profile", advice=f"choose {', '.join(names())}, or give a file like theirs")
    try:
        return parse(given, read([path]))
    except OntologyError as error:
        raise InputError(error.subject, error.problem, advice=error.advice) from error


@cache
def _own(name: str) -> Profile:
    return parse(name, read([_folder() / f"{name}.ttl"]))


def _folder() -> Path:
    return folder("ontology") / "profiles"


def parse(name: str, nodes: Iterable[Node]) -> Profile:
    """The profile that some nodes make."""
    every = tuple(nodes)
    found = [node for node in every if EXT + "Profile" in node.all(RDF_TYPE)]
    if len(found) != 1:
        raise OntologyError(name, f"holds {len(found)} profiles, expected one (ext:Profile)")
    (node,) = found
    paths = {local(key): node.one(key) for key in node.values if key.startswith(EXT) and key not in _OWN}
    missing = [need for need in NEEDED if need not in paths] + ([] if node.all(EXT + "items") else ["items"])
    if missing:
        raise OntologyError(name, f"says nothing of {', '.join(f'ext:{one}' for one in missing)}")
    title = node.one(RDFS + "label", name)
    items, languages = node.all(EXT + "items"), node.all(EXT + "language") or ("en", "")
    return Profile(name, title, items, node.one(EXT + "prologue"), languages, paths, _kinds(every))


def _kinds(nodes: Iterable[Node]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for node in nodes:
        if EXT + "Kind" in node.all(RDF_TYPE):
            for iri in node.all(EXT + "class"):
                found.setdefault(iri, set()).update(local(one) for one in node.all(EXT + "fits") if one.startswith(NG))
    return {iri: tuple(sorted(kinds)) for iri, kinds in sorted(found.items())}
