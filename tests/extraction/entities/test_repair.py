from collections.abc import Callable

import pytest

from newsgraph.extraction.entities import find
from newsgraph.extraction.parse import Doc

See = Callable[[str], object]


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("A wing of the jihadist Group for the Liberation of Macina did it.", "Macina", "ArmedGroup"),
        ("The rebel Kordofan Liberation Movement denied it.", "Kordofan Liberation Movement", "ArmedGroup"),
        ("He closed the operator, PT Lautan Jaya, on Friday.", "PT Lautan Jaya", "Company"),
        ("The money came from Stroymat, a construction company based in Varna.", "Stroymat", "Company"),
        ("The Plovdiv-based firm Stroymat denied it.", "Stroymat", "Company"),
        ("Brewer Amstelbrau said sales fell.", "Amstelbrau", "Company"),
        ("Sipho Dlamini, who heads the Freedom Party, was in jail.", "Sipho Dlamini", "Person"),
        ("The Southern African Development Community (SADC), a bloc, met.", "SADC", "InternationalOrganization"),
    ],
)
def test_words_around_give_the_class(see: See, text: str, words: str, type_: str) -> None:
    """Epithets, appositions, forms of company and relative pronouns correct what the name reader guessed."""
    assert see(text).type(words) == type_


def test_name_goes_on_after_of(see: See) -> None:
    """ "Group for the Liberation of Macina" is one name."""
    seen = see("A wing of the jihadist Group for the Liberation of Macina did it.")
    assert seen.label("Macina") == "Group for the Liberation of Macina"


def test_owner_is_no_part_of_a_name(see: See) -> None:
    """ "Marta Diaz's New Unity Party" is called "New Unity Party"."""
    assert see("Marta Diaz won. Marta Diaz's New Unity Party had 40 seats.").label("Party") == "New Unity Party"


def test_brand_stands_for_its_company(see: See) -> None:
    """The first word of a company's name takes up the whole name."""
    seen = see("Daehan Motors bought a truck maker. Daehan blames costs.")
    assert seen.label("Daehan", 1) == "Daehan Motors"


def test_result_is_no_part_of_the_phrase(see: See) -> None:
    """In "shot dead three gunmen" the gunmen are three, not dead before."""
    assert see("Security forces later shot dead three gunmen.").label("gunmen") == "three gunmen"


@pytest.mark.parametrize("noun", ["trucker", "plumber", "shepherd", "cyclist", "seismologist", "welder"])
def test_people_by_what_they_do(see: See, noun: str) -> None:
    """Nouns for people in the plural denote groups."""
    assert see(f"Two {noun}s were hurt.").type(f"{noun}s") == "Group"


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("A field commander known as Abu Nasir was killed.", "Abu Nasir", "Person"),
        ("The captain, identified only as L.W., was among the survivors.", "L.W.", "Person"),
        ('"We hear voices," volunteer firefighter Elena Cruz said.', "Elena Cruz", "Person"),
        ("KHARTOUM, Sudan (QPN) — An airstrike hit a market.", "QPN", "NewsAgency"),
        ("Guns were heard near Ras Almasi at night.", "Ras Almasi", "Place"),
        ("Fighting shook Mali. Two men were seized near Gao. Mali is poor.", "Gao", "City"),
        ("Doctors counted 61 bodies.", "bodies", "Victims"),
        ("Planes hit only a rebel command post.", "post", "MilitaryBase"),
    ],
)
def test_places_and_namings_give_the_class(see: See, text: str, words: str, type_: str) -> None:
    """ "Known as", datelines and prepositions of place tell what a name names."""
    assert see(text).type(words) == type_


def test_capital_of_a_sentence_makes_no_name(see: See) -> None:
    """A common noun at the beginning of a sentence is no name."""
    seen = see("Turnout stood at 71 percent. Gunmen fled.")
    assert (seen.of("Turnout"), seen.type("Gunmen")) == (None, "Attackers")


def test_several_people_are_no_single_name(see: See) -> None:
    """Plural nouns for people do not describe one name beside them."""
    seen = see("Analysts at the think tank Horizon Sahel say so.")
    assert (seen.type("Horizon Sahel"), seen.type("Analysts")) == ("Organization", "Group")


def test_name_between_commas(see: See) -> None:
    """ "Its director, X, told": X is the director, whatever the parser makes of the name."""
    assert see("Its director, Per Nygaard, told the newspaper that it was over.").type("Nygaard") == "Person"


def test_south_american_is_not_american(see: See) -> None:
    """ "South American" does not speak of the United States."""
    seen = see("The South American trade bloc Mercosur welcomed the deal.")
    assert [e.label for e in seen.index.entities] == ["Mercosur"]


def test_words_for_times_may_be_names(parse: Callable[[str], Doc]) -> None:
    """A word for a time inside a longer name is a part of the name."""
    doc = parse("The Dawn Front, an armed group in the hills, claimed responsibility.")
    index = find(doc, skip=frozenset(t.i for t in doc if t.text == "Dawn"))
    assert index.entities[0].label == "Dawn Front"
