"""Articles, their publishers, and the run that read them."""

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import quote

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.minting import Minter
from newsgraph.mapping.terms import LABEL, TYPE, ng, stamp, term
from newsgraph.model.links import Article
from newsgraph.model.statements import Iri, Layer, Literal, Run, Statement
from newsgraph.model.text import Document

_URL = re.compile(r"https?://[^\s/]+(/\S*)?")


def articles(context: Context) -> Output:
    """For each article its text, what is known about it, its publisher and its run."""
    for number, article in enumerate(context.links.articles):
        node = context.node(context.naming.article(number), Layer.TEXT, number)
        yield from _article(context, number, article, node)
        yield from _text(article.document.text, node, whole=context.text)
        yield from _activity(context, number)


def _article(context: Context, number: int, article: Article, node: Node) -> Output:
    document = article.document
    yield from node.has(TYPE, term("schema:NewsArticle"))
    yield from node.has(LABEL, document.title or _first_words(document.text))
    yield from node.has(term("schema:headline"), document.title)
    yield from node.has(
        term("schema:datePublished"), (stamp(document.date) or document.date) if document.date else None
    )
    yield from node.has(term("schema:inLanguage"), document.language)
    yield from node.has(term("schema:url"), _link(document.url))
    yield from node.has(term("schema:identifier"), document.id or None)
    yield from node.has(term("dcterms:rights"), document.rights)
    if document.publisher:
        yield from node.has(term("schema:publisher"), publisher_iri(context, document.publisher))
    if document.agency:
        yield from node.has(term("schema:sourceOrganization"), publisher_iri(context, document.agency))
    original = context.links.copies.get(number)
    yield from node.has(ng("copyOf"), None if original is None else context.minter.article(original))
    yield from _extras(context, document, node)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:10]) + (" ..." if len(words) > 10 else "") or "untitled"


def _link(url: str | None) -> Iri | Literal | None:
    """A web address as an IRI, with what an IRI cannot hold escaped; anything else as the words that it is."""
    if not url:
        return None
    return Iri(quote(url, safe="%/:=&?~#+!$,;'@()*[]._-")) if _URL.fullmatch(url) else Literal(url)


def _extras(context: Context, document: Document, article: Node) -> Output:
    """What the sidecar says beyond what we know, kept as name and value."""
    for key, value in document.extra:
        iri = context.minter.mint("extra", article.iri.value, key, value)
        node = Node(iri, Layer.TEXT, article.article)
        yield from article.has(term("schema:additionalProperty"), iri)
        yield from node.has(TYPE, term("schema:PropertyValue"))
        yield from node.has(term("schema:name"), key)
        yield from node.has(term("schema:value"), value)


def _text(text: str, node: Node, *, whole: bool) -> Iterator[Statement]:
    if whole:
        yield from node.has(term("schema:articleBody"), text)
    else:
        yield from node.has(ng("textSha256"), hashlib.sha256(text.encode()).hexdigest())


def publisher_iri(context: Context, name: str) -> Iri:
    """The IRI of a publisher or an agency: that of the organisation of this name that a text speaks of, or its own."""
    known = context.links.publishers.get(name)
    return context.minter.publisher(name) if known is None else Iri(known)


def activity_iri(context: Context, number: int) -> Iri:
    """The IRI of the run that read an article: what the program and the model were is part of it."""
    run = context.run
    article = context.links.articles[number]
    return context.minter.mint("activity", article.digest, run.program, run.version, run.model, run.extracted_at or "")


def _activity(context: Context, number: int) -> Output:
    run = context.run
    node = context.node(activity_iri(context, number), Layer.CLAIMS, number)
    yield from node.has(TYPE, term("prov:Activity"))
    yield from node.has(LABEL, f"{run.program} {run.version} reads an article")
    yield from node.has(term("prov:used"), context.naming.article(number))
    yield from node.has(term("prov:endedAtTime"), stamp(run.extracted_at) if run.extracted_at else None)
    for label in _agents(run):
        yield from node.has(term("prov:wasAssociatedWith"), context.minter.mint("agent", label))


def agents(run: Run, base: str) -> Output:
    """The program and the model that made a run; many articles have the same."""
    minter = Minter(base)
    for label in _agents(run):
        node = Node(minter.mint("agent", label), Layer.CLAIMS, minter.told_by(None))
        yield from node.has(TYPE, term("prov:SoftwareAgent"))
        yield from node.has(LABEL, label)


def _agents(run: Run) -> tuple[str, str]:
    return f"{run.program} {run.version}", run.model
