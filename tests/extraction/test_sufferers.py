"""What a role says of its filler: only persons die, are hurt, seized or held."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("They said six Jesuits were murdered in Jos.", "six Jesuits", "Group"),
        ("They said six goats were killed in Jos.", "six goats", "Topic"),
    ],
)
def test_unlisted_sufferers(read: Read, text: str, label: str, kind: str) -> None:
    """A capitalised word that no list knows is taken for people where people suffer; any other word is not."""
    assert (label, kind) in {(e.label, e.type) for e in read(text).findings.entities}
