"""The words that tell that something is somebody's: the verb with its auxiliaries, particle and adverbs."""

from newsgraph.extraction.parse import Token

PARTS = frozenset({"aux", "auxpass", "neg", "prt"})


def cue_words(head: Token) -> frozenset[int]:
    """A verb with its auxiliaries, its particle, and the adverbs between them; another word with its modifiers."""
    parts = {c.i for c in head.children if c.dep_ in PARTS}
    first = min((i for i in parts if i < head.i), default=head.i)
    between = {c.i for c in head.children if c.dep_ == "advmod" and first - 1 <= c.i < head.i and not _is_wh(c)}
    last = max(parts | {head.i})
    kept = parts | between | {head.i}
    return frozenset(i for i in kept if _joined(i, kept, head.i) or i > head.i or i == last)


def _is_wh(word: Token) -> bool:
    return word.tag_ in {"WRB", "WP", "WDT"} or word.lower_ == "as"


def _joined(i: int, kept: set[int], head: int) -> bool:
    """Whether nothing but cue words stands between a word and the head."""
    return all(j in kept for j in range(i, head))


def quoted_as(verb: Token) -> Token | None:
    """The "saying" of "was quoted as saying"; None for other verbs."""
    phrases = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as")
    return next((g for p in phrases for g in p.children if g.dep_ == "pcomp" and g.tag_ == "VBG"), None)
