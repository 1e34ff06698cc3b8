"""Which layer a triple belongs to: that of its subject, by the subject's class."""

from collections.abc import Callable, Iterable

import pyoxigraph as ox

from newsgraph.model.statements import Layer
from newsgraph.ontology.prefixes import expand

TYPE = ox.NamedNode(expand("rdf:type"))
STATUS = ox.NamedNode(expand("ng:status"))
FULFILS = ox.NamedNode(expand("ng:fulfils"))
FIGURE = expand("ng:Figure")
CLASSES = {
    Layer.CLAIMS: (
        "ng:Claim", "ng:IrrealisEvent", "ng:Relation", "ng:Link", "ng:Match", "ng:Check", "prov:Activity",
        "prov:SoftwareAgent",
    ),
    Layer.TEXT: (
        "schema:NewsArticle", "schema:PropertyValue", "ng:Mention", "ng:TimeExpression", "ng:Attribution",
        "ng:CoreferenceChain", "ng:NounPhrase", "oa:SpecificResource", "oa:TextPositionSelector",
        "oa:TextQuoteSelector",
    ),
}  # fmt: skip
_LAYERS = {expand(name): layer for layer, names in CLASSES.items() for name in names}


def layers_of(triples: Iterable[ox.Triple]) -> Callable[[ox.Triple], Layer]:
    """A function that tells the layer of each of some triples.

    What is neither of the claims nor of the text belongs to the facts; a figure does where it has a status.
    """
    homes: dict[str, Layer] = {}
    figures, promoted = set(), set()
    for triple in triples:
        subject = str(triple.subject)
        if triple.predicate == TYPE and isinstance(triple.object, ox.NamedNode):
            if triple.object.value == FIGURE:
                figures.add(subject)
            elif triple.object.value in _LAYERS:
                homes[subject] = _LAYERS[triple.object.value]
        elif triple.predicate == STATUS:
            promoted.add(subject)
    homes.update(dict.fromkeys(figures - promoted, Layer.CLAIMS))

    def layer(triple: ox.Triple) -> Layer:
        return Layer.CLAIMS if triple.predicate == FULFILS else homes.get(str(triple.subject), Layer.FACTS)

    return layer
