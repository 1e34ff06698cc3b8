"""From a figure or a claim to the thing on whose page it stands."""

from collections.abc import Iterable

from newsgraph.model.explorer import Node, ResourcePage
from newsgraph.web.ports import Explorer

_HOSTS = ("event", "told", "relation")
_WAYS = ("figure", "claim")
_MOST_STEPS = 8
_ON_THE_WAY = ("about", "of")


async def fact_of(explorer: Explorer, iri: str) -> Node | None:
    """The event or relation that a figure belongs to or a claim is about; of a figure of something else, that thing.

    A claim about a claim is followed to the innermost; None where nothing is found.
    """
    seen = {iri}
    while len(seen) <= _MOST_STEPS:
        found = await explorer.resource(iri)
        near = list(_leading(found)) if found else []
        if host := _first(near, _HOSTS):
            return host
        onward = _first((node for node in near if node.iri not in seen), _WAYS)
        if onward is None:
            return next((node for node in near if node.kind not in ("article", "resource", *_WAYS)), None)
        iri = onward.iri
        seen.add(iri)
    return None


def _leading(page: ResourcePage) -> Iterable[Node]:
    """What is said to be what it is of or about."""
    for predicate, values in page.says:
        if predicate.lower().endswith(_ON_THE_WAY):
            yield from (value for value in values if isinstance(value, Node))


def _first(nodes: Iterable[Node], kinds: tuple[str, ...]) -> Node | None:
    return next((node for node in nodes if node.kind in kinds), None)
