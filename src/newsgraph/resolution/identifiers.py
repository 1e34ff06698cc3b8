"""Which identifiers of the knowledge files the things of one article have: scored, with reasons, ambiguity kept.

A function of one article alone. Nothing is made up: every target stands in a file under ontology/knowledge/.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.model.findings import Entity, Findings
from newsgraph.model.links import ExternalLink
from newsgraph.model.text import Document
from newsgraph.ontology.identity import IdentityPolicy, identity_policy
from newsgraph.resolution.candidates import Candidate, candidates
from newsgraph.resolution.setting import Setting, setting
from newsgraph.resolution.signs import Seen, signs

# The lead of what is not the best.
NONE = -1.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what speaks for it, summed and in words, the weightiest first."""

    candidate: Candidate
    sum: float
    reasons: tuple[str, ...]

    @property
    def score(self) -> float:
        """The sum, kept between 0 and 1."""
        return min(max(self.sum, 0.0), 1.0)


def external_links(document: Document, findings: Findings) -> tuple[ExternalLink, ...]:
    """The links of an article's entities, in their order, the best first.

    At most one candidate of an entity is accepted, and then no other is kept. A city can have two links of the same
    judgement: its GeoNames id, then its Wikidata item. `document` is not looked into as yet: findings have the signs.
    """
    at, policy = setting(findings), identity_policy()
    found = (_links(row, entity, at, policy) for row, entity in enumerate(findings.entities))
    return tuple(link for links in found for link in links)


def _links(row: int, entity: Entity, at: Setting, policy: IdentityPolicy) -> Iterator[ExternalLink]:
    """Where one candidate is accepted the others are rejected; else all that are likely enough are kept."""
    ranked = scored(row, entity, at, policy)
    if not ranked:
        return
    best, *others = ranked
    lead = best.sum - max((other.sum for other in others), default=0.0)
    judgement = policy.judgement(best.score, lead)
    if judgement is not None:
        yield from _both(row, best, judgement)
    if judgement != policy.judgements[0].name:
        kept = ((other, policy.judgement(other.score, NONE)) for other in others)
        yield from (link for other, found in kept if found is not None for link in _both(row, other, found))


def scored(row: int, entity: Entity, at: Setting, policy: IdentityPolicy) -> list[Scored]:
    """The candidates for a row of the entities, the best first (ties: the smaller identifier)."""
    every = candidates(entity)
    found = []
    for one in every:
        others = [other for other in every if other.iri != one.iri]
        seen = signs(row, entity, one, others, at, policy.sizes)
        found.append(Scored(one, policy.sum(s.sign for s in seen), _reasons(seen, policy)))
    return sorted(found, key=lambda one: (-one.sum, one.candidate.iri))


def _reasons(seen: list[Seen], policy: IdentityPolicy) -> tuple[str, ...]:
    weighty = sorted(seen, key=lambda s: -abs(policy.sign(s.sign).weight))
    return tuple(policy.sign(s.sign).says.format(**s.words) for s in weighty)


def _both(row: int, one: Scored, judgement: str) -> Iterator[ExternalLink]:
    """The link to the file's own identifier, and to the item of the same thing."""
    yield ExternalLink(row, one.candidate.iri, one.score, one.reasons, judgement)
    if one.candidate.item:
        same = (*one.reasons, f"the item of {one.candidate.iri}")
        yield ExternalLink(row, one.candidate.item, one.score, same, judgement)
