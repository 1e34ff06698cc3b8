"""What stands behind prepositions within other phrases."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    "text",
    [
        "A court in Brno sentenced a builder to six years in prison on Monday.",
        "A court in Brno sentenced a builder to ten years in jail on Monday.",
    ],
)
def test_years_in_prison(read: Read, text: str) -> None:
    """Where somebody is to spend years is not where he was sentenced."""
    assert read(text).who("Sentence", "place") == {"Brno"}
