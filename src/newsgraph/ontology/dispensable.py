"""What a name can do without: words that say what kind of thing bears it (lex:Dispensable in ontology/lexicon/)."""

from collections.abc import Iterator, Mapping
from functools import cache

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, local, read
from newsgraph.ontology.vocabulary import vocabulary


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """For each class the words, the longest first."""
    found = read((folder("ontology") / "lexicon").glob("*.ttl"))
    nodes = [node for node in found if LEX + "Dispensable" in node.all(RDF_TYPE)]
    return {local(node.one(LEX + "of")): tuple(sorted(node.all(LEX + "words"), key=len)[::-1]) for node in nodes}


def shortened(name: str, kind: str) -> Iterator[str]:
    """A folded name of something of a class without what it can do without, where it has that.

    >>> list(shortened("badghis province", "Region")), list(shortened("xinhua news agency", "NewsAgency"))
    (['badghis'], ['xinhua'])
    """
    above = vocabulary().superclasses(kind)
    for words in (words for of, words in _words().items() if of in above):
        for word in words:
            if name.endswith(f" {word}"):
                yield name.removesuffix(f" {word}")
                break
            if name.startswith(f"{word} of "):
                yield name.removeprefix(f"{word} of ")
                break
