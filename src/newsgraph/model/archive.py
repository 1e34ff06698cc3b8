"""What a store on disk keeps and tells of itself."""

from dataclasses import dataclass

from newsgraph.model.findings import Findings
from newsgraph.model.statements import Run
from newsgraph.model.text import Document


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as a store keeps it: with its findings, the run that found them, and whether its text may be shown."""

    document: Document
    findings: Findings
    run: Run
    text: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of something: its IRI, its label, and its status before and after (None for what is no fact).

    `remains` says whether anybody still tells of it.
    """

    node: str
    label: str
    before: str | None
    after: str | None
    remains: bool = True


@dataclass(frozen=True, slots=True)
class Deed:
    """A change of a store.

    Its number, when it was (ISO 8601, UTC), what ("add", "remove", "replace", "judge"), which articles that was done to
    (IRI and title), and what became of facts because of it.
    """

    number: int
    when: str
    what: str
    articles: tuple[tuple[str, str], ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on two names: "same", "different" or "unsure"; who says so, and why.

    `left` is the IRI of an entity or event, or one that it was merged from; `right` is another one, or an identifier
    elsewhere. Where they are not the same, it is the right one that is taken out of what the program has made of it.
    """

    left: str
    right: str
    verdict: str
    judge: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A match of two, or a link to an identifier elsewhere, that waits for a person's judgement.

    The names in words, how much speaks for it (0 to 1), and why.
    """

    left: str
    right: str
    names: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
