from collections.abc import Callable

import pytest

See = Callable[[str], object]


@pytest.mark.parametrize(
    ("text", "words", "type_", "label"),
    [
        ("State news agencies reported losses.", "agencies", "NewsAgency", "state news agencies"),
        ("The authorities denied it.", "authorities", "Officials", "authorities"),
        ("Rebels burned various police buildings.", "buildings", "Building", "various police buildings"),
        ("The rioters killed five policemen and soldiers.", "policemen", "Group", "five policemen and soldiers"),
        ("Dozens of attackers were shot.", "attackers", "Attackers", "dozens of attackers"),
        (
            "A spokesperson for the Health Ministry spoke.",
            "spokesperson",
            "Person",
            "spokesperson for the Health Ministry",
        ),
        ("People fled to the hills.", "People", "Group", "people"),
        ("Paratroopers were sent to the border.", "Paratroopers", "MilitaryPersonnel", "paratroopers"),
        ("Two British doctors were freed.", "doctors", "Group", "two British doctors"),
        ("Gunmen killed two U.S. Soldiers in Jos.", "Soldiers", "MilitaryPersonnel", "two U.S. Soldiers"),
        ("The mayor said a Peasant was hurt.", "Peasant", "Person", "Peasant"),
    ],
)
def test_nominals_have_type_and_label(see: See, text: str, words: str, type_: str, label: str) -> None:
    """A noun phrase has the class of its head and the words of the text without the article."""
    entity = see(text).of(words)
    assert (entity.type, entity.label, entity.named) == (type_, label, False)


def test_shared_number_makes_one_entity(see: See) -> None:
    """Conjuncts under one number are one entity, which each of them stands for."""
    seen = see("Officials confirmed eight policemen and soldiers killed.")
    assert seen.of("policemen") == seen.of("soldiers")


def test_own_determiners_make_two_entities(see: See) -> None:
    """Conjuncts with a determiner each are two entities."""
    seen = see("The minister and the general left the room.")
    assert seen.of("minister") != seen.of("general")


def test_measure_stands_for_what_it_measures(see: See) -> None:
    """ "Dozens" in "dozens of attackers" answers for the attackers."""
    seen = see("Dozens of attackers were shot.")
    assert seen.of("Dozens") == seen.of("attackers")


def test_post_is_an_office(see: See) -> None:
    """A bare title after a verb of election is the office, not a person."""
    assert see("Anna Berg was elected president.").type("president") == "Office"


def test_untyped_nouns_are_left_to_the_caller(see: See) -> None:
    """A noun that the lexicon does not type is no entity."""
    assert see("High energy prices caused anger.").of("prices") is None
