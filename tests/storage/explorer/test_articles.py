from hypothesis import given
from hypothesis import strategies as st

from newsgraph.model.explorer import Mark, Node
from newsgraph.storage.explorer.articles import segments

MARKS = st.builds(
    lambda start, length: Mark("mention", Node("x:a", "a", "thing"), start, start + length),
    st.integers(0, 30), st.integers(1, 30),
)  # fmt: skip


@given(st.text(max_size=40), st.lists(MARKS, max_size=12))
def test_segments_make_up_the_text(text: str, marks: list[Mark]) -> None:
    """Together they are the text, each begins where the one before ended, and none is empty unless the text is."""
    cut = segments(text, marks)
    assert "".join(one.text for one in cut) == text
    assert [one.start for one in cut] == [sum(len(before.text) for before in cut[:n]) for n in range(len(cut))]
    assert all(one.text for one in cut)


@given(st.text(min_size=1, max_size=40), st.lists(MARKS, max_size=12))
def test_each_mark_lies_on_its_own_characters(text: str, marks: list[Mark]) -> None:
    """On those from its start to before its end, and on no other."""
    cut = segments(text, marks)
    for number, mark in enumerate(marks):
        on = {n for one in cut if number in one.marks for n in range(one.start, one.start + len(one.text))}
        assert on == set(range(mark.start, min(mark.end, len(text))))
