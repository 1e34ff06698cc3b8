"""Which time expression dates which event."""

from collections.abc import Callable

import pytest

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times import find, for_event

Parse = Callable[[str], Doc]


def dated(parse: Parse, text: str, trigger: str) -> str | None:
    """The words that date the event with that trigger word."""
    doc = parse(text)
    times = find(doc, "2022-01-06")
    token = next(token for token in doc if token.text == trigger)
    index = for_event(doc, times, token.i)
    return None if index is None else times[index].span.of(text)


@pytest.mark.parametrize(
    ("sentence", "trigger", "words"),
    [
        ("On Wednesday night, the military intervened.", "intervened", "Wednesday night"),
        ("The army intervened in the city of Almaty late Wednesday.", "intervened", "late Wednesday"),
        ("Police said on Thursday that gunmen had attacked the base on Tuesday.", "attacked", "Tuesday"),
        ("Police said on Thursday that gunmen had attacked the base on Tuesday.", "said", "Thursday"),
        ("Police said on Thursday that gunmen had attacked the base.", "attacked", None),
        ("Saturday's bombing killed 12 people.", "bombing", "Saturday"),
        ("The 2014 coup ended the republic.", "coup", "2014"),
        ("On Monday, soldiers entered the city and arrested five people.", "arrested", "Monday"),
        ("The rebels carried out an attack on the airport on 3 January.", "attack", "3 January"),
        ("Gunmen attacked a village on Friday, killing five people.", "killing", "Friday"),
        ("People tried to storm the building during the night.", "storm", "the night"),
        ("Soldiers have been sent to the country, agencies reported on Thursday.", "sent", None),
        ("Fighting lasted for three days.", "lasted", None),
        ("In 2020, a strike over pensions lasted nine days.", "strike", "2020"),
        ("Ten people were killed on Monday when a bomb exploded outside a mosque.", "exploded", "Monday"),
        ("The attack on Friday killed 20 people.", "killed", "Friday"),
        ("A court on Monday sentenced the former president to four years in prison.", "sentenced", "Monday"),
        ("Between Monday and Wednesday, 160 people were killed.", "killed", "Monday"),
        ("Following Tuesday's earthquake, rescuers searched for survivors.", "earthquake", "Tuesday"),
        ("The ministry announced on Wednesday the deployment of 2,000 troops.", "deployment", None),
        ("Protesters had set fire to the hall before police opened fire on Wednesday.", "set", None),
        ("He was sworn in as president on March 20, 2019.", "sworn", "March 20, 2019"),
        ("Ten people died in clashes in the north on Sunday.", "clashes", "Sunday"),
        ("The election is scheduled for 9 February.", "election", "9 February"),
        ("The leaders will hold talks between 3 and 5 May.", "talks", "3"),
        ("Police condemned the attack on Thursday.", "condemned", "Thursday"),
        ("Tuesday's attack was condemned by the king on Thursday.", "attack", "Tuesday"),
        ("He resigned in 2019, later becoming a judge.", "becoming", None),
        ("The king welcomed the release of the men, who were freed on Monday.", "release", None),
        ("Yesterday, at this year's fair in Bern, the bakers announced a strike.", "announced", "Yesterday"),
        ("On Monday soldiers raided a house; the mayor condemned it.", "condemned", None),
        ("He was arrested on Monday, two days after the attack.", "arrested", "Monday"),
    ],
)
def test_event_time(parse: Parse, sentence: str, trigger: str, words: str | None) -> None:
    """An event is dated by its own clause, not by a clause that reports it, and not by a length of time."""
    assert dated(parse, sentence, trigger) == words
