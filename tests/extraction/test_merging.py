"""When two mentions tell one event."""

from newsgraph.extraction.layers import State
from newsgraph.extraction.merging import Told, groups, same
from newsgraph.extraction.quantities import Quantity
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.text import Span

ABOVE = {("Killing", "Attack"), ("Bombing", "Attack"), ("Bombing", "Assault"), ("Attack", "Assault")}


def is_a(low: str, high: str) -> bool:
    """A small tree of classes."""
    return low == high or (low, high) in ABOVE


def told(
    type: str = "Attack", *fillers: tuple[str, str], sentence: int = 0, day: str | None = None, **more: object
) -> Told:
    """A mention of a certain event, unless told otherwise."""
    state = more.pop("state", State())
    assert isinstance(state, State)
    return Told(type, frozenset(fillers), state, sentence, day, **more)  # type: ignore[arg-type]


REBELS, VILLAGE, PORT = ("agent", "rebels"), ("patient", "village"), ("patient", "port")
DENIED = State(Factuality.CERTAIN_NEGATIVE)
PLANNED = State(Factuality.PROBABLE_POSITIVE, Modality.PLANNED)


def test_same_fillers() -> None:
    """The same class with the same agent and patient is told twice."""
    assert same(told("Attack", REBELS, VILLAGE), told("Attack", REBELS, VILLAGE, sentence=1), is_a)


def test_other_patient() -> None:
    """Another patient makes another event."""
    assert not same(told("Attack", REBELS, VILLAGE), told("Attack", REBELS, PORT, sentence=1), is_a)


def test_other_class() -> None:
    """Classes of which neither is above the other never meet."""
    assert not same(told("Arrest", REBELS, VILLAGE), told("Attack", REBELS, VILLAGE), is_a)


def test_wider_class() -> None:
    """A bombing may be taken up as an attack."""
    assert same(told("Bombing", REBELS, VILLAGE), told("Attack", REBELS, VILLAGE, sentence=1), is_a)


def test_other_day() -> None:
    """What happened on two days happened twice."""
    monday, friday = "2024-03-11", "2024-03-15"
    assert not same(told("Attack", REBELS, VILLAGE, day=monday), told("Attack", REBELS, VILLAGE, day=friday), is_a)


def test_other_number() -> None:
    """Different numbers of victims are different events."""
    two, nine = (Quantity(n, n, Span(0, 1)) for n in (2, 9))
    assert not same(told("Attack", REBELS, quantity=two), told("Attack", REBELS, quantity=nine), is_a)


def test_other_world() -> None:
    """A planned attack is not the attack that happened."""
    assert not same(told("Attack", REBELS, VILLAGE), told("Attack", REBELS, VILLAGE, state=PLANNED), is_a)


def test_same_irrealis() -> None:
    """What is denied twice is one denied event."""
    first, second = (told("Attack", REBELS, VILLAGE, state=DENIED, sentence=n) for n in (0, 1))
    assert same(first, second, is_a)


def test_definite_noun() -> None:
    """ "The attack" takes up an attack told shortly before, without any role of its own."""
    assert same(told("Bombing", REBELS, VILLAGE), told("Attack", sentence=2, definite=True), is_a)


def test_indefinite_noun() -> None:
    """ "An attack" is a new one."""
    assert not same(told("Attack", REBELS, VILLAGE), told("Attack", sentence=2), is_a)


def test_far_away() -> None:
    """A definite noun does not reach back over a whole story."""
    assert not same(told("Attack", REBELS, VILLAGE), told("Attack", sentence=30, definite=True), is_a)


def test_groups_keep_order() -> None:
    """Every mention is in one group, and groups stand in the order of their first mention."""
    mentions = [
        told("Attack", REBELS, VILLAGE),
        told("Attack", REBELS, PORT, sentence=1),
        told("Attack", REBELS, VILLAGE, sentence=2),
    ]
    assert groups(mentions, is_a) == ((0, 2), (1,))


def test_the_attack_takes_up_a_killing() -> None:
    """A bare "the attack" in a later sentence speaks of any use of force told before, blamed on somebody or not."""
    killing, blamed = told("Killing", REBELS, VILLAGE), State(Factuality.UNDERSPECIFIED)
    attack = told(sentence=1, definite=True, plain=True, state=blamed)
    assert same(killing, attack, lambda low, high: high == "Assault" or is_a(low, high))


def test_a_raid_takes_up_no_killing() -> None:
    """A noun that says more than its class is another event."""
    raid = told(sentence=1, definite=True)
    assert not same(told("Bombing", REBELS, VILLAGE), raid, lambda low, high: high == "Assault")
