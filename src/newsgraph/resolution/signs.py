"""What speaks for a candidate and against it: signs that the policy of identity weighs, with words to fill its gaps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.model.findings import Entity
from newsgraph.ontology import knowledge
from newsgraph.ontology.identity import Sizes
from newsgraph.resolution.candidates import ACRONYM, PART, PLACES, Candidate
from newsgraph.resolution.setting import Setting


@dataclass(frozen=True, slots=True)
class Seen:
    """A sign by its name in the policy, and what stands in its words."""

    sign: str
    words: Mapping[str, str] = field(default_factory=dict)


def signs(
    row: int, entity: Entity, one: Candidate, others: Sequence[Candidate], at: Setting, sizes: Sizes
) -> list[Seen]:
    """All that is seen of a candidate for a row of the entities; `others` are those of the same name."""
    rivals = [other for other in others if not (other.within(one) or one.within(other))]
    stated = list(_stated(row, one, at))
    near = list(_near(row, one, rivals, at))
    lost = not any(seen.sign == "near" for seen in near) and not any(seen.sign == "statedWithin" for seen in stated)
    return [
        Seen(one.called, {"name": repr(one.name), "other": one.title}),
        *_class(entity, one),
        *_bearers(one, rivals, sizes),
        *([Seen("capital")] if one.capital else []),
        *([Seen("aroundCity")] if one.kind == "Region" and any(other.within(one) for other in others) else []),
        *stated,
        *near,
        *([Seen("remote")] if lost and one.kind == "City" and one.people < sizes.small_town else []),
        *_far(row, one, rivals, at),
    ]


def _class(entity: Entity, one: Candidate) -> Iterator[Seen]:
    if entity.type == one.kind or one.called == ACRONYM:
        yield Seen("sameClass")
    elif entity.type in PLACES - {"Place"}:
        yield Seen("otherRank" if "City" not in {entity.type, one.kind} else "otherClass")
    if entity.known == one.iri:
        yield Seen("readSo")


def _bearers(one: Candidate, rivals: Sequence[Candidate], sizes: Sizes) -> Iterator[Seen]:
    """What else bears the name. Only cities are held against each other by their people; a territory outdoes towns."""
    if one.called == PART:
        return
    cities = all(other.kind == "City" for other in rivals)
    most = max((other.people for other in rivals if other.kind == "City"), default=0)
    if not rivals:
        yield Seen("onlyBearer")
    elif one.is_territory and cities and most < sizes.small_namesake:
        yield Seen("smallNamesakes")
    elif one.kind == "City":
        yield from _compared(one.people, most, cities, sizes)


def _compared(people: int, most: int, cities: bool, sizes: Sizes) -> Iterator[Seen]:
    """A city against the largest other of its name; to be larger says little where a territory has that name too."""
    more, less = people / max(most, 1), most / max(people, 1)
    if cities and more >= sizes.larger:
        yield Seen("farLargest" if more >= sizes.far else "larger", {"times": f"{more:.0f}"})
    elif less >= sizes.far:
        yield Seen("farSmaller", {"times": f"{less:.0f}"})


def _stated(row: int, one: Candidate, at: Setting) -> Iterator[Seen]:
    for name, codes in at.stated.get(row, ()):
        if set(codes) & set(one.places[: -1 if one.is_territory else None]):
            yield Seen("statedWithin", {"place": name})
        elif not any(_may_hold(code, one) for code in codes):
            yield Seen("statedElsewhere", {"place": name})


def _may_hold(code: str, one: Candidate) -> bool:
    """Whether a place of which only the country is known may lie in a part of that country."""
    place = knowledge.by_code(code)
    return place is not None and len(one.places) == 1 and place.parent == one.places[0]


def _level(row: int, one: Candidate, at: Setting) -> tuple[int, str]:
    """How near to a candidate the story has something else, and what that is."""
    for depth, code in reversed(list(enumerate(one.places, start=1))):
        if name := at.beside(row, code):
            return depth, name
    return 0, ""


def _near(row: int, one: Candidate, rivals: Sequence[Candidate], at: Setting) -> Iterator[Seen]:
    level, name = _level(row, one, at)
    if not level and one.kind == "Country" and (other := at.neighbour(row, one.places[-1])):
        yield Seen("sameRegion", {"place": other})
    if level:
        yield Seen("near", {"place": name})
        if rivals and all(_nearer(row, one, other, at) for other in rivals):
            yield Seen("nearest")


def _far(row: int, one: Candidate, rivals: Sequence[Candidate], at: Setting) -> Iterator[Seen]:
    if any(_nearer(row, other, one, at) for other in rivals):
        yield Seen("far")


def _nearer(row: int, one: Candidate, other: Candidate, at: Setting) -> bool:
    """Whether the story has something nearer to the one. Parts of countries tell only within one country."""
    level, besides = _level(row, one, at)[0], _level(row, other, at)[0]
    return level > besides and (besides == 0 or one.places[0] == other.places[0])
