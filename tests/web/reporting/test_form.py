"""What holds of every report: it needs nothing but itself, and anyone can find their way in it."""

import base64
import hashlib
from collections import Counter
from itertools import pairwise

import pytest

from web.pages.reading import Element, read

ADDRESSES = ("href", "src", "data", "action", "poster", "srcset", "xlink:href")


@pytest.fixture(params=["known", "seeds"])
def shown(request: pytest.FixtureRequest) -> Element:
    """Each report."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Element)
    return found


def test_no_script(shown: Element) -> None:
    """There is no script, nothing that could hold one, and no style in an attribute."""
    tags = {one.tag for one in shown.all()}
    assert "article" in tags
    assert tags & {"script", "iframe", "object", "embed", "form", "base"} == set()
    assert [one.attributes["rel"] for one in shown.all("link")] == ["icon"]
    assert [name for one in shown.all() for name in one.attributes if name.startswith("on") or name == "style"] == []


def test_nothing_is_fetched(shown: Element) -> None:
    """Addresses lead to places in the file, or are links that a reader follows; the icon is in the file too."""
    found = [(one.tag, one.attributes[name]) for one in shown.all() for name in ADDRESSES if name in one.attributes]
    assert found
    assert {tag for tag, address in found if not address.startswith(("#", "data:image/svg+xml;base64,"))} <= {"a"}
    assert "url(" not in shown.one("style").text
    assert "@import" not in shown.one("style").text


def test_links_lead_somewhere(shown: Element) -> None:
    """Each link within the file has its place there, and no place has the name of another."""
    names = Counter(one.attributes["id"] for one in shown.all() if "id" in one.attributes)
    links = {one.attributes["href"][1:] for one in shown.all("a") if one.attributes["href"].startswith("#")}
    assert len(links) > 20
    assert links - set(names) == set()
    assert [name for name, times in names.items() if times > 1] == []


def test_labels_lead_somewhere(shown: Element) -> None:
    """What is labelled by something else is labelled by something that is there."""
    names = {one.attributes["id"] for one in shown.all() if "id" in one.attributes}
    labels = {name for one in shown.all() for name in one.attributes.get("aria-labelledby", "").split()}
    assert labels
    assert labels - names == set()


def test_policy(text: str) -> None:
    """The policy lets nothing in, and the one style that it lets hold is the one that is there."""
    page = read(text)
    policy = page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    style = page.one("style").text
    assert "default-src 'none'" in policy
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert text.index("Content-Security-Policy") < text.index("<style")


def test_landmarks(shown: Element) -> None:
    """There are a header, a navigation, the main part and a footer, and one main heading."""
    assert {tag: len(shown.all(tag)) for tag in ("main", "footer", "h1")} == {"main": 1, "footer": 1, "h1": 1}
    assert len(shown.one("body").all("header", class_="masthead")) == 1
    assert [one.attributes["aria-label"] for one in shown.all("nav")] == ["Contents"]


def test_headings_leave_no_step_out(shown: Element) -> None:
    """No heading is more than one step below the one before it."""
    levels = [int(one.tag[1]) for one in shown.all() if one.tag in ("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_drawings_have_words(shown: Element) -> None:
    """Each drawing has a name or is hidden from those who do not see it, and the large ones have a table."""
    drawings = shown.all("svg")
    assert drawings
    assert [one for one in drawings if not {"aria-hidden", "aria-label", "aria-labelledby"} & set(one.attributes)] == []
    for kind in ("timeline", "network"):
        assert shown.one("figure", class_=kind).all("table")


def test_contents(shown: Element) -> None:
    """The contents lead to each section."""
    inside = (one for one in shown.one("main").inside if isinstance(one, Element))
    sections = [one.attributes["id"] for one in inside if one.tag == "section"]
    links = [one.attributes["href"][1:] for one in shown.one("nav").all("a")]
    assert sorted(links) == sorted(sections)
    assert "summary" in links
