"""Whether a clause looks back or forward from the day of publication."""

from newsgraph.extraction.parse import Token

_FUTURE_AUX = {"will", "shall", "'ll", "would", "wo", "may", "might"}
_DEFERRALS = {"postpone", "extend", "delay", "adjourn", "defer", "suspend", "remand", "give"}
_SCHEDULING = {"schedule", "slate", "reschedule"}
_EFFECTIVE = {"effective", "payable", "due"}
_UNTIL = {"until", "till", "through", "to"}
_PLANS = {"plan", "schedule", "expect", "due", "set", "hope", "intend", "agree", "vow", "slate", "project", "forecast"}
# Verbs whose present tells a timetable: "the trial begins in September".
_TIMETABLED = {"begin", "start", "open", "expire", "resume", "conclude", "run"}
_PREDICATES = {"VERB", "AUX"}


def direction(token: Token) -> int:
    """-1 past, 1 future, 0 where the tense does not tell: that of the nearest verb above the token."""
    if token.dep_ in ("compound", "nmod", "amod") and token.head.pos_ in ("NOUN", "PROPN"):
        around = predicate(token) if _is_setting(token.head) else None
        return min(0, _of_verb(around)) if around is not None else 0
    before = token.left_edge.i - 1
    if _is_as_early_as(token) or (before >= 0 and token.doc[before].lower_ in _EFFECTIVE):
        return 1
    verb = predicate(token)
    if verb is None or verb.lemma_ in _SCHEDULING:
        return int(verb is not None)
    return _until(token, verb) if _is_until(token) else _of_verb(verb)


def _is_setting(noun: Token) -> bool:
    """Whether what the verb tells took place at it: "said in a May 3 interview"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during")


def _is_until(token: Token) -> bool:
    return any(t.lower_ in _UNTIL for t in list(token.ancestors)[:2] if t.pos_ in ("ADP", "SCONJ"))


def _until(token: Token, verb: Token) -> int:
    """ "postponed until Tuesday" looks ahead; after other verbs in the past the end may lie on either side."""
    direction = _of_verb(verb)
    return 1 if verb.lemma_ in _DEFERRALS else max(direction, 0)


def _is_as_early_as(token: Token) -> bool:
    """ "as early as Tuesday" and "as soon as Tuesday" look ahead."""
    start = token.left_edge.i
    words = [t.lower_ for t in token.doc[max(start - 3, 0) : token.i]]
    return any(words[i : i + 3] in (["as", "early", "as"], ["as", "soon", "as"]) for i in range(len(words)))


def predicate(token: Token) -> Token | None:
    """The nearest verb above a token; none if the token hangs on no verb."""
    if token.pos_ in _PREDICATES and token.ent_type_ not in ("DATE", "TIME"):
        return token
    return next((t for t in token.ancestors if t.pos_ in _PREDICATES), None)


def _of_verb(verb: Token) -> int:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _FUTURE_AUX:
        return -1 if "have" in helpers else 1
    if "to" in helpers:
        return _of_infinitive(verb)
    if verb.tag_ == "VBD" or helpers & {"had", "was", "were", "did", "has", "have", "'ve"}:
        planned = verb.lemma_ in _PLANS and verb.tag_ == "VBN" and not helpers & {"had", "has", "have"}
        return 1 if planned and (verb.lemma_ != "set" or any(c.dep_ == "xcomp" for c in verb.children)) else -1
    return _of_participle(verb, helpers)


def _of_infinitive(verb: Token) -> int:
    """An infinitive after a plan lies ahead, another shares its governor's tense ("was able to leave on Monday")."""
    governor = verb.head
    if governor is verb or governor.pos_ not in _PREDICATES:
        return 1
    return 1 if governor.lemma_ in _PLANS else _of_verb(governor) or 1


def _of_participle(verb: Token, helpers: set[str]) -> int:
    """A reduced clause looks back if passive; "is meeting" and "plans" look ahead; a conjunct follows its first."""
    if verb.lemma_ in _PLANS and verb.tag_ in ("VBZ", "VBP"):
        return 1
    if verb.dep_ == "conj" and not helpers and verb.head.pos_ in _PREDICATES:
        return _of_verb(verb.head)
    if verb.tag_ == "VBN" and not helpers:
        return 0 if verb.lemma_ in _PLANS else -1
    if helpers & {"is", "are", "am", "'s", "'re"}:
        return 1 if verb.tag_ == "VBG" or verb.lemma_ in _PLANS else 0
    return int(verb.tag_ == "VBZ" and verb.lemma_ in _TIMETABLED)
