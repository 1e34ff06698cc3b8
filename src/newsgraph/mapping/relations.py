"""Lasting relations: a node that can be claimed, and a triple among the facts where it is promoted."""

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.terms import LABEL, TYPE, ng
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Ref
from newsgraph.model.statements import Iri, Layer

KIND = TargetKind.RELATION


def relations(context: Context) -> Output:
    """All relations."""
    for cluster in context.kept(KIND):
        for ref in cluster.members:
            yield from _relation(context, ref, cluster.status)


def _relation(context: Context, ref: Ref, status: str | None) -> Output:
    relation = context.relation(ref)
    subject, object_ = (context.naming.iri(TargetKind.ENTITY, end) for end in _ends(context, ref))
    if status is not None:
        yield from context.node(subject, Layer.FACTS, ref.article).has(ng(relation.predicate), object_)
    node = context.node(context.naming.iri(KIND, ref), Layer.CLAIMS, ref.article)
    yield from node.has(ng("status"), ng(status) if status else None)
    yield from _node(node, subject, ng(relation.predicate), object_)
    names = (context.labels[TargetKind.ENTITY, end] for end in _ends(context, ref))
    yield from node.has(LABEL, f" {context.vocabulary.label(relation.predicate)} ".join(names))


def _ends(context: Context, ref: Ref) -> tuple[Ref, Ref]:
    relation = context.relation(ref)
    return Ref(ref.article, relation.subject), Ref(ref.article, relation.object)


def _node(node: Node, subject: Iri, predicate: Iri, object_: Iri) -> Output:
    yield from node.has(TYPE, ng("Relation"))
    yield from node.has(ng("subject"), subject)
    yield from node.has(ng("predicate"), predicate)
    yield from node.has(ng("object"), object_)
