"""Which IRI every row of every article has, once clusters are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newsgraph.mapping.minting import Minter
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Cluster, Links, Ref
from newsgraph.model.statements import Iri


@dataclass(frozen=True)
class Naming:
    """The IRIs of rows: those they have alone, and those of their clusters. Computed once, then only read."""

    links: Links
    minter: Minter

    @cached_property
    def alone(self) -> Mapping[tuple[TargetKind, Ref], Iri]:
        """The IRI of each entity, event and figure as if its article stood alone."""
        return {
            (kind, Ref(number, row)): iri
            for kind in (TargetKind.ENTITY, TargetKind.EVENT, TargetKind.FIGURE)
            for number, article in enumerate(self.links.articles)
            for row, iri in enumerate(self.minter.rows(article, kind))
        }

    @cached_property
    def _chosen(self) -> Mapping[tuple[TargetKind, Ref], Iri]:
        kinds = (TargetKind.ENTITY, TargetKind.EVENT, TargetKind.FIGURE)
        found = {
            (kind, ref): iri
            for kind in kinds
            for cluster in self.links.clusters(kind)
            for iri in [self._name(kind, cluster)]
            for ref in cluster.members
        }
        return found | {
            (TargetKind.RELATION, ref): self._relation(ref, found)
            for cluster in self.links.relations
            for ref in cluster.members
        }

    def iri(self, kind: TargetKind, ref: Ref) -> Iri:
        """The IRI of the thing that a row is of."""
        return self._chosen[kind, ref]

    def merged_from(self, kind: TargetKind, ref: Ref) -> Iri | None:
        """The IRI that a row would have had alone, where it has another."""
        alone = self.alone[kind, ref]
        return None if alone == self.iri(kind, ref) else alone

    def article(self, number: int) -> Iri:
        """The IRI of an article."""
        return self.minter.article(self.links.articles[number])

    def _name(self, kind: TargetKind, cluster: Cluster) -> Iri:
        """That of an identified member, else of the earliest published one (ties: the smallest IRI)."""
        members = ((self._known(kind, ref), self._date(ref), self.alone[kind, ref]) for ref in cluster.members)
        return min(members)[2]

    def _known(self, kind: TargetKind, ref: Ref) -> bool:
        """False where the row is identified, so that it sorts first."""
        found = self.links.articles[ref.article].findings
        return not (kind is TargetKind.ENTITY and found.entities[ref.index].known)

    def _date(self, ref: Ref) -> str:
        return self.links.articles[ref.article].document.date or "9999"

    def _relation(self, ref: Ref, found: Mapping[tuple[TargetKind, Ref], Iri]) -> Iri:
        relation = self.links.articles[ref.article].findings.relations[ref.index]
        subject = found[TargetKind.ENTITY, Ref(ref.article, relation.subject)].value
        if relation.dated:
            value = self.links.articles[ref.article].findings.times[relation.object].value
            return self.minter.mint("relation", relation.predicate, subject, "dated", value)
        return self.minter.mint(
            "relation", relation.predicate, subject, found[TargetKind.ENTITY, Ref(ref.article, relation.object)].value
        )
