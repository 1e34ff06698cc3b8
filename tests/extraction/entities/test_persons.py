from collections.abc import Callable

import pytest

See = Callable[[str], object]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kassym-Jomart Tokayev received the Omani trade minister on Tuesday.", "Kassym-Jomart Tokayev"),
        ("Kassym-Zhomart Tokaev visited Rome.", "Kassym-Zhomart Tokaev"),
    ],
)
def test_double_first_names(see: See, text: str, words: str) -> None:
    """Who has a double first name and does what persons do is a person."""
    assert see(text).type(words) == "Person"


@pytest.mark.parametrize("name", ["Rolls-Royce Holdings", "Hewlett-Packard Enterprise", "Coca-Cola Company"])
def test_double_names_of_firms(see: See, name: str) -> None:
    """Firms with such names are none."""
    assert see(f"{name} said that profits fell.").type(name) in {"Company", "Organization"}


def test_name_of_one_word_with_an_office(see: See) -> None:
    """An office in an aside makes a person of a name of one word that was taken for a body's."""
    seen = see("Makame, the regional police chief, told reporters that the roads were closed.")
    assert (seen.type("Makame"), seen.label("chief")) == ("Person", "Makame")
