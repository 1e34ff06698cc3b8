"""Why a row is held to be one with another, or might be: nodes that can be asked, judged and taken back."""

from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.terms import LABEL, TYPE, decimal, ng
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Ref
from newsgraph.model.statements import Iri, Layer
from newsgraph.model.things import Matched


def matches(context: Context, kind: TargetKind, ref: Ref) -> Output:
    """The matches of one row."""
    for match in context.links.matches.get((kind, ref), ()):
        iri = context.minter.mint("match", match.left, match.right)
        node = context.node(iri, Layer.CLAIMS, ref.article)
        yield from _match(node, match, context.naming.iri(kind, ref))


def _match(node: Node, match: Matched, thing: Iri) -> Output:
    yield from node.has(TYPE, ng("Match"))
    yield from node.has(LABEL, f"{'one' if match.same else 'perhaps one'}: {', '.join(match.reasons)}")
    yield from node.has(ng("left"), Iri(match.left))
    yield from node.has(ng("right"), Iri(match.right))
    yield from node.has(ng("matchOf"), thing if match.same else None)
    yield from judged(node, match.score, match.reasons, "accepted" if match.same else "unsure", match.judge)


def judged(node: Node, score: float, reasons: tuple[str, ...], judgement: str, judge: str) -> Output:
    """A score with its reasons, and who makes what of it."""
    yield from node.has(ng("score"), decimal(round(score, 2)))
    yield from node.has(ng("reason"), *reasons)
    yield from node.has(ng("judgement"), ng(judgement.capitalize()))
    yield from node.has(ng("judgedBy"), judge)
