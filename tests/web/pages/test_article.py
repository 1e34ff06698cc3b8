"""The article page: its text, what is marked in it, and where evidence lands."""

from newsgraph.model.explorer import ArticlePage, Mark, Segment
from newsgraph.web.pages.environment import STATIC
from newsgraph.web.pages.marked import lines
from newsgraph.web.pages.words import MARKS
from web.pages.builders import ALMATY, ARTICLE, RIOT, RUSSIA, SENDS, STORY, TEXT, Known
from web.pages.reading import Element, page


def body(article: ArticlePage = ARTICLE) -> Element:
    """The text of an article on its page."""
    return page("/article/story", Known(articles={STORY.iri: article})).one("article", class_="body")


def nested() -> ArticlePage:
    """A mention inside a relation inside an event, and an event that overlaps with the latter."""
    marks = (Mark("event", SENDS, 0, 30), Mark("mention", RUSSIA, 4, 8), Mark("relation", ALMATY, 2, 10))
    marks += (Mark("event", RIOT, 20, 40),)
    cuts = [(0, 2, (0,)), (2, 4, (0, 2)), (4, 8, (0, 1, 2)), (8, 10, (2, 0)), (10, 20, (0,)), (20, 30, (0, 3))]
    text = "abcdefghij" * 4
    return ArticlePage(STORY, segments=tuple(Segment(text[a:b], a, which) for a, b, which in cuts), marks=marks)


def test_the_segments_are_the_text() -> None:
    """The text on the page is that of the article, character for character."""
    assert body().text == TEXT


def test_the_lines_are_the_text() -> None:
    """Lines with line feeds between them are the text, also where a mark goes over a line's end."""
    article = ArticlePage(
        STORY, segments=(Segment("a\n\nb\n", 0, (0,)), Segment("c", 5)), marks=(Mark("event", SENDS, 0, 5),)
    )
    assert ["".join(part.text for part in line) for line in lines(article)] == ["a", "", "b", "c"]
    assert body(article).text == "a\n\nb\nc"


def test_paragraphs_are_paragraphs() -> None:
    """Each line that is not empty is a paragraph."""
    assert [one.text for one in body().all("p")] == TEXT.split("\n\n")


def test_each_part_has_an_anchor_at_its_start() -> None:
    """What stands at an anchor is the text from that place on."""
    found = {one.attributes["id"]: one.text for one in body().all() if "id" in one.attributes}
    assert set(found) >= {"c-0", "c-6", "c-28", "c-30", "c-43", "c-46"}
    assert all(TEXT.startswith(text, int(name.removeprefix("c-"))) for name, text in found.items())


def test_a_mark_leads_to_what_it_is() -> None:
    """A marked part is a link to the page of what it names."""
    assert body().one("a", id="c-6").attributes["href"] == "/event/sends"


def test_of_several_marks_the_narrowest_is_linked() -> None:
    """Inside other marks the link leads to the narrowest, and all are told."""
    part = body(nested()).one("a", id="c-4")
    assert part.attributes["href"] == "/entity/ru"
    assert (
        part.attributes["title"]
        == "Russia (country); Almaty (city); Russia deploys soldiers to Kazakhstan (troop deployment)"
    )
    assert part.attributes["class"].split() == ["m", "m-mention", "m-relation", "m-event"]


def test_of_marks_that_overlap_both_are_told() -> None:
    """Where one event runs into the next, the part tells both."""
    title = body(nested()).one("a", id="c-20").attributes["title"]
    assert "Crowds riot in Almaty (riot)" in title and "(troop deployment)" in title


def test_each_kind_that_is_marked_can_be_switched_off() -> None:
    """The legend has a box for each kind of mark that there is."""
    legend = page("/article/story").one("fieldset", class_="legend")
    assert [one.attributes["id"] for one in legend.all("input")] == ["show-mention", "show-event", "show-attribution"]


def test_the_style_obeys_the_boxes() -> None:
    """For every kind of mark the style sheet has a rule for when its box is not ticked."""
    style = (STATIC / "style.css").read_text(encoding="utf-8")
    assert all(f":has(#show-{kind}:not(:checked)) .m-{kind}" in style for kind in MARKS)


def test_facts_are_one_click_away() -> None:
    """The facts drawn from an article are linked beside its text, what is no fact apart."""
    shown = page("/article/story").one("div", class_="side")
    facts, told = (shown.one("section", **{"aria-labelledby": name}) for name in ("h-facts", "h-told"))
    assert "/event/sends" in [one.attributes["href"] for one in facts.all("a")]
    assert "/event/denied" in [one.attributes["href"] for one in told.all("a")]


def test_a_text_that_is_not_kept_is_told() -> None:
    """Without its text the page says so."""
    shown = page("/article/story", Known(articles={STORY.iri: ArticlePage(STORY)}))
    assert "not kept here" in shown.one("main").text
    assert not shown.all("article", class_="body")
