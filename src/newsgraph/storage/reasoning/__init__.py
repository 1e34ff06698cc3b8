"""What follows from a graph under rules: the closure, why each inferred triple holds, and what contradicts itself."""

from newsgraph.storage.reasoning.reasoning import Contradiction, Reasoned, reason
from newsgraph.storage.reasoning.rules import SETS

__all__ = ["SETS", "Contradiction", "Reasoned", "reason"]
