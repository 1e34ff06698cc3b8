"""Doubtful links in a file that people edit and give back: a row each, its columns between tabs.

    judgement  entity  label  candidate  candidate label  score  judge  reasons

`judgement` is ? until somebody writes positive or negative there. What begins with # is a remark.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.model.linking import Reviewed

COLUMNS = ("judgement", "entity", "label", "candidate", "candidate label", "score", "judge", "reasons")
WORDS = ("?", "positive", "negative")
_HEAD = """\
# Which items elsewhere the entities of a graph are. Put positive or negative for ?, and your name under judge, if you
# like; then give the file back with --review. What is judged stays judged, and is not asked for again.
"""


def read_reviews(path: str | Path) -> tuple[Reviewed, ...]:
    """The rows of a file, in its order; none where there is no file. An InputError names what is not understood."""
    if not Path(path).exists():
        return ()
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    return tuple(_rows(str(path), text))


def reviews(rows: Iterable[Reviewed]) -> str:
    """A file of rows; reading it gives them back."""
    return _HEAD + _row(*COLUMNS) + "".join(_written(one) for one in rows)


def _rows(path: str, text: str) -> Iterator[Reviewed]:
    # Not splitlines(): a label may hold characters that Python takes for line ends.
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if line.strip() and not line.startswith("#") and cells != COLUMNS:
            yield _reviewed(f"{path}, line {number}", cells)


def _reviewed(where: str, cells: tuple[str, ...]) -> Reviewed:
    if not 4 <= len(cells) <= len(COLUMNS):
        raise InputError(where, f"has {len(cells)} columns", advice=f"write {', '.join(COLUMNS)} with tabs between")
    word, entity, label, candidate, title, score, judge, reasons = (*cells, "", "", "", "")[: len(COLUMNS)]
    if word not in WORDS:
        raise InputError(where, f"{word!r} is none of {', '.join(WORDS)}")
    return Reviewed(entity.strip("<>"), label, candidate.strip("<>"), title, word, score, judge, reasons)


def _written(one: Reviewed) -> str:
    return _row(
        one.judgement, one.entity, one.label, one.candidate, one.candidate_label, one.score, one.judge, one.reasons
    )


def _row(*cells: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t") + "\n"
