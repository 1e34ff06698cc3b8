"""The embedded store: load, infer, query, explain, write. No store term leaves this package."""

from newsgraph.storage.archive import Archive
from newsgraph.storage.doubts import doubts
from newsgraph.storage.explanation import Explanation, ToldClaim
from newsgraph.storage.formats import Format
from newsgraph.storage.graph import Graph
from newsgraph.storage.rows import Rows
from newsgraph.storage.stats import Stats
from newsgraph.storage.store import QuadStore

__all__ = ["Archive", "Explanation", "Format", "Graph", "QuadStore", "Rows", "Stats", "ToldClaim", "doubts"]
