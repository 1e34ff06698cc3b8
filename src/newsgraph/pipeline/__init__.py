"""The way from documents to a graph, in terms of what the parts promise, not of what they are."""

from newsgraph.pipeline.build import Built, build
from newsgraph.pipeline.ports import Extractor, Progress, Store

__all__ = ["Built", "Extractor", "Progress", "Store", "build"]
