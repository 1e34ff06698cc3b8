"""Attributions: the words that an article gives as somebody's, with the source, the cue and the content as passages."""

from newsgraph.mapping.context import Context, Output
from newsgraph.mapping.evidence import evidence, evidence_iri, inside
from newsgraph.mapping.terms import LABEL, TYPE, ng, term, truth
from newsgraph.model.findings import Attribution, TargetKind
from newsgraph.model.links import Ref
from newsgraph.model.statements import Iri, Layer, Rejected
from newsgraph.model.text import Span

LONGEST = 60


def attributions(context: Context) -> Output:
    """Every attribution of every article, whether its content tells an event or not."""
    for number, article in enumerate(context.links.articles):
        for row, found in enumerate(article.findings.attributions):
            spans = (*found.source, *found.cue, *found.content)
            if found.content and all(inside(article, span) for span in spans):
                yield from _attribution(context, number, row, found)
            else:
                yield Rejected("attribution without content or outside the text", str(spans))


def attribution_iri(context: Context, article: int, row: int) -> Iri:
    """The IRI of an attribution: where it stands, cue and content, is what makes it what it is."""
    source = context.links.articles[article]
    found = source.findings.attributions[row]
    places = (f"{s.start} {s.end}" for s in (*found.cue, *found.content[1:]))
    return context.minter.spot("attribution", source, found.content[0], *places)


def _attribution(context: Context, article: int, row: int, found: Attribution) -> Output:
    node = context.node(attribution_iri(context, article, row), Layer.TEXT, article)
    yield from node.has(TYPE, ng("Attribution"))
    yield from node.has(LABEL, _label(context, article, found))
    yield from node.has(term("oa:hasSource"), context.naming.article(article))
    yield from node.has(ng("direct"), truth(found.direct))
    yield from node.has(ng("claimant"), _claimant(context, article, found))
    if found.within is not None:
        yield from node.has(ng("embeddedIn"), attribution_iri(context, article, found.within))
    for part, spans in (("sourceSpan", found.source), ("cue", found.cue), ("content", found.content)):
        for span in spans:
            yield from node.has(ng(part), evidence_iri(context, article, span))
            yield from evidence(context, article, span)


def _claimant(context: Context, article: int, found: Attribution) -> Iri | None:
    if found.claimant is None:
        return None
    ref = Ref(article, found.claimant)
    return None if (TargetKind.ENTITY, ref) in context.refused else context.naming.iri(TargetKind.ENTITY, ref)


def _label(context: Context, article: int, found: Attribution) -> str:
    """Source, cue and the first words of the content."""
    text = context.links.articles[article].document.text
    return " ".join((*_words(text, found.source), *_words(text, found.cue), *_words(text, found.content[:1])))


def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
    words = (" ".join(span.of(text).split()) for span in spans)
    return [word if len(word) <= LONGEST else f"{word[:LONGEST].rsplit(' ', 1)[0]} ..." for word in words]
