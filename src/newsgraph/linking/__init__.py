"""Asking other people's SPARQL endpoints, and bringing changes to stores elsewhere."""

from newsgraph.linking.access import Access
from newsgraph.linking.address import for_questions
from newsgraph.linking.asking import Asking
from newsgraph.linking.cache import FileCache
from newsgraph.linking.candidates import Catalogue
from newsgraph.linking.download import download
from newsgraph.linking.endpoint import Endpoint
from newsgraph.linking.enriching import Informant
from newsgraph.linking.manners import Manners
from newsgraph.linking.stores import PROTOCOLS, asked, store

__all__ = [
    "PROTOCOLS", "Access", "Asking", "Catalogue", "Endpoint", "FileCache", "Informant", "Manners", "asked", "download",
    "for_questions", "store",
]  # fmt: skip
