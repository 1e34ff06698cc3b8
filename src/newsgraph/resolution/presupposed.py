"""What a text takes for granted: relations that nobody in it claims."""

from dataclasses import replace

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.findings import Claim, Findings, Target, TargetKind, Voice

RELATION = TargetKind.RELATION


def presupposed(findings: Findings) -> Findings:
    """The findings, where each relation that nobody claims is claimed in the article's own voice.

    A title before a name says who holds an office without anybody saying so.
    """
    claimed = {claim.about.index for claim in findings.claims if claim.about.kind is RELATION}
    tacit = tuple(
        Claim(
            Target(RELATION, row),
            (Voice(None, Factuality.CERTAIN_POSITIVE, Modality.ACTUAL, relation.span),),
            relation.confidence,
        )
        for row, relation in enumerate(findings.relations)
        if row not in claimed
    )
    return replace(findings, claims=(*findings.claims, *tacit))
