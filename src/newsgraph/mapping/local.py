"""What an article is called before others are known: the IRIs that its rows have alone, and what is refused of it."""

from dataclasses import dataclass

from newsgraph.mapping.claims import claim_names
from newsgraph.mapping.context import Context
from newsgraph.mapping.minting import Minter
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Article, Links
from newsgraph.model.statements import Run
from newsgraph.ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Local:
    """Names of rows in their order (a claim that is refused has none), and the rows that the ontology refuses."""

    entities: tuple[str, ...]
    events: tuple[str, ...]
    figures: tuple[str, ...]
    claims: tuple[str | None, ...]
    publisher: str
    agency: str
    refused: frozenset[tuple[TargetKind, int]]


def local(article: Article, base: str) -> Local:
    """The names of one article."""
    minter = Minter(base)
    context = Context(Links((article,)), minter, vocabulary(), Run("", "", ""))
    names = (tuple(iri.value for iri in minter.rows(article, kind)) for kind in _KINDS)
    ends = (article.document.publisher, article.document.agency)
    publisher, agency = (minter.publisher(name).value if name else "" for name in ends)
    refused = frozenset((kind, ref.index) for kind, ref in context.refused)
    entities, events, figures = names
    return Local(entities, events, figures, claim_names(context), publisher, agency, refused)


_KINDS = (TargetKind.ENTITY, TargetKind.EVENT, TargetKind.FIGURE)
