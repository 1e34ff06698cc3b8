"""How somebody else's endpoint is to be asked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsgraph.linking.address import checked
from newsgraph.linking.answer_file import AnswerFile
from newsgraph.linking.inquiry import Inquiry
from newsgraph.linking.patience import Patience


@dataclass(frozen=True, slots=True)
class Manners:
    """The file of answers, whether only that is asked, requests a second and in all, and seconds for each; tries."""

    cache: Path | None = None
    offline: bool = False
    rate: float = 2.0
    budget: int = 5_000
    timeout: float = 60.0
    tries: int = 4
    pause: float = 1.0

    def inquiry(self, url: str, *, agent: str, now: Callable[[], str]) -> Inquiry:
        """An inquiry to an endpoint in this manner, in the name of an agent, by a clock."""
        return Inquiry(
            checked(url),
            AnswerFile.open(self.cache),
            now,
            agent,
            self.offline,
            self.rate,
            self.budget,
            self.timeout,
            Patience(self.tries, self.pause, 300.0),
        )
