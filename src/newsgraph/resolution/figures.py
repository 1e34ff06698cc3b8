"""Figures that exclude each other."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from math import inf

from newsgraph.model.findings import Claim, Entity, Figure, TargetKind
from newsgraph.model.links import Article, Ref, rows
from newsgraph.resolution.names import folded
from newsgraph.resolution.views import affirms

# "About 8" and 9 can both be right.
_LEEWAY = 0.1


def exclude(one: Figure, other: Figure) -> bool:
    """Whether no number fits both."""
    (low, high), (least, most) = _range(one), _range(other)
    return high < least or most < low


def _range(figure: Figure) -> tuple[float, float]:
    low = -inf if figure.minimum is None else figure.minimum
    high = inf if figure.maximum is None else figure.maximum
    slack = _LEEWAY if figure.approximate else 0.0
    return low - abs(low) * slack if low > -inf else low, high + abs(high) * slack if high < inf else high


def rival_figures(
    articles: tuple[Article, ...], owners: Mapping[Ref, int], told: Mapping[Ref, Mapping[Ref, Claim]]
) -> Iterator[tuple[int, Ref, Ref]]:
    """(event cluster, figure, figure) for affirmed figures of one event by different speakers that exclude each other.

    A speaker who revises a figure does not contradict anybody.
    """
    groups: dict[tuple[int, str, str | None], list[Ref]] = {}
    for ref in rows(articles, TargetKind.FIGURE):
        figure = _figure(articles, ref)
        if figure.of.kind is TargetKind.EVENT and any(map(affirms, told.get(ref, {}).values())):
            key = (owners[Ref(ref.article, figure.of.index)], figure.counts, figure.unit)
            groups.setdefault(key, []).append(ref)
    for (event, _, _), group in groups.items():
        for left, right in combinations(group, 2):
            strangers = not _speakers(articles, told[left]) & _speakers(articles, told[right])
            if strangers and exclude(_figure(articles, left), _figure(articles, right)):
                yield event, left, right


def _figure(articles: tuple[Article, ...], ref: Ref) -> Figure:
    return articles[ref.article].findings.figures[ref.index]


def _speakers(articles: tuple[Article, ...], claims: Mapping[Ref, Claim]) -> frozenset[str]:
    """Who stands behind a figure: the innermost speakers by name, the publisher for its own voice."""
    return frozenset(_speaker(articles[ref.article], ref.article, claim) for ref, claim in claims.items())


def _speaker(article: Article, number: int, claim: Claim) -> str:
    claimant = claim.voices[0].claimant
    if claimant is None:
        return folded(article.document.publisher or f"article {number}")
    entity: Entity = article.findings.entities[claimant]
    return folded(entity.label) if entity.named else f"{number} {claimant}"
