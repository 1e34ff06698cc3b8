"""Merging graphs of ours with other people's RDF: identity by links and keys, held in check, and told."""

from newsgraph.storage.merging.choosing import Canonical
from newsgraph.storage.merging.merging import merge
from newsgraph.storage.merging.report import as_json, as_markdown, summary
from newsgraph.storage.merging.sources import Fetched

__all__ = ["Canonical", "Fetched", "as_json", "as_markdown", "merge", "summary"]
