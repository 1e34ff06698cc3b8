"""What the explorer shows of a graph: a catalog for searching and lists, the quads for the details."""

from newsgraph.storage.explorer.building import build_catalog
from newsgraph.storage.explorer.catalog import Catalog
from newsgraph.storage.explorer.explorer import Explorer

__all__ = ["Catalog", "Explorer", "build_catalog"]
