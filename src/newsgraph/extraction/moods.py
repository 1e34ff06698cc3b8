"""What the form of a clause says of how real it is: infinitives, commands, questions."""

from newsgraph.extraction.parse import Token

AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
QUESTIONING = frozenset({"WRB", "WP", "WDT"})


def asks_which(token: Token) -> bool:
    """Whether a content clause asks how, why or by whom, and so takes for granted that it is so: "how it began"."""
    return not is_infinitive(token) and any(
        w.tag_ in QUESTIONING and w.i < token.i for c in token.children for w in (c, *c.children)
    )


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands behind "to", in the passive and the perfect too: "to be expelled", "to have fled"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def is_bare(token: Token) -> bool:
    """Whether a verb is an infinitive without "to": "let them leave", "saw it fall"."""
    bare = token.tag_ == "VB" and token.dep_ in {"ccomp", "xcomp"}
    return bare and not any(c.dep_ in {"aux", "auxpass", "mark"} for c in token.children)


def is_open(token: Token, function: str) -> bool:
    """Whether a content clause leaves open if it holds: "asked whether ..."."""
    marks = [c.lower_ for c in token.children if c.dep_ == "mark"]
    return "whether" in marks or (function == "clause" and "if" in marks)


def is_accompanying(token: Token, head: Token) -> bool:
    """Whether a participle goes along with the main clause: "may attack, killing many"."""
    marked = any(c.dep_ in {"mark", "advmod"} and c.i < token.i for c in token.children)
    return token.tag_ == "VBG" and token.i > head.i and not marked


def is_announced(root: Token) -> bool:
    """Whether a main clause is an infinitive, as in headlines: "Mali to expel envoy"."""
    return root.pos_ in {"VERB", "AUX"} and is_infinitive(root)


def is_command(token: Token, head: Token | None) -> bool:
    """Whether a clause of its own, or in front of its speech word, commands: "Stop it", "Stop it," she said."""
    if token.tag_ != "VB" or (head is not None and (token.dep_ != "ccomp" or token.i > head.i)):
        return False
    if any(c.dep_ in AUXILIARIES or c.dep_ in SUBJECTS or c.dep_ == "mark" for c in token.children):
        return False
    return all(c.pos_ in {"ADV", "PUNCT", "INTJ", "CCONJ", "SPACE"} for c in token.children if c.i < token.i)


def is_subjunctive(token: Token) -> bool:
    """Whether a content clause tells what is to be: "insisted that the ban be lifted", "proposed that he resign"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    helpers = [c for c in token.children if c.dep_ in AUXILIARIES]
    bare = token.tag_ == "VB" and not helpers
    passive = bool(helpers) and all(c.lower_ == "be" and c.tag_ == "VB" for c in helpers)
    return token.dep_ == "ccomp" and marked and (bare or passive) and any(c.dep_ in SUBJECTS for c in token.children)


def is_open_question(root: Token) -> bool:
    """Whether a sentence asks if something happened; "why" and "when" take for granted that it did."""
    asks = root.dep_ == "ROOT" and root.sent.text.rstrip(' "”’').endswith("?")
    return asks and not any(t.tag_ in QUESTIONING and t.i <= root.i for t in root.sent)
