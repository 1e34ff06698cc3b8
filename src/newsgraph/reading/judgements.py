"""Judgements in a file that people edit and keep under version control: a row each, its columns between tabs.

    left  right  judgement  judge  reason

`judgement` is positive, negative or unsure; with ? a row waits for somebody. What begins with # is a remark.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.model.archive import Doubt, Judgement

COLUMNS = ("left", "right", "judgement", "judge", "reason")
OPEN = "?"
VERDICTS = {"positive": "same", "negative": "different", "unsure": "unsure"}
_WORDS = {verdict: word for word, verdict in VERDICTS.items()}
_HEAD = f"""\
# What is one thing, and what is not, by the word of people. Columns between tabs: left and right (IRIs of entities or
# events; right may be an identifier elsewhere), judgement (positive, negative, unsure; {OPEN} waits for somebody),
# judge, reason. A negative or unsure judgement takes the right one out of what the program has made of it.
"""


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """The judgements in a file, in its order; an InputError names the line that is not understood."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    return tuple(_rows(str(path), text))


def written(judgements: Iterable[Judgement], doubts: Iterable[Doubt] = ()) -> str:
    """A file of judgements, and of what waits for one; reading it gives the judgements."""
    rows = [_row(one.left, one.right, _WORDS[one.verdict], one.judge, one.reason) for one in judgements]
    waiting = [
        f"# {_plain(one.names[0])} / {_plain(one.names[1])}: {one.score:.2f}\n"
        + _row(one.left, one.right, OPEN, "", "; ".join(one.reasons))
        for one in doubts
    ]
    return "".join((_HEAD, _row(*COLUMNS), *rows, *waiting))


def _rows(path: str, text: str) -> Iterator[Judgement]:
    # Not splitlines(): a reason may hold characters that Python takes for line ends.
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if line.strip() and not line.startswith("#") and cells != COLUMNS:
            yield from _judgement(f"{path}, line {number}", cells)


def _judgement(where: str, cells: tuple[str, ...]) -> Iterator[Judgement]:
    if not 3 <= len(cells) <= len(COLUMNS):
        raise InputError(where, f"has {len(cells)} columns", advice=f"write {', '.join(COLUMNS)} with tabs between")
    left, right, word, judge, reason = (*cells, "", "")[: len(COLUMNS)]
    if word not in (*VERDICTS, OPEN):
        raise InputError(where, f"{word!r} is none of {', '.join(VERDICTS)}, {OPEN}")
    if word != OPEN:
        yield Judgement(left.strip("<>"), right.strip("<>"), VERDICTS[word], judge, reason)


def _row(*cells: str) -> str:
    return "\t".join(map(_plain, cells)).rstrip("\t") + "\n"


def _plain(text: str) -> str:
    """A cell in one line without tabs."""
    return " ".join(text.split())
