"""Publishers and agencies that the texts themselves speak of."""

from collections.abc import Mapping

from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Article, Ref, entity_of, rows
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.names import folded, names


def publishers(articles: tuple[Article, ...], homes: Mapping[Ref, int]) -> tuple[tuple[str, int], ...]:
    """The names of publishers and agencies, each with the cluster of the organisation of that name."""
    wanted = sorted({n for a in articles for n in (a.document.publisher, a.document.agency) if n})
    called: dict[str, int] = {}
    for ref in rows(articles, TargetKind.ENTITY):
        entity = entity_of(articles, ref)
        if vocabulary().is_a(entity.type, "Organization"):
            for name in names(entity):
                called[name] = min(called.get(name, homes[ref]), homes[ref])
    return tuple((name, called[folded(name)]) for name in wanted if folded(name) in called)
