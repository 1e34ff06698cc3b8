from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.resolution.copies import Fingerprint, bands, copied, fingerprint, overlap
from newsgraph.resolution.wording import hashes

BRIDGE = """A road bridge over the Oder collapsed near the town of Brzeg on Thursday, killing at least four people, \
police said. Rescue workers with dogs were looking for survivors in three cars that fell into the river. The bridge, \
which was built in 1963, had been closed to lorries since March. Mayor Anna Wolska said that engineers had warned of \
cracks in its second pillar."""
REST = """Traffic was sent over a neighbouring village, where residents complained of long queues. Wolska said that \
the organisation in charge of the road had asked for money to repair it, but that none was granted. The Polish \
government promised 12 million zlotys for a new bridge. Prime Minister Piotr Adamski is to visit Brzeg on Saturday. \
Divers found a fourth car in the evening. The river is two metres deep at the pillars and flows fast after the rain of \
the last weeks, a spokesman for the fire brigade told reporters. Schools in the town stay closed on Friday."""
LONG = f"{BRIDGE}\n{REST}"

COPIES = {
    "as it was": LONG,
    "dateline": f"BRZEG, Poland, June 6 (Reuters) - {LONG}",
    "headline": f"Four Dead As Bridge Over The Oder Falls\n\nBy Our Staff\n\n{LONG}",
    "brief": BRIDGE,
    "first sentences": BRIDGE.split(" The bridge,")[0],
    "American spelling": LONG.replace("organisation", "organization").replace("metres", "meters"),
    "words changed": LONG.replace("killing", "leaving dead").replace("looking", "searching").replace("four", "4"),
    "typography": LONG.replace(" - ", " — ").replace(". ", ".  \n").upper(),
    "day and toll": BRIDGE.replace("on Thursday", "yesterday").replace("at least four", "five"),
}  # fmt: skip

# Two of a kind in each: of different quakes, matches and fires, and of one event in other words.
OTHERS = {
    "two earthquakes": (
        "A magnitude 5.6 earthquake struck 31 km north of Herat in Afghanistan on Tuesday, the geological survey said. "
        "The quake was at a depth of 10 km. There were no immediate reports of damage or casualties.",
        "A magnitude 6.1 earthquake struck 85 km west of Arica in Chile on Sunday, the geological survey said. "
        "The quake was at a depth of 24 km. There were no immediate reports of damage or casualties.",
    ),
    "an aftershock": (
        "A magnitude 5.6 earthquake struck 31 km north of Herat in Afghanistan on Tuesday, the geological survey said. "
        "The quake was at a depth of 10 km. There were no immediate reports of damage or casualties.",
        "A magnitude 5.1 earthquake struck 28 km north of Herat in Afghanistan on Tuesday, the geological survey said. "
        "The quake was at a depth of 12 km. There were no immediate reports of damage or casualties.",
    ),
    "two fires": (
        "A fire damaged a primary school in Ulm on Monday, police said. Nobody was hurt. The cause of the fire is "
        "being investigated, and lessons are expected to start again next week.",
        "A fire damaged a primary school in Linz on Friday, police said. Nobody was hurt. The cause of the fire is "
        "being investigated, and lessons are expected to start again next week.",
    ),
    "own words": (
        "Four people died when a bridge near the Polish town of Brzeg fell into the Oder on Thursday. Three cars were "
        "swept away, and rescue workers with dogs were still at the river at night, the police of Brzeg said.",
        BRIDGE,
    ),
    "one quotation": (
        "Mayor Anna Wolska is under pressure in Brzeg. Engineers, she said, had warned of cracks in its second pillar, "
        "and yet the town left its bridge open to cars. The opposition in the council asks her to step down, and her "
        "own party does not speak for her any more.",
        LONG,
    ),
    "two short sentences": (
        "A bombing hit Kabul on Monday and killed 8, police said.",
        "A bombing hit Kabul on Monday and killed 9, police said.",
    ),
}  # fmt: skip


