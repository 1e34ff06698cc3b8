"""Answers of endpoints in one plain file, each with the time at which it was asked for.

A line of JSON for each: url, query, asked (ISO 8601, UTC), content_type, body. The file never grows old by itself: who
wants new answers takes lines out, or the whole file away.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from newsgraph.errors import InputError, OutputError

KEYS = ("url", "query", "asked", "content_type", "body")


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it came, and when."""

    body: str
    content_type: str
    asked: str


@dataclass(slots=True)
class AnswerFile:
    """Answers by endpoint and query; without a path they are kept in memory only."""

    path: Path | None = None
    _known: dict[tuple[str, str], Answered] = field(default_factory=dict, repr=False)
    _whole: int | None = None

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """The answers in a file, which need not be there yet. An InputError names the line that is not understood.

        A last line that was cut short, because the process that wrote it ended, does not count.
        """
        found = cls(path)
        if path is not None and path.exists():
            found._read(path)
        return found

    def get(self, url: str, query: str) -> Answered | None:
        """The answer that is kept."""
        return self._known.get((url, query))

    def put(self, url: str, query: str, answered: Answered) -> None:
        """Keep an answer: it is in the file before this returns."""
        self._known[url, query] = answered
        if self.path is None:
            return
        values = (url, query, answered.asked, answered.content_type, answered.body)
        line = json.dumps(dict(zip(KEYS, values, strict=True)), ensure_ascii=False) + "\n"
        try:
            with self.path.open("ab") as file:
                if self._whole is not None:
                    file.truncate(self._whole)
                file.write(line.encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise OutputError(str(self.path), f"cannot be written: {error.strerror}") from error
        self._whole = None

    def _read(self, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(str(path), f"cannot be read: {error.strerror}") from error
        whole = data.rfind(b"\n") + 1
        self._whole = whole if whole < len(data) else None
        for number, line in enumerate(data[:whole].split(b"\n")[:-1], start=1):
            self._line(f"{path}, line {number}", line)

    def _line(self, where: str, line: bytes) -> None:
        try:
            url, query, asked, content_type, body = (str(json.loads(line)[name]) for name in KEYS)
        except (ValueError, KeyError, TypeError) as error:
            advice = "take the line out, or name another file"
            raise InputError(where, f"is no answer of an endpoint: {error!r}", advice=advice) from error
        self._known.setdefault((url, query), Answered(body, content_type, asked))
