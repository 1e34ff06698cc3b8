"""IRIs made of content: the same content gives the same IRI, and no text ever stands in one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.model.findings import Entity, Event, Findings, TargetKind
from newsgraph.model.links import Article, digest
from newsgraph.model.statements import Iri
from newsgraph.model.text import Span
from newsgraph.ontology.prefixes import DATA

KINDS = (
    "activity", "agent", "article", "attribution", "chain", "check", "claim", "entity", "event", "evidence", "extra",
    "figure", "graph", "link", "match", "mention", "phrase", "relation", "selector",
)  # fmt: skip
# The graph of what several articles tell together; no article has this digest.
SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Minter:
    """Makes IRIs under a base."""

    base: str = DATA

    def mint(self, kind: str, *parts: str) -> Iri:
        """The IRI of a kind of thing that some content identifies."""
        return Iri(f"{self.base}{kind}/{digest(*parts)}")

    def article(self, digest: str) -> Iri:
        """The IRI of an article by its digest."""
        return Iri(f"{self.base}article/{digest}")

    def told_by(self, home: str | None) -> Iri:
        """Whose graph says something: that of the only article that tells it, or the one of what several tell."""
        return self.article(SHARED if home is None else home)

    def publisher(self, name: str) -> Iri:
        """The IRI of a publisher or an agency of which no text speaks."""
        return self.mint("entity", "publisher", " ".join(name.casefold().split()))

    def relation(self, predicate: str, subject: str, object: str = "", *, value: str | None = None) -> Iri:
        """The IRI of a relation between two things, or of one that has a date."""
        if value is not None:
            return self.mint("relation", predicate, subject, "dated", value)
        return self.mint("relation", predicate, subject, object)

    def graph(self, article: Iri) -> Iri:
        """The named graph that holds what an article tells."""
        return Iri(f"{self.base}graph/{article.value.rsplit('/', 1)[-1]}")

    def identified(self, known: str) -> Iri:
        """The IRI of an entity that a knowledge file identifies."""
        return self.mint("entity", "known", known)

    def spot(self, kind: str, article: Article, span: Span, *more: str) -> Iri:
        """The IRI of something that stands at one place of an article."""
        return self.mint(kind, article.digest, str(span.start), str(span.end), *more)

    def rows(self, article: Article, kind: TargetKind) -> tuple[Iri, ...]:
        """The IRIs of all entities, events or figures of one article, as if it stood alone.

        Rows that nothing tells apart (two deaths told by one word) are numbered in their order.
        """
        return tuple(self._distinct(article, _keys(article.findings, kind)))

    def _distinct(self, article: Article, keys: Iterator[tuple[str, ...]]) -> Iterator[Iri]:
        seen: Counter[tuple[str, ...]] = Counter()
        for kind, *key in keys:
            if key[0] == "known":
                yield self.identified(key[1])
                continue
            row = (kind, *key)
            yield self.mint(kind, article.digest, *key, *((str(seen[row]),) if seen[row] else ()))
            seen[row] += 1


def _keys(findings: Findings, kind: TargetKind) -> Iterator[tuple[str, ...]]:
    if kind is TargetKind.ENTITY:
        yield from map(_entity_key, findings.entities)
    elif kind is TargetKind.EVENT:
        yield from map(_event_key, findings.events)
    elif kind is TargetKind.FIGURE:
        for figure in findings.figures:
            yield "figure", str(figure.span.start), str(figure.span.end), figure.counts


def _entity_key(entity: Entity) -> tuple[str, ...]:
    if entity.known:
        return "entity", "known", entity.known
    first = min((mention.span for mention in entity.mentions), default=Span(0, 0))
    return "entity", str(first.start), str(first.end), entity.type, entity.label


def _event_key(event: Event) -> tuple[str, ...]:
    first = min(event.triggers, default=event.extent)
    return "event", str(first.start), str(first.end), event.type
