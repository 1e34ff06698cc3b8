"""Places in a text as Web Annotation selectors."""

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.terms import TYPE, ng, number, term
from newsgraph.model.findings import MentionKind, TimeExpression
from newsgraph.model.links import Article
from newsgraph.model.statements import Iri, Layer
from newsgraph.model.text import Span


def selectors(context: Context, article: int, span: Span) -> tuple[Iri, Iri]:
    """The IRIs of the position selector and the quote selector of a span."""
    key = (article, span.start, span.end)
    known = context.selectors.get(key)
    if known is None:
        source = context.links.articles[article]
        position, quote = (context.minter.spot("selector", source, span, kind) for kind in ("position", "quote"))
        known = context.selectors[key] = (position, quote)
    return known


def evidence_iri(context: Context, article: int, span: Span) -> Iri:
    """The IRI of a passage."""
    return context.minter.spot("evidence", context.links.articles[article], span)


def mention_iri(context: Context, article: int, span: Span, referent: Iri) -> Iri:
    """The IRI of a place that refers to something."""
    return context.minter.spot("mention", context.links.articles[article], span, referent.value)


def time_iri(context: Context, article: int, span: Span) -> Iri:
    """The IRI of a time expression."""
    return context.minter.spot("time", context.links.articles[article], span)


def evidence(context: Context, article: int, span: Span) -> Output:
    """A passage: its article and its two selectors."""
    node = context.node(evidence_iri(context, article, span), Layer.TEXT, article)
    yield from node.has(TYPE, term("oa:SpecificResource"))
    yield from _placed(context, article, span, node)


def mention(context: Context, article: int, span: Span, referent: Iri, kind: MentionKind | None = None) -> Output:
    """A place that refers to an entity, and how it does, or to an event."""
    node = context.node(mention_iri(context, article, span, referent), Layer.TEXT, article)
    yield from node.has(TYPE, term("ng:Mention"))
    yield from node.has(term("ng:refersTo"), referent)
    yield from node.has(term("ng:mentionKind"), ng(f"{kind.value.capitalize()}Mention") if kind else None)
    yield from _placed(context, article, span, node)


def time_expression(context: Context, article: int, time: TimeExpression) -> Output:
    """A time expression as TIMEX3 has it: type, value and modifier."""
    node = context.node(time_iri(context, article, time.span), Layer.TEXT, article)
    yield from node.has(TYPE, term("ng:TimeExpression"))
    yield from node.has(ng("timexType"), time.type)
    yield from node.has(ng("timexValue"), time.value)
    yield from node.has(ng("timexMod"), time.mod)
    yield from _placed(context, article, time.span, node)


def noun_phrase(context: Context, article: int, span: Span, chain: Iri, entity: Iri | None) -> Output:
    """A noun phrase, the chain of those that speak of the same thing, and the entity that it speaks of."""
    node = context.node(context.minter.spot("phrase", context.links.articles[article], span), Layer.TEXT, article)
    yield from node.has(TYPE, term("ng:NounPhrase"))
    yield from node.has(term("ng:inChain"), chain)
    yield from node.has(term("ng:speaksOf"), entity)
    yield from _placed(context, article, span, node)


def _placed(context: Context, article: int, span: Span, node: Node) -> Output:
    yield from node.has(term("oa:hasSource"), context.naming.article(article))
    new = (article, span.start, span.end) not in context.selectors
    yield from node.has(term("oa:hasSelector"), *selectors(context, article, span))
    if new:
        yield from _selectors(context, article, span)


def inside(article: Article, span: Span) -> bool:
    """Whether a span names characters of the text."""
    return 0 <= span.start < span.end <= len(article.document.text)


def _selectors(context: Context, article: int, span: Span) -> Output:
    position, quote = (context.node(iri, Layer.TEXT, article) for iri in selectors(context, article, span))
    yield from position.has(TYPE, term("oa:TextPositionSelector"))
    yield from position.has(term("oa:start"), number(span.start))
    yield from position.has(term("oa:end"), number(span.end))
    yield from quote.has(TYPE, term("oa:TextQuoteSelector"))
    yield from quote.has(term("oa:exact"), span.of(context.links.articles[article].document.text))
