"""From a document with its findings to an article that can enter the world."""

from newsgraph.mapping import local
from newsgraph.model.findings import Findings
from newsgraph.model.links import Article
from newsgraph.model.text import Document
from newsgraph.pipeline.judging import Bench, Judges, nobody
from newsgraph.resolution import Entry, Names, external_links, presupposed


def entry(document: Document, findings: Findings, base: str, judges: Judges = nobody) -> Entry:
    """The article, with the names that its rows have alone and its links to identifiers elsewhere.

    What extraction takes an entity to be is one sign among others: an entity has the identifier of its accepted link.
    `judges` gives what people say of a name.
    """
    links = external_links(document, findings)
    found, at = Bench(document, findings, base, judges).judged(links)
    article = Article.of(document, presupposed(found))
    here = local(article, base)
    names = Names(here.entities, here.events, here.figures, here.claims, here.publisher, here.agency)
    return Entry(article, names, here.refused, at.links, at.judges, tuple(sorted(at.formerly)))
