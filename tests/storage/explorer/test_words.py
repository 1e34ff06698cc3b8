from hypothesis import given
from hypothesis import strategies as st

from newsgraph.storage.explorer.lists import timeline
from newsgraph.storage.explorer.words import Marker, tokens

TEXT = st.text(alphabet=st.sampled_from("ab é\u0301-.\n"), max_size=400)


@given(TEXT, st.text(alphabet=st.sampled_from("abe "), max_size=6))
def test_a_snippet_is_a_stretch_of_the_text(text: str, words: str) -> None:
    """Without the dots where it is cut it stands in the text word for word, and something in it is marked."""
    found = tokens(words)
    snippet = Marker(found).snippet(text) if found else ()
    shown = "".join(piece.text for piece in snippet)
    assert shown.removeprefix("... ").removesuffix(" ...") in text
    assert bool(snippet) == any(piece.marked for piece in snippet)


def test_a_snippet_shows_what_is_around_the_words() -> None:
    """A long text is cut on both sides."""
    (before, word, after) = Marker(("needle",)).snippet("hay " * 100 + "Needle" + " straw" * 100)
    assert before.text.startswith("... hay ")
    assert (word.text, word.marked) == ("Needle", True)
    assert after.text.endswith("straw ...")
    assert len(before.text + word.text + after.text) < 200


def test_many_days_become_months_and_many_months_years() -> None:
    """A chart has room for so many bars."""
    days = [(f"2030-{month:02}-{day:02}", 1) for month in range(1, 13) for day in range(1, 11)]
    assert [(one.when, one.count) for one in timeline(days)][:2] == [("2030-01", 10), ("2030-02", 10)]
    years = [(f"{year}-{month:02}", 1) for year in range(1900, 2000) for month in range(1, 13)]
    assert [(one.when, one.count) for one in timeline(years)][:1] == [("1900", 12)]


def test_days_before_christ_and_of_no_calendar_break_nothing() -> None:
    """What is no date is left out."""
    assert [one.when for one in timeline([("-0044-03-15", 1), ("tomorrow", 2)])] == ["-0044-03-15"]
