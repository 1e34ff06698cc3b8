"""What our classes are called elsewhere, from ontology/alignments.ttl: PLOVER, CAMEO and schema.org."""

from collections.abc import Callable, Mapping
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.ontology.turtle import NG, RDFS, Node, read
from newsgraph.ontology.vocabulary import vocabulary

SCHEMA, SKOS = PREFIXES["schema"], PREFIXES["skos"]


@cache
def plover(name: str) -> str:
    """The PLOVER event type of a class, or of the nearest class above it; empty where PLOVER has none.

    >>> plover("TroopDeployment"), plover("Birth")
    ('MOBILIZE', '')
    """
    return "".join(_nearest(name, lambda node: node.all(NG + "ploverCode"))[:1])


@cache
def cameo(name: str) -> tuple[str, ...]:
    """The CAMEO codes of a class, or of the nearest class above it: several where the class is wider than a code.

    >>> cameo("Arrest"), cameo("Assault")
    (('173',), ('18', '19', '20'))
    """
    return _nearest(name, lambda node: node.all(NG + "cameoCode"))


@cache
def schema_class(name: str) -> str | None:
    """The class of schema.org, by its local name, that things of a class have; None where nothing there is near.

    >>> schema_class("Ministry"), schema_class("Bombing"), schema_class("Figure")
    ('GovernmentOrganization', 'Event', None)
    """
    known = vocabulary()
    if not known.is_a(name, "Entity") and not known.is_a(name, "Event"):
        return None
    return next(iter(_nearest(name, _of_schema)), None)


def _of_schema(node: Node) -> tuple[str, ...]:
    near = (*node.all(RDFS + "subClassOf"), *node.all(SKOS + "closeMatch"))
    return tuple(iri.removeprefix(SCHEMA) for iri in near if iri.startswith(SCHEMA))


def _nearest(name: str, told: Callable[[Node], tuple[str, ...]]) -> tuple[str, ...]:
    """What is told of a class, else of the nearest class above it for which anything is told."""
    queue, terms = [name], vocabulary().terms
    while queue:
        one = queue.pop(0)
        if (node := _nodes().get(one)) is not None and (found := told(node)):
            return found
        queue.extend(terms[one].parents if one in terms else ())
    return ()


@cache
def _nodes() -> Mapping[str, Node]:
    found = read([folder("ontology") / "alignments.ttl"])
    return {node.name: node for node in found if node.iri.startswith(NG)}
