"""The full extent of noun phrases: article, modifiers and clauses that belong to the head, without appositions."""

from newsgraph.extraction.parse import Doc, Token

# What hangs on a head and is no part of its phrase.
APART = frozenset({"cc", "conj", "appos", "punct", "parataxis", "preconj", "dep"})
BRACKETS = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"', "'": "'"}
DASHES = frozenset({"–", "—", "--", "(", "[", ":", ";"})


def extent(head: Token) -> tuple[int, int]:
    """The tokens of a noun phrase, half open."""
    low = high = head.i
    for child in head.children:
        if _belongs(child, head):
            low, high = min(low, child.left_edge.i), max(high, child.right_edge.i)
    return tidy(head.doc, low, high + 1, head.i)


def _belongs(child: Token, head: Token) -> bool:
    """Whether a child is a part of the phrase; behind a comma only a relative clause or a wider place is."""
    if child.dep_ == "appos":
        return child.ent_type_ == head.ent_type_ == "GPE" and child.left_edge.i == head.i + 2
    if child.dep_ in APART:
        return child.dep_ == "punct" and child.text == "-"
    if child.i < head.i:
        return True
    if child.dep_ == "prep" and head.ent_type_ == "PERSON" and child.lower_ not in {"of", "from"}:
        return False
    between = {head.doc[i].text for i in range(head.i + 1, child.left_edge.i + 1)}
    return not between & DASHES and (child.dep_ in {"relcl", "nummod"} or "," not in between)


def tidy(doc: Doc, start: int, end: int, head: int) -> tuple[int, int]:
    """A phrase that keeps to its line, without marks and conjunctions at its edges; brackets stay in pairs."""
    start = next((i + 1 for i in range(head, start - 1, -1) if "\n" in doc[i].text), start)
    end = next((i for i in range(head, end) if "\n" in doc[i].text), end)
    while start < head and (_is_mark(doc[start]) or doc[start].dep_ in {"cc", "preconj"}):
        start += 1
    while end - 1 > head and _is_mark(doc[end - 1]) and not _closes(doc, start, end - 1):
        end -= 1
    return start, end + (end < len(doc) and doc[end].text in BRACKETS and _closes(doc, start, end))


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space


def _closes(doc: Doc, start: int, at: int) -> bool:
    """Whether a bracket or quotation mark closes one that was opened within the phrase."""
    opener = BRACKETS.get(doc[at].text)
    if opener is None:
        return False
    inside = [doc[i].text for i in range(start, at)]
    if opener == doc[at].text:
        return inside.count(opener) % 2 == 1
    return inside.count(opener) > inside.count(doc[at].text)
