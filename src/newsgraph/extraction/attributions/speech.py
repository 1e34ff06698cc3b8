"""Direct speech: which quotations belong to a reporting verb, beside it or following on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.extraction.attributions.marks import Quotation, ends_paragraph
from newsgraph.extraction.parse import Doc, Token

BEFORE = frozenset({",", ":"})
FARTHEST = 25
# Words that have a capital only where they begin a sentence.
OPENERS = frozenset({"he", "she", "they", "it", "the", "a", "we", "you", "his", "her", "one"})


@dataclass(slots=True)
class Speech:
    """The quotations of a document and those that some verb has already taken."""

    doc: Doc
    opening: Mapping[int, Quotation]
    closing: Mapping[int, Quotation]
    taken: set[int] = field(default_factory=set)

    def beside(self, head: Token, own: frozenset[int], attributes: frozenset[int]) -> tuple[Quotation, ...]:
        """The quotations right before and right behind the words of a reporting clause, free ones only."""
        found = (self._before(min(own)), self._behind(head, own, attributes))
        chosen = tuple(q for q in found if q is not None and q.start not in self.taken)
        self.taken.update(q.start for q in chosen)
        return chosen

    def _before(self, first: int) -> Quotation | None:
        at = first - 1
        while at >= 0 and (self.doc[at].text in BEFORE or (self.doc[at].is_space and not ends_paragraph(self.doc[at]))):
            at -= 1
        found = self.closing.get(at)
        return None if found is None or self._is_over(at, first) else found

    def _is_over(self, closing: int, first: int) -> bool:
        """Whether a sentence ended with a quotation, so that the words behind it begin another one."""
        last, begins = self.doc[closing - 1].text, self.doc[first]
        capital = begins.lower_ in OPENERS and begins.text != begins.lower_
        return last == "." or (last in {"?", "!"} and capital)

    def _behind(self, head: Token, own: frozenset[int], attributes: frozenset[int]) -> Quotation | None:
        """The next quotation, where a comma, a colon or the reporting clause itself leads up to it."""
        for at in range(head.i + 1, min(head.i + FARTHEST, len(self.doc))):
            token = self.doc[at]
            if at in self.opening:
                before = self.doc[at - 1] if not self.doc[at - 1].is_space else self.doc[at - 2]
                return self.opening[at] if before.text in BEFORE or before.i in own else None
            if at in attributes or (token.text in {".", "?", "!", ";"}):
                return None
            if ends_paragraph(token) and self.doc[at - 1].text != ":":
                return None
        return None

    def within(self, word: Token) -> range:
        """The words among which a word stands: those of its quotation, or all."""
        for one in self.opening.values():
            if one.start < word.i < one.end:
                return range(one.start, one.end)
        return range(len(self.doc))

    def following(self, end: int) -> Iterator[Quotation]:
        """Free quotations that stand for themselves behind a place: in its paragraph, or as paragraphs of their own."""
        at, broken = end, False
        while at < len(self.doc):
            token = self.doc[at]
            if at in self.opening:
                found = self.opening[at]
                if found.start in self.taken or (broken and not self._is_paragraph(found)):
                    return
                self.taken.add(found.start)
                yield found
                at, broken = found.end, False
            elif token.is_space or token.is_punct:
                broken = broken or ends_paragraph(token)
                at += 1
            else:
                return

    def _is_paragraph(self, quotation: Quotation) -> bool:
        after = quotation.end
        return after >= len(self.doc) or ends_paragraph(self.doc[after])


def speech(doc: Doc, quotations: Sequence[Quotation]) -> Speech:
    """The speech of a document."""
    return Speech(doc, {q.start: q for q in quotations}, {q.end - 1: q for q in quotations})
