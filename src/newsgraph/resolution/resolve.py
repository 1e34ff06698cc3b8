"""From articles to links."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.findings import Claim, Findings, Target, TargetKind, Voice
from newsgraph.model.links import Article, Links, Ref, rows
from newsgraph.model.text import Document
from newsgraph.resolution.clusters import Members, index
from newsgraph.resolution.entities import resolve_entities
from newsgraph.resolution.events import claims_by_target, realizations, resolve_events, views
from newsgraph.resolution.figures import rival_figures
from newsgraph.resolution.publishers import publishers
from newsgraph.resolution.standing import Told, claims_of, opposed, stand
from newsgraph.resolution.ties import ties

EVENT, FIGURE, RELATION = TargetKind.EVENT, TargetKind.FIGURE, TargetKind.RELATION


def resolve(read: Iterable[tuple[Document, Findings]]) -> Links:
    """The links between all rows of some documents; the same for the same set of documents in any order."""
    articles = arrange(read)
    entities, entity_matches = resolve_entities(articles)
    homes = index(entities)
    tied = ties(articles, homes)
    first, _ = resolve_events(views(articles, homes), tied)
    # Once more, for what one event says about the events around it: two tolls of one earthquake.
    seen = views(articles, homes, index(first))
    events, event_matches = resolve_events(seen, tied)
    told = {kind: claims_by_target(articles, kind) for kind in TargetKind}
    rivals = tuple(rival_figures(articles, index(events), told[FIGURE]))
    disputed = frozenset(ref for number in {event for event, _, _ in rivals} for ref in events[number])
    opponents = frozenset(ref for _, left, right in rivals for ref in (left, right))
    relations = _same_relations(articles, homes)
    return Links(
        articles,
        entities=stand(articles, entities, told[TargetKind.ENTITY]),
        events=stand(articles, events, told[EVENT], disputed),
        figures=stand(articles, ((ref,) for ref in rows(articles, FIGURE)), told[FIGURE], opponents),
        relations=stand(articles, relations, told[RELATION]),
        matches=(*entity_matches, *event_matches),
        contradictions=_contradictions(
            articles,
            ((one, told[kind]) for kind, clusters in ((EVENT, events), (RELATION, relations)) for one in clusters),
            rivals,
            told[FIGURE],
        ),
        realizations=realizations(seen, events, tied),
        publishers=publishers(articles, homes),
    )


def arrange(read: Iterable[tuple[Document, Findings]]) -> tuple[Article, ...]:
    """The articles by date and digest, each once."""
    articles = {(a := Article.of(document, presupposed(findings))).digest: a for document, findings in read}
    return tuple(sorted(articles.values(), key=lambda a: (a.document.date or "9999", a.digest)))


def presupposed(findings: Findings) -> Findings:
    """The findings, where each relation that nobody claims is claimed in the article's own voice.

    A title before a name says who holds an office without anybody saying so.
    """
    claimed = {claim.about.index for claim in findings.claims if claim.about.kind is RELATION}
    tacit = tuple(
        Claim(
            Target(RELATION, row),
            (Voice(None, Factuality.CERTAIN_POSITIVE, Modality.ACTUAL, relation.span),),
            relation.confidence,
        )
        for row, relation in enumerate(findings.relations)
        if row not in claimed
    )
    return replace(findings, claims=(*findings.claims, *tacit))


def _same_relations(articles: tuple[Article, ...], homes: dict[Ref, int]) -> tuple[Members, ...]:
    """Relations are one where subject, predicate and object are."""
    groups: dict[tuple[int, str, int | str], list[Ref]] = {}
    for ref in rows(articles, RELATION):
        found = articles[ref.article].findings
        relation = found.relations[ref.index]
        end = found.times[relation.object].value if relation.dated else homes[Ref(ref.article, relation.object)]
        groups.setdefault((homes[Ref(ref.article, relation.subject)], relation.predicate, end), []).append(ref)
    return tuple(sorted(map(tuple, groups.values())))


def _contradictions(
    articles: tuple[Article, ...],
    members: Iterable[tuple[Members, Told]],
    rivals: Iterable[tuple[int, Ref, Ref]],
    figures: Told,
) -> tuple[tuple[Ref, Ref], ...]:
    """Pairs of claims: one affirms what the other denies, or their figures exclude each other."""
    found = {pair for one, told in members for pair in opposed(articles, claims_of(one, told))}
    for _, left, right in rivals:
        found.update((min(pair), max(pair)) for pair in product(figures[left], figures[right]))
    return tuple(sorted(found))
