"""A report in a real browser, opened as the file that it is."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from web.browser.watching import AXE, Watched, watched

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

Open = Callable[..., Watched]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A chromium that shows no window."""
    if not CHROMIUM:
        pytest.skip("there is no chromium (on Debian: apt install chromium; or name one in CHROMIUM)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Browser, text: str, tmp_path: Path) -> Iterator[Open]:
    """Opens the report in a tab without any network."""
    contexts = []
    (tmp_path / "report.html").write_text(text, encoding="utf-8")

    def opened(*, dark: bool = False, width: int = 1200, script: bool = True) -> Watched:
        context = browser.new_context(
            color_scheme="dark" if dark else "light", viewport={"width": width, "height": 900},
            java_script_enabled=script, offline=True, reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        tab = watched(context, tmp_path.as_uri())
        tab.page.goto(f"{tab.address}/report.html")
        return tab

    yield opened
    for context in contexts:
        context.close()


def test_nothing_is_complained_of(tab: Open) -> None:
    """The style holds under the policy, nothing is asked for, and the console stays empty."""
    found = tab()
    assert found.page.evaluate("getComputedStyle(document.querySelector('.contents')).position") == "sticky"
    assert (found.said, found.failed, found.outside) == ([], [], [])


@pytest.mark.parametrize("dark", [False, True])
def test_no_grave_fault(tab: Open, dark: bool) -> None:
    """Axe finds no grave fault, in light and in dark, with all that can be opened open."""
    if not AXE.is_file():
        pytest.skip("axe-core is not there: run `make web`")
    found = tab(dark=dark)
    found.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert found.faults() == []


def test_narrow(tab: Open) -> None:
    """On a telephone nothing sticks out."""
    assert tab().overhang(360) == 0


def test_without_script(tab: Open) -> None:
    """Links and what opens work where no script runs."""
    page = tab(script=False).page
    summary = page.locator("#events summary").first
    hidden = page.locator("#events details .claim").first
    assert not hidden.is_visible()
    summary.click()
    assert hidden.is_visible()
    page.locator(".index a").first.click()
    assert page.locator(":target").count() == 1


def test_printed(tab: Open) -> None:
    """On paper all claims are there to read, and the page is white even for those who like it dark."""
    page = tab(dark=True).page
    page.emulate_media(media="print", color_scheme="light")
    assert page.locator("#events details .claim").first.bounding_box()["height"] > 20  # type: ignore[index]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
