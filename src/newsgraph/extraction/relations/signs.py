"""What a learned relation is judged by: the path between two words, the words around them, and what they are."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.parse import Token
from newsgraph.extraction.relations.pairs import Pair

LONGEST_PATH = 7
NEAR = 8
CLOSE = 4
TELLING = frozenset({"attr", "dobj", "acomp", "oprd", "prep", "agent", "nsubjpass", "npadvmod", "prt", "appos", "neg"})


def signs(pair: Pair, index: EntityIndex, taken: Mapping[int, int]) -> Iterator[str]:
    """The signs of a pair, as short strings; `taken` holds the words that are dates. Names never stand in one."""
    form = _Form(index, taken)
    sides = f"{pair.one.kind}>{pair.other.kind}"
    yield "bias"
    yield f"k {sides}"
    yield f"k1 {pair.one.kind}"
    yield f"k2 {pair.other.kind}"
    yield from _of_path(pair, form)
    yield from _of_top(pair, form)
    yield from _of_run(pair, form)
    yield from _of_neighbours(pair, form)


class _Form:
    """How words are written in signs: by their lemmas, names and dates by what they are."""

    def __init__(self, index: EntityIndex, taken: Mapping[int, int]) -> None:
        self.index, self.taken = index, taken

    def __call__(self, token: Token) -> str:
        if token.i in self.taken:
            return "DATE"
        entity = self.index.at(token.i)
        if entity is not None and token.pos_ in {"PROPN", "PRON"}:
            return self.index.entities[entity].type.upper()
        return "0" if token.pos_ == "NUM" else "NL" if token.is_space else token.lemma_.lower()


def _of_path(pair: Pair, form: _Form) -> Iterator[str]:
    up, down = pair.up, pair.down
    if len(up) + len(down) > LONGEST_PATH:
        yield "far"
        return
    labels = "/".join(t.dep_ for t in up) + "^" + "\\".join(t.dep_ for t in reversed(down))
    inner = [t for t in (*up[1:], pair.top, *reversed(down[1:])) if t.i not in {pair.one.token.i, pair.other.token.i}]
    lemmas = [form(t) for t in inner]
    yield f"d {labels}"
    yield f"p {labels} {' '.join(lemmas)}"
    yield f"pl {' '.join(lemmas)}"
    yield f"n {len(inner)}"
    for one in lemmas:
        yield f"l {one}"
    for one, other in pairwise(lemmas):
        yield f"ll {one} {other}"
    for token in inner:
        for child in token.children:
            if child.dep_ in {"poss", "amod", "compound", "neg", "aux", "auxpass"}:
                yield f"c {form(child)} {form(token)}"


def _of_top(pair: Pair, form: _Form) -> Iterator[str]:
    """What else hangs on the word that holds the two together: "is a native of", "has his home in"."""
    top = pair.top
    last = form(pair.down[-1]) if pair.down else "-"
    yield f"t {form(top)} {last}"
    for child in top.children:
        if child.dep_ in TELLING and child.i not in {pair.one.token.i, pair.other.token.i}:
            yield f"tc {form(top)} {child.dep_} {form(child)}"
            yield f"tl {child.dep_} {form(child)} {last}"


def _of_run(pair: Pair, form: _Form) -> Iterator[str]:
    """The words between the two."""
    doc = pair.top.doc
    one, other = pair.one.token, pair.other.token
    first, last, order = (one, other, "f") if one.i < other.i else (other, one, "b")
    yield f"o {order}"
    if last.i - first.i - 1 > NEAR * 2:
        yield "apart"
        return
    run = [form(t) for t in doc[first.i + 1 : last.i]]
    if len(run) <= CLOSE:
        yield f"r {order} {' '.join(run)}"
    if len(run) <= NEAR:
        for word in sorted(set(run)):
            yield f"b {order} {word}"
    for word in run[:2]:
        yield f"ra {order} {word}"
    if run:
        yield f"rz {order} {' '.join(run[-2:])}"
        yield f"rs {order} {' '.join(run[:2])}"


def _of_neighbours(pair: Pair, form: _Form) -> Iterator[str]:
    """The words right beside the two, and what hangs on them."""
    doc = pair.top.doc
    for name, word in (("1", pair.one.token), ("2", pair.other.token)):
        left, right = word.left_edge.i - 1, word.i + 1
        if left >= word.sent.start:
            yield f"<{name} {form(doc[left])}"
        if right < len(doc):
            yield f">{name} {form(doc[right])}"
        yield f"h{name} {word.dep_} {form(word.head)}"
        for child in word.children:
            if child.dep_ in {"appos", "compound", "amod", "poss", "relcl", "acl"}:
                yield f"m{name} {child.dep_} {form(child)}"
