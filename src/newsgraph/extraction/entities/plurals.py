"""Names that share a noun in the plural: "Orange, Riverside and San Bernardino Counties" are three counties."""

from collections.abc import Mapping, Sequence

from newsgraph.extraction.parse import Span
from newsgraph.ontology import names

# The plural that ends the last name -> the word that each of them lacks. All of them are parts of a country.
SHARED = {
    "Counties": "County",
    "Provinces": "Province",
    "Districts": "District",
    "Oblasts": "Oblast",
    "Parishes": "Parish",
}
BETWEEN = frozenset({",", "and", "&", "or"})


def shared(spans: Sequence[Span]) -> Mapping[int, str]:
    """Head of a name -> how it is called in full. A name that ends in a noun of its own keeps it."""
    ordered = sorted(spans, key=lambda span: span.start)
    found: dict[int, str] = {}
    for place, span in enumerate(ordered):
        own, word = _split(span)
        before = _listed(ordered[: place + 1]) if word else []
        if word and before:
            found[span.root.i] = f"{own} {word}"
            found |= {s.root.i: f"{s.text} {word}" for s in before if names.cue_type(s.text) is None}
    return found


def _split(span: Span) -> tuple[str, str | None]:
    """A name and the word that the noun within or behind it says of each of several."""
    doc, end = span.doc, span.end
    if len(span) > 1 and span[len(span) - 1].text in SHARED:
        return span.text.rsplit(" ", 1)[0], SHARED[span[len(span) - 1].text]
    return span.text, SHARED.get(doc[end].text) if end < len(doc) else None


def _listed(ordered: Sequence[Span]) -> list[Span]:
    """The names before the last one, back to where more than a comma or "and" stands between two."""
    found: list[Span] = []
    for before, after in zip(reversed(ordered[:-1]), reversed(ordered), strict=False):
        between = [t.lower_ for t in after.doc[before.end : after.start]]
        if not between or not BETWEEN.issuperset(between):
            break
        found.append(before)
    return found
