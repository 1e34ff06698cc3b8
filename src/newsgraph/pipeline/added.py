"""What comes of adding articles to a store, and in which manner it is done."""

from dataclasses import dataclass

from newsgraph.model.archive import Effect
from newsgraph.model.statements import Failure, Rejected, Run


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: the IRIs of articles that came in, how many were there already, and what went wrong.

    `effects` is what became of facts, `model` what the articles were read with.
    """

    articles: tuple[str, ...] = ()
    known: int = 0
    rejected: tuple[Rejected, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    model: str = ""

    def joined(self, other: "Added") -> "Added":
        """What came of this and of another addition by the same model."""
        return Added(
            self.articles + other.articles,
            self.known + other.known,
            self.rejected + other.rejected,
            self.failures + other.failures,
            self.notes + other.notes,
            self.effects + other.effects,
            self.model or other.model,
        )


@dataclass(frozen=True, slots=True)
class Manner:
    """How articles are read and kept: by which program and model, when, and whether their text may be shown."""

    run: Run
    text: bool = True
