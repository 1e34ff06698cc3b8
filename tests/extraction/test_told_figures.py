"""How many: what is counted, of which event or place, and who says so."""

from collections.abc import Callable

import pytest

from extraction.story import YES, Story, unmet

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "counts", "low", "high"),
    [
        ("Eight soldiers were killed in Goma.", "Deaths", 8, 8),
        ("Rebels killed eight soldiers in Goma.", "Deaths", 8, 8),
        ("An attack on Goma killed at least 12 people.", "Deaths", 12, None),
        ("At least 12 people died in the flood.", "Deaths", 12, None),
        ("The flood left 30 people dead.", "Deaths", 30, 30),
        ("The death toll from the flood rose to 225.", "Deaths", 225, 225),
        ("The flood claimed 30 lives.", "Deaths", 30, 30),
        unmet(
            "The attack claimed the lives of 30 people.",
            "Deaths",
            30,
            30,
            why="the number stands one phrase below the lives",
        ),
        ("Dozens of people were injured in the blast.", "Injuries", 24, None),
        ("The blast injured between 20 and 30 people.", "Injuries", 20, 30),
        ("A worker was injured in the blast.", "Injuries", 1, 1),
        ("The blast left 15 wounded.", "Injuries", 15, 15),
        ("Police arrested more than 80 protesters in Minsk.", "Arrests", 80, None),
        ("More than 80 protesters were detained in Minsk.", "Arrests", 80, None),
        ("Police made 80 arrests in Minsk.", "Arrests", 80, 80),
        ("Thousands of people protested in Lima.", "Participants", 2000, None),
        ("A protest by 300 workers blocked Lima.", "Participants", 300, 300),
        ("Seventeen people are missing after the flood.", "Missing", 17, 17),
        ("The flood displaced 4,000 people.", "Displaced", 4000, 4000),
        ("Gunmen kidnapped 20 pupils in Jos.", "Hostages", 20, 20),
        ("Kenya deployed 300 soldiers to Haiti.", "Troops", 300, 300),
        ("Chad has 17 million inhabitants.", "Population", 17_000_000, 17_000_000),
        ("Chad, a country of about 17 million people, held an election.", "Population", 17_000_000, 17_000_000),
        ("Chad has a population of more than 17 million.", "Population", 17_000_000, None),
    ],
)
def test_counts(read: Read, text: str, counts: str, low: float, high: float | None) -> None:
    """Fillers, totals and predicates give figures with their bounds."""
    assert (counts, low, high) in {figure[:3] for figure in read(text).figures}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The blast killed eight people and injured 20.",
            {("Deaths", 8, 8), ("Injuries", 20, 20)},
        ),
        ("Eight people were killed and 20 injured in the blast.", {("Deaths", 8, 8), ("Injuries", 20, 20)}),
        (
            "Eight people were killed and 20 others were wounded in the blast.",
            {("Deaths", 8, 8), ("Injuries", 20, 20)},
        ),
        (
            "The blast left eight dead and 20 injured.",
            {("Deaths", 8, 8), ("Injuries", 20, 20)},
        ),
        (
            "Eight people, including two children, were killed.",
            {("Deaths", 8, 8), ("Size", 2, 2)},
        ),
    ],
)
def test_figures_side_by_side(read: Read, text: str, figures: set[tuple[str, float, float]]) -> None:
    """Each number counts what its own verb says."""
    assert {figure[:3] for figure in read(text).figures} == figures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Japan gave Kenya 20 million dollars.", ("USD", 20e6, 20e6)),
        ("Japan gave Kenya $20 million.", ("USD", 20e6, 20e6)),
        unmet("Japan pledged more than €3 billion in aid to Kenya.", ("EUR", 3e9, None), why="pledged aid is no event"),
        ("The company paid a fine of £500,000.", ("GBP", 500_000, 500_000)),
        ("Fuel prices rose by 12 percent in Ghana.", ("percent", 12, 12)),
        ("Fuel prices rose 12.5% in Ghana.", ("percent", 12.5, 12.5)),
        ("An earthquake of magnitude 6.4 struck Nepal.", ("magnitude", 6.4, 6.4)),
        unmet(
            "A 6.4-magnitude earthquake struck Nepal.", ("magnitude", 6.4, 6.4), why="read as a count without a unit"
        ),
        ("A magnitude 7 earthquake struck Nepal.", ("magnitude", 7, 7)),
    ],
)
def test_measures(read: Read, text: str, measure: tuple[str, float, float | None]) -> None:
    """Money, percentages and magnitudes are figures with a unit."""
    assert read(text).measures == {measure}


def test_figure_of_a_place(read: Read) -> None:
    """Inhabitants are counted of their place."""
    found = read("Chad has 17 million inhabitants.")
    assert ("Population", "Chad", 17_000_000, 17_000_000) in found.figured


def test_figure_of_an_event(read: Read) -> None:
    """The hurt are counted of the event that tells of them."""
    assert ("Injuries", "Injury", 20, 20) in read("Twenty people were injured in the flood.").figured


def test_toll_of_an_event(read: Read) -> None:
    """A death toll belongs to what the deaths come from."""
    assert read("The death toll from the flood rose to 225.").who("Death", "cause") == {"Flood"}


def test_nobody_is_not_one(read: Read) -> None:
    """Nobody is not one person."""
    assert ("Deaths", 1, 1) not in {figure[:3] for figure in read("No one was killed in the flood.").figures}


def test_approximate(read: Read) -> None:
    """ "About 300" is 300, and approximate."""
    assert ("Participants", 300, 300, True) in read("About 300 workers protested in Lima.").figures


def test_speaker_of_a_figure(read: Read) -> None:
    """A number is claimed by whoever gives it."""
    found = read("The mayor said that eight people were killed in the blast.")
    assert found.figure_voices("Deaths") == [[("mayor", *YES)]]


def test_rival_figures(read: Read) -> None:
    """Two speakers' numbers stay two figures, each with its speaker."""
    found = read("The army said 12 people were killed in Goma. Rebels said 40 people were killed in Goma.")
    assert {figure[:3] for figure in found.figures} == {("Deaths", 12, 12), ("Deaths", 40, 40)}
    assert {voices[0][0] for voices in found.figure_voices("Deaths")} == {"army", "rebels"}


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a 34-year-old teacher in Minsk.",
        "Police arrested the teacher on 12 March in Minsk.",
        "Police arrested the teacher in 2022.",
        "Soldiers of the 82nd Division were killed.",
        "Residents were arrested on Route 66.",
    ],
)
def test_other_numbers(read: Read, text: str) -> None:
    """Ages, dates, names and ordinals count nobody."""
    assert not {figure for figure in read(text).figures if figure[1] not in {1, None}}
