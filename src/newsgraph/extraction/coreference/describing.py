"""What a phrase shows of itself: sort, number, gender, article."""

from collections.abc import Sequence

from newsgraph.extraction.coreference.phrase import Phrase
from newsgraph.extraction.coreference.setting import Setting
from newsgraph.extraction.entities.found import FACILITIES, GROUPS, ORGANIZATIONS, PLACES
from newsgraph.extraction.entities.pronouns import FEMALE, MALE
from newsgraph.extraction.parse import Token

PRONOUNS = {
    word: kind
    for kind, words in {
        "i": "i me my mine myself",
        "we": "we us our ours ourselves 's",
        "you": "you your yours yourself yourselves",
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves",
        "this": "this that",
        "these": "these those",
        "there": "here there",
    }.items()
    for word in words.split()
}
UNSURE = frozenset({"it", "they"})
ARTICLES = {
    word: kind
    for kind, words in {
        "the": "the",
        "this": "this that these those",
        "a": "a an another some any no every each",
    }.items()
    for word in words.split()
}
SORTS = (
    ("person", GROUPS | {"Person"}),
    ("body", ORGANIZATIONS),
    ("site", FACILITIES),
    ("place", PLACES - FACILITIES),
)
BY_TYPE = {type_: sort for sort, types in SORTS for type_ in types}
BY_LABEL = {
    label: sort
    for sort, labels in {
        "person": "PERSON NORP",
        "body": "ORG",
        "place": "GPE LOC FAC",
        "time": "DATE TIME",
        "event": "EVENT",
        "number": "CARDINAL MONEY",
    }.items()
    for label in labels.split()
}
PEOPLE = tuple("ist man men woman women person people worker keeper holder maker owner driver leader player".split())


def pronoun_kind(token: Token) -> str | None:
    """The sort of a pronoun that refers to something, None for all else."""
    kind = PRONOUNS.get(token.lower_)
    if kind in {"this", "these"}:
        return kind if token.tag_ == "DT" and token.dep_ not in {"det", "mark"} else None
    if kind == "there":
        return kind if token.dep_ in {"advmod", "pcomp"} else None
    return kind if token.tag_ in {"PRP", "PRP$"} and token.dep_ != "expl" else None


def resume(token: Token, kind: str, known: Setting) -> Phrase:
    """A pronoun; what rules take "it" and "they" for is too unsure to build on."""
    entity = None if kind in UNSURE else known.index.at(token.i)
    return _phrase(token, token.i, token.i + 1, kind, known, entity=entity)


def written(
    token: Token,
    start: int,
    end: int,
    kind: str,
    known: Setting,
    *,
    entity: int | None = None,
    time: str | None = None,
    joined: bool = False,
) -> Phrase:
    """A phrase with a noun or a name at its head; `entity` and `time` where its words say more than its head."""
    moment = known.times.get(token.i)
    if time is None and moment is not None and start <= moment.start:
        time = moment.value
    if entity is None and not joined:
        entity = known.index.at(token.i)
    return _phrase(token, start, end, kind, known, entity=entity, time=time, joined=joined)


def _phrase(
    token: Token,
    start: int,
    end: int,
    kind: str,
    known: Setting,
    *,
    entity: int | None = None,
    time: str | None = None,
    joined: bool = False,
) -> Phrase:
    before = [c for c in token.children if c.i < token.i] if kind in {"name", "noun"} else []
    type_ = known.index.entities[entity].type if entity is not None else ""
    speaker = known.speaker.get(token.i)
    inside = (t for t in known.doc[start:end] if t.dep_ != "det" and t.tag_ != "POS")
    return Phrase(
        head=token.i,
        start=start,
        end=end,
        kind=kind,
        word=token.lower_ if kind == "name" else token.lemma_.lower(),
        key=" ".join(t.lower_ for t in inside if not (t.is_punct or t.is_space)),
        article="" if joined else _article(before),
        words=frozenset(t.lower_ for c in before if c.dep_ not in {"det", "punct", "case"} for t in c.subtree),
        sort="time" if time is not None else _sort(token, type_),
        number=_number(token, kind, joined=joined),
        gender=_gender(token, kind, start),
        role=token.dep_,
        verb=token.head.i,
        sentence=known.sentence[token.i],
        entity=entity,
        time=time,
        quote=known.quote[token.i],
        joined=joined,
        speaker=speaker,
        voice=None if speaker is None else known.index.at(speaker),
    )


def _article(before: Sequence[Token]) -> str:
    for child in before:
        if child.dep_ == "det":
            return ARTICLES.get(child.lower_, "other")
        if child.dep_ == "poss":
            return "own"
    return ""


def _sort(token: Token, type_: str) -> str:
    found = BY_TYPE.get(type_) or BY_LABEL.get(token.ent_type_)
    people = token.pos_ == "NOUN" and token.lemma_.lower().endswith(PEOPLE)
    return found or ("person" if people else "thing")


def _number(token: Token, kind: str, *, joined: bool) -> str:
    if joined or kind in {"we", "they", "these"} or (kind in {"name", "noun"} and token.tag_ in {"NNS", "NNPS"}):
        return "many"
    return "" if kind in {"you", "there"} or token.tag_ == "CD" else "one"


def _gender(token: Token, kind: str, start: int) -> str:
    if kind in {"he", "she"}:
        return kind
    words = (token.lower_, token.doc[max(start, token.i - 1)].lower_, token.doc[start].lower_)
    return next(("she" if word in FEMALE else "he" for word in words if word in FEMALE or word in MALE), "")
