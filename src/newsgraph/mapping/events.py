"""Events as single articles tell them: the words; who takes part and what they are together, see `things`."""

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.evidence import inside, mention
from newsgraph.mapping.matches import matches
from newsgraph.mapping.refusals import refused_argument
from newsgraph.mapping.terms import ng
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Ref
from newsgraph.model.statements import Rejected

KIND = TargetKind.EVENT


def events(context: Context) -> Output:
    """What each article alone says of its events: what they are merged from, and the words that tell them."""
    for ref in context.kept(KIND):
        node = _node(context, ref)
        yield from node.has(ng("mergedFrom"), context.naming.merged_from(KIND, ref))
        yield from matches(context, KIND, ref)
        yield from _refused_roles(context, ref)
        yield from _triggers(context, ref, node)


def _node(context: Context, ref: Ref) -> Node:
    return context.node(context.naming.iri(KIND, ref), context.layer(KIND, ref), ref.article)


def _refused_roles(context: Context, ref: Ref) -> Output:
    """What cannot stand among the roles of an event."""
    event, findings = context.event(ref), context.article(ref).findings
    for argument in event.arguments:
        refusal = refused_argument(event, argument, findings, context.vocabulary)
        if context.target(ref.article, argument.filler) is None:
            yield Rejected("filler refused", f"{event.type} {event.label!r}, {argument.role}")
        elif refusal is not None:
            yield refusal


def _triggers(context: Context, ref: Ref, node: Node) -> Output:
    for span in context.event(ref).triggers:
        if inside(context.article(ref), span):
            yield from mention(context, ref.article, span, node.iri)
