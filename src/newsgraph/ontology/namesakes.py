"""Territories that the files tell apart in brackets: "Georgia (USA)", whom a text calls Georgia."""

import re
from collections.abc import Mapping
from functools import cache

from newsgraph.ontology.knowledge_files import Territory, all_territories, key

_IN_BRACKETS = re.compile(r" \(.*\)$")


def plain(name: str) -> str:
    """A name without what the file adds in brackets.

    >>> plain("Georgia (USA)")
    'Georgia'
    """
    return _IN_BRACKETS.sub("", name)


def namesakes(name: str) -> tuple[Territory, ...]:
    """The territories whose name is that one but for brackets.

    >>> namesakes("Georgia")[0].parent
    'us'
    """
    return _bracketed().get(key(name), ())


@cache
def _bracketed() -> Mapping[str, tuple[Territory, ...]]:
    found: dict[str, tuple[Territory, ...]] = {}
    for place in all_territories().values():
        if plain(place.name) != place.name:
            name = key(plain(place.name))
            found[name] = (*found.get(name, ()), place)
    return found
