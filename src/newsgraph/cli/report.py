"""What `newsgraph build` says on standard error."""

from collections.abc import Iterable, Sequence

from newsgraph.cli.terminal import say
from newsgraph.model.text import Document
from newsgraph.reading import Unreadable
from newsgraph.storage import Graph

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


def report(graph: Graph, documents: Sequence[Document]) -> None:
    """What was made of the documents, and what was not."""
    for failure in graph.failures:
        say(f"failed: {failure.source}: {failure.problem}")
    for note in graph.notes:
        say(f"note: {note}")
    undated = sum(document.date is None for document in documents)
    if undated:
        say(f'note: {_count(undated, "article")} without a date: days such as "Thursday" stay open; --date says it')
    say("read by " + " and ".join(str(name) for (name,) in graph.query(MODELS, ontology=False)))
    say(_summary(graph, len(documents) - len(graph.failures)))


def _summary(graph: Graph, articles: int) -> str:
    stats = graph.stats()
    facts, others = sum(stats.statuses.values()), sum(stats.irrealis.values())
    parts = (
        _count(articles, "article"),
        _count(facts, "fact"),
        f"{others} told but no fact",
        _count(stats.triples, "triple"),
    )
    refused = sum(stats.rejected.values())
    return ", ".join(parts) + (f"; {refused} refused by the ontology" if refused else "")


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"
