"""The way from documents to a graph, in terms of what the parts promise, not of what they are."""

from newsgraph.pipeline.added import Added, Manner
from newsgraph.pipeline.build import Built, build
from newsgraph.pipeline.consistency import consistent
from newsgraph.pipeline.keeping import Keeper
from newsgraph.pipeline.ports import Extractor, Progress, Shelf, Store

__all__ = ["Added", "Built", "Extractor", "Keeper", "Manner", "Progress", "Shelf", "Store", "build", "consistent"]
