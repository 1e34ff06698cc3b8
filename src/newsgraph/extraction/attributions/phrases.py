"""Attribution by a phrase: "according to the police", "in the words of the judge"; and by an adverb: "reportedly"."""

from collections.abc import Iterator

from newsgraph.extraction.attribution import NORMS
from newsgraph.extraction.attributions.found import EMPTY, Found
from newsgraph.extraction.attributions.sources import words_of
from newsgraph.extraction.attributions.words import AttributiveIndex
from newsgraph.extraction.parse import Doc, Token


def phrases(doc: Doc, words: AttributiveIndex) -> Iterator[Found]:
    """What phrases and adverbs attribute."""
    for token in doc:
        for parts in words.phrases.get(token.lower_, ()):
            end = token.i + len(parts)
            if tuple(t.lower_ for t in doc[token.i : end]) == parts:
                found = _phrase(doc, token, end)
                if found is not None:
                    yield found
        if token.lower_ in words.adverb and token.dep_ == "advmod" and token.head.pos_ in {"VERB", "AUX"}:
            yield Found(token, None, EMPTY, frozenset({token.i}), _clause_of(token))


def _phrase(doc: Doc, start: Token, end: int) -> Found | None:
    source = next((t for t in doc[end : end + 12] if t.head.i < end and t.head.i >= start.i and t.dep_ == "pobj"), None)
    if source is None or source.lemma_.lower() in NORMS:
        return None
    whose = words_of(source)
    cue = frozenset(range(start.i, end))
    content = _clause(start, cue | frozenset(t.i for t in source.subtree))
    return Found(start, source, whose, cue, content) if content else None


def _clause_of(adverb: Token) -> frozenset[int]:
    """The clause that "reportedly" stands in, without those that begin behind it."""
    verb = adverb.head
    apart = {t.i for c in verb.children if c.dep_ in {"mark", "conj", "cc", "advcl"} for t in c.subtree}
    return frozenset(t.i for t in verb.subtree) - apart - {adverb.i}


def _clause(start: Token, own: frozenset[int]) -> frozenset[int]:
    """The clause that a phrase hangs on; the sentence where it stands at its start or, after a comma, at its end."""
    sentence = start.sent
    whole = frozenset(range(sentence.start, sentence.end)) - own
    doc = start.doc
    behind = [t for t in doc[max(own) + 1 : sentence.end] if not (t.is_punct or t.is_space)]
    first = min(own) - sentence.start <= 1
    if first or not behind:
        return whole
    if doc[min(own) - 1].text == "," and (max(own) + 1 >= len(doc) or doc[max(own) + 1].text == ","):
        return whole
    clause = next((a for a in start.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    return whole if clause is None else frozenset(t.i for t in clause.subtree) - own
