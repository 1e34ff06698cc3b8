"""Entities: class, names, identity."""

from collections.abc import Iterable, Sequence

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.evidence import inside, mention
from newsgraph.mapping.matches import matches
from newsgraph.mapping.terms import ALT_LABEL, LABEL, TYPE, ng
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Ref
from newsgraph.model.statements import Layer, Rejected
from newsgraph.model.things import Called
from newsgraph.ontology.vocabulary import Vocabulary

KIND = TargetKind.ENTITY


def entities(context: Context) -> Output:
    """What each article alone says of its entities, and their mentions in its text."""
    for ref in context.kept(KIND):
        node = context.node(context.naming.iri(KIND, ref), Layer.FACTS, ref.article)
        if (KIND, ref) not in context.links.names:
            entity = context.entity(ref)
            called = Called(entity.label, entity.type, entity.named, entity.alt_labels)
            yield from described(node, (called,), context.vocabulary)
        # Other rows may have the name of what is identified: that is for the thing to say.
        merged = context.naming.merged_from(KIND, ref) if context.entity(ref).known is None else None
        yield from node.has(ng("mergedFrom"), merged)
        yield from matches(context, KIND, ref)
        yield from _mentions(context, ref)


def described(node: Node, called: Sequence[Called], vocabulary: Vocabulary) -> Output:
    """An entity by what articles call it: the most special class, the fullest name, the others beside it."""
    label = fullest(called)
    others = {name for one in called for name in (one.label, *one.alt_labels) if name.strip()} - {label}
    yield from node.has(TYPE, ng(leaf((one.type for one in called), vocabulary)))
    yield from node.has(LABEL, label)
    yield from node.has(ALT_LABEL, *sorted(others))


def fullest(called: Sequence[Called]) -> str:
    """The fullest name: most words, then longest, then first in the alphabet; a phrase only where there is no name."""
    named = [one for one in called if one.named] or called
    return min((one.label for one in named), key=lambda name: (-len(name.split()), -len(name), name))


def leaf(kinds: Iterable[str], vocabulary: Vocabulary) -> str:
    """The most special of some classes (ties: the first in the alphabet)."""
    return min(set(kinds), key=lambda kind: (-len(vocabulary.superclasses(kind)), kind))


def _mentions(context: Context, ref: Ref) -> Output:
    for found in context.entity(ref).mentions:
        if inside(context.article(ref), found.span):
            yield from mention(context, ref.article, found.span, context.naming.iri(KIND, ref), found.kind)
        else:
            yield Rejected("mention outside the text", f"{context.entity(ref).label!r} at {found.span}")
