"""Attribution by a phrase: "according to the police", "in the words of the judge"; and by an adverb: "reportedly"."""

from collections.abc import Iterator

from newsgraph.extraction.attributions.found import Found
from newsgraph.extraction.attributions.sources import words_of
from newsgraph.extraction.attributions.words import AttributiveIndex
from newsgraph.extraction.parse import Doc, Token


def phrases(doc: Doc, words: AttributiveIndex) -> Iterator[Found]:
    """What phrases and adverbs attribute."""
    first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words.preposition):
        parts = tuple(phrase.split())
        first.setdefault(parts[0], []).append(parts)
    for token in doc:
        for parts in first.get(token.lower_, ()):
            end = token.i + len(parts)
            if tuple(t.lower_ for t in doc[token.i : end]) == parts:
                found = _phrase(doc, token, end)
                if found is not None:
                    yield found


def _phrase(doc: Doc, start: Token, end: int) -> Found | None:
    source = next((t for t in doc[end : end + 12] if t.head.i < end and t.head.i >= start.i and t.dep_ == "pobj"), None)
    if source is None:
        return None
    whose = words_of(source)
    cue = frozenset(range(start.i, end))
    content = _clause(start, cue | frozenset(t.i for t in source.subtree))
    return Found(start, source, whose, cue, content) if content else None


def _clause(start: Token, own: frozenset[int]) -> frozenset[int]:
    """The clause that a phrase hangs on; the sentence where it stands at its start or, after a comma, at its end."""
    sentence = start.sent
    whole = frozenset(range(sentence.start, sentence.end)) - own
    doc = start.doc
    behind = [t for t in doc[max(own) + 1 : sentence.end] if not (t.is_punct or t.is_space)]
    first = min(own) - sentence.start <= 1
    if first or not behind:
        return whole
    clause = next((a for a in start.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    return whole if clause is None else frozenset(t.i for t in clause.subtree) - own
