"""What the news tells of offices, capitals and members, held against what a source elsewhere says.

Nothing is made of silence: where the source says nothing, the outcome is unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsgraph.model.checking import Check, Tie, Told
from newsgraph.model.linking import Term
from newsgraph.ontology.profiles import EXT
from newsgraph.ontology.turtle import RDFS
from newsgraph.resolution.elsewhere_context import lasted, same_office, whose

AGREES, DISAGREES, UNKNOWN = "Agrees", "Disagrees", "Unknown"
SILENT = "the source says nothing of it"


class Word:
    """What a source says, by subject and property."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._said: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._of: dict[tuple[str, str], set[str]] = defaultdict(set)
        for subject, predicate, value in told:
            self._said[predicate.value, subject.value].add(value.value)
            self._of[predicate.value, value.value].add(subject.value)

    def said(self, name: str, subject: str) -> list[str]:
        """The values that a subject has."""
        return sorted(self._said[EXT + name, subject])

    def having(self, name: str, values: Iterable[str]) -> list[str]:
        """The subjects that have one of some values."""
        return sorted({one for value in values for one in self._of[EXT + name, value]})

    def label(self, iri: str) -> str:
        """What something is called."""
        return min(self._said[RDFS + "label", iri], default=iri)

    def terms(self, statements: Iterable[str]) -> list[Term]:
        """Statements that somebody held an office, or belonged to a body, for a time."""
        return [self._term(one) for one in statements]

    def _term(self, held: str) -> Term:
        of = tuple(self.said("officeOf", held))
        names = tuple(self.label(one) for one in of)
        start, end = (next(iter(self.said(name, held)), "")[:10] for name in ("start", "end"))
        return Term(held, next(iter(self.said("officeName", held)), ""), of, names, start, end)


def checks(ties: Sequence[Tie], word: Word) -> Iterator[Check]:
    """The ties of which the source can say something, because what they are of is linked to it."""
    ways = {"holdsOffice": _office, "heldOffice": _office, "capitalOf": _capital, "memberOf": _member}
    for tie in ties:
        if (found := ways[tie.predicate](tie, word)) is not None:
            yield found


def office_names(ties: Iterable[Tie]) -> list[str]:
    """How offices may be called in full: "President of Kazakhstan"."""
    found = (
        (tie.known_object.label, name)
        for tie in ties
        if tie.predicate in ("holdsOffice", "heldOffice")
        for body in tie.of
        for name in body.names
    )
    return sorted({f"{_title(office)} of {name}" for office, name in found})


def _title(office: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in office.split())


def _office(tie: Tie, word: Word) -> Check | None:
    if not tie.known_subject.items:
        return None
    name = tie.known_object.label.partition(" of ")[0]
    own = _of_office(tie, name, word.terms(word.having("holder", tie.known_subject.items)))
    mine = next((term for term in own if tie.predicate == "heldOffice" or lasted(term, tie.days)), None)
    if mine is not None and mine.end and tie.predicate == "holdsOffice" and not tie.days[0]:
        return Check(tie, UNKNOWN, f"{mine.name}{_span(mine)}; the news gives no day", (mine.statement,))
    if mine is not None:
        return Check(tie, AGREES, f"{mine.name}{_span(mine)}", (mine.statement,))
    if own:
        said = "; ".join(f"{term.name}{_span(term)}" for term in own)
        return Check(
            tie, DISAGREES, f"by the source it was at another time: {said}", tuple(one.statement for one in own)
        )
    return _rival(tie, name, word) or Check(tie, UNKNOWN, SILENT)


def _rival(tie: Tie, name: str, word: Word) -> Check | None:
    """That somebody else, and only one, held the office then."""
    if tie.predicate == "heldOffice" or not tie.days[0] or not tie.of:
        return None
    every = [term for full in office_names([tie]) for term in word.terms(word.having("officeName", [full]))]
    then = [term for term in _of_office(tie, name, every) if term.start and lasted(term, tie.days)]
    holders = sorted({one for term in then for one in word.said("holder", term.statement)})
    if len(holders) != 1 or holders[0] in tie.known_subject.items:
        return None
    reason = f"by the source {word.label(holders[0])} was {then[0].name}{_span(then[0])}"
    return Check(tie, DISAGREES, reason, tuple(sorted({term.statement for term in then})), tuple(holders))


def _of_office(tie: Tie, name: str, terms: Iterable[Term]) -> list[Term]:
    alike = (term for term in terms if same_office(name, term.name))
    return [term for term in alike if not tie.of or whose(tie.of, term)]


def _capital(tie: Tie, word: Word) -> Check | None:
    capitals = sorted({one for item in tie.known_object.items for one in word.said("capital", item)})
    if not tie.known_object.items:
        return None
    if not capitals or not tie.known_subject.items:
        return Check(tie, UNKNOWN, SILENT)
    same = set(capitals) & set(tie.known_subject.items)
    said = ", ".join(word.label(one) for one in capitals)
    return Check(tie, AGREES if same else DISAGREES, f"by the source the capital is {said}", (), tuple(capitals))


def _member(tie: Tie, word: Word) -> Check | None:
    if not tie.known_subject.items or not tie.known_object.items:
        return None
    joined = set(word.having("body", tie.known_object.items))
    terms = word.terms(one for one in word.having("member", tie.known_subject.items) if one in joined)
    if not terms:
        return Check(tie, UNKNOWN, SILENT)
    then = next((term for term in terms if lasted(term, tie.days)), None)
    if then is not None:
        return Check(tie, AGREES, f"a member by the source{_span(then)}", (then.statement,))
    said = "; ".join(_span(term).strip(", ") for term in terms)
    return Check(
        tie, DISAGREES, f"by the source a member at another time: {said}", tuple(one.statement for one in terms)
    )


def _span(term: Term) -> str:
    since = f", since {term.start}" if term.start else ""
    return since + (f", until {term.end}" if term.end else "")
