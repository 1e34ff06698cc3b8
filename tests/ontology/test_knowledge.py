import json

import pytest

from newsgraph.ontology import knowledge
from newsgraph.ontology.files import folder
from newsgraph.ontology.names import cue_type, exact_type
from newsgraph.ontology.relation_words import relation_words


@pytest.mark.parametrize("name", ["territories.jsonl", "groups.jsonl"])
def test_files_name_their_source(name: str) -> None:
    """The first line of a knowledge file says where the others come from and under which licence."""
    with (folder("ontology") / "knowledge" / name).open(encoding="utf-8") as lines:
        header = json.loads(next(lines))
    assert header["source"] and header["licence"]


def test_cities_name_their_source() -> None:
    """The file of cities names GeoNames and its licence."""
    text = (folder("ontology") / "knowledge" / "cities.tsv").read_text(encoding="utf-8")
    assert text.startswith("# Source: GeoNames") and "CC BY" in text.splitlines()[0]


def test_first_names() -> None:
    """The file of first names says where it is from; names of both sexes are none of it."""
    text = (folder("ontology") / "knowledge" / "first-names.tsv").read_text(encoding="utf-8")
    assert text.startswith("# Source: first names of the 1990 census")
    assert (knowledge.sex_of("Angela"), knowledge.sex_of("Kevin"), knowledge.sex_of("Jordan")) == (
        "female",
        "male",
        None,
    )


@pytest.mark.parametrize(
    ("word", "country"), [("Kazakh", "Kazakhstan"), ("British", "United Kingdom"), ("Russians", "Russia")]
)
def test_peoples(word: str, country: str) -> None:
    """An adjective or noun for a people leads to its country."""
    place = knowledge.people(word)
    assert place is not None and place.name == country


def test_names_of_a_country_share_an_identifier() -> None:
    """A country is found under each of its names."""
    assert {knowledge.territory(n)[0].iri for n in ("the UK", "Britain", "United Kingdom")} == {
        "http://www.wikidata.org/entity/Q145"
    }


def test_states_that_followed_the_soviet_union() -> None:
    """The files know the former Soviet republics."""
    assert all(
        knowledge.SOVIET in knowledge.territory(n)[0].successor_of for n in ("Kazakhstan", "Latvia", "Turkmenistan")
    )
    assert knowledge.SOVIET not in knowledge.territory("Poland")[0].successor_of


def test_groups_by_name_and_acronym() -> None:
    """A group of states is found by acronym and by name, with "Organisation" spelled either way."""
    body = knowledge.body("CSTO")
    assert body is not None and body == knowledge.body("Collective Security Treaty Organisation")
    assert body.type == "MilitaryAlliance" and "kz" in body.members


def test_acronyms_are_written_as_such() -> None:
    """ "Who" and "can" are words."""
    assert knowledge.body("who") is None and knowledge.body("can") is None


def test_capitals_under_other_names() -> None:
    """A capital is found under its older English name too."""
    assert knowledge.capital_of("Kiev") == knowledge.capital_of("Kyiv") == knowledge.territory("Ukraine")[0]


def test_cities_the_largest_first() -> None:
    """Of two cities with one name the larger comes first."""
    found = knowledge.settlements("Birmingham")
    assert len(found) > 1 and found[0].population >= found[1].population


def test_cues_of_names() -> None:
    """Whole names and last words say what a name names; a single word says nothing by its ending."""
    assert (exact_type("TASS"), cue_type("Interior Ministry"), cue_type("Times")) == ("NewsAgency", "Ministry", None)


def test_every_relation_word_links_something() -> None:
    """Every entry has words, links and classes for both ends."""
    words = relation_words()
    assert all(w.words and w.links and w.bearers and w.fillers for w in (*words.nouns, *words.verbs))
