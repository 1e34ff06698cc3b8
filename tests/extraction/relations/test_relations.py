from collections.abc import Callable

import pytest

from newsgraph.extraction import entities, relations
from newsgraph.extraction.parse import Doc

Parse = Callable[[str], Doc]


def told(parse: Parse, text: str) -> set[tuple[str, str, str]]:
    """The relations of a text by label."""
    doc = parse(text)
    index, found = relations.find(doc, entities.find(doc))
    label = [e.label for e in index.entities]
    return {(label[r.subject], r.predicate, label[r.object]) for r in found}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Latvian Prime Minister Evika Silina spoke.", ("Evika Silina", "holdsOffice", "prime minister")),
        ("Latvian Prime Minister Evika Silina spoke.", ("prime minister", "officeOf", "Latvia")),
        ("Iran's foreign minister, Ali Karimi, left.", ("foreign minister", "officeOf", "Iran")),
        ("Ali Karimi is president of Iraq.", ("president", "officeOf", "Iraq")),
        ("Former U.S. Secretary of State John Kerry spoke.", ("John Kerry", "heldOffice", "secretary of state")),
        (
            "A spokesperson for the Interior Ministry spoke.",
            ("spokesperson for the Interior Ministry", "spokespersonFor", "Interior Ministry"),
        ),
        ("Shots were heard in Kazakhstan's economic metropolis Almaty.", ("Almaty", "locatedIn", "Kazakhstan")),
        ("Shots were heard in the Kazakh city of Almaty.", ("Almaty", "locatedIn", "Kazakhstan")),
        ("A court in Graz, Austria, freed him.", ("Graz", "locatedIn", "Austria")),
        ("The Paris-based company Danone cut jobs.", ("Danone", "basedIn", "Paris")),
        ("Bishkek, the capital of Kyrgyzstan, was calm.", ("Bishkek", "capitalOf", "Kyrgyzstan")),
        (
            "Christine Lagarde, head of the European Central Bank, agreed.",
            ("Christine Lagarde", "leads", "European Central Bank"),
        ),
        ("Norman Hill, 83, of Portland, Maine, wept.", ("Norman Hill", "livesIn", "Portland")),
        ("Atlanta businessman Neil Estes said so.", ("Neil Estes", "livesIn", "Atlanta")),
        ("Russia's Foreign Ministry agreed.", ("Foreign Ministry", "basedIn", "Russia")),
        ("The chairman of the Farmers Union, Mohamed Issa, left.", ("Mohamed Issa", "leads", "Farmers Union")),
        ("Mark Hall, a botanist at Cornell University, agreed.", ("Mark Hall", "employedBy", "Cornell University")),
        ("James Roe, the killer of Anna Berg, fled.", ("James Roe", "kills", "Anna Berg")),
        ("The rig lay off Morgan City, La., on Monday.", ("Morgan City", "locatedIn", "Louisiana")),
        ("Crowds filled Beijing's Tiananmen Square.", ("Tiananmen Square", "locatedIn", "Beijing")),
        ("Boris Johnson's wife, Carrie, left.", ("Carrie", "spouseOf", "Boris Johnson")),
        ("Angela Merkel was born in Hamburg.", ("Angela Merkel", "bornIn", "Hamburg")),
    ],
)
def test_stated_relations(parse: Parse, text: str, relation: tuple[str, str, str]) -> None:
    """Titles, appositions, possessives, of-phrases and verbs state relations."""
    assert relation in told(parse, text)


def test_former_holder_does_not_hold(parse: Parse) -> None:
    """A former president holds no office."""
    found = told(parse, "Former President Barack Obama spoke in Ohio.")
    assert ("Barack Obama", "heldOffice", "president") in found
    assert not any(predicate == "holdsOffice" for _, predicate, _ in found)


def test_negation_states_nothing(parse: Parse) -> None:
    """ "X is not the president of Y" is no relation."""
    assert told(parse, "Juan Gomez is not the president of Bolivia.") == set()


def test_office_of_the_country_that_dominates(parse: Parse) -> None:
    """A bare national title belongs to the country that the text is about."""
    text = "Protests shook Mongolia. Shops closed in Mongolia. President Bat Bold left Mongolia for France."
    assert ("president", "officeOf", "Mongolia") in told(parse, text)


def test_office_without_a_dominant_country(parse: Parse) -> None:
    """Where two countries are in balance, a bare title belongs to neither."""
    text = "Mongolia and France talked. President Bat Bold spoke. Mongolia and France agreed."
    assert not any(predicate == "officeOf" for _, predicate, _ in told(parse, text))


def test_same_title_in_two_countries_is_two_offices(parse: Parse) -> None:
    """The president of the one country is not the president of the other."""
    doc = parse("Chinese President Xi Jinping met French President Emmanuel Macron.")
    _, found = relations.find(doc, entities.find(doc))
    assert len({r.object for r in found if r.predicate == "holdsOffice"}) == 2


def test_spans_hold_both_ends(parse: Parse) -> None:
    """The evidence of a relation shows what is related."""
    doc = parse("Shots were heard in Kazakhstan's economic metropolis Almaty.")
    _, found = relations.find(doc, entities.find(doc))
    assert [r.span.of(doc.text) for r in found] == ["Kazakhstan's economic metropolis Almaty"]
