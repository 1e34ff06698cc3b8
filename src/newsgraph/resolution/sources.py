"""Who stands behind claims, and how many of them are independent of one another.

All that others need to know of the source of a claim is a set of keys: two claims with a common key are one source.
"""

from collections.abc import Iterable, Iterator

from newsgraph.model.findings import Claim, Entity, Findings
from newsgraph.model.text import Document
from newsgraph.ontology.agencies import agencies
from newsgraph.ontology.dispensable import shortened
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.credits import credited
from newsgraph.resolution.names import folded
from newsgraph.resolution.voices import affirms


def source_keys(document: Document, findings: Findings, claim: Claim) -> frozenset[str]:
    """The keys of the source of one affirming claim; none where the source adds nothing to those that are known.

    A named speaker is a source. Where nobody is named it is who publishes the article, together with each agency that
    the article gives itself to or cites, unless the article names somebody else who affirms the same: then it repeats
    that one. A publisher that nobody knows adds nothing.
    """
    speakers = speaker_keys(findings, claim)
    if speakers or _repeats(findings, claim):
        return speakers
    return publisher_keys(document, findings)


def speaker_keys(findings: Findings, claim: Claim) -> frozenset[str]:
    """The names of the innermost and the outermost speaker; none where neither has a name."""
    ends = (claim.voices[0].claimant, claim.voices[-1].claimant)
    speakers = (findings.entities[i] for i in ends if i is not None)
    return _keys(name for speaker in speakers if speaker.named for name in (speaker.label, *speaker.alt_labels))


def publisher_keys(document: Document, findings: Findings) -> frozenset[str]:
    """Who stands behind what an article tells in its own voice: its publisher, and the agencies that it draws on."""
    known = (name for name in (document.publisher, document.agency) if name)
    return _keys(known) | _keys(cited_agencies(document, findings))


def cited_agencies(document: Document, findings: Findings) -> frozenset[str]:
    """The names of the news agencies that an article gives itself to, or that it says something in the name of."""
    claimants = {voice.claimant for claim in findings.claims for voice in claim.voices}
    claimants |= {attribution.claimant for attribution in findings.attributions}
    heard = (findings.entities[index] for index in claimants if index is not None)
    names = frozenset(name for entity in heard if _agency(entity) for name in (entity.label, *entity.alt_labels))
    return names | credited(document.text) | credited(document.title or "")


def independent(groups: Iterable[frozenset[str]]) -> int:
    """The number of sources that cannot be traced to one another, given the keys of each claim's source.

    Sources without keys add nothing to known ones, but where there is any source the number is at least 1.
    """
    sources = list(groups)
    return max(_components(group for group in sources if group), min(len(sources), 1))


def _repeats(findings: Findings, claim: Claim) -> bool:
    """Whether somebody with a name affirms in the same article what a claim is about."""
    others = (one for one in findings.claims if one.about == claim.about and affirms(one))
    return any(speaker_keys(findings, one) for one in others)


def _agency(entity: Entity) -> bool:
    return entity.named and vocabulary().is_a(entity.type, "NewsAgency")


def _keys(names: Iterable[str]) -> frozenset[str]:
    """A key for each name, and one for the full name of an agency."""
    return frozenset(f"name {folded(name)}" for one in names for name in _both(one) if folded(name))


def _both(name: str) -> Iterator[str]:
    yield name
    yield from shortened(folded(name), "NewsAgency")
    if full := agencies().get(name):
        yield full


def _components(groups: Iterable[frozenset[str]]) -> int:
    """How many parts the groups fall into, where a common key ties two together."""
    part: dict[str, set[str]] = {}
    for group in groups:
        touched = {id(found): found for key in group if (found := part.get(key))}
        large = max(touched.values(), key=len, default=set())
        joined = group.union(*(found for found in touched.values() if found is not large))
        large.update(joined)
        part.update(dict.fromkeys(joined, large))
    return len({id(found) for found in part.values()})
