"""From links to statements, with all that the ontology refused."""

from itertools import chain

from newsgraph.mapping.articles import articles
from newsgraph.mapping.attributions import attributions
from newsgraph.mapping.chains import chains
from newsgraph.mapping.claims import claims
from newsgraph.mapping.context import Context, Output
from newsgraph.mapping.entities import entities
from newsgraph.mapping.events import events
from newsgraph.mapping.figures import figures
from newsgraph.mapping.minting import Minter
from newsgraph.mapping.relations import relations
from newsgraph.mapping.times import times
from newsgraph.model.links import Links
from newsgraph.model.statements import Run
from newsgraph.ontology.prefixes import DATA
from newsgraph.ontology.vocabulary import vocabulary


def statements(links: Links, *, run: Run, base: str = DATA, text: bool = True) -> Output:
    """All three layers of some articles; `text` says whether the articles' own text is part of it.

    Statements may come more than once where several articles make them; a refusal comes once for each thing refused.
    """
    context = Context(links, Minter(base), vocabulary(), run, text)
    parts = (articles, times, entities, events, figures, relations, claims, attributions, chains)
    yield from chain.from_iterable(part(context) for part in parts)
    yield from context.refused.values()
