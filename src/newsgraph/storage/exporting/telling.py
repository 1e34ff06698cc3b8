"""Who tells of a fact: its claims, the articles they are from, and how many sources there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsgraph.storage.exporting.source import Source

# Deeper than any text puts what somebody says that somebody says.
_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims about something, the articles they stand in, and the sources that say it is so (by their IRIs)."""

    claims: tuple[str, ...]
    articles: tuple[str, ...]
    sources: frozenset[str]


def telling(source: Source, facts: Iterable[str]) -> Telling:
    """Who tells of some facts together.

    A source is the outermost whom an article names for a claim, or else the agency or paper that had it first: copies
    of one report are one source. Only who says that it happened counts.
    """
    claims = sorted({claim for fact in facts for claim in source.subjects("ng:about", fact)})
    articles = {article for claim in claims for article in source.iris(claim, "prov:wasDerivedFrom")}
    sources = {_origin(source, claim) for claim in claims if _affirms(source, claim)}
    return Telling(tuple(claims), tuple(sorted(articles)), frozenset(filter(None, sources)))


def _affirms(source: Source, claim: str) -> bool:
    factuality, modality = source.text(claim, "ng:factuality"), source.text(claim, "ng:modality")
    return (factuality, modality) == ("CertainPositive", "Actual")


def _origin(source: Source, claim: str) -> str:
    article = next(iter(source.iris(claim, "prov:wasDerivedFrom")), "")
    house = next(iter(source.iris(article, "schema:publisher")), article)
    first = next(iter(source.iris(article, "ng:copyOf")), article)
    voices = (*source.iris(first, "schema:sourceOrganization"), *source.iris(first, "schema:publisher"), first)
    named = (who for one in (outermost(source, claim), claim) for who in source.iris(one, "ng:claimant"))
    return next((who for who in named if who != house), voices[0])


def outermost(source: Source, claim: str) -> str:
    """The claim inside which all others stand that a claim stands in."""
    for _ in range(_DEPTH):
        outer = source.iris(claim, "ng:embeddedIn")
        if not outer:
            break
        claim = outer[0]
    return claim
