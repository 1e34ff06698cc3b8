"""How facts stand: the claims about each, held against the promotion policy."""

from collections.abc import Iterable, Mapping
from itertools import chain, product

from newsgraph.model.findings import Claim
from newsgraph.model.links import Article, Cluster, Ref
from newsgraph.ontology.policy import PromotionEvidence, promotion_policy
from newsgraph.resolution.clusters import Members
from newsgraph.resolution.sources import independent_sources
from newsgraph.resolution.speakers import representatives
from newsgraph.resolution.views import affirms, denies

# A claim that the reader is less sure of than this stands, with its confidence, but makes no fact.
LEAST_SURE = 0.6

Told = Mapping[Ref, Mapping[Ref, Claim]]


def stand(
    articles: tuple[Article, ...], clusters: Iterable[Members], told: Told, rivals: frozenset[Ref] = frozenset()
) -> tuple[Cluster, ...]:
    """The clusters with their status; `rivals` are rows with figures that exclude each other."""
    return tuple(_stand(articles, members, told, bool(rivals.intersection(members))) for members in clusters)


def _stand(articles: tuple[Article, ...], members: Members, told: Told, contradicted: bool) -> Cluster:
    claims = claims_of(members, told)
    evidence = promotion_evidence(articles, claims, contradicted)
    return Cluster(members, promotion_policy().status(evidence))


def claims_of(members: Members, told: Told) -> dict[Ref, Claim]:
    """All claims about a cluster."""
    return {ref: claim for member in members for ref, claim in told.get(member, {}).items()}


def promotion_evidence(
    articles: tuple[Article, ...], claims: Mapping[Ref, Claim], contradicted: bool
) -> PromotionEvidence:
    """What the policy wants to know about some claims."""
    affirmed = [(ref, claim) for ref, claim in claims.items() if affirms(claim) and claim.confidence >= LEAST_SURE]
    own = sum(_own_voice(claim) for _, claim in affirmed)
    return PromotionEvidence(
        affirmed_own=own,
        affirmed_attributed=len(affirmed) - own,
        sources=independent_sources(articles, affirmed),
        denied=any(map(denies, claims.values())),
        contradicted=contradicted,
    )


def _own_voice(claim: Claim) -> bool:
    return all(voice.claimant is None for voice in claim.voices)


def opposed(articles: tuple[Article, ...], claims: Mapping[Ref, Claim]) -> set[tuple[Ref, Ref]]:
    """Pairs of claims about one thing of which one affirms what the other denies.

    Each claim is paired with all on the other side, or where they are many with enough to stand for them.
    """
    yes = {ref: claim for ref, claim in claims.items() if affirms(claim)}
    no = {ref: claim for ref, claim in claims.items() if denies(claim)}
    if not (yes and no):
        return set()
    found = chain(product(yes, representatives(articles, no)), product(representatives(articles, yes), no))
    return {(min(pair), max(pair)) for pair in found}
