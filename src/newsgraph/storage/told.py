"""What a source elsewhere says in Turtle, as plain triples."""

import pyoxigraph as ox

from newsgraph.model.answers import Answer, Triples
from newsgraph.model.checking import Told
from newsgraph.model.statements import Iri, Term
from newsgraph.storage.terms import from_store


def told(answer: Answer) -> tuple[Told, ...]:
    """The triples of an answer, sorted; those with blank nodes, which mean nothing elsewhere, are left out.

    A ValueError where it is none of triples.
    """
    if not isinstance(answer, Triples):
        raise ValueError("triples were asked for")
    try:
        found = {one.triple for one in ox.parse(answer.turtle, format=ox.RdfFormat.TURTLE)}
    except SyntaxError as error:
        raise ValueError(f"it is no Turtle: {error}") from error
    kept = (
        (one.subject, one.predicate, one.object)
        for one in found
        if isinstance(one.subject, ox.NamedNode) and isinstance(one.object, ox.NamedNode | ox.Literal)
    )
    triples = (Told(Iri(s.value), Iri(p.value), _term(o)) for s, p, o in kept)
    return tuple(sorted(triples, key=repr))


def _term(term: ox.NamedNode | ox.Literal) -> Term:
    return from_store(term)
