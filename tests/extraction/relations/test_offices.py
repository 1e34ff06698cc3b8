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
    ("text", "office"),
    [
        ("Security minister Idris Kone spoke on television.", "security minister"),
        ('"Nobody paid," Colonel Idris Kone, the security minister, said.', "security minister"),
        ("Deputy Trade and Industry Minister Idris Kone resigned.", "deputy trade and industry minister"),
        ("Idris Kone was sworn in as president of Ghana.", "president"),
        ("Idris Kone was appointed foreign minister.", "foreign minister"),
    ],
)
def test_titles_are_built_of_parts(parse: Parse, text: str, office: str) -> None:
    """A grade, a portfolio and a head make a title; being appointed to one is holding it."""
    assert ("Idris Kone", "holdsOffice", office) in told(parse, text)


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("The EU's trade policy chief, Marta Lind, spoke.", "chief", "EU"),
        ("United Nations human rights chief Marta Lind spoke.", "human rights chief", "United Nations"),
        ("The boat sank, said Marta Lind, head of the Manado rescue office.", "head", "Manado rescue office"),
        ("Marta Lind, deputy governor of the Rostov region, left.", "deputy governor", "Rostov region"),
    ],
)
def test_office_has_its_body(parse: Parse, text: str, office: str, body: str) -> None:
    """The body of an office stands before the title, as its owner, or behind "of"."""
    assert (office, "officeOf", body) in told(parse, text)


@pytest.mark.parametrize(
    ("text", "speaker", "principal"),
    [
        ("The army's spokesman, Brig. Gen. Hamid Saleh, spoke.", "Hamid Saleh", "army"),
        ("Foreign ministry spokesperson Jane Roe denied it.", "Jane Roe", "Foreign ministry"),
        ("The Health Ministry was silent. A ministry spokesman, Jan Novak, left.", "Jan Novak", "Health Ministry"),
        ("Zola Mbeki's spokeswoman, Thandi Khumalo, said that Zola Mbeki was ill.", "Thandi Khumalo", "Zola Mbeki"),
    ],
)
def test_who_speaks_for_whom(parse: Parse, text: str, speaker: str, principal: str) -> None:
    """A spokesperson speaks for the owner of the title or for what stands before it."""
    assert (speaker, "spokespersonFor", principal) in told(parse, text)


def test_scene_of_the_story_has_the_office(parse: Parse) -> None:
    """A bare title is one of the country in which the story begins, not of the one named last."""
    text = (
        "A bomb exploded in the Somali port of Kismayo. Kenya, which has soldiers in the country, denied reports.\n"
        "President Omar Dini flew to Kismayo."
    )
    found = told(parse, text)
    assert ("president", "officeOf", "Somalia") in found
    assert ("president", "officeOf", "Kenya") not in found


def test_sentence_before_has_the_office(parse: Parse) -> None:
    """Where two countries are in balance, the one that just acted has the minister."""
    text = (
        "Peru and Chile quarrel. Peru expelled three envoys of Chile. Peru was firm. Foreign Minister Ana Rios spoke."
    )
    assert ("foreign minister", "officeOf", "Peru") in told(parse, text)


def test_speaker_in_a_foreign_capital_has_no_office_here(parse: Parse) -> None:
    """Whoever speaks in the capital of another country may belong there."""
    text = "Fighting shook Mali. Shops closed in Mali. Chancellor Eva Roth told reporters in Berlin that she knew."
    assert not any(predicate == "officeOf" for _, predicate, _ in told(parse, text))


def test_chief_executive_of_the_company_just_spoken_of(parse: Parse) -> None:
    """A bare company title belongs to the company that is the subject nearby."""
    text = 'Nordhav Shipping posted a loss. "We must survive," chief executive Lars Holm said.'
    assert ("chief executive", "officeOf", "Nordhav Shipping") in told(parse, text)


def test_opposition_leader_leads_no_country(parse: Parse) -> None:
    """ "Peru's opposition leader" does not lead Peru."""
    assert not any(p == "leads" for _, p, _ in told(parse, "Peru's opposition leader Ana Rios spoke."))


def test_acquitted_of_leading(parse: Parse) -> None:
    """What somebody is acquitted of is not told as a fact."""
    assert told(parse, "The judges acquitted Marek Nowak of leading the Red Hand militia.") == set()


def test_only_country_of_the_first_sentence(parse: Parse) -> None:
    """A bare title is one of the only country in the first sentence, though another one is told of later."""
    text = (
        "A Norwegian court on Thursday cleared a former banker of fraud. Finance Minister Olav Moen was glad. "
        "Shops in Oslo were open. Swedish Justice Minister Eva Lind spoke in Stockholm."
    )
    found = told(parse, text)
    assert ("finance minister", "officeOf", "Norway") in found
    assert ("justice minister", "officeOf", "Sweden") in found


def test_other_country_that_just_acted(parse: Parse) -> None:
    """A bare title after a sentence about another country is not given to the main one."""
    text = (
        "A Philippine ship sank near Manila. Divers from Manila came. Peru called on both sides to wait. "
        "Secretary of State John Harper will fly there."
    )
    assert ("secretary of state", "officeOf", "Philippines") not in told(parse, text)


def test_ally_may_be_a_country(parse: Parse) -> None:
    """ "X, an ally of Y" tells of countries, too."""
    assert ("Germany", "alliedWith", "France") in told(parse, "Germany, an ally of France, left the talks.")
