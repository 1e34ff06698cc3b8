"""What every part of the mapping needs: the links, the names, the ontology, and statements in short."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from newsgraph.mapping.minting import Minter
from newsgraph.mapping.naming import Naming
from newsgraph.mapping.refusals import refusals
from newsgraph.model.findings import Claim, Entity, Event, Figure, Relation, Target, TargetKind
from newsgraph.model.links import Article, Links, Ref, rows
from newsgraph.model.statements import Iri, Layer, Literal, Rejected, Run, Statement, Term
from newsgraph.ontology.vocabulary import Vocabulary

Output: TypeAlias = Iterator[Statement | Rejected]


@dataclass(frozen=True)
class Context:
    """All that is needed to say something about a row; what is computed from it is computed once."""

    links: Links
    minter: Minter
    vocabulary: Vocabulary
    run: Run
    text: bool = True

    @cached_property
    def naming(self) -> Naming:
        """The IRIs of all rows."""
        return Naming(self.links, self.minter)

    @cached_property
    def selectors(self) -> dict[tuple[int, int, int], tuple[Iri, Iri]]:
        """The position and the quote selector of each passage told so far, by article, start and end."""
        return {}

    @cached_property
    def refused(self) -> dict[tuple[TargetKind, Ref], Rejected]:
        """The rows that the ontology refuses, each with the reason."""
        return refusals(self.links, self.vocabulary)

    def label(self, ref: Ref) -> str:
        """What an article calls one of its entities."""
        return self.entity(ref).label

    def article(self, ref: Ref) -> Article:
        """The article of a row."""
        return self.links.articles[ref.article]

    def entity(self, ref: Ref) -> Entity:
        """The entity that a row is."""
        return self.article(ref).findings.entities[ref.index]

    def event(self, ref: Ref) -> Event:
        """The event that a row is."""
        return self.article(ref).findings.events[ref.index]

    def figure(self, ref: Ref) -> Figure:
        """The figure that a row is."""
        return self.article(ref).findings.figures[ref.index]

    def relation(self, ref: Ref) -> Relation:
        """The relation that a row is."""
        return self.article(ref).findings.relations[ref.index]

    def claim(self, ref: Ref) -> Claim:
        """The claim that a row is."""
        return self.article(ref).findings.claims[ref.index]

    def kept(self, kind: TargetKind) -> Iterator[Ref]:
        """The rows of a kind without those that are refused."""
        return (ref for ref in rows(self.links.articles, kind) if (kind, ref) not in self.refused)

    def target(self, article: int, target: Target) -> Iri | None:
        """The IRI of what a claim, an argument or a figure points to; None where that is refused."""
        key = target.kind, Ref(article, target.index)
        return None if key in self.refused else self.naming.iri(*key)

    def layer(self, kind: TargetKind, ref: Ref) -> Layer:
        """Facts for entities and for what is promoted, claims for the rest."""
        promoted = kind is TargetKind.ENTITY or self.links.statuses.get((kind, ref)) is not None
        return Layer.FACTS if promoted else Layer.CLAIMS

    def node(self, iri: Iri, layer: Layer, article: int) -> "Node":
        """A node to say things about, in a layer and by an article."""
        return Node(iri, layer, self.naming.article(article))


class Node(NamedTuple):
    """A subject in a layer of an article, so that statements about it are short."""

    iri: Iri
    layer: Layer
    article: Iri

    def has(self, predicate: Iri, *objects: Term | str | None) -> Iterator[Statement]:
        """A statement for each object: strings become plain literals, None is left out."""
        for found in objects:
            if found is not None:
                value = Literal(found) if isinstance(found, str) else found
                yield Statement(self.iri, predicate, value, self.layer, self.article)
