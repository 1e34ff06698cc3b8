"""What a word stands for by grammar alone: relative pronouns, measures, coordination."""

from collections.abc import Iterator

from newsgraph.extraction.parse import Token

# Nouns that only measure or frame what follows their "of": the inner noun is what is meant.
TRANSPARENT = frozenset(
    "array batch bout bulk campaign cluster couple dozen flurry fraction group handful hundred kind lot majority "
    "million minority number outbreak pair part portion remainder rest round score section series share sort "
    "spate string succession thousand ton type variety wave week majority half third quarter most some many several "
    "total sum bunch day hour week month team tonne barrel litre kilogram consignment shipment convoy tranche "
    "few all each one two three four five six seven eight nine ten area north south east west".split()
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def resolved(token: Token) -> Token:
    """The word that is meant: the antecedent of a relative pronoun, the inner noun of "dozens of attackers"."""
    if token.tag_ in RELATIVE and (clause := _relative_clause(token)) is not None:
        token = clause.head
    if token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.pos_ == "NOUN":
        token = token.head
    return _inner(_named(token))


def _named(noun: Token) -> Token:
    """The name behind a noun that only introduces it: "the banker Carlo Neri"."""
    names = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1)
    return next(names, noun) if noun.pos_ == "NOUN" else noun


def conjuncts(token: Token) -> Iterator[Token]:
    """The word and what is coordinated with it to its right."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not any(c.dep_ == "neg" for c in child.children):
            yield from conjuncts(child)


def is_transparent(noun: Token) -> bool:
    """Whether a noun only measures what stands behind its "of"."""
    return noun.lemma_.lower() in TRANSPARENT or noun.like_num


def _inner(token: Token) -> Token:
    if not is_transparent(token):
        return token
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            for obj in prep.children:
                if obj.dep_ == "pobj":
                    return _inner(obj)
    return token


def _relative_clause(pronoun: Token) -> Token | None:
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor
        if ancestor.dep_ in {"ccomp", "advcl"}:
            return None
    return None
