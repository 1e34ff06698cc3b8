"""One step up a parse: what governs a word, and in which function."""

from newsgraph.extraction.grammar import governor
from newsgraph.extraction.moods import is_bare, is_infinitive
from newsgraph.extraction.parse import Token
from newsgraph.extraction.prepositions import preposition

NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl"})
ORDINALS = frozenset("first second third fourth fifth latest last next".split())
CONTENT = frozenset({"ccomp", "xcomp", "acl", "csubj", "csubjpass", "oprd"})


def step(token: Token) -> tuple[Token | None, str]:
    """The next word up and the function in which the token stands to it; None at the root."""
    if token.dep_ == "ROOT":
        return None, ""
    if token.pos_ in NOMINALS and token.dep_ not in CLAUSES:
        head, function = governor(token)
        return (None, "") if head.i == token.i else (head, function)
    head = token.head
    if token.dep_ == "pcomp" and head.dep_ == "prep":
        return head.head, preposition(head)
    if token.dep_ == "relcl" and _is_content(token):
        return _clause_governor(head), "clause"
    return head, "clause" if token.dep_ in CONTENT and not _is_participle(token) else token.dep_


def complement_functions(token: Token, function: str) -> tuple[str, ...]:
    """The names under which the lexicon may list a complement, the most telling first."""
    if function == "clause":
        infinitive = is_infinitive(token) or is_bare(token)
        kind = "infinitive" if infinitive else "gerund" if token.tag_ == "VBG" else "clause"
        return (kind, "clause") if kind != "clause" else ("clause",)
    if function == "advcl" and is_infinitive(token):
        return ("for", "infinitive") if any(c.dep_ == "mark" and c.lower_ == "for" for c in token.children) else ()
    return (function, "gerund") if token.dep_ == "pcomp" and function != "as" else (function,)


def _is_participle(token: Token) -> bool:
    """Whether a verb describes the noun above it without being its content: "the plan drafted in May"."""
    if token.dep_ != "acl" or token.tag_ not in {"VBG", "VBN"} or is_infinitive(token):
        return False
    return not any(c.dep_ == "mark" for c in token.children)


def _clause_governor(noun: Token) -> Token:
    """Parsers hang "declared on Monday that ..." on Monday: a time has no content, its verb has."""
    verbs = (a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"})
    return next(verbs, noun) if noun.ent_type_ in {"DATE", "TIME"} else noun


def _is_content(token: Token) -> bool:
    """A that-clause, or the infinitive of "calls to resign", that the parser hung on a noun as if it described it.

    What "the first minister to resign" did is no content.
    """
    if is_infinitive(token):
        return not any(c.lower_ in ORDINALS or c.lower_ == "only" for c in token.head.children)
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
