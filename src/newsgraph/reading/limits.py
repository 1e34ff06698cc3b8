"""How large an article may be."""

from newsgraph.reading.outcome import Unreadable

# No single article is that long, and the parser's memory grows with the text.
MAX_CHARACTERS = 1_000_000
MAX_BYTES = 4 * MAX_CHARACTERS


def too_long(source: str) -> Unreadable:
    """The refusal of what cannot be one article."""
    return Unreadable(source, f"is longer than {MAX_CHARACTERS:,} characters", "split it into articles, one file each")
