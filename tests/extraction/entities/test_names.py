from collections.abc import Callable

import pytest

from newsgraph.extraction.entities import find
from newsgraph.extraction.parse import Doc

See = Callable[[str], object]


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("The agency TASS reported the blast on Monday.", "TASS", "NewsAgency"),
        ("The local TV station Arna 7 quoted a witness.", "Arna 7", "MediaOrganization"),
        ("The Interior Ministry confirmed the arrests.", "Interior Ministry", "Ministry"),
        ("Troops of NATO arrived in Estonia.", "NATO", "MilitaryAlliance"),
        ("Troops of NATO arrived in Estonia.", "Estonia", "Country"),
        ("Police closed the centre of Berlin.", "Berlin", "City"),
        ("He teaches at the University of Vilnius.", "University of Vilnius", "University"),
        ("Prime Minister Ana Brnabic resigned.", "Ana Brnabic", "Person"),
        ("The ship crossed the Black Sea on Friday.", "Black Sea", "BodyOfWater"),
        ("Fighters were seen in Rakhine state.", "Rakhine state", "Region"),
        ("Clara Moss, M.D., opened the clinic.", "Moss, M.D.", "Person"),
        ("Harlow Mills, Inc. dismissed 40 workers.", "Mills, Inc.", "Company"),
        ("Spain won the World Cup in 2010.", "World Cup", "Occasion"),
        ("Sierra Leone's transport minister, Foday Bangura Jr, visited Guinea.", "Sierra Leone", "Country"),
    ],
)
def test_names_have_fine_types(see: See, text: str, words: str, type_: str) -> None:
    """A name's class is finer than the name reader's label."""
    assert see(text).type(words) == type_


def test_titles_are_no_part_of_names(see: See) -> None:
    """ "President Salome Zourabichvili" is labelled without the title, which stands for the same person."""
    seen = see("President Salome Zourabichvili vetoed the law.")
    assert seen.label("Zourabichvili") == "Salome Zourabichvili"
    assert seen.of("President") == seen.of("Zourabichvili")


def test_acronym_in_brackets(see: See) -> None:
    """An acronym in brackets is another name of what stands before it."""
    entity = see("The Movement for National Renewal (MNR) won. The MNR had 40 seats.").of("MNR", 1)
    assert entity.label == "Movement for National Renewal"
    assert entity.alt_labels == ("MNR",)


def test_description_after_comma_types_the_name(see: See) -> None:
    """ "X (ABC), a military alliance" makes X a military alliance."""
    text = "They cited the Northern Shield Pact (NSP), a Danish-led military alliance of coastal states."
    assert see(text).type("NSP") == "MilitaryAlliance"


def test_identifiers_come_from_the_files(see: See) -> None:
    """A country carries the identifier that the knowledge file gives, whatever the text calls it."""
    seen = see("Britain sent aid. The UK had promised it.")
    assert seen.of("Britain").known == "http://www.wikidata.org/entity/Q145"
    assert seen.of("UK") == seen.of("Britain")


def test_regional_capital_is_a_city(see: See) -> None:
    """A city that is also a unit of its state is a city with a GeoNames identifier."""
    entity = see("Shells hit Kyiv at night.").of("Kyiv")
    assert entity.type == "City"
    assert entity.known.startswith("https://sws.geonames.org/")


def test_country_is_not_its_authorities(see: See) -> None:
    """A country and its authorities are two things."""
    seen = see("Kazakhstan closed its border. The Kazakh authorities gave no reason.")
    assert seen.of("Kazakhstan") != seen.of("authorities")


def test_adjective_stands_for_its_country(see: See) -> None:
    """A demonym before a title stands for the country, under the country's own name."""
    entity = see("Armenian Prime Minister Nikol Pashinyan spoke.").of("Armenian")
    assert (entity.type, entity.label) == ("Country", "Armenia")


def test_short_form_of_a_person(see: See) -> None:
    """A surname alone takes up the full name before it."""
    seen = see("Defence Minister Andrei Petrescu arrived on Monday. Petrescu met officers.")
    assert seen.of("Petrescu", 1) == seen.of("Petrescu", 0)


def test_times_are_no_entities(parse: Callable[[str], Doc]) -> None:
    """Tokens that belong to time expressions make no entity."""
    doc = parse("Officials met in Minsk on Wednesday.")
    skip = frozenset(t.i for t in doc if t.text == "Wednesday")
    index = find(doc, skip=skip)
    assert {e.label for e in index.entities} == {"officials", "Minsk"}


def test_listed_names_are_several(see: See) -> None:
    """A comma parts names, and what "and" joins to a name is one."""
    seen = see("The mayors of Paris, Lyon and Nice met Anna Berg and Jonas in Rome.")
    assert seen.label("Lyon") == "Lyon"
    assert seen.type("Jonas") == "Person"


def test_degrees_are_no_label(see: See) -> None:
    """A person is called by the name alone."""
    assert see("Clara Moss, M.D., opened the clinic.").label("Moss") == "Clara Moss"


def test_people_are_named(see: See) -> None:
    """The name of a people is a name; a group that a noun describes is none."""
    kinds = {m.kind.value for e in see("Many Americans and some soldiers left.").index.entities for m in e.mentions}
    assert kinds == {"name", "nominal"}


def test_occupations_are_no_part_of_names(see: See) -> None:
    """A form of address in letters is none of the name."""
    assert see("The crowd cheered DJ Nora Lind on Friday.").label("Lind") == "Nora Lind"


def test_letters_are_no_city(see: See) -> None:
    """Letters in a text that some language writes a city with stand for a body; brackets of any kind hold them."""
    seen = see("The Korean People's Union [KPU] met. Officials in USI smiled.")
    assert (seen.type("USI"), seen.label("KPU")) == ("Organization", "Korean People's Union")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The governor has resigned in Guinea-Bissau, a lawyer said.", "Guinea-Bissau"),
        ("Guinea-Bissau's central bank closed on Monday.", "Guinea-Bissau"),
        ("Soldiers from Timor-Leste met officers in Oslo.", "Timor-Leste"),
        ("Ministers met in Bosnia-Herzegovina on Monday.", "Bosnia-Herzegovina"),
    ],
)
def test_countries_with_hyphens(see: See, text: str, words: str) -> None:
    """A country whose name has a hyphen is not the one whose name stands before the hyphen."""
    seen = see(text)
    assert (seen.label(words), seen.type(words)) == (words, "Country")


def test_two_countries_with_a_hyphen(see: See) -> None:
    """Two countries that share a border stay two."""
    seen = see("The Guinea-Mali border was closed on Monday.")
    assert (seen.label("Guinea"), seen.label("Mali")) == ("Guinea", "Mali")
