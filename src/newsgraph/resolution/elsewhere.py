"""Which item of a source elsewhere an entity of a graph is: scored by the policy of links, with reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsgraph.model.linking import Found, Item, Sought, Weighed
from newsgraph.ontology.knowledge import key
from newsgraph.ontology.link_policy import LinkPolicy, link_policy
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.elsewhere_context import Said, belongs, context
from newsgraph.resolution.elsewhere_kinds import ALIKE, relation

# Candidates that are held to be of some other kind are no rivals.
RIVAL = {"sameClass", "noClass"}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate with the signs that were seen of it."""

    item: Item
    signs: tuple[Said, ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(sign for sign, _ in self.signs)


def found(
    sought: Sought, items: Iterable[Item], judged: Mapping[str, tuple[str, str]] | None = None
) -> Iterator[Found]:
    """What is held of the items that bear an entity's names, the best first (ties: the smaller IRI).

    `judged` are the words of people: by the IRI of an item "positive" or "negative", and who says so. What somebody has
    said wins. Where one is accepted, all others are refused.
    """
    policy, said = link_policy(), judged or {}
    ranked = weighed(sought, items, policy)
    free = [one for one in ranked if one.item.iri not in said]
    taken = any(said.get(one.item.iri, ("",))[0] == "positive" for one in ranked)
    for one in ranked:
        word, judge = said.get(one.item.iri, ("", ""))
        if word:
            yield Found(sought, one, "accepted" if word == "positive" else "rejected", judge or "a person")
        else:
            held = "rejected" if taken else _judgement(one, free, policy)
            taken |= held == "accepted"
            yield Found(sought, one, held)


def _judgement(one: Weighed, every: Sequence[Weighed], policy: LinkPolicy) -> str:
    """What is held of a candidate, by its score and its lead over the others."""
    best = max((other.sum for other in every if other is not one), default=0.0)
    return policy.judgement(one.score, one.sum - max(best, 0.0))


def weighed(sought: Sought, items: Iterable[Item], policy: LinkPolicy) -> list[Weighed]:
    """The candidates, the best first."""
    seen = [_Seen(item, tuple(_own(sought, item))) for item in items]
    whole = [_Seen(one.item, (*one.signs, *_against(sought, one, seen, policy))) for one in seen]
    ranked = (_weighed(sought, one, policy) for one in whole)
    return sorted(ranked, key=lambda one: (-one.sum, one.item.iri))


def _own(sought: Sought, item: Item) -> Iterator[Said]:
    """What is seen of an item alone."""
    labels = {key(label) for label in item.labels}
    main = next((name for name in item.called if key(name) in labels), None)
    yield ("mainName", {"name": repr(main)}) if main else ("otherName", {"name": repr(item.called[0])})
    others = [name for name in item.called if key(name) != key(main or item.called[0])]
    if others:
        yield "moreNames", {"name": repr(others[0])}
    yield relation(sought.types, item.kinds), {}
    yield from context(sought, item)


def _against(sought: Sought, one: _Seen, every: Sequence[_Seen], policy: LinkPolicy) -> Iterator[Said]:
    """What is seen of an item among those of the same name."""
    rivals = [other for other in every if other is not one and other.names & RIVAL]
    alike = bool(one.names & ALIKE)
    if not rivals and alike:
        yield "onlyPlace", {}
        yield "onlyBody", {}
    near = belongs(sought.beside, one.item)
    if near:
        yield "near", {"place": near.label}
    elif not one.names & {"placeAgrees"} and any(belongs(sought.beside, other.item) for other in rivals):
        yield "far", {}
    most = max((other.item.people for other in rivals), default=0.0)
    if rivals and alike and most > 0 and one.item.people >= policy.larger * most:
        yield "larger", {"times": f"{one.item.people / most:.0f}"}


def _weighed(sought: Sought, one: _Seen, policy: LinkPolicy) -> Weighed:
    """The signs that count for a class of entities, summed and in words."""
    words = vocabulary()
    pairs = [(policy.sign(name), slots) for name, slots in one.signs if name]
    counted = [(sign, slots) for sign, slots in pairs if any(sign.counts_for(kind, words) for kind in sought.types)]
    weighty = sorted(counted, key=lambda pair: (-abs(pair[0].weight), pair[0].name))
    reasons = tuple(sign.says.format(**slots) for sign, slots in weighty)
    return Weighed(one.item, round(sum(sign.weight for sign, _ in counted), 2), reasons)
