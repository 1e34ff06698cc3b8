"""What the files under ontology/knowledge/ say about the world: territories, groups of states, cities, first names.

Loaded when first asked for. Names are compared without case, "the" and dots. Every identifier comes from a source
that the file names in its first line.
"""

from newsgraph.ontology.knowledge_files import (
    Body,
    Settlement,
    Territory,
    all_territories,
    bodies_by_acronym,
    bodies_by_name,
    capitals,
    cities,
    first_names,
    key,
    peoples,
    settlements_of,
    territories_by_iri,
    territories_by_name,
)
from newsgraph.ontology.names import abbreviations

__all__ = [
    "SOVIET",
    "Body",
    "Settlement",
    "Territory",
    "body",
    "by_code",
    "by_iri",
    "capital_of",
    "key",
    "people",
    "settlements",
    "sex_of",
    "territory",
]
# The code of the Soviet Union, which `Territory.successor_of` names.
SOVIET = "suhh"


def territory(name: str) -> tuple[Territory, ...]:
    """The territories of that name, countries of today first; a name alone, no adjective.

    >>> territory("Calif.")[0].name
    'California'
    """
    if (full := abbreviations().get(name)) is not None:
        return tuple(t for t in territories_by_name().get(key(full), ()) if t.type == "Region")
    return territories_by_name().get(key(name), ())


def people(word: str) -> Territory | None:
    """The territory of an adjective or noun for a people ("Kazakh", "Russians"), where there is one.

    >>> people("Kazakh").name
    'Kazakhstan'
    """
    found = peoples()
    return found.get(key(word)) or (found.get(key(word[:-1])) if word.endswith("s") else None)


def sex_of(name: str) -> str | None:
    """ "female" or "male" for a first name that nearly only women or only men bear.

    >>> sex_of("Angela"), sex_of("Andrea")
    ('female', None)
    """
    return first_names().get(name)


def by_code(code: str) -> Territory | None:
    """The territory of a code."""
    return all_territories().get(code)


def by_iri(iri: str | None) -> Territory | None:
    """The territory of an identifier."""
    return territories_by_iri().get(iri) if iri else None


def capital_of(name: str) -> Territory | None:
    """The country whose capital bears a name."""
    return capitals().get(key(name))


def body(name: str) -> Body | None:
    """The group of states of a name or acronym. Acronyms must be written as such: "NATO", not "nato"."""
    return bodies_by_acronym().get(name.replace(".", "")) or bodies_by_name().get(key(name))


def settlements(name: str) -> tuple[Settlement, ...]:
    """The cities of that name, those whose main name it is before the others, the largest first."""
    return settlements_of(tuple(cities().get(key(name), ())))
