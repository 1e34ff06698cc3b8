"""From a document with its findings to an article that can enter the world."""

from dataclasses import replace

from newsgraph.mapping import local
from newsgraph.model.findings import Findings
from newsgraph.model.links import Article
from newsgraph.model.text import Document
from newsgraph.resolution import Entry, Names, external_links, known, presupposed


def entry(document: Document, findings: Findings, base: str) -> Entry:
    """The article, with the names that its rows have alone and its links to identifiers elsewhere.

    What extraction takes an entity to be is one sign among others: an entity has the identifier of its accepted link.
    """
    links = external_links(document, findings)
    found = known(links)
    entities = (replace(entity, known=found.get(row)) for row, entity in enumerate(findings.entities))
    article = Article.of(document, presupposed(replace(findings, entities=tuple(entities))))
    here = local(article, base)
    names = Names(here.entities, here.events, here.figures, here.claims, here.publisher, here.agency)
    return Entry(article, names, here.refused, links)
