"""Finds the attributions of a document, in the order of the words that tell them."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from newsgraph.extraction.attributions import contents, cues, sources
from newsgraph.extraction.attributions.asides import around
from newsgraph.extraction.attributions.cues import quoted_as
from newsgraph.extraction.attributions.found import EMPTY, Found
from newsgraph.extraction.attributions.handing import handed_back
from newsgraph.extraction.attributions.lines import lines
from newsgraph.extraction.attributions.marks import Quotation, quotations
from newsgraph.extraction.attributions.phrases import phrases
from newsgraph.extraction.attributions.speech import Speech, speech
from newsgraph.extraction.attributions.words import AttributiveIndex, index
from newsgraph.extraction.parse import Doc, Token

# What stands beside a reporting verb without being what is said: "told [reporters] [in Rome] [on Monday]".
BESIDE = frozenset({"dobj", "dative", "npadvmod", "prep", "advmod"})

KEPT = "attributions"
# What does not belong to the words at whose edge it stands.
EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "―", "--"})


def find(doc: Doc) -> tuple[Found, ...]:
    """The attributions of a document; what asks again gets the same."""
    if KEPT not in doc.user_data:
        doc.user_data[KEPT] = _found(doc)
    kept: tuple[Found, ...] = doc.user_data[KEPT]
    return kept


def _found(doc: Doc) -> tuple[Found, ...]:
    quoted = quotations(doc)
    spoken = speech(doc, quoted)
    finder = _Finder(doc, index(), spoken)
    every = (*lines(doc, spoken), *finder.predicates(), *phrases(doc, finder.words))
    found = handed_back([one for one in every if one.content])
    grown = (_followed(_closed(f, quoted), spoken) for f in sorted(found, key=lambda f: f.head.i) if f.content)
    return tuple(t for f in grown if (t := _trimmed(f)).content)


@dataclass(frozen=True, slots=True)
class _Finder:
    doc: Doc
    words: AttributiveIndex
    speech: Speech

    def predicates(self) -> Iterator[Found]:
        """What verbs, nouns and adjectives attribute."""
        known = {t.i: found for t in self.doc if (found := self.words.functions(t))}
        speaking = frozenset(i for i, found in known.items() if "quote" in found)
        passed: set[int] = set()
        for i, functions in known.items():
            head = self.doc[i]
            if (saying := quoted_as(head)) is not None and saying.i in known:
                passed.add(saying.i)
                yield from self._quoted(head, saying, known[saying.i])
                continue
            if i in passed:
                continue
            one = self._verb(head, functions, speaking) if head.pos_ == "VERB" else self._other(head, functions)
            if one is not None:
                yield one

    def _verb(self, head: Token, functions: Set[str], speaking: frozenset[int]) -> Found | None:
        source = sources.source_of(head)
        whose = EMPTY if source is None else sources.words_of(source)
        cue = cues.cue_words(head)
        content = contents.contents(head, functions)
        own = _own(head, cue, whose)
        quoted = self.speech.beside(head, own, speaking) if "quote" in functions else ()
        words = content.words
        if "clause" in functions:
            words |= self._among(around(head, own, words, quoted), head)
        tells = content.tells or bool(quoted) or not content.words
        cue |= content.cue
        said = (words | _spoken(quoted)) - cue - (whose if words else EMPTY)
        self.speech.taken.update(i for i in words if i in self.speech.opening)
        return Found(head, source, whose, cue, said, bool(quoted), tells) if said and head.is_alpha else None

    def _quoted(self, head: Token, saying: Token, functions: Set[str]) -> Iterator[Found]:
        """What a paper quotes somebody as saying: the words are those of whom it quotes."""
        source = next((c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}), None)
        words = contents.contents(saying, functions).words or contents.contents(head, {"clause"}).words
        if source is not None and words:
            cue = cues.cue_words(head) | {saying.head.i, saying.i}
            yield Found(head, source, sources.words_of(source) - cue - words, cue, words - cue)

    def _among(self, words: frozenset[int], head: Token) -> frozenset[int]:
        """Those words that stand in the same quotation as the head, where it stands in one."""
        if not words:
            return words
        place = self.speech.within(head)
        return frozenset(i for i in words if i in place)

    def _other(self, head: Token, functions: Set[str]) -> Found | None:
        content = contents.contents(head, functions)
        source = sources.owner(head) if head.pos_ == "NOUN" else sources.subject(head)
        if not content.words:
            return None
        whose = EMPTY if source is None else sources.words_of(source) - content.words
        cue = cues.cue_words(head) | content.cue
        return Found(head, source, whose - cue, cue, content.words - cue, tells=content.tells)


def _spoken(quoted: Sequence[Quotation]) -> frozenset[int]:
    return frozenset(i for one in quoted for i in range(one.start, one.end))


def _own(head: Token, cue: frozenset[int], whose: frozenset[int]) -> frozenset[int]:
    """The words of the reporting clause that stand together around its verb."""
    near = {head.i} | cue | {c.i for c in head.children if c.lower_ == "as" and c.i < head.i}
    if whose and min(abs(i - j) for i in whose for j in (min(near), max(near))) <= 2:
        near |= whose
    later = {
        t.i for c in head.children if c.dep_ in {"dobj", "dative", "npadvmod", "prep", "advmod"} for t in c.subtree
    }
    last = max(near)
    while last + 1 in later:
        last += 1
    return frozenset(near) | frozenset(range(max(near), last + 1))


def _closed(found: Found, quoted: Sequence[Quotation]) -> Found:
    """With the end of a quotation that begins in the content and goes on behind it."""
    last = max(found.content)
    for one in quoted:
        if (
            one.start in found.content
            and one.start <= last < one.end - 1
            and found.head.i not in range(one.start, one.end)
        ):
            return replace(found, content=found.content | frozenset(range(last, one.end)))
    return found


def _followed(found: Found, speech: Speech) -> Found:
    """With the quotations that go on from direct speech."""
    if not found.direct:
        return found
    last = max(found.content | found.cue | found.source)
    sentence = found.head.doc[last].sent
    end = max(last + 1, sentence.end)
    more = frozenset(i for q in speech.following(end) for i in range(q.start, q.end))
    return replace(found, content=found.content | more)


def _trimmed(found: Found) -> Found:
    doc = found.head.doc
    return replace(found, source=_trim(found.source, doc), content=_trim(found.content, doc))


def _trim(words: frozenset[int], doc: Doc) -> frozenset[int]:
    """Without white space, and without commas and the like at the edges of each stretch."""
    runs: list[list[int]] = []
    last, tokens = -2, doc.tokens
    for i in sorted(words):
        if tokens[i].is_space:
            last += last == i - 1
            continue
        if last == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
        last = i
    return frozenset(i for run in runs for i in _without_edges(run, tokens))


def _without_edges(run: list[int], tokens: Sequence[Token]) -> list[int]:
    while run and tokens[run[0]].text in EDGES:
        run = run[1:]
    while run and tokens[run[-1]].text in EDGES:
        run = run[:-1]
    return run
