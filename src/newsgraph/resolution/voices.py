"""What the voices of a claim make of it together."""

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.findings import Claim


def affirms(claim: Claim) -> bool:
    """Whether everybody in the chain is certain that it is so, in the actual world."""
    return all(v.factuality is Factuality.CERTAIN_POSITIVE and v.modality is Modality.ACTUAL for v in claim.voices)


def denies(claim: Claim) -> bool:
    """Whether the innermost speaker is certain that it is not so, and nobody further out doubts that speaker."""
    inner, outer = claim.voices[0], claim.voices[1:]
    sure = inner.factuality is Factuality.CERTAIN_NEGATIVE and inner.modality is Modality.ACTUAL
    return sure and all(v.factuality is Factuality.CERTAIN_POSITIVE for v in outer)
