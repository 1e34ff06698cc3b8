"""What a world says about some stories, in rows: what the tests look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from newsgraph.mapping import Minter, local
from newsgraph.mapping.naming import Naming
from newsgraph.model.findings import Findings, TargetKind
from newsgraph.model.links import Article, ExternalLink, Links, Ref, rows
from newsgraph.model.text import Document
from newsgraph.model.things import Matched
from newsgraph.ontology.prefixes import DATA
from newsgraph.resolution import Changes, Entry, Index, Names, World, presupposed

KIND = TargetKind


def entry(document: Document, findings: Findings, base: str = DATA) -> Entry:
    """A story as it enters the world; what its findings say of identity is taken for accepted."""
    article = Article.of(document, presupposed(findings))
    here = local(article, base)
    names = Names(here.entities, here.events, here.figures, here.claims, here.publisher, here.agency)
    known = ((row, entity.known) for row, entity in enumerate(findings.entities))
    links = tuple(ExternalLink(row, target, 1.0, ("test",), "accepted") for row, target in known if target)
    return Entry(article, names, here.refused, links)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Rows of one thing; `status` is None for what is no fact, and for entities."""

    members: tuple[Ref, ...]
    status: str | None = None


@dataclass(frozen=True)
class Outcome:
    """Articles in the order of publication, with what the world knows of them together."""

    entries: tuple[Entry, ...]
    links: Links
    changes: Changes

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Outcome":
        """What an empty world makes of some articles; one that comes twice is one."""
        once = {one.article.digest: one for one in entries}
        ordered = tuple(sorted(once.values(), key=_published))
        with Index.in_memory() as index:
            world = World(index)
            changes = world.update(once.values())
            return cls(ordered, world.links([one.article for one in ordered]), changes)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles."""
        return self.links.articles

    @cached_property
    def entities(self) -> tuple[Cluster, ...]:
        """The entities; what no other article can speak of is one of its own."""
        return self._clusters(KIND.ENTITY)

    @cached_property
    def events(self) -> tuple[Cluster, ...]:
        """The events."""
        return self._clusters(KIND.EVENT)

    @cached_property
    def figures(self) -> tuple[Cluster, ...]:
        """The figures: each its own."""
        return self._clusters(KIND.FIGURE)

    @cached_property
    def relations(self) -> tuple[Cluster, ...]:
        """The relations."""
        return self._clusters(KIND.RELATION)

    @cached_property
    def matches(self) -> tuple[Matched, ...]:
        """What is held to be one, or might be, by the rows in order."""
        return tuple(match for _, found in sorted(self.links.matches.items(), key=_by_row) for match in found)

    @cached_property
    def contradictions(self) -> tuple[tuple[Ref, Ref], ...]:
        """Pairs of claims that exclude each other."""
        claims = {
            (name, one.article.digest): Ref(number, row)
            for number, one in enumerate(self.entries)
            for row, name in enumerate(one.names.claims)
        }
        things = [*self.changes.events.values(), *self.changes.relations.values()]
        pairs = (
            sorted((claims[one.left, one.left_home], claims[one.right, one.right_home]))
            for thing in things
            if thing is not None
            for one in thing.oppositions
        )
        return tuple(sorted({(left, right) for left, right in pairs}))

    @cached_property
    def realizations(self) -> tuple[tuple[str, str], ...]:
        """The names of facts, each with that of a plan that it fulfils."""
        events = filter(None, self.changes.events.values())
        return tuple(sorted((event.name, plan) for event in events for plan in event.fulfils))

    def _clusters(self, kind: KIND) -> tuple[Cluster, ...]:
        naming, groups = Naming(self.links, Minter()), dict[str, list[Ref]]()
        for ref in rows(self.articles, kind):
            groups.setdefault(naming.iri(kind, ref).value, []).append(ref)
        statuses = self._statuses(kind)
        return tuple(Cluster(tuple(members), statuses.get(name)) for name, members in groups.items())

    def _statuses(self, kind: KIND) -> Mapping[str, str | None]:
        """How the things of a kind stand, by their names."""
        events = [event for event in self.changes.events.values() if event is not None]
        if kind is KIND.EVENT:
            return {event.name: event.status for event in events}
        if kind is KIND.RELATION:
            relations = (one for one in self.changes.relations.values() if one is not None)
            mint = Minter().relation
            return {mint(r.predicate, r.subject, r.object or "", value=r.value).value: r.status for r in relations}
        naming = Naming(self.links, Minter())
        own = {naming.iri(*key).value: status for key, status in self.links.statuses.items() if key[0] is KIND.FIGURE}
        return own | {name: status for event in events for name, status, _ in event.figures}


def without_status(links: Links) -> Links:
    """Links that say of an event no more than whether it is a fact."""
    facts = {key: status and "fact" for key, status in links.statuses.items()}
    return replace(links, statuses=facts)


def _published(one: Entry) -> tuple[str, str]:
    return one.article.document.date or "9999", one.article.digest


def _by_row(item: tuple[tuple[TargetKind, Ref], tuple[Matched, ...]]) -> tuple[str, Ref]:
    (kind, ref), _ = item
    return kind.value, ref
