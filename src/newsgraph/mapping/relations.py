"""Lasting relations: a node that can be claimed, and a triple among the facts where it is promoted."""

from newsgraph.mapping.context import Context, Output
from newsgraph.mapping.evidence import mention_iri, time_iri
from newsgraph.mapping.terms import LABEL, TYPE, ng, stamp
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Ref
from newsgraph.model.statements import Iri, Layer, Literal

KIND = TargetKind.RELATION


def relations(context: Context) -> Output:
    """All relations."""
    for cluster in context.kept(KIND):
        for ref in cluster.members:
            yield from _relation(context, ref, cluster.status)


def _relation(context: Context, ref: Ref, status: str | None) -> Output:
    relation = context.relation(ref)
    subject = context.naming.iri(TargetKind.ENTITY, Ref(ref.article, relation.subject))
    object_ = _object(context, ref)
    if status is not None:
        yield from context.node(subject, Layer.FACTS, ref.article).has(ng(relation.predicate), object_)
    node = context.node(context.naming.iri(KIND, ref), Layer.CLAIMS, ref.article)
    yield from node.has(ng("status"), ng(status) if status else None)
    yield from node.has(TYPE, ng("Relation"))
    yield from node.has(ng("subject"), subject)
    yield from node.has(ng("predicate"), ng(relation.predicate))
    yield from node.has(ng("value") if relation.dated else ng("object"), object_)
    yield from node.has(LABEL, f" {context.vocabulary.label(relation.predicate)} ".join(_names(context, ref)))


def _object(context: Context, ref: Ref) -> Iri | Literal | None:
    """The entity that the relation goes to, or the date that it has."""
    relation = context.relation(ref)
    if relation.dated:
        return stamp(context.article(ref).findings.times[relation.object].value)
    return context.naming.iri(TargetKind.ENTITY, Ref(ref.article, relation.object))


def _names(context: Context, ref: Ref) -> tuple[str, str]:
    relation = context.relation(ref)
    subject = context.labels[TargetKind.ENTITY, Ref(ref.article, relation.subject)]
    if relation.dated:
        return subject, context.article(ref).findings.times[relation.object].value
    return subject, context.labels[TargetKind.ENTITY, Ref(ref.article, relation.object)]


def related_words(context: Context, ref: Ref) -> tuple[Iri, Iri] | None:
    """The mentions of the two things that one telling relates, where extraction tells which."""
    relation = context.relation(ref)
    if relation.words is None:
        return None
    subject, object_ = relation.words
    one = mention_iri(
        context, ref.article, subject, context.naming.iri(TargetKind.ENTITY, Ref(ref.article, relation.subject))
    )
    if relation.dated:
        return one, time_iri(context, ref.article, object_)
    goal = context.naming.iri(TargetKind.ENTITY, Ref(ref.article, relation.object))
    return one, mention_iri(context, ref.article, object_, goal)
