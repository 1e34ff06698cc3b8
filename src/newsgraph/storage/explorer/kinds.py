"""What sort of page things of a class have, and in what words a claim's view is told."""

from collections.abc import Iterator
from functools import cache

from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.vocabulary import Kind, vocabulary

ENTITIES = ("person", "organization", "group", "place", "office", "thing")
"""The kinds of entities."""
FACTS = ("event", "told", "relation", "figure")
"""The kinds of what claims are about."""
TOLD = "told"
"""How what is told but is no fact stands."""
ROLES = ("agent", "patient", "recipient", "instrument", "place", "origin", "destination", "topic", "cause")
"""The roles of events as one reads them."""
OFFICES = ("holdsOffice", "heldOffice", "officeOf")
"""The relations that tell of offices."""
ROOTS = frozenset(
    "Eventuality Event IrrealisEvent Entity Source Actor Location Person Organization Group Place Office Relation"
    " NewsArticle".split()
)
"""Classes that say no more than a kind does: nobody narrows results to them."""

# The first that fits: an organisation is a location too.
_CLASSES = (("Person", "person"), ("Organization", "organization"), ("Group", "group"), ("Place", "place"),
            ("Office", "office"), ("Entity", "thing"), ("IrrealisEvent", "told"), ("Event", "event"),
            ("Relation", "relation"), ("Figure", "figure"))  # fmt: skip
_CERTAIN = {"Certain": "certain", "Probable": "probable", "Possible": "possible"}


def kind_of(name: str) -> str:
    """The kind of things of a class; that of no class we know is a resource.

    >>> kind_of("Ministry"), kind_of("Bombing"), kind_of("Unheard")
    ('organization', 'event', 'resource')
    """
    if name in ("NewsArticle", "Claim"):
        return {"NewsArticle": "article", "Claim": "claim"}[name]
    known = vocabulary()
    return next((kind for above, kind in _CLASSES if known.is_a(name, above)), "resource")


@cache
def listed() -> tuple[tuple[str, str, str], ...]:
    """Each class whose things are listed: its IRI, its name and its kind; the most general first."""
    return (*_listed(), (expand("schema:NewsArticle"), "NewsArticle", "article"))


def _listed() -> Iterator[tuple[str, str, str]]:
    known = vocabulary()
    # Of two that are equally special the first in the alphabet counts, as in the mapping: it comes last.
    for name in sorted(sorted(known.of_kind(Kind.CLASS), reverse=True), key=lambda one: len(known.superclasses(one))):
        if (kind := kind_of(name)) not in ("resource", "claim", "article"):
            yield expand(f"ng:{name}"), name, kind


def below(names: tuple[str, ...]) -> tuple[str, ...]:
    """Classes with all that stand below them, in the order of the alphabet; a name we do not know is kept.

    >>> below(("Bombing",))
    ('Bombing',)
    """
    return tuple(sorted({*names, *(one for name in names for one in vocabulary().subclasses(name))}))


def label_of(name: str) -> str:
    """A class or a property in words: "member of"."""
    known = vocabulary().terms.get(name)
    return known.label if known else name


def view_of(factuality: str, modality: str) -> str:
    """How sure, and in which world, in words.

    >>> view_of("CertainNegative", "Planned"), view_of("Underspecified", "Actual")
    ('certain that not, planned', 'open, actual')
    """
    degree = factuality.removesuffix("Positive").removesuffix("Negative")
    sure = _CERTAIN.get(degree, "open") + (" that not" if factuality.endswith("Negative") else "")
    return ", ".join(filter(None, (sure, label_of(modality).lower())))
