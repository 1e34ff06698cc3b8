"""A state of a graph that is served: taken from a store or from files, and asked in processes that can be stopped."""

from newsgraph.storage.serving.served import Served
from newsgraph.storage.serving.snapshot import Snapshot, is_quads, ready, state

__all__ = ["Served", "Snapshot", "is_quads", "ready", "state"]
