"""Which noun phrases of an article speak of the same thing."""

from newsgraph.mapping.context import Context, Output
from newsgraph.mapping.evidence import inside, noun_phrase
from newsgraph.mapping.terms import TYPE, term
from newsgraph.model.findings import Chain, Target, TargetKind
from newsgraph.model.statements import Layer, Rejected


def chains(context: Context) -> Output:
    """Every chain of every article, with its phrases and the entities that they speak of."""
    for number, article in enumerate(context.links.articles):
        for chain in article.findings.chains:
            if all(inside(article, phrase.span) for phrase in chain.phrases):
                yield from _chain(context, number, chain)
            else:
                yield Rejected("chain outside the text", f"{chain.phrases}")


def _chain(context: Context, number: int, chain: Chain) -> Output:
    iri = context.minter.spot("chain", context.links.articles[number], chain.phrases[0].span)
    yield from context.node(iri, Layer.TEXT, number).has(TYPE, term("ng:CoreferenceChain"))
    for phrase in chain.phrases:
        known = None if phrase.entity is None else Target(TargetKind.ENTITY, phrase.entity)
        entity = None if known is None else context.target(number, known)
        yield from noun_phrase(context, number, phrase.span, iri, entity)
