"""What people say of identifiers elsewhere: their word on a link wins over the program's.

A judgement is about a name that a row has. That a link is wrong, or doubtful, takes the identifier away from the row,
which may have another name for that; what is said of that name counts too. That a link is right leaves the row as it
is: it binds the thing to whatever has that identifier.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

from newsgraph.mapping import Minter
from newsgraph.model.archive import Judgement
from newsgraph.model.findings import Findings, TargetKind
from newsgraph.model.links import Article, ExternalLink, document_digest
from newsgraph.model.text import Document
from newsgraph.resolution import known

Judges: TypeAlias = Callable[[str], Sequence[Judgement]]
"""Gives the judgements whose left name is this one."""
SAME = "same"
# What a verdict makes of a link, and the score where the program has given none.
_MADE = {"same": ("accepted", 1.0), "different": ("rejected", 0.0), "unsure": ("unsure", 0.5)}
SOMEBODY = "a person"


def nobody(name: str) -> Sequence[Judgement]:
    """Has judged nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Judging:
    """The links of an article's rows, who has judged which of them, and the names that rows have had on the way."""

    links: tuple[ExternalLink, ...]
    judges: tuple[tuple[ExternalLink, str], ...] = ()
    formerly: frozenset[str] = frozenset()

    def with_link(self, link: ExternalLink, judge: str) -> Self:
        """With a judged link in the place of the one to the same target, or at the end."""
        same = [old for old in self.links if (old.entity, old.target) == (link.entity, link.target)]
        links = tuple(link if old in same else old for old in self.links) if same else (*self.links, link)
        judges = (*(pair for pair in self.judges if pair[0] not in same), (link, judge))
        return replace(self, links=links, judges=judges)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the links of one article are judged."""

    document: Document
    findings: Findings
    base: str
    judges: Judges

    def identified(self, links: tuple[ExternalLink, ...]) -> Findings:
        """The findings, in which entities have the identifiers of their links."""
        found = known(links)
        entities = (replace(entity, known=found.get(row)) for row, entity in enumerate(self.findings.entities))
        return replace(self.findings, entities=tuple(entities))

    def judged(self, links: tuple[ExternalLink, ...]) -> tuple[Findings, Judging]:
        """The findings with the identifiers that are left, and the links as people judge them."""
        found, at = self.identified(links), Judging(links)
        seen = set[tuple[str, ...]]()
        while (names := self._names(found)) not in seen and any(self._said(names)):
            seen.add(names)
            at = self._without(at, names)
            found = self.identified(at.links)
            at = replace(at, formerly=at.formerly.union(set(names) - set(self._names(found))))
        for row, one in self._said(self._names(found)):
            at = self._applied(at, row, one) if one.verdict == SAME else at
        return found, at

    def _without(self, at: Judging, names: tuple[str, ...]) -> Judging:
        for row, one in self._said(names):
            at = at if one.verdict == SAME else self._applied(at, row, one)
        return at

    def _said(self, names: tuple[str, ...]) -> Iterator[tuple[int, Judgement]]:
        """What is said of the rows of an article and identifiers elsewhere."""
        for row, name in enumerate(names):
            yield from ((row, one) for one in self.judges(name) if not one.right.startswith(self.base))

    def _names(self, found: Findings) -> tuple[str, ...]:
        article = Article(self.document, found, document_digest(self.document))
        return tuple(iri.value for iri in Minter(self.base).rows(article, TargetKind.ENTITY))

    def _applied(self, at: Judging, row: int, one: Judgement) -> Judging:
        judgement, score = _MADE[one.verdict]
        old = next((link for link in at.links if (link.entity, link.target) == (row, one.right)), None)
        kept = score if old is None or one.verdict != "unsure" else old.score
        reason = one.reason or f"{one.judge or SOMEBODY} says so"
        return at.with_link(ExternalLink(row, one.right, kept, (reason,), judgement), one.judge or SOMEBODY)
