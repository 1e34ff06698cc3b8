"""What the graph's own names read like to people."""

import re
from collections.abc import Iterable

from newsgraph.model.explorer import ClaimView, FigureView, Speaker

KINDS = {
    "person": "Person",
    "organization": "Organisation",
    "group": "Group",
    "place": "Place",
    "office": "Office",
    "thing": "Thing",
    "event": "Event",
    "told": "Told, no fact",
    "relation": "Relation",
    "figure": "Figure",
    "claim": "Claim",
    "article": "Article",
    "resource": "Resource",
}
STATUSES = {
    "Corroborated": "Two or more independent sources tell it as a fact.",
    "Reported": "An article passes it on from a source, which is sure of it; no second, independent source is known.",
    "Asserted": "An article tells it in its own voice, and names no source for it.",
    "Disputed": "It is told as a fact, but also denied, or told in ways that exclude each other.",
}
TOLD = "It is told, but not as something that happened, so it answers no question about facts."
ROLES = {
    "agent": "Who",
    "patient": "Whom or what",
    "recipient": "To whom",
    "instrument": "With what",
    "place": "Where",
    "origin": "From where",
    "destination": "Where to",
    "topic": "About what",
    "cause": "Why",
    "subject": "Who or what",
    "object": "With whom or what",
}
PARTS = {
    "agent": "acts in it",
    "patient": "undergoes it",
    "recipient": "is addressed by it",
    "instrument": "is used in it",
    "place": "is its place",
    "origin": "is its origin",
    "destination": "is its destination",
    "topic": "is its topic",
    "cause": "is its cause",
}
MARKS = {
    "mention": "Names and other mentions",
    "event": "Events",
    "relation": "Relations",
    "figure": "Figures",
    "attribution": "Who says so",
    "cue": "How sure, planned or denied",
}
_WORLDS = {"Actual": "", "Obligatory": "called for", "Conditional": "on a condition", "Attempted": "only attempted"}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def worded(name: str) -> str:
    """A local name of the ontology in words.

    >>> worded("TroopDeployment"), worded("NGO"), worded("locatedIn")
    ('Troop deployment', 'NGO', 'Located in')
    """
    parts = [part if part.isupper() and len(part) > 1 else part.lower() for part in _HUMP.split(name)]
    return capital(" ".join(parts))


def capital(words: str) -> str:
    """The words with a capital first."""
    return words[:1].upper() + words[1:]


def role(name: str) -> str:
    """The question that a role answers."""
    return ROLES.get(name) or worded(name)


def part(name: str) -> str:
    """What it is that something does in a role."""
    return PARTS.get(name) or f"as {worded(name).lower()}"


def stance(speaker: Speaker) -> str:
    """Whether a speaker affirms, denies, or leaves open: a name for how it looks."""
    if "Negative" in speaker.factuality:
        return "denies"
    return "affirms" if speaker.factuality == "CertainPositive" and speaker.modality == "Actual" else "unsure"


def view(speaker: Speaker) -> str:
    """How sure a speaker is, in words; that something is meant to be actual goes without saying.

    >>> view(Speaker(None, "certain that not, actual"))
    'certain that not'
    """
    return speaker.view.removesuffix(", actual")


def worlds(claims: Iterable[ClaimView]) -> list[str]:
    """How something is told that is no fact: denied, planned, possible ...; each once, in the order of the claims."""
    found = (word for claim in claims for speaker in claim.speakers[:1] for word in _how(speaker))
    return list(dict.fromkeys(found))


def _how(speaker: Speaker) -> Iterable[str]:
    if "Negative" in speaker.factuality:
        yield "denied"
    elif speaker.factuality.startswith(("Probable", "Possible")):
        yield "probable" if speaker.factuality.startswith("Probable") else "possible"
    if world := _WORLDS.get(speaker.modality, speaker.modality.lower()):
        yield world


def number(value: float) -> str:
    """A number as people write it.

    >>> number(20000.0), number(1.5)
    ('20,000', '1.5')
    """
    return f"{int(value):,}" if value == value and abs(value) < 1e15 and value == int(value) else f"{value:,g}"


def short_number(value: float) -> str:
    """A round number as an axis has room for it.

    >>> short_number(5_000_000), short_number(20_000), short_number(1500)
    ('5M', '20k', '1,500')
    """
    for size, sign in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= 10_000 and value >= size:
            return number(value / size) + sign
    return number(value)


def amount(figure: FigureView) -> str:
    """How many, in words.

    >>> from newsgraph.model.explorer import Node
    >>> amount(FigureView(Node("f", "dozens", "figure"), "Deaths", 24, None))
    '24 or more'
    """
    low, high = figure.minimum, figure.maximum
    about = "about " if figure.approximate else ""
    if low is None and high is None:
        return "an unknown number"
    if low is not None and high is not None:
        return about + (number(low) if low == high else f"{number(low)} to {number(high)}")
    return about + (f"{number(low)} or more" if low is not None else f"up to {number(high or 0)}")
