"""Source lines of translated and relayed reports: a city, the paper or station there, and in which language."""

from collections.abc import Iterator

from newsgraph.extraction.parse import Doc, Span, Token
from newsgraph.ontology import knowledge, names

LONGEST_PLACE = 3
LONGEST_NAME = 7
# The labels that the name reader gives to cities and to bodies.
CITY, BODY = "GPE", "ORG"
STATIONS = frozenset({"Radio", "Television", "TV", "Network", "Agency", "News", "Times", "Press"})


def source_lines(doc: Doc) -> Iterator[tuple[Span, Span]]:
    """City and body of each: "MX0103 Lisbon RADIO SUL in Portuguese 0800", or a line that says no more than the two."""
    for token in doc:
        if _may_begin(token):
            for length in range(LONGEST_PLACE, 0, -1):
                place = doc[token.i : token.i + length]
                if len(place) == length and knowledge.settlements(place.text):
                    body = _body(doc, place)
                    if body is not None:
                        yield place, body
                    break


def _may_begin(token: Token) -> bool:
    """Whether a source line may begin here: after a file number, or at the start of a line."""
    if not token.text[:1].isupper() or _is_code(token):
        return False
    before = token.doc[token.i - 1] if token.i else None
    return before is None or _is_code(before) or "\n" in before.text


def _is_code(token: Token) -> bool:
    """A file number, of capitals and many digits."""
    return len(token.text) > 7 and token.text.isupper() and sum(c.isdigit() for c in token.text) > 3


def _body(doc: Doc, place: Span) -> Span | None:
    """The name right after the city, if what follows it shows a source line."""
    end = place.end
    while end < len(doc) and end - place.end < LONGEST_NAME and _is_of_name(doc[end]):
        end += 1
    name = doc[place.end : end]
    if not len(name) or any(t.is_punct for t in (name[0], name[-1])):
        return None
    shown = _in_language(doc, end) or (_stops(doc, end) and not place.text.isupper() and _is_source(name))
    return name if shown else None


def _is_of_name(token: Token) -> bool:
    return token.text[:1].isupper() or (token.text == "-")


def _in_language(doc: Doc, end: int) -> bool:
    """ "in Spanish" and then a number or nothing."""
    if end + 1 >= len(doc) or doc[end].lower_ != "in" or not doc[end + 1].text[:1].isupper():
        return False
    return end + 2 >= len(doc) or doc[end + 2].text[:1].isdigit() or doc[end + 2].text in {"No", "("}


def _stops(doc: Doc, end: int) -> bool:
    """Whether the line ends here, or goes on with a date."""
    return end >= len(doc) or "\n" in doc[end].text or doc[end].text[:1].isdigit()


def _is_source(name: Span) -> bool:
    """A name in capitals, or one that says that it is a station, a paper or an agency."""
    known = names.exact_type(name.text) or names.cue_type(name.text)
    return name.text.isupper() or known is not None or any(t.text in STATIONS for t in name)


def mark_source_lines(doc: Doc) -> None:
    """Name cities and bodies of source lines as such, whatever the name reader made of them."""
    found = [part for pair in source_lines(doc) for part in zip(pair, (CITY, BODY), strict=True)]
    if not found:
        return
    taken = {t.i for span, _ in found for t in span}
    kept = [e for e in doc.ents if not any(t.i in taken or _is_code(t) for t in e)]
    kept += [Span(doc, span.start, span.end, label) for span, label in found]
    doc.ents = tuple(sorted(kept, key=lambda s: s.start))
    for span, label in found:
        for token in span:
            token.ent_type_, token.pos_, token.tag_ = label, "PROPN", "NNP"
