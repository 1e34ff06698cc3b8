"""Entities: class, names, identity."""

import re
from collections.abc import Iterator

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.evidence import inside, mention
from newsgraph.mapping.terms import ALT_LABEL, EXACT_MATCH, LABEL, TYPE, ng
from newsgraph.model.findings import Entity, TargetKind
from newsgraph.model.links import Cluster, Ref
from newsgraph.model.statements import Iri, Layer, Rejected

KIND = TargetKind.ENTITY
# What RFC 3987 leaves out of an IRI; an identifier with such a character is no identifier.
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


def entities(context: Context) -> Output:
    """All that the facts layer says of entities, and their mentions in the text."""
    for cluster in context.kept(KIND):
        yield from context.everywhere(cluster, _entity(context, cluster))
        yield from _merged(context, cluster)
        yield from _mentions(context, cluster)


def _entity(context: Context, cluster: Cluster) -> Output:
    members = [context.entity(ref) for ref in cluster.members]
    kind, label = _leaf(context, members), context.labels[KIND, cluster.members[0]]
    others = sorted({name for one in members for name in (one.label, *one.alt_labels) if name.strip()} - {label})
    node = _node(context, cluster.members[0])
    yield from node.has(TYPE, ng(kind))
    yield from node.has(LABEL, label)
    yield from node.has(ALT_LABEL, *others)
    yield from node.has(EXACT_MATCH, *_identifiers(members))


def _merged(context: Context, cluster: Cluster) -> Output:
    for ref in cluster.members:
        yield from _node(context, ref).has(ng("mergedFrom"), context.naming.merged_from(KIND, ref))


def _node(context: Context, ref: Ref) -> Node:
    return context.node(context.naming.iri(KIND, ref), Layer.FACTS, ref.article)


def _leaf(context: Context, members: list[Entity]) -> str:
    """The most special class that a member has."""
    return min((m.type for m in members), key=lambda kind: (-len(context.vocabulary.superclasses(kind)), kind))


def _identifiers(members: list[Entity]) -> Iterator[Iri]:
    for known in sorted({m.known for m in members if m.known}):
        if _IRI.fullmatch(known):
            yield Iri(known)


def _mentions(context: Context, cluster: Cluster) -> Output:
    for ref in cluster.members:
        for found in context.entity(ref).mentions:
            if inside(context.article(ref), found.span):
                yield from mention(context, ref.article, found.span, context.naming.iri(KIND, ref), found.kind)
            else:
                yield Rejected("mention outside the text", f"{context.entity(ref).label!r} at {found.span}")
