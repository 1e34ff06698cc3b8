"""Looking for the entities of a graph in a source elsewhere, with the words of people on what was doubtful before."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from newsgraph.model.archive import Judgement
from newsgraph.model.linking import Found, Item, Linked, Reviewed, Sought, Source
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.elsewhere import found

OPEN, YES, NO = "?", "positive", "negative"
# How many candidates of one entity are put before a person.
SHOWN = 5
Progress = Callable[[int, int], None]


class Catalogue(Protocol):
    """Gives the items by the names of entities."""

    def items(self, sought: Sequence[Sought], progress: Progress | None = None) -> Mapping[str, tuple[Item, ...]]:
        """The items by the names of some entities, by the IRIs of these."""
        ...


def look(
    sought: Sequence[Sought], catalogue: Catalogue, reviewed: Iterable[Reviewed], progress: Progress | None = None
) -> tuple[tuple[Found, ...], tuple[Sought, ...]]:
    """What is held of the candidates of each entity, and the entities that have none."""
    said: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for one in reviewed:
        if one.judgement != OPEN:
            said[one.entity][one.candidate] = (one.judgement, one.judge)
    items = catalogue.items(sought, progress)
    every = [held for one in sought for held in found(one, items.get(one.iri, ()), said.get(one.iri))]
    return tuple(_single(every)), tuple(one for one in sought if not items.get(one.iri))


def _single(every: Sequence[Found]) -> Iterable[Found]:
    """Items of which two entities of different kinds would be are doubtful for both: one of them is wrong."""
    takers: dict[str, list[Sought]] = defaultdict(list)
    for one in every:
        if one.judgement == "accepted":
            takers[one.candidate.item.iri].append(one.sought)
    torn = {item for item, found in takers.items() if not all(_alike(found[0], other) for other in found)}
    for one in every:
        unsure = one.judgement == "accepted" and not one.judge and one.candidate.item.iri in torn
        yield replace(one, judgement="doubtful") if unsure else one


def _alike(one: Sought, other: Sought) -> bool:
    words = vocabulary()
    return any(words.is_a(a, b) or words.is_a(b, a) for a in one.types for b in other.types)


def review(linked: Linked, before: Sequence[Reviewed]) -> tuple[Reviewed, ...]:
    """What people have said so far, and what waits for their word: the doubtful candidates, the best first."""
    said = {(one.entity, one.candidate): one for one in before if one.judgement != OPEN}
    shown: dict[str, int] = defaultdict(int)
    waiting = []
    for one in linked.of("doubtful"):
        item = one.candidate.item
        shown[one.sought.iri] += 1
        if (one.sought.iri, item.iri) not in said and shown[one.sought.iri] <= SHOWN:
            score, reasons = f"{one.candidate.score:.2f}", "; ".join(one.candidate.reasons)
            waiting.append(
                Reviewed(one.sought.iri, one.sought.label, item.iri, item.label, OPEN, score, reasons=reasons)
            )
    return (*said.values(), *waiting)


def as_judgements(
    linked: Linked, reviewed: Iterable[Reviewed], in_force: Iterable[Judgement], agent: str
) -> tuple[Judgement, ...]:
    """The judgements that a store is to keep: those in force, what people said now, and what was accepted."""
    kept = {(one.left, one.right): one for one in in_force}
    for one in reviewed:
        if one.judgement != OPEN:
            verdict = "same" if one.judgement == YES else "different"
            kept.setdefault(
                (one.entity, one.candidate), Judgement(one.entity, one.candidate, verdict, one.judge or "a person")
            )
    for found_ in linked.of("accepted"):
        pair = found_.sought.iri, found_.candidate.item.iri
        kept.setdefault(pair, Judgement(*pair, "same", found_.judge or agent, _reason(found_, linked.source)))
    return tuple(kept.values())


def _reason(one: Found, source: Source) -> str:
    said = "; ".join(one.candidate.reasons)
    return f"{one.candidate.score:.2f}: {said}; {source.endpoint}, {one.candidate.item.asked}"
