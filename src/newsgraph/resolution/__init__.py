"""Which rows of which documents mean one thing, and how sure that is; nothing here depends on the order of input."""

from newsgraph.resolution.apart import apart_because
from newsgraph.resolution.cards import Entry, EventCard, FigureCard, Filler, Names, known
from newsgraph.resolution.identifiers import external_links
from newsgraph.resolution.index import Index
from newsgraph.resolution.judging import Judgements
from newsgraph.resolution.names import content
from newsgraph.resolution.presupposed import presupposed
from newsgraph.resolution.views import EventView, view
from newsgraph.resolution.world import KEPT, Changes, World

__all__ = [
    "KEPT",
    "Changes",
    "Entry",
    "EventCard",
    "EventView",
    "FigureCard",
    "Filler",
    "Index",
    "Judgements",
    "Names",
    "World",
    "apart_because",
    "content",
    "external_links",
    "known",
    "presupposed",
    "view",
]
