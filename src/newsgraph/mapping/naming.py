"""Which IRI every row of some articles has, given what the world knows of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newsgraph.mapping.minting import Minter
from newsgraph.model.findings import TargetKind
from newsgraph.model.links import Links, Ref
from newsgraph.model.statements import Iri


@dataclass(frozen=True)
class Naming:
    """The IRIs of rows: those they have alone, and those of the things they are of. Computed once, then only read."""

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

    def iri(self, kind: TargetKind, ref: Ref) -> Iri:
        """The IRI of the thing that a row is of."""
        if kind is TargetKind.RELATION:
            return self._relation(ref)
        known = self.links.names.get((kind, ref))
        return self.alone[kind, ref] if known is None else Iri(known)

    def merged_from(self, kind: TargetKind, ref: Ref) -> Iri | None:
        """The IRI that a row would have had alone, where it has another."""
        alone = self.alone[kind, ref]
        return None if alone == self.iri(kind, ref) else alone

    def article(self, number: int) -> Iri:
        """The IRI of an article."""
        return self.minter.article(self.links.articles[number].digest)

    def _relation(self, ref: Ref) -> Iri:
        found = self.links.articles[ref.article].findings
        relation = found.relations[ref.index]
        subject = self.iri(TargetKind.ENTITY, Ref(ref.article, relation.subject)).value
        if relation.dated:
            return self.minter.relation(relation.predicate, subject, value=found.times[relation.object].value)
        object_ = self.iri(TargetKind.ENTITY, Ref(ref.article, relation.object)).value
        return self.minter.relation(relation.predicate, subject, object_)
