"""Takes the pictures of docs/explorer.md: `python tools/make_screenshots.py [NAME...]`.

Needs chromium (found on the PATH, or named in CHROMIUM), and the scripts of the explorer (`make web`). What is shown is
the graph of seeds/, read anew, so that the same pages come out as long as neither they nor the program change.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
from playwright.sync_api import Browser, Page, sync_playwright
from small_png import small

import newsgraph

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "screenshots"
BASE = "https://w3id.org/newsgraph/data"
WIDTH = 1200
LARGEST = 250_000
ADDRESS = re.compile(r"newsgraph is at (http://\S+)/")
QUESTION = "/query?name=active-actors&p-least=2&run=1"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in a window of some height, in light or dark, after somebody did something there."""

    path: str
    height: int
    dark: bool = False
    done: Callable[[Page], None] = lambda page: None


def pictures(address: str) -> dict[str, Picture]:
    """All that are taken, by their names."""
    country = _json(f"{address}/api/suggest?q=Kazakhstan")[0]["iri"]
    disputed = _json(f"{address}/api/disputes?sort=contradicted")["disputes"][0]["node"]["iri"]
    article = _json(f"{address}/api/entity?iri={quote(country, safe='')}")["articles"][0]["node"]["iri"]
    return {
        "overview": Picture("/", 1000),
        "search": Picture("/search?q=Kazakhstan&kind=event&order=date", 1000),
        "entity": Picture(_path(country), 1150),
        "event": Picture(_path(disputed), 1000),
        "article": Picture(_path(article), 900, dark=True),
        "graph": Picture(f"/graph?iri={quote(country, safe='')}", 1240, done=_choose_a_node),
        "map": Picture("/map", 1000),
        "query": Picture(QUESTION, 1160, done=_draw_a_chart),
        "disputes": Picture("/disputes?sort=contradicted", 900, dark=True),
    }


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """A picture as PNG."""
    page = browser.new_page(
        viewport={"width": WIDTH, "height": picture.height}, color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce", locale="en-GB",
    )  # fmt: skip
    page.goto(f"{address}{picture.path}", wait_until="networkidle")
    picture.done(page)
    shot = page.screenshot(animations="disabled")
    page.close()
    return shot


def _choose_a_node(page: Page) -> None:
    page.locator(".network-list button").filter(has_text="Russia sends paratroopers").click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Show all of it").click()
    page.mouse.move(0, 0)


def _draw_a_chart(page: Page) -> None:
    page.locator(".tabPanel.active .select_chart:not(.disabled)").click()
    page.wait_for_selector(".asking-bars")


def _path(iri: str) -> str:
    return iri.removeprefix(BASE)


def _json(address: str) -> "list[dict[str, str]] | dict[str, list[dict[str, dict[str, str]]]]":
    return httpx.get(address, trust_env=False).raise_for_status().json()


@contextmanager
def served() -> Iterator[str]:
    """The address of a service of the graph of seeds/."""
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "seeds.nq"
        newsgraph.build(newsgraph.read([str(ROOT / "seeds")])).save(graph)
        command = [sys.executable, "-m", "newsgraph", "serve", str(graph), "--port", "0"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr
            try:
                yield next(found[1] for line in process.stderr if (found := ADDRESS.match(line)))
            finally:
                process.terminate()


def main(names: list[str]) -> None:
    """Takes those that are named, or all."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    PICTURES.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, picture in pictures(address).items():
            if not names or name in names:
                shot = small(browser, take(browser, address, picture))
                assert len(shot) < LARGEST, f"the picture {name} is too large: {len(shot):,} bytes"
                (PICTURES / f"{name}.png").write_bytes(shot)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
