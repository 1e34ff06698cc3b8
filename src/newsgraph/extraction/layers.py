"""The layers of a claim: what is said in the view of each speaker."""

from dataclasses import dataclass

from newsgraph.extraction.parse import Token
from newsgraph.model.factuality import Factuality, Modality


@dataclass(frozen=True, slots=True)
class State:
    """What one layer says so far."""

    factuality: Factuality = Factuality.CERTAIN_POSITIVE
    modality: Modality = Modality.ACTUAL

    def inside(self, factuality: Factuality, modality: Modality) -> "State":
        """This state inside a context; what is not to be stays so where it is asked for, planned or supposed."""
        value = self.factuality.under(factuality)
        if self.factuality.polarity < 0 and factuality.polarity == 0 and modality is not Modality.ACTUAL:
            value = Factuality.POSSIBLE_NEGATIVE
        return State(value, self.modality.under(modality))

    def negated(self) -> "State":
        """The same with the other sign."""
        return State(self.factuality.negated(), self.modality)


@dataclass(frozen=True, slots=True)
class Layer:
    """A closed layer: the state of the content in the view of a speaker, and the reporting word.

    Without a speaker it is the article's own view; where there is a cue but no speaker, that of somebody unnamed.
    """

    speaker: Token | None
    cue: Token | None
    state: State
