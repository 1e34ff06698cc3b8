"""Time expressions in sentences: extent, TIMEX3 type and value, on stories published on Thursday, 6 January 2022."""

from collections.abc import Callable

import pytest

from newsgraph.extraction.parse import Doc
from newsgraph.extraction.times import find
from newsgraph.model.findings import TimeExpression

Parse = Callable[[str], Doc]
PUBLISHED = "2022-01-06"


def only(parse: Parse, text: str, anchor: str | None = PUBLISHED) -> tuple[str, TimeExpression]:
    """The words of the one time expression in a text, and the expression."""
    (found,) = find(parse(text), anchor)
    return found.span.of(text), found


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The agency reported on Thursday.", "Thursday", "2022-01-06"),
        ("The agency reported on Wednesday.", "Wednesday", "2022-01-05"),
        ("The court will decide on Tuesday.", "Tuesday", "2022-01-11"),
        ("Troops moved in late Wednesday.", "late Wednesday", "2022-01-05"),
        ("The alliance had agreed during the night.", "the night", "2022-01-05TNI"),
        ("Sites were down on Thursday morning.", "Thursday morning", "2022-01-06TMO"),
        ("The house burned down last night.", "last night", "2022-01-05TNI"),
        ("The minister resigned yesterday.", "yesterday", "2022-01-05"),
        ("The minister will resign tomorrow.", "tomorrow", "2022-01-07"),
        ("The plant closed last month.", "last month", "2021-12"),
        ("The leaders will meet next week.", "next week", "2022-W02"),
        ("The mine exploded three days ago.", "three days ago", "2022-01-03"),
        ("The envoy was arrested two weeks ago.", "two weeks ago", "2021-12-23"),
        ("Wages rose by 3 percent in 2020.", "2020", "2020"),
        ("He left the party five years ago.", "five years ago", "2017"),
        ("He won the vote in March.", "March", "2021-03"),
        ("He will travel to Rome in March.", "March", "2022-03"),
        ("She died on May 5.", "May 5", "2021-05-05"),
        ("She died on 5 May 1996.", "5 May 1996", "1996-05-05"),
        ("The plane crashed on Monday, Dec. 13, 2021.", "Monday, Dec. 13, 2021", "2021-12-13"),
        ("The treaty was signed on 2019-11-03.", "2019-11-03", "2019-11-03"),
        ("The form was dated 24.12.2021.", "24.12.2021", "2021-12-24"),
        ("The form was dated 01/02/2022.", "01/02/2022", "2022-01-02"),
        ("The form was dated 25/12/2021.", "25/12/2021", "2021-12-25"),
        ("Unemployment fell in the 1990s.", "the 1990s", "199"),
        ("Snow fell in mid-January.", "mid-January", "2022-01"),
        ("Profit fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
        ("The river flooded last summer.", "last summer", "2021-SU"),
        ("The empire fell in the 19th century.", "the 19th century", "18"),
        ("The war of 1914-18 ruined the town.", "1914-18", "1914/1918"),
        ("The bomb went off at 10:35 p.m. on Wednesday.", "10:35 p.m. on Wednesday", "2022-01-05T22:35"),
        ("The dam broke at noon on Monday.", "noon on Monday", "2022-01-03T12:00"),
        ("Many farmers have left in recent years.", "recent years", "PAST_REF"),
        ("The army now controls the airport.", "now", "PRESENT_REF"),
        ("The cabinet met the next day.", "the next day", "XXXX-XX-XX"),
        ("LIMA, 18 May 90 (AP) -- The mayor resigned.", "18 May 90", "1990-05-18"),
        ("The tram derailed at around 6am.", "around 6am", "2022-01-06T06:00"),
        ("The plane landed at 15:25 BST on Wednesday.", "15:25 BST on Wednesday", "2022-01-05T15:25"),
        ("The deadline was extended until Monday.", "Monday", "2022-01-10"),
        ("The crew may leave as early as Monday.", "Monday", "2022-01-10"),
        ("The president has called an election for 9 February.", "9 February", "2022-02-09"),
        ("He was shot on the night of 3 January.", "the night of 3 January", "2022-01-03TNI"),
        ("The summit took place on June 14-16, 2021.", "June 14-16, 2021", "2021-06-14/2021-06-16"),
        ("The plant will close by the end of 2023.", "the end of 2023", "2023"),
        ("The mall closed on Christmas Eve.", "Christmas Eve", "2021-12-24"),
    ],
)
def test_dates_and_times(parse: Parse, sentence: str, words: str, value: str) -> None:
    """A date or time of day is found in its full extent and has its TIMEX3 value."""
    found_words, found = only(parse, sentence)
    assert (found_words, found.value) == (words, value)


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "value"),
    [
        ("Fighting went on for three days.", "three days", "DURATION", "P3D"),
        ("The siege took two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("They waited for half an hour.", "half an hour", "DURATION", "PT30M"),
        ("It was a two-day visit.", "two-day", "DURATION", "P2D"),
        ("The strike lasted several weeks.", "several weeks", "DURATION", "PXW"),
        ("The council meets every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("The council meets twice a year.", "a year", "SET", "P1Y"),
        ("The council meets daily.", "daily", "SET", "P1D"),
        ("The meeting was meant to last 10 minutes.", "10 minutes", "DURATION", "PT10M"),
        ("The talks took three to four hours.", "three to four hours", "DURATION", "PT3H"),
    ],
)
def test_lengths_and_sets(parse: Parse, sentence: str, words: str, kind: str, value: str) -> None:
    """A length of time and a recurring time are told from dates and have no bounds."""
    found_words, found = only(parse, sentence)
    assert (found_words, found.type, found.value) == (words, kind, value)
    assert found.stamp is found.begin is found.end is None


@pytest.mark.parametrize(
    "sentence",
    [
        "A 23-year-old man was hurt.",
        "The boy, aged 12 years, was found.",
        "She may leave the party.",
        "Troops march through the town.",
        "More than 2000 people fled.",
        "He scored a second goal.",
        "He told USA Today the story.",
        "The king praised Theresa May.",
        "The twins may go to different schools.",
    ],
)
def test_no_time(parse: Parse, sentence: str) -> None:
    """Ages, counts and look-alikes of months are no times."""
    assert find(parse(sentence), PUBLISHED) == ()


@pytest.mark.parametrize(
    ("sentence", "stamp", "begin", "end"),
    [
        ("The agency reported on Thursday.", "2022-01-06", None, None),
        ("The bomb went off at 9 p.m. on Wednesday.", "2022-01-05T21:00:00", None, None),
        ("The bomb went off at 0930 GMT on 4 January 2022.", "2022-01-04T09:30:00Z", None, None),
        ("The plant closed last month.", None, "2021-12", "2021-12"),
        ("The leaders will meet next week.", None, "2022-01-10", "2022-01-16"),
        ("He left in 2019.", None, "2019", "2019"),
        ("He has been in office since 2019.", None, "2019", None),
        ("The ceasefire held until 3 January.", None, None, "2022-01-03"),
        ("The bomb went off shortly after 9 p.m. on Wednesday.", "2022-01-05T21:00:00", None, None),
        ("The army now controls the airport.", None, None, None),
    ],
)
def test_bounds(parse: Parse, sentence: str, stamp: str | None, begin: str | None, end: str | None) -> None:
    """One day or part of it has a stamp, a longer stretch begin and end, an open one only one of them."""
    _, found = only(parse, sentence)
    assert (found.stamp, found.begin, found.end) == (stamp, begin, end)


def test_range(parse: Parse) -> None:
    """The first time of a range is given the bounds of the whole range."""
    first, second = find(parse("The talks will take place between 3 and 5 May."), PUBLISHED)
    assert (first.begin, first.end, second.stamp) == ("2022-05-03", "2022-05-05", "2022-05-05")


def test_no_anchor(parse: Parse) -> None:
    """Without a day of publication a weekday stays unanchored."""
    _, found = only(parse, "The agency reported on Thursday.", None)
    assert (found.value, found.stamp) == ("XXXX-WXX-4", None)


def test_date_time_anchor(parse: Parse) -> None:
    """The day of publication may come with a time of day."""
    _, found = only(parse, "The agency reported on Thursday.", "2022-01-06T08:30:00Z")
    assert found.stamp == "2022-01-06"


def test_mods(parse: Parse) -> None:
    """Early, late and about become TIMEX3 modifiers."""
    assert only(parse, "Troops moved in late Wednesday.")[1].mod == "END"
    assert only(parse, "He left in early March.")[1].mod == "START"
    assert only(parse, "It took about two years.")[1].mod == "APPROX"


@pytest.mark.parametrize("anchor", ["2022", "2022-01", "2022-13-45", "yesterday", ""])
def test_no_day(parse: Parse, anchor: str) -> None:
    """What names no day anchors nothing."""
    assert only(parse, "The agency reported on Thursday.", anchor)[1].value == "XXXX-WXX-4"


def test_hour_of_a_later_day(parse: Parse) -> None:
    """An hour is of the day that its sentence names, be it later."""
    first, second = find(parse("At 9 a.m. the siren sounded in the town on Tuesday."), PUBLISHED)
    assert (first.stamp, second.stamp) == ("2022-01-04T09:00:00", "2022-01-04")


def test_week_in_order(parse: Parse) -> None:
    """A range of weekdays runs forward."""
    first, _ = find(parse("Troops were there from Monday to Friday."), PUBLISHED)
    assert (first.begin, first.end) == ("2021-12-27", "2021-12-31")


def test_told_year(parse: Parse) -> None:
    """ "That year" and "a year earlier" count from the year that the story names."""
    found = find(parse("The war of 2014 ended in November that year. A year earlier, the king had died."), PUBLISHED)
    assert [time.value for time in found] == ["2014", "2014-11", "2013"]


def test_offsets(parse: Parse) -> None:
    """Offsets hold in a text whose capitals change length in lower case."""
    text = "İİİ İzmir: the mayor resigned yesterday."
    assert only(parse, text)[0] == "yesterday"


def test_outside_the_calendar(parse: Parse) -> None:
    """A count that leaves the calendar has no bounds."""
    assert only(parse, "The valley formed 9000 years ago.")[1].begin is None
