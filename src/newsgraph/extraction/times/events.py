"""Which time expression tells when an event was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.times.attachment import is_complement, is_initial, is_measured_off, owners, reaches, stands_in
from newsgraph.extraction.times.verbs import ABOUT, HAPPEN, RESULT, SAME_TIME
from newsgraph.model.findings import TimeExpression

KEPT = "newsgraph.times"
_VERBS = {"VERB", "AUX"}
_NAMES = {"GPE", "LOC", "FAC", "ORG"}
_LATER = {"later", "then", "subsequently", "afterwards", "eventually", "after", "since", "earlier", "previously"}


@dataclass(frozen=True, slots=True)
class _Scene:
    """The times of a text and the token that each of them modifies."""

    doc: Doc
    times: Sequence[TimeExpression]
    held: Mapping[int, int]

    def of(self, token: Token) -> list[int]:
        """The times that modify the token."""
        return [index for index, owner in self.held.items() if owner == token.i]

    def initial(self, found: list[int], verb: Token) -> list[int]:
        """Those that open the verb's clause."""
        return [index for index in found if is_initial(self.times[index], verb)]


def for_event(doc: Doc, times: Sequence[TimeExpression], token_index: int) -> int | None:
    """The index of the time of the event whose trigger is that token, or None.

    The event's own modifiers come first, then a frame it shares: the verb that carries an event noun, a conjunct,
    the clause to which a participle or a same-time complement belongs. The time of a reporting verb stays with it.
    """
    token = doc[token_index]
    scene = _scene(doc, times)
    found = [index for index in _of_token(token, scene) if not is_measured_off(times[index], token)]
    return min(found, key=lambda index: _rank(times[index], token), default=None)


def _scene(doc: Doc, times: Sequence[TimeExpression]) -> _Scene:
    """The scene of a document, which is kept with it, for every event asks for it."""
    kept = doc.user_data.get(KEPT)
    if kept is None or kept.times is not times:
        kept = doc.user_data[KEPT] = _Scene(doc, times, owners(doc, times))
    assert isinstance(kept, _Scene)
    return kept


def _rank(time: TimeExpression, token: Token) -> tuple[bool, bool, int]:
    """A day before a longer stretch ("yesterday, at this year's summit"), anchored before vague, then the nearest."""
    return not time.stamp, not (time.begin or time.end), abs(time.span.start - token.idx)


def _of_token(token: Token, scene: _Scene) -> list[int]:
    if own := scene.of(token):
        return own
    if token.pos_ in _VERBS:
        shared = _stray(token, scene) or _of_complement(token, scene) or _shared_by_verb(token, scene)
        return shared or _of_company(token, scene) or _of_scene(token, scene)
    return _of_noun(token, scene)


def _stray(verb: Token, scene: _Scene) -> list[int]:
    """Times in the verb's clause that the parse hung on a word that is at no time of its own."""
    return [index for index, owner in scene.held.items() if _is_stray(scene.times[index], scene.doc[owner], verb)]


def _is_stray(time: TimeExpression, owner: Token, verb: Token) -> bool:
    if not reaches(owner, verb):
        return False
    if stands_in(owner, verb):
        return True
    loose = owner.ent_type_ in _NAMES or owner.pos_ in ("PROPN", "ADV", "NUM", "PRON")
    if owner.dep_ in ("nsubj", "nsubjpass") and owner.head == verb:
        between = owner.idx < time.span.start < verb.idx
        return verb.lemma_ in RESULT or (between and (loose or owner.dep_ == "nsubj"))
    completes = verb.lemma_ not in ABOUT and is_complement(owner, verb)
    return time.span.start > max(owner.idx, verb.idx) and (loose or completes)


def _of_complement(verb: Token, scene: _Scene) -> list[int]:
    """ "tried to storm the building on Tuesday": the attempt was when the complement was to be."""
    if verb.lemma_ not in SAME_TIME:
        return []
    return [index for child in verb.children if child.dep_ == "xcomp" for index in scene.of(child)]


