"""Whether two events are one, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution.cards import EventCard
from newsgraph.resolution.names import content
from newsgraph.resolution.telling import ELSEWHERE, HAPPENED
from newsgraph.resolution.views import EventView, Phrase

Wider: TypeAlias = Mapping[int, frozenset[int]]

# Undated events are compared only where the stories appeared within these days of each other.
NEAR_DAYS = 7
# A plan may be carried out so many days after it was told.
PLAN_DAYS = 62
# Anyone may say, ask or meet many times a day: for these classes a day and one participant are not enough.
FREQUENT = ("Communication", "Consultation", "Request", "Accusation", "Threat", "Support", "Rejection", "Movement")
# One filler that differs in these roles makes another event; topics and causes are told in too many ways.
DECISIVE = ("agent", "patient", "recipient", "place", "origin", "destination")
# What lasts for days: told in two stories of one place and time, it is one.
LASTING = ("Protest", "Disaster", "Epidemic", "Election", "Coup", "Curfew", "EmergencyDeclaration", "Summit", "Trial")
# Of what there is hardly more than one a day where a story is about.
SINGULAR = ("Disaster", "Coup", "Election", "Strike", "Riot", "Trial", "Conviction", "Sentence", "Explosion", "Bombing")
# What hardly happens twice within days to the one whom it happens to.
PERSONAL = ("Arrest", "Detention", "Release", "Kidnapping", "LifeEvent", "OfficeEvent", "JusticeEvent", "Expulsion",
    "Acquisition", "Bankruptcy")  # fmt: skip
# So many words in common say of two events of one day that they are one, wherever they are told.
WORDS = 2
# What fills a place for days, so that a story about it that speaks of one means that one.
BROAD = ("Epidemic", "Earthquake", "Flood", "Storm", "Coup", "Riot")
# What is done once to somebody: who did it may be told in two ways.
ONCE = ("Assault", "LifeEvent", "Destruction", "Explosion")
# Words that fit any people.
GENERIC = frozenset({"people", "person", "other", "dozen", "member", "those", "they", "one", "total", "number"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """That two events are one: how sure, and why; `rival` where they name different agents of the one act."""

    score: float
    reasons: tuple[str, ...]
    rival: bool = False


def comparable(one: EventCard, other: EventCard) -> bool:
    """Whether world, class and day leave open that two events of two articles are one: cheap, and so asked first."""
    apart = _before(one, other) or _before(other, one) or not compatible(one.type, other.type)
    return not apart and _one_world(one, other)


def same_event(one: EventView, other: EventView) -> Likeness | None:
    """Whether two events of two articles are one; None where they may be two."""
    if not _one_world(one.card, other.card):
        return None
    against = conflicts(one, other)
    if against:
        return _rival(one, other) if against == ("another agent",) else None
    return _same_words(one, other) or _same_parties(one, other) or _same_setting(one, other)


def _same_words(one: EventView, other: EventView) -> Likeness | None:
    """Two articles that tell it in one sentence, word for word, as copies do."""
    if one.card.sentence and one.card.sentence == other.card.sentence and one.type == other.type and near(one, other):
        return Likeness(0.95, ("told in the same words",))
    return None


def _same_parties(one: EventView, other: EventView) -> Likeness | None:
    """Two events with the same participants at about the same time."""
    shared, around = shared_roles(one, other), shared_events(one, other)
    alike = tuple(sorted({*around, *alike_roles(one, other, generic=bool(around))}))
    day = bool(one.day) and one.day == other.day
    agree = _shared_fillers(one, other, shared) + len(alike) + bool(one.numbers & other.numbers)
    if (shared or around) and agree >= 2 and (day or near(one, other)):
        return _likeness(one, 0.9 if day else 0.7, (*shared, *alike), day)
    if shared and day and not of(one.type, FREQUENT):
        return _likeness(one, 0.8, shared, day)
    if shared and of(one.type, LASTING) and near(one, other):
        return _likeness(one, 0.6, shared, day)
    if _hits(one) & _hits(other) and of(one.type, PERSONAL) and near(one, other):
        return _likeness(one, 0.65, shared, day)
    return None


def _hits(seen: EventView) -> frozenset[int]:
    """Whom an event happens to, by name: the patient, or who alone takes part."""
    return seen.named.get("patient") or seen.named.get("agent", frozenset())


def _same_setting(one: EventView, other: EventView) -> Likeness | None:
    """Two events in stories about the same, that are told with the same words: "Friday's ferry accident"."""
    if of(one.type, FREQUENT):
        return None
    day, together = bool(one.day) and one.day == other.day, bool(one.focus & other.focus)
    words = one.words & other.words - GENERIC
    alike, number = alike_roles(one, other), bool(one.numbers & other.numbers)
    if day and (len(words) >= WORDS or (together and (words or alike or number))):
        return Likeness(0.55, (_in_words(words, alike), f"both on {one.day}"))
    bare = not one.words - GENERIC or not other.words - GENERIC
    lasting = of(one.type, LASTING) and (alike or words)
    # A bare "the outbreak" in a story about the same places or people needs no more where there is hardly a second one.
    broad = bare and of(one.type, BROAD) and len(one.focus & other.focus) >= WORDS
    if together and near(one, other) and (lasting or broad or (alike and number)):
        return Likeness(0.5, (_in_words(words, alike), "told within days of each other in stories about the same"))
    if day and together and bare and of(one.type, SINGULAR):
        return Likeness(0.5, ("stories about the same tell of one such event", f"both on {one.day}"))
    return None


def _in_words(words: frozenset[str], alike: tuple[str, ...]) -> str:
    if words:
        return f"told with the words {', '.join(sorted(words))}"
    return f"alike in {', '.join(alike)}" if alike else "nothing tells them apart"


def _shared_fillers(one: EventView, other: EventView, shared: tuple[str, ...]) -> int:
    """How many fillers two events share; one who acts for the other's filler counts as one."""
    return sum(max(len(one.fillers[role] & other.fillers[role]), 1) for role in shared)


