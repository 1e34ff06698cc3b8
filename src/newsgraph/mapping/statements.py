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
from newsgraph.mapping.times import times
from newsgraph.model.links import Links
from newsgraph.model.statements import Run
from newsgraph.ontology.prefixes import DATA
from newsgraph.ontology.vocabulary import vocabulary


def statements(links: Links, *, run: Run, base: str = DATA, text: bool = True) -> Output:
    """What some articles tell each on its own; `text` says whether the articles' own text is part of it.

    What several may tell together, the `things` say. A refusal comes once for each thing refused.
    """
    context = Context(links, Minter(base), vocabulary(), run, text)
    parts = (articles, times, entities, events, figures, claims, attributions, chains)
    yield from chain.from_iterable(part(context) for part in parts)
    yield from context.refused.values()
