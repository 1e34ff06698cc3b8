"""What a report tells."""

import re
from dataclasses import replace

from newsgraph.model.explorer import Bucket, Span
from newsgraph.storage import Graph
from newsgraph.storage.explorer import Explorer
from newsgraph.web.reporting import report
from storage.explorer import world
from web.pages.builders import FACT, OVERVIEW
from web.pages.reading import Element, read
from web.reporting.asked import Known


def entry(page: Element, label: str) -> Element:
    """The entry with a heading."""
    found = [one for one in page.all("article", class_="entry") if one.one("h4").text == label]
    assert len(found) == 1, label
    return found[0]


def test_summary(seeds: Element) -> None:
    """The summary counts, and says from when to when."""
    tiles = {one.one("span").text: one.one("strong").text for one in seeds.one("ul", class_="tiles").all("li")}
    assert tiles["articles"] == "8"
    assert seeds.one("h1").text == "The news of 6 to 15 January 2022"
    assert "Steppe Courier" in seeds.one("section", id="summary").text


def test_title(known: Element) -> None:
    """A report has the title that it is given, at the top and in the window."""
    assert known.one("h1").text == "Saltport"
    assert known.all("title")[0].text == "Saltport"


def test_event(seeds: Element) -> None:
    """An event tells who, what, whom, where, when, how it stands, and by how many it is told."""
    told = entry(seeds, "Russia sends paratroopers to Kazakhstan")
    details = {one.one("dt").text: one.one("dd").text for one in told.one("dl").all("div")}
    assert details["What"] == "Troop deployment"
    assert details["Who"] == "Russia"
    assert details["Whom or what"] == "paratroopers, soldiers"
    assert details["Where to"] == "Kazakhstan"
    assert details["When"].startswith("6 January 2022")
    assert details["Told by"] == "2 sources in 2 articles"
    assert told.all(class_="status")[0].text == "Corroborated"


def test_claims(seeds: Element) -> None:
    """Each claim of an event tells the chain of its speakers, and its words marked in their sentence."""
    told = entry(seeds, "At least 31 people are killed in Almaty")
    voices = [one.one("p", class_="voices").text for one in told.all(class_="claim")]
    assert voices == [
        "doctor certain", "management of a city hospital in Almaty certain that not", "Interior Ministry certain",
        "doctor certain, says Correction certain",
    ]  # fmt: skip
    quotes = [one.text for one in told.all("blockquote")]
    assert "Nine people were killed in Almaty on Wednesday, the Interior Ministry said." in quotes
    assert {one.text for one in told.all("mark")} == {"killed"}


def test_further_claims_can_be_opened(seeds: Element) -> None:
    """The first claim is there to see, the others open without script."""
    told = entry(seeds, "At least 31 people are killed in Almaty")
    details = told.one("details")
    assert details.one("summary").text == "3 more claims"
    assert len(details.all(class_="claim")) == 3


def test_claims_against(seeds: Element) -> None:
    """A claim leads to the claims against it."""
    told = entry(seeds, "At least 31 people are killed in Almaty")
    first = told.all(class_="claim")[0]
    links = [one for one in first.all("a") if one.text == "management of a city hospital in Almaty"]
    assert [one.attributes["href"] for one in links] == [f"#{told.all(class_='claim')[1].attributes['id']}"]


