"""What speaks for and against two phrases naming one thing, as names of properties that have weights."""

from collections.abc import Iterator

from newsgraph.extraction.coreference.memory import beside
from newsgraph.extraction.coreference.phrase import Phrase


def fresh(one: Phrase, seen: bool) -> Iterator[str]:
    """What speaks for and against a phrase being the first to name its thing."""
    kind = one.kind
    yield "new"
    yield f"new kind={kind}"
    if one.is_pronoun:
        yield f"new {kind} role={one.role}"
        yield f"new {kind} quoted={one.quote > 0}"
        return
    yield f"new {kind} article={one.article} seen={seen}"
    yield f"new sort={one.sort} seen={seen}"
    yield f"new {kind} size={min(one.end - one.start, 6)} seen={seen}"
    yield f"new {kind} number={one.number} article={one.article}"
    yield f"new role={one.role}"
    yield f"new entity={one.entity is not None}"


def pair(one: Phrase, other: Phrase, gap: int) -> Iterator[str]:
    """What speaks for and against a phrase continuing an earlier one; `gap` counts the phrases between."""
    if one.entity is not None and other.entity is not None:
        yield f"{'same' if one.entity == other.entity else 'other'} entity {one.kind}-{other.kind}"
    else:
        yield f"entity {one.entity is not None}-{other.entity is not None} {one.kind if one.is_pronoun else ''}"
    if one.speaker is not None or other.speaker is not None:
        yield f"{one.kind}-{other.kind} {_said(one, other)}"
    far = _bucket(one.sentence - other.sentence)
    if one.is_pronoun:
        yield from _pronoun(one, other, far, _bucket(gap))
    elif other.is_pronoun:
        yield f"{one.kind}-{other.kind} article={one.article}"
        yield f"{one.kind}-{other.kind} far={far}"
    else:
        yield f"articles {one.article}-{other.article}"
        yield f"{one.kind}-{other.kind} far={far}"
        yield from _times(one, other) if one.time is not None or other.time is not None else _nouns(one, other, far)


def _pronoun(one: Phrase, other: Phrase, far: str, gap: str) -> Iterator[str]:
    kind = one.kind
    yield f"{kind} form={other.kind if other.is_pronoun else f'{other.kind}-{other.article}'}"
    yield f"{kind} far={far}"
    yield f"{kind} far={far} role={other.role}"
    yield f"{kind} gap={gap}"
    yield f"{kind} sort={other.sort}"
    yield f"{kind} number={other.number}"
    yield f"{kind} role={other.role} mine={one.role}"
    yield f"{kind} gender={other.gender == kind}"
    yield f"{kind} joined={other.joined}"
    yield f"{kind} quoted={one.quote > 0}{'=' if one.quote == other.quote else '/'}{other.quote > 0}"
    if one.verb == other.verb and one.sentence == other.sentence:
        yield f"{kind} same verb own={one.role == 'poss'} other={other.role}"
    if other.end - other.start == 1:
        yield f"{kind} short"


def _said(one: Phrase, other: Phrase) -> str:
    """How two phrases stand to the speakers of the direct speech in which they are."""
    if one.speaker is not None and (one.speaker == other.speaker or one.voice == other.voice is not None):
        return "same speaker"
    if one.speaker == other.head or (one.speaker is not None and other.start <= one.speaker < other.end):
        return "says it"
    return "is said by it" if other.speaker == one.head else "other speaker"


def _times(one: Phrase, other: Phrase) -> Iterator[str]:
    yield f"time {one.time == other.time}"
    yield f"time text {one.key == other.key}"


def _nouns(one: Phrase, other: Phrase, far: str) -> Iterator[str]:
    both = f"{one.kind}-{other.kind}"
    same, text = one.word == other.word, one.key == other.key
    alike = f"text={text} head={same}"
    yield f"{both} {alike}"
    yield f"{alike} {one.article}-{other.article}"
    yield f"{alike} far={far}"
    yield f"{alike} sort={one.sort}{'=' if one.sort == other.sort else other.sort}"
    yield f"head={same} number={one.number == other.number}"
    yield f"{alike} roles={_place(one)}-{_place(other)}"
    if same and not text:
        change = f"added={min(len(one.words - other.words), 2)} lost={min(len(other.words - one.words), 2)}"
        yield f"{both} head {change}"
        yield f"article={one.article} head {change}"
    if both == "name-name" and not text:
        mine, theirs = one.key.split(), other.key.split()
        inside = set(mine) <= set(theirs) or set(theirs) <= set(mine)
        yield f"names inside={inside} last={mine[-1:] == theirs[-1:]} sort={one.sort}-{other.sort}"
    if beside(one, other):
        yield f"beside {one.role} article={one.article} {both}"
    if one.start >= other.start and one.end <= other.end:
        yield f"within same={same}"


def _bucket(number: int) -> str:
    """A number by size."""
    return str(number) if number < 4 else "4-7" if number < 8 else "8-15" if number < 16 else "16+"


def _place(one: Phrase) -> str:
    if one.role in {"compound", "nmod"}:
        return "compound"
    return "subject" if one.role in {"nsubj", "nsubjpass"} else "any"
