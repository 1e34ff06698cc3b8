"""Where in the file things stand."""

from collections.abc import Iterable, Mapping

from newsgraph.web.pages.addresses import anchor


def placed(iris: Iterable[str], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """A name within the file for each IRI, made of its end; no name is given twice, nor one that is taken.

    >>> dict(placed(["x:/event/a", "y:/event/a"]))
    {'x:/event/a': 'event-a', 'y:/event/a': 'event-a-2'}
    """
    used, found = set(taken), dict[str, str]()
    for iri in iris:
        if iri in found:
            continue
        name, number = anchor(iri), 1
        while (numbered := name if number == 1 else f"{name}-{number}") in used:
            number += 1
        used.add(numbered)
        found[iri] = numbered
    return found
