"""How many independent sources stand behind claims."""

from collections.abc import Iterable

from newsgraph.model.findings import Claim, Entity
from newsgraph.model.links import Article, Ref, digest
from newsgraph.resolution.names import folded


def independent_sources(articles: tuple[Article, ...], claims: Iterable[tuple[Ref, Claim]]) -> int:
    """The number of sources that cannot be traced to one another; at least 1 where there is a claim.

    A named speaker is a source. So is a publisher, in whose own voice something is told or who leaves its speakers
    unnamed, unless the same article names its source elsewhere: then it repeats that one. Articles with the same
    agency or the same text count once, and a publisher that nobody knows adds nothing to known ones.
    """
    by_article: dict[int, list[Claim]] = {}
    for ref, claim in claims:
        by_article.setdefault(ref.article, []).append(claim)
    groups = [group for number, told in sorted(by_article.items()) for group in _sources(articles[number], told)]
    known = [group for group in groups if group]
    return max(_components(known), min(len(groups), 1))


def _sources(article: Article, claims: list[Claim]) -> list[frozenset[str]]:
    """One set of keys for each source in an article; two sets with a common key are one source."""
    named = [keys for claim in claims if (keys := _speakers(article.findings.entities, claim))]
    return named or [_publisher(article)]


def _speakers(entities: tuple[Entity, ...], claim: Claim) -> frozenset[str]:
    """The names of the innermost and the outermost speaker."""
    ends = (claim.voices[0].claimant, claim.voices[-1].claimant)
    speakers = (entities[i] for i in ends if i is not None)
    return frozenset(
        f"name {folded(label)}"
        for speaker in speakers
        if speaker.named
        for label in (speaker.label, *speaker.alt_labels)
    )


def _publisher(article: Article) -> frozenset[str]:
    document = article.document
    names = frozenset(f"name {folded(name)}" for name in (document.publisher, document.agency) if name)
    return names | {f"text {digest(document.text)}"} if names else frozenset()


def _components(groups: list[frozenset[str]]) -> int:
    """How many parts the groups fall into, where a common key ties two together."""
    part: dict[str, set[str]] = {}
    for group in groups:
        touched = {id(found): found for key in group if (found := part.get(key))}
        large = max(touched.values(), key=len, default=set())
        joined = group.union(*(found for found in touched.values() if found is not large))
        large.update(joined)
        part.update(dict.fromkeys(joined, large))
    return len({id(found) for found in part.values()})
