import pytest

from newsgraph.resolution.wording import hashes, name_words, numbers, sequences, words


@pytest.mark.parametrize("text", ["Élysée, at 5.30", "ELYSEE at “5 30”", "E\u0301lyse\u0301e  at\n5,30!"])
def test_words(text: str) -> None:
    """Case, accents in either form, punctuation and spaces make no difference."""
    assert words(text) == ["elysee", "at", "5", "30"]


def test_sequences() -> None:
    """Every three neighbours make a sequence, fewer words one as a whole, none none."""
    assert list(sequences(["a", "b", "c", "d"])) == ["a b c", "b c d"]
    assert list(sequences(["a", "b"])) == ["a b"] and list(sequences([])) == []


def test_name_words() -> None:
    """Words with a capital count inside sentences, not where one begins, nor in a headline."""
    text = "Rain Falls On Ulm\nRain fell on Ulm and Bath. Snow fell, too: “Much snow in Linz,” Ada Roe said."
    assert list(name_words(text)) == ["ulm", "bath", "linz", "roe"]


def test_name_words_in_capitals() -> None:
    """A text in capitals has no names to go by, and no text breaks it."""
    assert list(name_words("RAIN FELL ON ULM.")) == list(name_words("")) == []


def test_numbers() -> None:
    """Figures keep their decimals and lose the commas between thousands."""
    assert list(numbers("Of 1,200 people 5.6 per cent, 7, fell in 2024.")) == ["1200", "5.6", "7", "2024"]


def test_hashes() -> None:
    """Hashes are sorted, and each part has one of 32 bits."""
    found = hashes(["b", "a", "b", "\ud800"])
    assert len(found) == 3 and found == tuple(sorted(found)) and all(0 <= one < 2**32 for one in found)
