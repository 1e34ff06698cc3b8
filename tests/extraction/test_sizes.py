"""How many a group counts."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Six ministers met in Lima.", (6, 6)),
        ("The mayor thanked dozens of volunteers.", (24, None)),
        ("The mayor thanked the volunteers.", None),
    ],
)
def test_size_of_a_group(read: Read, text: str, size: tuple[float, float] | None) -> None:
    """A group has the number that its phrase gives, and none where it gives none."""
    assert next(((f[1], f[2]) for f in read(text).figures if f[0] == "Size"), None) == size
