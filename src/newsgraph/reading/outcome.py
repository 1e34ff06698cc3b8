"""What reading can say beside a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no document: which, why, and what to do about it."""

    source: str
    problem: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}" + (f" ({self.advice})" if self.advice else "")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about an input that was read all the same."""

    source: str
    text: str

    def __str__(self) -> str:
        return f"{self.source}: {self.text}"
