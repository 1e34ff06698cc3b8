"""The result of finding entities: which there are, and for which of them each word stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from newsgraph.model.findings import Entity


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """Entities, and the words that stand for them (`heads`: token index -> index into `entities`)."""

    entities: tuple[Entity, ...] = ()
    heads: Mapping[int, int] = field(default_factory=dict)

    def at(self, token: int) -> int | None:
        """The entity whose mention that token heads or, in a name, belongs to; None where there is none."""
        return self.heads.get(token)

    def with_entities(self, more: tuple[Entity, ...], heads: Mapping[int, int]) -> "EntityIndex":
        """This index with further entities and further words, which win over those that are known."""
        return EntityIndex(self.entities + more, {**self.heads, **heads})

    def retyped(self, entity: int, kind: str) -> "EntityIndex":
        """This index with another class for one entity."""
        entities = (replace(e, type=kind) if n == entity else e for n, e in enumerate(self.entities))
        return EntityIndex(tuple(entities), self.heads)
