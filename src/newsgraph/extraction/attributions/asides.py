"""What stands around a reporting clause that has no content of its own: "..., she said", "..., she said, ..."."""

from collections.abc import Sequence

from newsgraph.extraction.attributions.found import EMPTY
from newsgraph.extraction.attributions.marks import Quotation
from newsgraph.extraction.parse import Token

# Clauses beside a reporting verb that are the narrator's: "he said, [pointing at the map]", "he said [and left]".
BESIDE = frozenset({"advcl", "conj", "cc"})


def around(head: Token, own: frozenset[int], content: frozenset[int], quoted: Sequence[Quotation]) -> frozenset[int]:
    """The rest of the sentence, where a reporting clause stands in it as an aside; nothing elsewhere."""
    behind = content and min(content) > max(own)
    if (behind and not quoted) or (quoted and all(q.start > max(own) for q in quoted) and (behind or not content)):
        return EMPTY
    doc, sentence = head.doc, head.sent
    first, last = min(own), max(own)
    if first <= sentence.start and doc[first].lower_ == "as" and last + 1 < sentence.end and doc[last + 1].text == ",":
        return frozenset(range(last + 1, sentence.end))
    if first - 1 < sentence.start or doc[first - 1].text != "," or not _has_subject(head):
        return _left(head, first, content)
    rest, after = frozenset(range(sentence.start, first)), range(last + 1, sentence.end)
    if last + 1 < sentence.end and doc[last + 1].text == ",":
        rest |= frozenset(after) - _narrated(head)
    elif not content and not all(doc[i].is_punct or doc[i].is_space for i in after):
        return EMPTY
    told = content or quoted or any(doc[i].pos_ in {"VERB", "AUX"} for i in rest)
    return rest if told else EMPTY


def _narrated(head: Token) -> frozenset[int]:
    """The words of clauses beside the verb, which are not what is said."""
    beside = (c for c in head.children if c.i > head.i and c.dep_ in BESIDE)
    return frozenset(t.i for c in beside if c.tag_ in {"VBG", "VBN", "VBD", "VBZ", "CC"} for t in c.subtree)


def _left(head: Token, first: int, content: frozenset[int]) -> frozenset[int]:
    """All that stands before a content that stands before its verb."""
    if not content or min(content) > head.i:
        return EMPTY
    return frozenset(range(head.sent.start, first))


def _has_subject(head: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
