"""Offices that several people hold at one time (lex:SharedOffice in ontology/lexicon/)."""

from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, read


@cache
def shared_offices() -> frozenset[str]:
    """Their titles, without case.

    >>> "senator" in shared_offices(), "prime minister" in shared_offices()
    (True, False)
    """
    nodes = (node for node in read([folder("ontology") / "lexicon" / "offices.ttl"]))
    return frozenset(
        n.casefold() for node in nodes if LEX + "SharedOffice" in node.all(RDF_TYPE) for n in node.all(LEX + "noun")
    )
