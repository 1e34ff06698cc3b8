"""How factualities and modalities combine, which the walk through a sentence builds on."""

from itertools import product

import pytest

from newsgraph.model.factuality import Factuality, Modality

F, M = Factuality, Modality


@pytest.mark.parametrize(
    ("inner", "outer", "both"),
    [
        (F.CERTAIN_POSITIVE, F.CERTAIN_POSITIVE, F.CERTAIN_POSITIVE),
        (F.CERTAIN_NEGATIVE, F.POSSIBLE_POSITIVE, F.POSSIBLE_NEGATIVE),
        (F.CERTAIN_NEGATIVE, F.CERTAIN_NEGATIVE, F.CERTAIN_POSITIVE),
        (F.PROBABLE_POSITIVE, F.CERTAIN_NEGATIVE, F.PROBABLE_NEGATIVE),
        (F.PROBABLE_NEGATIVE, F.POSSIBLE_NEGATIVE, F.POSSIBLE_POSITIVE),
        (F.CERTAIN_POSITIVE, F.UNDERSPECIFIED, F.UNDERSPECIFIED),
        (F.UNDERSPECIFIED, F.CERTAIN_NEGATIVE, F.UNDERSPECIFIED),
    ],
)
def test_factuality_under_another(inner: Factuality, outer: Factuality, both: Factuality) -> None:
    """Certainty is the weaker of the two, signs multiply, and what is left open stays open."""
    assert inner.under(outer) is both


@pytest.mark.parametrize(("inner", "outer"), list(product(F, F)))
def test_order_does_not_matter(inner: Factuality, outer: Factuality) -> None:
    """Two contexts weaken each other alike, whichever is inside."""
    assert inner.under(outer) is outer.under(inner)


@pytest.mark.parametrize("factuality", F)
def test_certainty_changes_nothing(factuality: Factuality) -> None:
    """A context that is certain leaves what it holds as it is."""
    assert factuality.under(F.CERTAIN_POSITIVE) is factuality


@pytest.mark.parametrize("factuality", F)
def test_negated_twice(factuality: Factuality) -> None:
    """To negate twice is not to negate."""
    assert factuality.negated().negated() is factuality


@pytest.mark.parametrize("factuality", F)
def test_taken_apart_and_put_together(factuality: Factuality) -> None:
    """Polarity and certainty together are the factuality."""
    assert F.of(factuality.polarity, factuality.certainty) is factuality


@pytest.mark.parametrize(
    ("inner", "outer", "both"),
    [
        (M.PLANNED, M.ACTUAL, M.PLANNED),
        (M.ACTUAL, M.REQUESTED, M.REQUESTED),
        (M.ATTEMPTED, M.PLANNED, M.PLANNED),
        (M.ACTUAL, M.ACTUAL, M.ACTUAL),
    ],
)
def test_modality_under_another(inner: Modality, outer: Modality, both: Modality) -> None:
    """The outer world decides, unless it is the actual one."""
    assert inner.under(outer) is both
