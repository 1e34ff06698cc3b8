import pytest

from newsgraph.cli.terminal import line, plain


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\r", "\x7f"])
def test_nothing_commands_the_terminal(hostile: str) -> None:
    """Escape codes, control characters and marks that turn the writing around do not reach the terminal."""
    assert hostile not in plain(f"before{hostile}after")
    assert "before" in plain(f"before{hostile}after")


def test_letters_stay() -> None:
    """Text in any alphabet, tabs and line feeds stay as they are."""
    text = "Қасым-Жомарт\tТоқаев 🚀\nعربي"
    assert plain(text) == text


def test_one_line() -> None:
    """A text for a cell of a table is one line."""
    assert line(" one\n\n two\tthree ") == "one two three"
