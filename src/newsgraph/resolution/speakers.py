"""Who stands behind claims, and a few claims that stand for many."""

from collections import Counter
from collections.abc import Iterable, Mapping

from newsgraph.model.findings import Claim
from newsgraph.model.links import Article, Ref
from newsgraph.resolution.names import folded

# How many claims on the other side one claim is linked to, where there are many: ten thousand articles that affirm
# and a thousand that deny would make ten million pairs, which tell nobody more than a few do.
ENOUGH = 8


def speakers(articles: tuple[Article, ...], claims: Mapping[Ref, Claim]) -> frozenset[str]:
    """Who stands behind some claims: the innermost speakers by name, the publisher for its own voice."""
    return frozenset(speaker(articles, ref, claim) for ref, claim in claims.items())


def speaker(articles: tuple[Article, ...], ref: Ref, claim: Claim) -> str:
    """The innermost speaker of a claim; one without a name is nobody outside the article."""
    article, claimant = articles[ref.article], claim.voices[0].claimant
    if claimant is None:
        return folded(article.document.publisher or f"article {ref.article}")
    entity = article.findings.entities[claimant]
    return folded(entity.label) if entity.named else f"{ref.article} {claimant}"


def representatives(articles: tuple[Article, ...], claims: Mapping[Ref, Claim]) -> list[Ref]:
    """Enough of some claims to stand for all: the earliest of each speaker, then the second ones, and so on."""
    return [ref for ref, _ in sorted(_turns(articles, claims), key=lambda pair: (pair[1], pair[0]))][:ENOUGH]


def _turns(articles: tuple[Article, ...], claims: Mapping[Ref, Claim]) -> Iterable[tuple[Ref, int]]:
    """Each claim with the number of earlier ones by its speaker."""
    said: Counter[str] = Counter()
    for ref, claim in sorted(claims.items(), key=lambda pair: pair[0]):
        name = speaker(articles, ref, claim)
        yield ref, said[name]
        said[name] += 1
