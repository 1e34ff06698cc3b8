"""What `newsgraph build` says on standard error."""

from collections.abc import Iterable, Iterator

from newsgraph.cli.terminal import say
from newsgraph.model.text import Document
from newsgraph.reading import Unreadable
from newsgraph.storage import Graph

NAMED = 3
MODELS = "SELECT DISTINCT ?name { ?run a prov:SoftwareAgent ; rdfs:label ?name } ORDER BY ?name"


def said(found: Iterable[Document | Unreadable]) -> list[Document]:
    """The documents; what could not be read is said."""
    documents = []
    for one in found:
        if isinstance(one, Document):
            documents.append(one)
        else:
            say(f"not read: {one}")
    return documents


def report(graph: Graph) -> None:
    """What was made of the documents, and what was not."""
    for failure in graph.failures:
        say(f"failed: {failure.source}: {failure.problem}")
    for note in together(graph.notes):
        say(f"note: {note}")
    say("read by " + " and ".join(str(name) for (name,) in graph.query(MODELS, ontology=False)))
    say(_summary(graph))


def together(notes: Iterable[str]) -> Iterator[str]:
    """Remarks "which: what" with the same "what" as one, which names three articles at most.

    >>> list(together(["a: no date", "b: empty", "c: no date"]))
    ['a, c: no date', 'b: empty']
    """
    about: dict[str, list[str]] = {}
    for note in notes:
        which, _, what = note.partition(": ")
        about.setdefault(what, []).append(which)
    for what, all_of in about.items():
        more = f" and {len(all_of) - NAMED:,} more" if len(all_of) > NAMED else ""
        yield ", ".join(all_of[:NAMED]) + more + f": {what}"


def _summary(graph: Graph) -> str:
    stats = graph.stats()
    facts, others = sum(stats.statuses.values()), sum(stats.irrealis.values())
    parts = (
        counted(stats.classes.get("schema:NewsArticle", 0), "article"),
        counted(facts, "fact"),
        f"{others} told but no fact",
        counted(stats.triples, "triple"),
    )
    refused = sum(stats.rejected.values())
    return ", ".join(parts) + (f"; {refused} refused by the ontology" if refused else "")


def counted(number: int, thing: str) -> str:
    """A number of things in words."""
    return f"{number:,} {thing}{'s' * (number != 1)}"
