"""Which rows of which documents mean one thing, and how sure that is; nothing here depends on the order of input."""

from newsgraph.resolution.cards import Entry, Names, known
from newsgraph.resolution.identifiers import external_links
from newsgraph.resolution.index import Index
from newsgraph.resolution.presupposed import presupposed
from newsgraph.resolution.world import Changes, World

__all__ = ["Changes", "Entry", "Index", "Names", "World", "external_links", "known", "presupposed"]