def _of_company(verb: Token, scene: _Scene) -> list[int]:
    """ "opened fire on pilgrims leaving a shrine on Friday": what those who are met were doing was then."""
    if verb.tag_ != "VBD" or verb.lemma_ in ABOUT:
        return []
    preps = (child for child in verb.children if child.dep_ == "prep")
    nouns = [child for word in (verb, *preps) for child in word.children if child.dep_ in ("dobj", "pobj")]
    doing = (
        child for noun in nouns for child in noun.children if child.dep_ in ("acl", "relcl") and child.tag_ == "VBG"
    )
    return [index for child in doing for index in scene.of(child)]


def _of_scene(verb: Token, scene: _Scene) -> list[int]:
    """ "killed in the riots that broke out on Monday", "the riots in which three died": when they were, it happened."""
    if verb.dep_ == "relcl" and _is_harm(verb):
        return scene.of(verb.head)
    inside = (prep for prep in verb.children if prep.dep_ == "prep" and prep.lower_ in ("in", "during"))
    nouns = [noun for prep in inside for noun in prep.children if noun.dep_ == "pobj"]
    told = (c for noun in nouns for c in noun.children if c.dep_ == "relcl" and c.lemma_ in HAPPEN)
    return [] if verb.lemma_ in ABOUT else [index for clause in told for index in scene.of(clause)]


def _shared_by_verb(verb: Token, scene: _Scene) -> list[int]:
    if (first := _first_clause(verb)) is not None:
        return scene.initial(scene.of(first), first)
    head = verb.head
    if head == verb or head.pos_ not in _VERBS or any(child.lower_ in _LATER for child in verb.children):
        return []
    if verb.dep_ == "conj":
        return _of_token(head, scene) if _goes_on(verb, head) else scene.initial(_of_token(head, scene), head)
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ in SAME_TIME:
        return _of_token(head, scene)
    if verb.dep_ == "ccomp" and head.lemma_ not in ABOUT and verb.tag_ == head.tag_:
        return scene.initial(_of_token(head, scene), head)
    if verb.dep_ == "advcl" and head.lemma_ not in ABOUT and _is_meanwhile(verb):
        return _of_token(head, scene)
    return []


def _is_harm(clause: Token) -> bool:
    """Whether a relative clause says what an event did: "the crash that killed four", "in which four died"."""
    which = any(child.tag_ == "WDT" for word in clause.children for child in (word, *word.children))
    return clause.dep_ == "relcl" and which and (clause.lemma_ in RESULT or clause.lemma_ == "die")


def _goes_on(verb: Token, head: Token) -> bool:
    """Whether a verb tells what its subject did next: "arrived in Fiji on Monday and met the minister"."""
    own = any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children)
    return verb.tag_ == head.tag_ == "VBD" and head.lemma_ not in ABOUT and not own


def _first_clause(verb: Token) -> Token | None:
    """What a semicolon parts from it, before it: "On Monday police raided a house; five people were arrested"."""
    before = (c for c in verb.children if c.dep_ == "parataxis" and c.i < verb.i and c.pos_ in _VERBS)
    return None if verb.lemma_ in ABOUT else next(before, None)


def _is_meanwhile(verb: Token) -> bool:
    """ "..., killing five people" and "... when a bomb exploded" are at the time of the main clause."""
    when = any(child.lower_ in ("when", "as", "while") and child.dep_ in ("advmod", "mark") for child in verb.children)
    return (verb.tag_ == "VBG" and not _has_marker(verb)) or (when and verb.i > verb.head.i)


def _has_marker(verb: Token) -> bool:
    return any(child.dep_ in ("mark", "prep") and child.i < verb.i for child in verb.children)


def _of_noun(noun: Token, scene: _Scene) -> list[int]:
    """An event noun shares the time of the verb that says it happened, or of its clause if it is a circumstance."""
    head = noun.head
    if done := [index for child in noun.children if _is_harm(child) for index in scene.of(child)]:
        return done
    if noun.dep_ == "conj" and head.pos_ not in _VERBS:
        return _of_token(head, scene)
    carrier = head.head
    if carrier.pos_ in _VERBS and stands_in(noun, carrier) and carrier.lemma_ not in ABOUT:
        return _of_token(carrier, scene)
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and head.lemma_ in HAPPEN:
        return _of_token(head, scene)
    if (noun.dep_ == "nsubj" and head.lemma_ in RESULT) or (head.dep_ == "agent" and carrier.lemma_ in RESULT):
        return _of_token(head if noun.dep_ == "nsubj" else carrier, scene)
    return []
