"""How two graphs differ, by what they tell."""

from newsgraph.storage.differing.differing import diff, patch
from newsgraph.storage.differing.telling import as_json, as_text

__all__ = ["as_json", "as_text", "diff", "patch"]
