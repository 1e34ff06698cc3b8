"""What a text takes for granted in passing, in whatever world the clause around it stands.

"Police want to question the man who attacked the guard" is sure of the attack: relative clauses and participles
describe what there is, clauses of time and cause tell what was, and a definite noun stands for an event told before.
"""

from newsgraph.extraction.markers import is_denied
from newsgraph.extraction.moods import is_infinitive
from newsgraph.extraction.parse import Token

# Time, cause and concession are told as given, whatever world the main clause is about.
GIVEN = frozenset(
    "after when since as while because although though whereas before during following amid despite until once".split()
) | {"because of", "due to", "owing to", "in view of", "in response to", "in the wake of", "as a result of"}
# Clauses of time in the present wait for what is to come, where the main clause does: "will leave when it ends".
WAITING = frozenset({"when", "once", "until", "after", "before", "till"})
SOON = frozenset({"soon", "long", "time", "moment", "day", "minute"})
PRESENT = frozenset({"VBZ", "VBP"})
FUTURE = frozenset("will would shall should can could may might must to 'll ’ll wo ca".split())
DESCRIBING = frozenset({"relcl", "amod", "appos"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ANYBODY = frozenset({"any", "anyone", "anybody", "anything", "whoever", "whatever"})
ARGUMENTS = frozenset({"object", "subject"})


def is_given(token: Token, head: Token, function: str) -> bool:
    """Whether a step leads out of what is taken for granted."""
    if function == "advcl":
        return _is_timed(token) and not awaits(token, head)
    return function in GIVEN


def awaits(token: Token, head: Token) -> bool:
    """Whether a clause of time waits, as its main clause does, for what has not come: "until the siege ends"."""
    main = head.head if head.lower_ in SOON and head.dep_ in {"advmod", "npadvmod"} else head
    marked = any(c.lower_ in WAITING and c.dep_ in {"mark", "advmod"} for c in token.children) or main is not head
    return marked and _is_present(token) and any(c.dep_ == "aux" and c.lower_ in FUTURE for c in main.children)


def is_definite(noun: Token) -> bool:
    """Whether a noun stands for something known: "the attack", "his arrest", "Monday's vote"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in noun.children)


def is_any(noun: Token) -> bool:
    """Whether a noun stands for none in particular: "no ground for any trial"."""
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ == "any" for c in noun.children)


def _is_timed(token: Token) -> bool:
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in GIVEN for c in token.children)


def _is_present(verb: Token) -> bool:
    """Whether a finite verb stands in the present, the perfect included."""
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return finite.tag_ in PRESENT


def describes(token: Token, head: Token) -> bool:
    """Whether a clause or participle describes a noun, one that stands for no unknown ("anyone who attacks")."""
    describing = token.dep_ in DESCRIBING or (token.dep_ == "acl" and token.tag_ in {"VBG", "VBN", "VBD"})
    if not describing or token.pos_ not in {"VERB", "AUX"} or is_infinitive(token) or _is_unknown(head):
        return False
    return not (token.dep_ == "relcl" and _is_present(token) and _is_generic(head))


def _is_unknown(noun: Token) -> bool:
    """Whether a noun stands for nothing in particular: "anyone", "has not seen a letter"."""
    determiners = [c for c in noun.children if c.dep_ == "det"]
    if noun.lower_ in ANYBODY or any(c.lower_ in ANYBODY for c in determiners):
        return True
    some = any(c.lower_ in {"a", "an"} for c in determiners)
    return some and noun.dep_ == "dobj" and is_denied(noun.head)


def _is_generic(noun: Token) -> bool:
    """Whether a noun means all that are such: "those who break the rules", "firms that break the rules"."""
    return noun.lower_ in {"those", "who"} or (
        noun.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in noun.children)
    )