def test_events_in_time(seeds: Element) -> None:
    """Events stand in the order of time, numbered, and those without a date come last."""
    days = [one.one("h3").text for one in seeds.one("section", id="events").all("section", class_="day")]
    assert days[0] == "5 January 2022"
    assert "without a date of its own" in days[-1]
    dated = [day for day in days if "Told on" not in day]
    assert days[: len(dated)] == dated
    numbers = [one.text for one in seeds.one("section", id="events").all("a", class_="no")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_figures(seeds: Element) -> None:
    """Figures that disagree stand on one scale by speaker, with the words of each."""
    chart = seeds.one("section", id="disputed").all("table", class_="ranges")[0]
    rows = chart.one("tbody").all("tr")
    assert [(row.all(class_="first")[0].text, row.one("td", class_="amount").text.split()[0]) for row in rows] == [
        ("Interior Ministry certain", "9"), ("doctor certain", "31"), ("doctor certain", "31"),
    ]  # fmt: skip
    assert [one.text for one in rows[0].all("mark")] == ["Nine"]


def test_side_by_side(seeds: Element) -> None:
    """Claims that exclude each other stand side by side, the one that affirms and the one that denies."""
    pairs = seeds.one("section", id="disputed").all(class_="against")
    assert len(pairs) == 3
    looks = [[one.attributes["class"] for one in pair.all(class_="claim")] for pair in pairs]
    assert all(sorted(pair) == ["claim affirms", "claim denies"] for pair in looks)


def test_told_apart(seeds: Element) -> None:
    """What is told but is no fact stands apart, by how it is told, with what is denied first."""
    told = seeds.one("section", id="told")
    assert told.all("h3")[0].text == "Denied"
    assert "Soldiers shoot at unarmed residents" in [one.text for one in told.all("h4")]
    events = [one.text for one in seeds.one("section", id="events").all("h4")]
    assert "Soldiers shoot at unarmed residents" not in events


def test_articles(seeds: Element) -> None:
    """Each article leads to what quotes it, and each quotation to its article."""
    articles = seeds.one("section", id="articles").all("li")
    assert len(articles) == 8
    assert all(len(one.all("a")) > 1 for one in articles)
    quoted = {one.all("a")[0].attributes["href"] for one in seeds.all("figcaption") if one.all("a")}
    assert f"#{articles[0].attributes['id']}" in quoted


def test_index(seeds: Element) -> None:
    """The index leads from whom it names to what they take part in, and to where they speak."""
    lines = {one.one("dt").text: one for one in seeds.one("dl", class_="index").all("div")}
    line = lines["Russia Country"]
    number = entry(seeds, "Russia sends paratroopers to Kazakhstan").one("a", class_="no").text
    assert number in [one.text for one in line.all("a")]
    assert "speaks in" in lines["Kassym-Jomart Tokayev Person"].text
    assert "published" in lines["Steppe Courier Media organization"].text


def test_map(known: Element, seeds: Element) -> None:
    """Places with coordinates are on the map, and in the table beside it."""
    for page, place in ((known, "Saltport"), (seeds, "Almaty")):
        section = page.one("section", id="map")
        assert place in " ".join(one.text for one in section.all("circle") + section.all("title"))
        assert place in section.one("table").text


def test_timeline_leads_to_events(seeds: Element) -> None:
    """A bar leads to the first event of its time."""
    bars = seeds.one("figure", class_="timeline").one("svg").all("a")
    first = seeds.one("section", id="events").all("article", class_="entry")[0]
    assert bars[0].attributes["href"] == f"#{first.attributes['id']}"


def test_same_bytes(graph: Graph, text: str) -> None:
    """The same graph gives the same bytes, read again and in another order."""
    lines = graph.serialize("nquads").splitlines(keepends=True)
    again = Graph.parse("".join(reversed(lines)), format="nquads")
    assert report(again.explorer(), version="1.0") == text


def test_period() -> None:
    """The title says from when to when the articles are, and says once what both ends share."""
    assert read(report(Known())).one("h1").text == "The news of 5 to 13 January 2022"


def test_undated(known: Element) -> None:
    """An event without any date or words has its place."""
    assert entry(known, "Riders raid the hinterland")


def test_version() -> None:
    """A report says which version of the program made it, and no time."""
    text = report(Known(), version="9.9")
    assert "Made by newsgraph 9.9" in text
    assert not re.search(r"\b\d\d:\d\d:\d\d\b", text)


def test_no_date_in_another_century() -> None:
    """A date of any year is a heading like others."""
    old = replace(FACT, when=Span("1431-05-30", "1431-05-30"))
    source = Known([old], first=replace(OVERVIEW, timeline=(Bucket("1431-05-30", 1),)))
    assert read(report(source)).one("section", id="events").all("h3")[0].text == "30 May 1431"


def test_explorer_fits() -> None:
    """An explorer of the storage is what a report takes."""
    explorer: Explorer = world.explorer(world.quads())
    assert "Saltport" in report(explorer, most=1)
    explorer.close()
