"""What follows from a graph under rules: the closure, why each inferred triple holds, and what contradicts itself."""

from newsgraph.storage.reasoning.contradicting import Contradiction
from newsgraph.storage.reasoning.paths import close, surroundings
from newsgraph.storage.reasoning.reasoning import Reasoned, reason
from newsgraph.storage.reasoning.rules import SETS

__all__ = ["SETS", "Contradiction", "Reasoned", "close", "reason", "surroundings"]