def same_in_story(one: EventView, other: EventView) -> Likeness | None:
    """A text that tells an event twice: same class, same day, and every role that both fill shares a filler.

    What it is about, and why it was done, may be told of what is done now and then in other words.
    """
    if one.type != other.type or not one.day or one.day != other.day or not _one_world(one.card, other.card):
        return None
    both = one.fillers.keys() & other.fillers.keys()
    both = both if of(one.type, FREQUENT) else both - {"topic", "cause"}
    shared = tuple(role for role in sorted(both) if one.fillers[role] & other.fillers[role])
    if shared and len(shared) == len(both) and not conflicts(one, other):
        return _likeness(one, 0.95, shared, True)
    return None


def fulfils(fact: EventView, plan: EventView) -> bool:
    """Whether a fact is what became of a plan: two shared participants, told in order, and nothing against it."""
    if (plan.card.realis, fact.card.realis) != (ELSEWHERE, HAPPENED) or conflicts(plan, fact):
        return False
    dates = (plan.card.published, fact.card.published)
    in_order = not all(dates) or dates[0] <= dates[1]
    shared = shared_roles(plan, fact)
    return in_order and bool(shared) and len(shared) + len(alike_roles(plan, fact)) >= 2


def conflicts(one: EventView, other: EventView) -> tuple[str, ...]:
    """What says that these are two events, in words; none where nothing does."""
    if not compatible(one.type, other.type):
        return (f"{one.type} is no {other.type}",)
    if _before(one.card, other.card) or _before(other.card, one.card):
        return ("another day",)
    return tuple(f"another {role}" for role in DECISIVE if _differ(one, other, role))


def compatible(left: str, right: str) -> bool:
    """Whether one thing can be of both classes: one lies below the other."""
    return left == right or vocabulary().is_a(left, right) or vocabulary().is_a(right, left)


def _one_world(one: EventCard, other: EventCard) -> bool:
    if ELSEWHERE in (one.realis, other.realis):
        return one.realis == other.realis and one.world == other.world
    return True


def _before(one: EventCard, other: EventCard) -> bool:
    return bool(one.last_day and other.first_day) and one.last_day < other.first_day


def _differ(one: EventView, other: EventView, role: str) -> bool:
    left, right = one.named.get(role, frozenset()), other.named.get(role, frozenset())
    if left and right:
        return not left & right and not _tied(one, other, left, right) and not _called_alike(one, other, role)
    if left or right:
        return False
    phrases, others = one.unnamed.get(role, ()), other.unnamed.get(role, ())
    return bool(phrases and others) and not any(_may_be_one(a, b) for a in phrases for b in others)


def _called_alike(one: EventView, other: EventView, role: str) -> bool:
    """Whether the one's name is part of the other's: "Machachi Norte" and "Machachi Norte prison"."""
    names, others = (_contents(seen, role, named=True) for seen in (one, other))
    return any(a < b or b < a for a in names for b in others)


def _contents(seen: EventView, role: str, *, named: bool = False) -> list[frozenset[str]]:
    """The words of the fillers of a role, each apart; those that fit any people left out."""
    told = (content(one.label) for one in seen.card.fillers if one.role == role and (one.named or not named))
    return [words for words in told if words - GENERIC]


