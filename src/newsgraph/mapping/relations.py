"""The words of relations, as single articles tell them; what relations are together, see `things`."""

from newsgraph.mapping.context import Context
from newsgraph.mapping.evidence import mention_iri, time_iri
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Ref
from newsgraph.model.statements import Iri


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
