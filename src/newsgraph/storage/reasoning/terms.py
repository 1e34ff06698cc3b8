"""Terms as numbers, in the order in which they come."""

from collections.abc import Sequence
from itertools import repeat

import numpy as np
import numpy.typing as npt

from newsgraph.storage.reasoning.relations import Rows

Flags = npt.NDArray[np.bool_]


class Terms:
    """Numbers for terms as N-Triples writes them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.texts: list[str] = []
        self._literal: Flags = np.zeros(0, np.bool_)

    def number(self, term: str) -> int:
        """The number of a term, which it gets where it has none."""
        if (known := self.numbers.get(term)) is not None:
            return known
        self.texts.append(term)
        self.numbers[term] = len(self.texts) - 1
        return len(self.texts) - 1

    def rows(self, terms: Sequence[str]) -> Rows:
        """The numbers of many terms."""
        new = [term for term in dict.fromkeys(terms) if term not in self.numbers]
        self.numbers.update(zip(new, range(len(self.texts), len(self.texts) + len(new)), strict=True))
        self.texts += new
        return np.fromiter(map(self.numbers.__getitem__, terms), np.int64, len(terms))

    @property
    def literal(self) -> Flags:
        """Which numbers stand for literals."""
        if (known := len(self._literal)) < len(self.texts):
            fresh = map(str.startswith, self.texts[known:], repeat('"'))
            more = np.fromiter(fresh, np.bool_, len(self.texts) - known)
            self._literal = np.concatenate((self._literal, more))
        return self._literal