def share(one: str, other: str) -> set[str]:
    """The keys that two texts have in common."""
    return set(bands(fingerprint(one))) & set(bands(fingerprint(other)))


@pytest.mark.parametrize("change", COPIES)
def test_copies(change: str) -> None:
    """A story that a paper edits is a copy of what the agency sent, and shares a key with it."""
    one, other = fingerprint(LONG), fingerprint(COPIES[change])
    assert copied(one, other) and copied(other, one)
    assert share(LONG, COPIES[change])


def test_copies_of_one_story() -> None:
    """Two papers that edit a short story each in its way have copies of one another."""
    ways = ("dateline", "headline", "American spelling", "words changed", "brief")
    pairs = list(combinations(ways, 2))
    assert pairs and all(copied(fingerprint(COPIES[a]), fingerprint(COPIES[b])) for a, b in pairs)
    assert all(share(COPIES[a], COPIES[b]) for a, b in pairs)


@pytest.mark.parametrize("kind", OTHERS)
def test_others(kind: str) -> None:
    """Reports in a standing form, stories in their own words and mere quotations are no copies."""
    for one, other in permutations(map(fingerprint, OTHERS[kind])):
        assert one.size > 5 and other.size > 5 and not copied(one, other)


def test_same_sentence() -> None:
    """A text that is too short to tell anything by is a copy of the very same words."""
    one, other = fingerprint("A bomb hit Kabul, police said."), fingerprint("A bomb hit KABUL, police said")
    assert copied(one, other) and overlap(one, other) == (1.0, 1.0)


def test_overlap() -> None:
    """The shares count sequences of three words: among all, and among those of the shorter text."""
    one, other = fingerprint("one two three four five"), fingerprint("two three four five six seven eight nine")
    assert overlap(one, other) == overlap(other, one) == (2 / 7, 2 / 3)


def test_overlap_of_long_texts() -> None:
    """Of texts that are longer than what is kept of them the shares are estimated."""
    numbers = [f"word{n}" for n in range(9000)]
    half, contained = overlap(fingerprint(" ".join(numbers[:6000])), fingerprint(" ".join(numbers[3000:])))
    assert half == pytest.approx(1 / 3, abs=0.06) and contained == pytest.approx(1 / 2, abs=0.08)
    assert overlap(fingerprint(LONG), fingerprint(" ".join(numbers) + " " + LONG))[1] > 0.7


def test_few_keys_in_common() -> None:
    """Stories about other things share no key."""
    stories = {pair[0] for pair in OTHERS.values()}
    assert len(stories) == 5 and not any(share(one, other) for one, other in combinations(stories, 2))


def test_same_on_every_machine() -> None:
    """Hashes and keys are fixed, so that those of a store go on being good."""
    mark = fingerprint("Rain fell in Ulm.")
    assert mark == Fingerprint(2, hashes(["rain fell in", "fell in ulm"]), hashes(["rain fell in", "fell in ulm"]),
                                 hashes(["ulm"]), ())  # fmt: skip
    assert hashes(["rain fell in"]) == (2867439860,) and bands(mark)[0] == "f0-e0325292c9d4"


@pytest.mark.parametrize("text", ["", " \n", "—!", "Fire", "Fire again"])
def test_hardly_any_words(text: str) -> None:
    """Texts of no or two words have a fingerprint; those without words have no key, and are like nothing else."""
    mark = fingerprint(text)
    assert mark.size == len(mark.hashes) == min(len(text.strip(" \n—!")), 1)
    assert bool(bands(mark)) == bool(mark.size) and not copied(mark, fingerprint(LONG))


@given(st.text(), st.text())
def test_any_text(one: str, other: str) -> None:
    """Any two texts can be compared, in either order alike; the shares are shares."""
    left, right = fingerprint(one), fingerprint(other)
    assert overlap(left, right) == overlap(right, left) and copied(left, right) == copied(right, left)
    assert all(0 <= share <= 1 for share in overlap(left, right))
