"""From links to statements: IRIs out of content, evidence, and what the ontology refuses with its reason."""

from newsgraph.mapping.minting import Minter
from newsgraph.mapping.statements import statements

__all__ = ["Minter", "statements"]
