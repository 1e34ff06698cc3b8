"""A parsed text as plain values, read once from spaCy's own: what all other parts of extraction walk over.

Attributes have the names that spaCy gives them and mean the same. Reading one costs no more than a look into an object,
where spaCy works each out anew from its tables; that is most of what extraction once cost.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, NamedTuple, overload

import spacy.tokens
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SPACY, TAG
from spacy.vocab import Vocab

COLUMNS = [ORTH, IDX, SPACY, HEAD, LEMMA, TAG, POS, DEP, ENT_TYPE]
# Lemmas that spaCy's rules get wrong.
LEMMAS = {"doses": "dose", "corpses": "corpse", "senses": "sense"}
# A place further back is told as this much less than nothing.
BACK = 1 << 63


class _Word(NamedTuple):
    """What is the same for a word form wherever it stands."""

    text: str
    lower: str
    is_space: bool
    is_punct: bool
    is_quote: bool
    is_alpha: bool
    is_upper: bool
    like_num: bool


class Token:
    """One token: its forms, its place in the tree and in its sentence."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct", "is_quote", "is_sent_start",
        "is_space", "is_upper", "lemma_", "like_num", "lower_", "pos_", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip
    doc: "Doc"
    sent: "Span"
    head: "Token"
    children: list["Token"]
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    whitespace_: str
    is_sent_start: bool
    is_space: bool
    is_punct: bool
    is_quote: bool
    is_alpha: bool
    is_upper: bool
    like_num: bool

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places further on; an IndexError where there is none."""
        if self.i + distance < 0:
            raise IndexError(distance)
        return self.doc.tokens[self.i + distance]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The tokens above this one, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        """Whether this token stands above another."""
        return any(token is self for token in other.ancestors)

    @property
    def subtree(self) -> Iterator["Token"]:
        """This token and all below it, in the order of the text as far as the tree is projective."""
        before = [c for c in self.children if c.i < self.i]
        for child in before:
            yield from child.subtree
        yield self
        for child in self.children[len(before) :]:
            yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """The first token of what stands below this one."""
        token = self
        while token.children and token.children[0].i < token.i:
            token = token.children[0]
        return token

    @property
    def right_edge(self) -> "Token":
        """The last token of what stands below this one."""
        token = self
        while token.children and token.children[-1].i > token.i:
            token = token.children[-1]
        return token

    def hang(self, head: "Token", dep: str) -> None:
        """Put this token below another one; nothing changes where that one stands below it: trees have no circles."""
        if self.is_ancestor(head):
            return
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep_ = head, dep
        if head is not self:
            insort(head.children, self, key=attrgetter("i"))


class Span(Sequence[Token]):
    """A run of tokens; a sentence or a name, with its label, for example."""

    __slots__ = ("_root", "doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, max(start, end), label
        self._root: Token | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> "Span": ...
    def __getitem__(self, index: int | slice) -> "Token | Span":
        if isinstance(index, int):
            return self.doc.tokens[self.start : self.end][index]
        start, stop, _ = index.indices(len(self))
        return Span(self.doc, self.start + start, self.start + stop)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key() == other._key() and self.doc is other.doc

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return self.text

    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_

    @property
    def start_char(self) -> int:
        """Where the first token begins."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the last token ends."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words, without white space behind the last."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        """The words, with the white space behind the last."""
        return self.text + (self.doc.tokens[self.end - 1].whitespace_ if self.end > self.start else "")

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several."""
        if self._root is None:
            tops = [t for t in self if t.head is t or not self.start <= t.head.i < self.end]
            self._root = min(tops, key=_depth) if len(tops) > 1 else tops[0]
        return self._root

    @property
    def sent(self) -> "Span":
        """The sentence of the first token."""
        return self.doc.tokens[self.start].sent


class Doc(Sequence[Token]):
    """A parsed text. `user_data` keeps what parts of extraction work out about it."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.sents: tuple[Span, ...] = ()
        self.ents: tuple[Span, ...] = ()
        self.user_data: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, int):
            return self.tokens[index]
        start, stop, _ = index.indices(len(self.tokens))
        return Span(self, start, stop)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [token.idx for token in self.tokens]

    def char_span(self, start: int, end: int, label: str = "", alignment_mode: str = "strict") -> Span | None:
        """The tokens between two places of the text; None where these are no edges, unless told to "expand"."""
        first, last = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)
        if first < 0 or first >= last:
            return None
        span = Span(self, first, last, label)
        whole = span.start_char == start and span.end_char == end
        return span if whole or alignment_mode == "expand" else None


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans that no longer one overlaps (of two equally long ones: the first), in the order of the text."""
    kept, taken = list[Span](), set[int]()
    for span in sorted(spans, key=lambda s: (-len(s), s.start)):
        if span.start not in taken and span.end - 1 not in taken:
            kept.append(span)
            taken.update(range(span.start, span.end))
    return sorted(kept, key=attrgetter("start"))


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


class Words:
    """Makes our own values of what spaCy read; forms and labels are looked up once for a vocabulary."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._words: dict[int, _Word] = {}
        self._strings: dict[int, str] = {0: ""}

    def read(self, parsed: spacy.tokens.Doc) -> Doc:
        """The parsed text as our own values."""
        doc = Doc(parsed.text, [Token() for _ in range(len(parsed))])
        for i, row in enumerate(parsed.to_array(COLUMNS).tolist()):
            self._fill(doc, doc.tokens[i], i, row)
        for token in doc.tokens:
            if token.head is not token:
                token.head.children.append(token)
        doc.sents = tuple(Span(doc, sent.start, sent.end) for sent in parsed.sents)
        for sent in doc.sents:
            for token in sent:
                token.sent, token.is_sent_start = sent, token.i == sent.start
        doc.ents = tuple(Span(doc, ent.start, ent.end, ent.label_) for ent in parsed.ents)
        return doc

    def _fill(self, doc: Doc, token: Token, i: int, row: list[int]) -> None:
        orth, idx, space, head, lemma, tag, pos, dep, ent = row
        word, known = self._words.get(orth) or self._word(orth), self._strings
        token.doc, token.i, token.idx, token.children = doc, i, idx, []
        token.head = doc.tokens[i + (head if head < BACK else head - 2 * BACK)]
        token.whitespace_ = " " if space else ""
        token.text, token.lower_, token.is_space, token.is_punct = word[:4]
        token.is_quote, token.is_alpha, token.is_upper, token.like_num = word[4:]
        for label in (lemma, tag, pos, dep, ent):
            if label not in known:
                known[label] = self._vocab.strings[label]
        token.lemma_, token.tag_, token.pos_ = LEMMAS.get(token.lower_, known[lemma]), known[tag], known[pos]
        token.dep_, token.ent_type_ = known[dep], known[ent]

    def _word(self, orth: int) -> _Word:
        found = self._vocab[orth]
        flags = (found.is_space, found.is_punct, found.is_quote, found.is_alpha, found.is_upper, found.like_num)
        return self._words.setdefault(orth, _Word(found.text, found.lower_, *flags))


@cache
def words(vocab: Vocab) -> Words:
    """The one reader of a vocabulary."""
    return Words(vocab)


def read(parsed: spacy.tokens.Doc) -> Doc:
    """A text that spaCy parsed, as our own values."""
    return words(parsed.vocab).read(parsed)
