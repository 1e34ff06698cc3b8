"""Asking other people's SPARQL endpoints."""

from newsgraph.linking.cache import FileCache
from newsgraph.linking.endpoint import Endpoint

__all__ = ["Endpoint", "FileCache"]
