"""Asking other people's SPARQL endpoints."""

from newsgraph.linking.answers import Answer, Table, Triples, Verdict
from newsgraph.linking.endpoint import Endpoint

__all__ = ["Answer", "Endpoint", "Table", "Triples", "Verdict"]