def _may_be_one(one: Phrase, other: Phrase) -> bool:
    (kind, words, names), (its, theirs, others) = one, other
    if names and others and not names & others:
        return False  # the mayor of one town is not that of another
    vague = not words - GENERIC or not theirs - GENERIC
    return vague or bool(words & theirs) or (kind == its and kind != "Group")


def _rival(one: EventView, other: EventView) -> Likeness | None:
    """One act of which two sides blame each other: whom or what it hits is the same, and the day."""
    hit = bool(one.named.get("patient", frozenset()) & other.named.get("patient", frozenset()))
    day = bool(one.day) and one.day == other.day
    alike = any(a <= b or b <= a for a in _contents(one, "patient") for b in _contents(other, "patient"))
    same = (hit and (day or near(one, other))) or (alike and day and bool(one.focus & other.focus))
    if same and of(one.type, ONCE):
        found = _likeness(one, 0.7 if day else 0.6, ("patient",), day)
        return Likeness(found.score, (*found.reasons, "another agent is named"), rival=True)
    return None


def shared_roles(one: EventView, other: EventView) -> tuple[str, ...]:
    """The roles in which two events share a filler, or where somebody acts for the other's filler."""
    return tuple(role for role in sorted(one.fillers.keys() & other.fillers.keys()) if _shares(one, other, role))


def _shares(one: EventView, other: EventView, role: str) -> bool:
    left, right = one.fillers[role], other.fillers[role]
    return bool(left & right) or _meets((one.acting, other.acting), left, right) or _one_office(one, other, left, right)


def _one_office(one: EventView, other: EventView, left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether fillers hold one office that one person holds: "Estonia's prime minister" there has a name here."""
    mine = {office for home in left for office in one.offices.get(home, frozenset())}
    return any(mine & other.offices.get(home, frozenset()) for home in right)


def _tied(one: EventView, other: EventView, left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether a filler of the one lies in one of the other, or acts for it, by what either article tells."""
    return _meets((one.within, other.within), left, right) or _meets((one.acting, other.acting), left, right)


def _meets(told: tuple[Wider, Wider], left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether what either article tells leads from a home on one side to one on the other."""
    around = (wider.get(home, frozenset()) & goal for wider in told for home, goal in _ways(left, right))
    return any(around)


def _ways(left: frozenset[int], right: frozenset[int]) -> Iterator[tuple[int, frozenset[int]]]:
    yield from ((home, right) for home in left)
    yield from ((home, left) for home in right)


def shared_events(one: EventView, other: EventView) -> tuple[str, ...]:
    """The roles in which two events share an event, such as the earthquake that is the cause of both."""
    return tuple(r for r in sorted(one.events.keys() & other.events.keys()) if one.events[r] & other.events[r])


def alike_roles(one: EventView, other: EventView, *, generic: bool = False) -> tuple[str, ...]:
    """The roles that both fill with the same words, or one with more; words that fit any people count where told."""
    roles = sorted(one.unnamed.keys() & other.unnamed.keys())
    return tuple(
        role
        for role in roles
        if any(a <= b or b <= a for a in _words(one, role, generic) for b in _words(other, role, generic))
    )


def _words(one: EventView, role: str, generic: bool) -> frozenset[frozenset[str]]:
    return frozenset(words for _, words, _ in one.unnamed[role] if words and (generic or words - GENERIC))


def near(one: EventView, other: EventView, days: int = NEAR_DAYS) -> bool:
    """Whether the days, else the days of publication, are near each other, or the one lies in the other's month."""
    try:
        first, second = (date.fromisoformat(each.day or each.card.published) for each in (one, other))
    except ValueError:
        return False
    return abs((first - second).days) <= days or _within(one, other) or _within(other, one)


def _within(one: EventView, other: EventView) -> bool:
    """Whether the day of the one lies in the stretch that the other is told with, of a month at most."""
    first, last = other.card.first_day, other.card.last_day
    return bool(one.day and first and last) and first[:7] == last[:7] and first <= one.day <= last


def of(kind: str, ancestors: tuple[str, ...]) -> bool:
    """Whether a class is one of some others or lies below."""
    return any(vocabulary().is_a(kind, ancestor) for ancestor in ancestors)


def _likeness(one: EventView, score: float, shared: tuple[str, ...], day: bool) -> Likeness:
    when = f"both on {one.day}" if day else "told within days of each other"
    return Likeness(score, (f"same {', '.join(dict.fromkeys(shared))}", when))
