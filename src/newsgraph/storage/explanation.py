"""A fact with all that speaks for it and against it: values, and how they read."""

from dataclasses import dataclass

from newsgraph.storage import notebook


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence of an article around some words: what stands before them, they themselves, and what follows."""

    before: str
    words: str
    after: str
    article: str

    def text(self, mark: tuple[str, str] = ("[", "]")) -> str:
        """The sentence on one line with the words marked."""
        marked = f"{self.before}{mark[0]}{self.words}{mark[1]}{self.after}"
        return " ".join(marked.split())


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim: its speakers with their views ("certain, actual") from the innermost outwards, and where it stands."""

    speakers: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    contradicted_by: tuple[str, ...] = ()

    def text(self) -> str:
        """A few lines."""
        chain = ", said ".join(f"{who} ({view})" for who, view in self.speakers)
        against = [f"      against it: {other}" for other in self.contradicted_by]
        quotes = [f"      {passage.text()}\n      -- {passage.article}" for passage in self.passages]
        return "\n".join([f"  - {chain}", *quotes, *against])


@dataclass(frozen=True, slots=True)
class ExplainedFact:
    """An event, a figure or a relation: its IRI, label, class, status (None for what is no fact), details, claims.

    `merges` say why what several articles tell is held to be one.
    """

    iri: str
    label: str
    type: str
    status: str | None
    details: tuple[tuple[str, str], ...]
    claims: tuple[ToldClaim, ...]
    merges: tuple[str, ...] = ()

    def text(self) -> str:
        """A paragraph."""
        standing = self.status or "told, but no fact"
        lines = [f"{self.label}", f"  {self.type}, {standing} <{self.iri}>"]
        lines += [f"  {name}: {value}" for name, value in self.details]
        lines += [f"  one with another telling: {reason}" for reason in self.merges]
        return "\n".join([*lines, *(claim.text() for claim in self.claims)])


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a graph knows about something: each fact about it with its claims."""

    subject: str
    facts: tuple[ExplainedFact, ...]

    def text(self) -> str:
        """All of it in plain text."""
        return "\n\n".join(fact.text() for fact in self.facts) or f"nothing is told about {self.subject!r}"

    __str__ = text

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        return notebook.of_explanation(self)
