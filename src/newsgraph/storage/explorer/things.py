"""What any IRI means: what the catalog lists, else what the quads say."""

from newsgraph.model.explorer import ArticleLine, Node
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.explorer.catalog import Catalog
from newsgraph.storage.explorer.kinds import label_of
from newsgraph.storage.explorer.lists import Lists
from newsgraph.storage.explorer.reading import Reading
from newsgraph.storage.patterns import Patterns

_NG = PREFIXES["ng"]


class Things:
    """All that is needed to make one page; what it has read it keeps."""

    def __init__(self, catalog: Catalog, quads: Patterns) -> None:
        self.catalog, self.lists, self.reading = catalog, Lists(catalog), Reading(quads)
        self._nodes: dict[str, Node] = {}

    def number(self, iri: str) -> int | None:
        """The number of what is listed; of what was merged into something else that of the whole."""
        found = self.catalog.number(iri)
        if found is None:
            wholes = (self.catalog.number(whole) for whole in self.reading.subjects("ng:mergedFrom", iri, 10))
            found = next((whole for whole in wholes if whole is not None), None)
        return found

    def node(self, iri: str) -> Node:
        """What an IRI means, whether or not anything is said of it."""
        if iri not in self._nodes:
            number = self.catalog.number(iri)
            self._nodes[iri] = self._described(iri) if number is None else self.lists.node(number)
        return self._nodes[iri]

    def _described(self, iri: str) -> Node:
        classes = self.reading.iris(iri, "rdf:type")
        # Only one class in common use names what has a page of its own.
        kind = "claim" if f"{_NG}Claim" in classes else "resource"
        ours = [one.removeprefix(_NG) for one in classes if one.startswith(_NG)] or list(map(local, classes))
        label = self.reading.text(iri, "rdfs:label") or (label_of(local(iri)) if iri.startswith(_NG) else local(iri))
        return Node(iri, label, kind, min(ours, default=""))

    def article(self, iri: str) -> ArticleLine:
        """An article in a list."""
        number = self.catalog.number(iri)
        lines = () if number is None else self.lists.articles([number])
        return lines[0] if lines else ArticleLine(self.node(iri))

    def merges(self, number: int, most: int) -> tuple[str, ...]:
        """Why the tellings of one thing are held to be one."""
        rows = self.catalog.rows("SELECT iri FROM merge WHERE item = ? ORDER BY iri LIMIT ?", (number, most))
        return tuple(self._merge(match) for (match,) in rows)

    def _merge(self, match: str) -> str:
        reasons = ", ".join(self.reading.values(match, "ng:reason"))
        return f"{reasons} (score {self.reading.text(match, 'ng:score')}, {self.reading.text(match, 'ng:judgedBy')})"

    def names(self, iri: str, most: int) -> tuple[str, ...]:
        """The other names of something."""
        label = self.reading.text(iri, "rdfs:label")
        return tuple(name for name in self.reading.values(iri, "skos:altLabel") if name != label)[:most]


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://schema.org/headline")
    'headline'
    """
    return iri.replace("#", "/").rstrip("/").rsplit("/", 1)[-1] or iri
