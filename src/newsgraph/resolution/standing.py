"""How things stand: the claims about each, held against the promotion policy, and which of them exclude each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from newsgraph.model.things import Opposition
from newsgraph.ontology.policy import PromotionEvidence, promotion_policy
from newsgraph.resolution.cards import Testimony
from newsgraph.resolution.sources import independent

# A claim that the reader is less sure of than this stands, with its confidence, but makes no fact.
LEAST_SURE = 0.6
# How many claims on the other side one claim is linked to, where there are many: ten thousand articles that affirm
# and a thousand that deny would make ten million pairs, which tell nobody more than a few do.
ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its article: the digest, the circle of copies, and the place in the order of publication."""

    claim: Testimony
    article: str
    circle: int
    place: str = ""

    @property
    def sources(self) -> frozenset[str]:
        """The keys of its source; copies that tell something in their own voice are one source."""
        keys = frozenset(self.claim.sources)
        return keys | {f"copy {self.circle}"} if keys and self.claim.published else keys


def status(claims: Sequence[Told], *, contradicted: bool = False) -> str | None:
    """How what some claims are about stands; None for what is no fact."""
    sure = [one for one in claims if one.claim.affirms and one.claim.confidence >= LEAST_SURE]
    denials = [one for one in claims if one.claim.own_voice and one.claim.denies]
    affirmed = [one for one in sure if not _taken_back(one, denials)]
    own = sum(one.claim.own_voice for one in affirmed)
    evidence = PromotionEvidence(
        affirmed_own=own,
        affirmed_attributed=len(affirmed) - own,
        sources=independent(_sources(affirmed)),
        denied=any(one.claim.denies for one in claims),
        contradicted=contradicted,
    )
    return promotion_policy().status(evidence)


def _taken_back(one: Told, denials: Sequence[Told]) -> bool:
    """Whether who publishes a claim in its own voice denies it in a later article: a correction, no dispute."""
    mine = (other for other in denials if other.claim.speaker == one.claim.speaker)
    return one.claim.own_voice and any(other.article != one.article and other.place > one.place for other in mine)


def _sources(affirmed: Sequence[Told]) -> Iterator[frozenset[str]]:
    """The keys of each source; what an article tells in its own voice adds nothing where it names somebody for it."""
    named = {one.article for one in affirmed if not one.claim.published}
    return (one.sources for one in affirmed if not (one.claim.published and one.article in named))


def opposed(claims: Sequence[Told]) -> Iterator[Opposition]:
    """Pairs of claims about one thing of which one affirms what the other denies.

    Each claim is paired with all on the other side, or where they are many with enough to stand for them.
    """
    yes = [one for one in claims if one.claim.affirms]
    no = [one for one in claims if one.claim.denies]
    if yes and no:
        yield from pairs(yes, representatives(no))
        yield from pairs(representatives(yes), no)


def pairs(left: Iterable[Told], right: Iterable[Told]) -> Iterator[Opposition]:
    """Every claim of one side with every one of the other."""
    for one, other in product(left, right):
        if one.claim.name != other.claim.name:
            first, second = sorted((one, other), key=lambda told: (told.claim.name, told.article))
            yield Opposition(first.claim.name, first.article, second.claim.name, second.article)


def representatives(claims: Sequence[Told]) -> list[Told]:
    """Enough of some claims to stand for all: the earliest of each speaker, then the second ones, and so on."""
    said: Counter[str] = Counter()
    turns = []
    for place, one in enumerate(claims):
        turns.append((said[one.claim.speaker], place, one))
        said[one.claim.speaker] += 1
    return [one for _, _, one in sorted(turns, key=lambda turn: turn[:2])][:ENOUGH]
