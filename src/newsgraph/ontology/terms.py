"""Terms of the ontology as plain values, read from the nodes of its files."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from newsgraph.errors import OntologyError
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.ontology.turtle import NG, RDF_TYPE, RDFS, Node, local

OWL = PREFIXES["owl"]


class Kind(Enum):
    """What a term is; the value is the local name of its OWL type."""

    CLASS = "Class"
    OBJECT_PROPERTY = "ObjectProperty"
    DATA_PROPERTY = "DatatypeProperty"
    ANNOTATION_PROPERTY = "AnnotationProperty"
    INDIVIDUAL = "NamedIndividual"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """From which facts a property is derived: classes of events, and the roles of the subject and the object."""

    events: tuple[str, ...]
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology; all names are local ones.

    `parents` are the superclasses of a class, the superproperties of a property, the classes of an individual.
    `traits` are a property's characteristics ("Symmetric", "Transitive", "Functional"). `roles` are the roles that a
    class adds to those of its superclasses.
    """

    name: str
    kind: Kind
    label: str
    comment: str
    parents: tuple[str, ...] = ()
    domain: str | None = None
    range: str | None = None
    inverse: str | None = None
    traits: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    shortcut: Shortcut | None = None


def terms(nodes: Iterable[Node]) -> tuple[Term, ...]:
    """The terms that are declared in the ontology's own namespace; other nodes are passed over."""
    return tuple(_term(node, kind) for node in nodes if node.iri.startswith(NG) if (kind := _kind(node)))


def _kind(node: Node) -> Kind | None:
    types = node.all(RDF_TYPE)
    return next((kind for kind in Kind if OWL + kind.value in types), None)


def _term(node: Node, kind: Kind) -> Term:
    return Term(
        name=node.name,
        kind=kind,
        label=node.one(RDFS + "label"),
        comment=node.one(RDFS + "comment"),
        parents=_parents(node, kind),
        domain=local(node.one(RDFS + "domain")) or None,
        range=local(node.one(RDFS + "range")) or None,
        inverse=local(node.one(OWL + "inverseOf")) or None,
        traits=tuple(
            local(t).removesuffix("Property")
            for t in node.all(RDF_TYPE)
            if t.endswith("Property") and local(t) != kind.value
        ),
        roles=tuple(map(local, node.all(NG + "allowsRole"))),
        shortcut=_shortcut(node),
    )


def _parents(node: Node, kind: Kind) -> tuple[str, ...]:
    """The named ones in our own namespace: restrictions and aligned vocabularies are no part of the tree."""
    link = {Kind.CLASS: RDFS + "subClassOf", Kind.INDIVIDUAL: RDF_TYPE}.get(kind, RDFS + "subPropertyOf")
    return tuple(local(parent) for parent in node.all(link) if parent.startswith(NG))


def _shortcut(node: Node) -> Shortcut | None:
    events = tuple(map(local, node.all(NG + "shortcutOf")))
    if not events:
        return None
    ends = local(node.one(NG + "shortcutSubject")), local(node.one(NG + "shortcutObject"))
    if not all(ends):
        raise OntologyError(node.iri, "a shortcut needs ng:shortcutSubject and ng:shortcutObject")
    return Shortcut(events, *ends)
