"""Weights that were learned from annotated texts; the files say from which, and under which licence they stand."""

from collections.abc import Mapping
from functools import cache

from newsgraph.ontology.files import folder


@cache
def relation_weights() -> Mapping[str, Mapping[str, float]]:
    """For each sign of a pair of words, what it weighs for or against each relation (its local name)."""
    found: dict[str, dict[str, float]] = {}
    for line in (folder("ontology") / "learned" / "relations.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("# "):
            relation, sign, weight = line.split("\t")
            found.setdefault(sign, {})[relation] = float(weight)
    return found
