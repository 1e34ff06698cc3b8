"""From links to statements: IRIs out of content, evidence, and what the ontology refuses with its reason."""

from newsgraph.mapping.articles import agents
from newsgraph.mapping.local import Local, local
from newsgraph.mapping.minting import Minter
from newsgraph.mapping.statements import statements
from newsgraph.mapping.things import Writer

__all__ = ["Local", "Minter", "Writer", "agents", "local", "statements"]
