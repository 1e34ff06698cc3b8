"""How sure a source is that something happened, and in which world it would happen (after FactBank)."""

from enum import Enum
from typing import Self


class Factuality(Enum):
    """Certainty and polarity in a claimant's own view; the value is the local name of the ontology's individual."""

    CERTAIN_POSITIVE = "CertainPositive"
    PROBABLE_POSITIVE = "ProbablePositive"
    POSSIBLE_POSITIVE = "PossiblePositive"
    CERTAIN_NEGATIVE = "CertainNegative"
    PROBABLE_NEGATIVE = "ProbableNegative"
    POSSIBLE_NEGATIVE = "PossibleNegative"
    UNDERSPECIFIED = "Underspecified"

    @property
    def polarity(self) -> int:
        """1, -1, or 0 where nothing is said."""
        return 0 if self is Factuality.UNDERSPECIFIED else -1 if "Negative" in self.value else 1

    @property
    def certainty(self) -> int:
        """3 certain, 2 probable, 1 possible, 0 nothing said."""
        degrees = {"Certain": 3, "Probable": 2, "Possible": 1}
        return next((n for word, n in degrees.items() if self.value.startswith(word)), 0)

    @classmethod
    def of(cls, polarity: int, certainty: int) -> Self:
        """The factuality of that polarity (1, -1) and certainty (3, 2, 1); 0 in either gives UNDERSPECIFIED."""
        if not polarity or not certainty:
            return cls("Underspecified")
        word = {3: "Certain", 2: "Probable", 1: "Possible"}[certainty]
        return cls(word + ("Positive" if polarity > 0 else "Negative"))

    def under(self, outer: Self) -> Self:
        """What is left of this factuality inside a context of the outer one: certainty is the weaker, signs multiply.

        >>> Factuality.CERTAIN_NEGATIVE.under(Factuality.POSSIBLE_POSITIVE).value
        'PossibleNegative'
        """
        return self.of(self.polarity * outer.polarity, min(self.certainty, outer.certainty))

    def negated(self) -> Self:
        """The same certainty with the other sign."""
        return self.of(-self.polarity, self.certainty)


class Modality(Enum):
    """The world in which a claimant places something; the value is the local name of the ontology's individual."""

    ACTUAL = "Actual"
    PLANNED = "Planned"
    REQUESTED = "Requested"
    OFFERED = "Offered"
    ATTEMPTED = "Attempted"
    CONDITIONAL = "Conditional"
    OBLIGATORY = "Obligatory"
    EXPECTED = "Expected"

    def under(self, outer: Self) -> Self:
        """The modality inside a context of the outer one: the outer world decides unless it is the actual one.

        A condition stays a condition in every world.
        """
        return self if outer.value == "Actual" or self.value == "Conditional" else outer
