from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


def mentions(found: Story, label: str) -> set[str]:
    """The words that mean a thing of that label."""
    (entity,) = (e for e in found.findings.entities if e.label == label)
    return {m.span.of(found.text) for m in entity.mentions}


@pytest.mark.parametrize(
    ("text", "words", "town"),
    [
        ("Riots hit the capital of the Solomon Islands, Honiara.", "capital of the Solomon Islands", "Honiara"),
        ("Riots hit the capital of Kenya, Nairobi, on Monday.", "capital of Kenya", "Nairobi"),
        ("Rebels took the capital of Chad, N'Djamena.", "capital of Chad", "N'Djamena"),
        ("Calm returned to the Libyan capital, Tripoli, on Monday.", "Libyan capital", "Tripoli"),
        ("He visited the largest city of Nigeria, Lagos.", "largest city of Nigeria", "Lagos"),
    ],
)
def test_capitals_beside_their_names(read: Read, text: str, words: str, town: str) -> None:
    """A town and what it is to a country are one thing."""
    assert mentions(read(text), town) == {words, town}


def test_country_of_a_capital(read: Read) -> None:
    """The country whose capital it is is another thing."""
    found = read("Riots hit the capital of the Solomon Islands, Honiara.")
    assert mentions(found, "Solomon Islands") == {"Solomon Islands"}
    assert found.who("Riot", "place") == {"Honiara"}


def test_wider_place_behind_a_town(read: Read) -> None:
    """What stands behind a town and a comma may be the country that it lies in."""
    found = read("A bomb exploded in the city of Lahore, Pakistan, on Monday.")
    assert (mentions(found, "Lahore"), mentions(found, "Pakistan")) == ({"city of Lahore", "Lahore"}, {"Pakistan"})
