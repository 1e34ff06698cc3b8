from pathlib import Path

import pytest

from newsgraph.errors import InputError
from newsgraph.model.archive import Doubt, Judgement
from newsgraph.reading import read_judgements, written

JUDGED = (
    Judgement("x:a", "x:b", "same", "ann", "one street"),
    Judgement("x:a", "http://example.org/c", "different"),
    Judgement("x:d", "x:e", "unsure", "bob"),
)


def test_there_and_back(tmp_path: Path) -> None:
    """What is written is read again as it was."""
    (tmp_path / "judgements.tsv").write_text(written(JUDGED), encoding="utf-8")
    assert read_judgements(tmp_path / "judgements.tsv") == JUDGED


def test_waiting(tmp_path: Path) -> None:
    """What waits for somebody is in the file, in words too, and is no judgement until somebody makes it one."""
    doubt = Doubt("x:f", "x:g", ("A\tman", "A woman"), 0.6, ("same surname",))
    text = written(JUDGED, [doubt])
    assert "# A man / A woman: 0.60\nx:f\tx:g\t?\t\tsame surname\n" in text
    path = tmp_path / "judgements.tsv"
    path.write_text(text, encoding="utf-8")
    assert read_judgements(path) == JUDGED
    path.write_text(text.replace("\t?\t", "\tpositive\tann"), encoding="utf-8")
    assert read_judgements(path)[-1] == Judgement("x:f", "x:g", "same", "ann", "same surname")


def test_as_people_write_it(tmp_path: Path) -> None:
    """Angle brackets, line ends of another system, remarks and missing columns at the end do not matter."""
    path = tmp_path / "judgements.tsv"
    path.write_bytes("\ufeff# a remark\r\n\r\n<x:a>\t<x:b> \tnegative\r\n".encode())
    assert read_judgements(path) == (Judgement("x:a", "x:b", "different"),)


@pytest.mark.parametrize(
    ("line", "problem"), [("x:a x:b positive", "has 1 columns"), ("x:a\tx:b\tyes", "'yes' is none of")]
)
def test_not_understood(tmp_path: Path, line: str, problem: str) -> None:
    """A line that is not understood is named."""
    path = tmp_path / "judgements.tsv"
    path.write_text(f"# a remark\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"line 2: {problem}"):
        read_judgements(path)


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is an input that cannot be read."""
    with pytest.raises(InputError, match="cannot be read"):
        read_judgements(tmp_path / "none.tsv")
