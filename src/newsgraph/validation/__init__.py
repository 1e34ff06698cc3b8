"""Whether a graph is sound: SHACL shapes, layer by layer, and consistency with the ontology."""

from newsgraph.validation.report import Validation, Violation
from newsgraph.validation.validate import validate

__all__ = ["Validation", "Violation", "validate"]
