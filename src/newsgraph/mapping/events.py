"""Events: facts with their class and status, what is told but no fact as irrealis events."""

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.evidence import inside, mention
from newsgraph.mapping.refusals import refused_argument
from newsgraph.mapping.terms import ALT_LABEL, LABEL, TYPE, ng, stamp, term
from newsgraph.model.findings import Target, TargetKind, TimeExpression
from newsgraph.model.links import Cluster, Ref
from newsgraph.model.statements import Layer, Rejected

KIND = TargetKind.EVENT


def events(context: Context) -> Output:
    """All events with their roles and times, and the links from plans to what became of them."""
    for cluster in context.kept(KIND):
        yield from context.everywhere(cluster, _event(context, cluster))
        for ref in cluster.members:
            node = _node(context, ref)
            yield from node.has(ng("mergedFrom"), context.naming.merged_from(KIND, ref))
            yield from _roles(context, ref, node)
            yield from _triggers(context, ref, node)
            yield from _whole(context, ref, node)
    yield from _fulfilled(context)


def _node(context: Context, ref: Ref) -> Node:
    return context.node(context.naming.iri(KIND, ref), context.layer(KIND, ref), ref.article)


def _event(context: Context, cluster: Cluster) -> Output:
    kind, node = _leaf(context, cluster), _node(context, cluster.members[0])
    yield from node.has(TYPE, ng(kind if cluster.status else "IrrealisEvent"))
    yield from node.has(ng("eventType"), None if cluster.status else ng(kind))
    yield from node.has(ng("status"), ng(cluster.status) if cluster.status else None)
    yield from node.has(LABEL, context.labels[KIND, cluster.members[0]])
    yield from node.has(ALT_LABEL, *_other_labels(context, cluster))
    yield from _time(context, cluster, node)


def _other_labels(context: Context, cluster: Cluster) -> list[str]:
    """The nouns by which the texts name an event, as far as its label does not hold them."""
    label = context.labels[KIND, cluster.members[0]].lower()
    names = {name for ref in cluster.members for name in context.event(ref).alt_labels}
    return sorted(name for name in names if name.lower() not in label)


def _leaf(context: Context, cluster: Cluster) -> str:
    kinds = {context.event(ref).type for ref in cluster.members}
    return min(kinds, key=lambda kind: (-len(context.vocabulary.superclasses(kind)), kind))


def _roles(context: Context, ref: Ref, node: Node) -> Output:
    event, findings = context.event(ref), context.article(ref).findings
    for argument in event.arguments:
        filler = context.target(ref.article, argument.filler)
        refusal = refused_argument(event, argument, findings, context.vocabulary)
        if filler is None:
            yield Rejected("filler refused", f"{event.type} {event.label!r}, {argument.role}")
        elif refusal is not None:
            yield refusal
        elif filler != node.iri:
            yield from node.has(ng(argument.role), filler)


def _triggers(context: Context, ref: Ref, node: Node) -> Output:
    for span in context.event(ref).triggers:
        if inside(context.article(ref), span):
            yield from mention(context, ref.article, span, node.iri)


def _whole(context: Context, ref: Ref, node: Node) -> Output:
    """The larger event that an event is a part of, where both are facts."""
    index = context.event(ref).whole
    if index is not None and context.layer(KIND, Ref(ref.article, index)) is context.layer(KIND, ref):
        whole = context.target(ref.article, Target(KIND, index))
        yield from node.has(ng("subEventOf"), whole if whole != node.iri else None)


def _time(context: Context, cluster: Cluster, node: Node) -> Output:
    """The most exact time that a member has (ties: the first), with its value and its words."""
    found = [(ref, time) for ref in cluster.members if (time := _time_of(context, ref))]
    if not found:
        return
    ref, time = min(found, key=lambda pair: (not pair[1].stamp, not pair[1].begin, not pair[1].end, pair[0]))
    yield from time_statements(node, time)
    yield from node.has(ng("timexText"), time.span.of(context.article(ref).document.text) or None)


def _time_of(context: Context, ref: Ref) -> TimeExpression | None:
    index = context.event(ref).time
    return None if index is None else context.article(ref).findings.times[index]


def time_statements(node: Node, time: TimeExpression) -> Output:
    """The time stamps of a node, at most one of each kind, and the TIMEX3 value."""
    ends = (("hasBeginTimeStamp", time.begin), ("hasEndTimeStamp", time.end))
    for name, value in (("hasTimeStamp", time.stamp),) if time.stamp else ends:
        literal = stamp(value) if value else None
        if value and literal is None:
            yield Rejected("no date or time of XML Schema", f"{value!r} from TIMEX3 {time.value!r}")
        yield from node.has(term(f"sem:{name}"), literal)
    yield from node.has(ng("timexValue"), time.value)


def _fulfilled(context: Context) -> Output:
    for plan, fact in context.links.realizations:
        told, done = context.links.events[plan].members[0], context.links.events[fact].members[0]
        if not {(KIND, told), (KIND, done)} & context.refused.keys():
            node = context.node(context.naming.iri(KIND, done), Layer.CLAIMS, done.article)
            yield from node.has(ng("fulfils"), context.naming.iri(KIND, told))
