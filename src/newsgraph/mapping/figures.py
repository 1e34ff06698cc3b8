"""Figures: observed numbers, never one that overwrites another."""

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.evidence import evidence, evidence_iri, inside
from newsgraph.mapping.terms import LABEL, TYPE, ng, number, stamp, truth
from newsgraph.model.findings import Figure, TargetKind
from newsgraph.model.links import Ref

KIND, EVENT = TargetKind.FIGURE, TargetKind.EVENT


def figures(context: Context) -> Output:
    """All figures; those of what is no fact, and those that are no fact themselves, belong to the claims.

    How the figures of an event stand, the articles say together; see `things`.
    """
    for ref in context.kept(KIND):
        owner, standing = context.figure(ref).of, context.links.statuses.get((KIND, ref))
        told = (owner.kind, Ref(ref.article, owner.index)) if owner.kind is EVENT else (KIND, ref)
        layer = context.layer(*told)
        node = context.node(context.naming.iri(KIND, ref), layer, ref.article)
        yield from _figure(context, ref, node)
        yield from node.has(ng("status"), ng(standing) if standing else None)


def _figure(context: Context, ref: Ref, node: Node) -> Output:
    figure = context.figure(ref)
    yield from node.has(TYPE, ng("Figure"))
    yield from node.has(LABEL, label(figure, context.vocabulary.label(figure.counts)))
    yield from node.has(ng("counts"), ng(figure.counts))
    yield from node.has(ng("figureOf"), context.target(ref.article, figure.of))
    yield from node.has(ng("minimum"), None if figure.minimum is None else number(figure.minimum))
    yield from node.has(ng("maximum"), None if figure.maximum is None else number(figure.maximum))
    yield from node.has(ng("approximate"), truth(True) if figure.approximate else None)
    yield from node.has(ng("unit"), figure.unit)
    if figure.time is not None:
        time = context.article(ref).findings.times[figure.time]
        yield from node.has(ng("asOf"), stamp(time.stamp or time.begin or "") or time.value)
    if inside(context.article(ref), figure.span):
        yield from node.has(ng("evidence"), evidence_iri(context, ref.article, figure.span))
        yield from evidence(context, ref.article, figure.span)


def label(figure: Figure, counts: str) -> str:
    """A figure in words.

    >>> from newsgraph.model.findings import Target
    >>> from newsgraph.model.text import Span
    >>> label(Figure("Deaths", Target(TargetKind.EVENT, 0), Span(0, 1), minimum=24), "deaths")
    'at least 24 deaths'
    """
    low, high = (None if bound is None else f"{bound:,.10g}" for bound in (figure.minimum, figure.maximum))
    words = (
        f"at least {low}"
        if high is None
        else f"up to {high}"
        if low is None
        else low
        if low == high
        else f"{low} to {high}"
    )
    return " ".join(filter(None, ("about" if figure.approximate else "", words, figure.unit, counts)))
