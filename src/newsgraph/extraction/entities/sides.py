"""Countries and cities that stand for their teams: "England beat Samoa" in a story of sport."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsgraph.extraction.entities.found import Found
from newsgraph.extraction.parse import Doc, Token
from newsgraph.ontology.sports import contest

# How many different words of sport a story of sport has at least, and a sentence of another.
IN_STORY, IN_SENTENCE = 4, 1
TERRITORIES = frozenset({"Country", "Region", "City"})
VERSUS = frozenset({"v", "v.", "vs", "vs.", "versus"})
# Where a name is that of the place after all.
SOMEWHERE = frozenset({"in", "from", "near", "to", "at", "across", "outside", "around", "throughout", "of"})
PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
AGAINST = frozenset({"against", "with", "by", "over", "to"})


def as_teams(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """The mentions, those of sides as teams; a name that is once that of a side is it wherever no place is meant."""
    words = _words(doc)
    sport = len(words) >= IN_STORY and bool(words & contest().sports)
    places = [m for m in found if m.type in TERRITORIES]
    sure = {m.label for m in places if _is_side(m, doc, sport)}
    return [_team(m) if m in places and m.label in sure and not _is_place(m, doc) else m for m in found]


def _team(mention: Found) -> Found:
    return replace(mention, type="SportsTeam", known=None, sure=True)


def _words(tokens: Iterable[Token]) -> set[str]:
    words = contest().words | contest().sports
    return {w for t in tokens for w in (t.lower_, t.lemma_.casefold()) if w in words}


def _is_side(mention: Found, doc: Doc, sport: bool) -> bool:
    """Whether a name is that of a side here."""
    head = doc[mention.head]
    versus = any(t.lower_ in VERSUS for t in (*doc.tokens[mention.end : mention.end + 1], *_before(doc, mention)))
    if versus:
        return sport or len(_words(head.sent)) >= IN_SENTENCE
    return sport and not _is_place(mention, doc) and (_of_person(mention, doc) or _contends(head))


def _before(doc: Doc, mention: Found) -> Sequence[Token]:
    return doc.tokens[max(mention.start - 1, 0) : mention.start]


def _is_place(mention: Found, doc: Doc) -> bool:
    return any(t.lower_ in SOMEWHERE for t in _before(doc, mention))


def _of_person(mention: Found, doc: Doc) -> bool:
    """ "Scotland great X", "the England captain": the word after the name is one for who belongs to a side."""
    after = doc.tokens[mention.end : mention.end + 1]
    return any(t.lemma_.casefold() in contest().persons and t.text.islower() for t in after)


def _contends(head: Token) -> bool:
    """Whether a name is a party to what sides do to each other, alone or joined to the other side."""
    first = next(_firsts(head))
    verb = first.head
    if first.dep_ == "pobj" and verb.lower_ in AGAINST:
        verb = verb.head
    elif first.dep_ not in PARTIES:
        return False
    return verb.lemma_.casefold() in contest().verbs and verb.pos_ in {"VERB", "AUX"}


def _firsts(token: Token) -> Iterator[Token]:
    """The first of the names that "and" joins to a name."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    yield token
