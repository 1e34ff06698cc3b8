"""Names that the name reader breaks off at the place that they end with: "Amnesty International Georgia"."""

from collections.abc import Iterator, Sequence

from newsgraph.extraction.parse import Doc, Span, Token
from newsgraph.ontology import knowledge

BODY = frozenset({"ORG", ""})
PLACE = frozenset({"GPE", "LOC"})
LARGE_CITY = 100_000
# How many words "(X and Y)" may have behind a name.
LONGEST_BRACKET = 8


def widened(doc: Doc, read: Sequence[Span]) -> tuple[Span, ...]:
    """The names in order, those that belong together as one."""
    out: list[Span] = []
    for span in sorted(read, key=lambda s: s.start):
        if out and span.start < out[-1].end:
            continue
        whole = _whole(doc, out[-1] if out else None, span)
        if out and whole.start <= out[-1].start:
            out.pop()
        out.append(whole)
    return tuple(out)


def _whole(doc: Doc, before: Span | None, span: Span) -> Span:
    """A name with what belongs to it: the body in front of a place, "State" behind a state, the brackets around it."""
    if span.label_ in PLACE and before is not None and (_adjoins(before, span) or _is_of(doc, before, span)):
        return Span(doc, before.start, span.end, label="ORG")
    if span.end < len(doc) and doc[span.end].text == "State" and is_state_university(f"{span.text} State"):
        return Span(doc, span.start, span.end + 1, label="ORG")
    around = _bracket(doc, span) if span.label_ in PLACE else None
    return around or span


def _adjoins(body: Span, place: Span) -> bool:
    """ "Arriva Buses" and "Wales" right behind it, of which the first is a modifier of the second."""
    last = body[len(body) - 1]
    modifies = last.dep_ == "compound" and place.start <= last.head.i < place.end
    return body.label_ in BODY and len(body) > 1 and body.end == place.start and modifies and place.text.istitle()


def _is_of(doc: Doc, body: Span, place: Span) -> bool:
    """ "Museum of Modern Art" and "of Lille": a city, for the body of a country is told by the country."""
    if body.label_ not in BODY or len(body) < 2 or body.end + 1 != place.start or doc[body.end].lower_ != "of":
        return False
    city = knowledge.settlements(place.text) and not knowledge.territory(place.text)
    return bool(city) and any(t.lower_ in {"of", "for"} for t in body)


def is_state_university(name: str) -> bool:
    """Whether "Ohio State" names a university: a state that no large city shares its name with ("New York State")."""
    state = name.removesuffix(" State")
    if state == name or all(place.parent != "us" for place in knowledge.territory(state)):
        return False
    return all(c.population < LARGE_CITY for c in knowledge.settlements(state))


def _bracket(doc: Doc, place: Span) -> Span | None:
    """ "Rape Crisis (England and Wales)": a name of several words before a bracket that names where it works."""
    if not place.start or doc[place.start - 1].text != "(":
        return None
    inside = doc.tokens[place.start : place.start + LONGEST_BRACKET]
    end = next((t.i for t in inside if t.text == ")"), None)
    start = min((t.i for t in _capitals(doc, place.start - 1)), default=place.start)
    if end is None or start > place.start - 3 or not _places(doc[place.start : end]):
        return None
    return Span(doc, start, end + 1, label="ORG")


def _places(words: Span) -> bool:
    """Whether some words are names of places that "and" joins."""
    parts = words.text.replace(" & ", " and ").split(" and ")
    return len(parts) > 1 and all(knowledge.territory(part) for part in parts)


def _capitals(doc: Doc, end: int) -> Iterator[Token]:
    """The words with capitals right before a place of the text, no person's name and no place's."""
    for i in range(end - 1, -1, -1):
        if not doc[i].text[:1].isupper() or doc[i].ent_type_ in {"PERSON", "GPE"}:
            return
        yield doc[i]
