"""The embedded store: load, infer, query, explain, write. No store term leaves this package."""

from newsgraph.storage.archive import Archive
from newsgraph.storage.doubts import doubts
from newsgraph.storage.explanation import Explanation, ToldClaim
from newsgraph.storage.formats import Format
from newsgraph.storage.graph import Graph
from newsgraph.storage.mirror import forget, mirror
from newsgraph.storage.mirror_work import Mirrored
from newsgraph.storage.rows import Rows
from newsgraph.storage.stats import Stats
from newsgraph.storage.store import QuadStore

__all__ = [
    "Archive", "Explanation", "Format", "Graph", "Mirrored", "QuadStore", "Rows", "Stats", "ToldClaim", "doubts",
    "forget", "mirror",
]  # fmt: skip
