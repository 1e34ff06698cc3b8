"""A browser, and services for it to look at."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from web.browser import addresses as places
from web.browser import graphs
from web.browser.watching import AXE, Watched, watched
from web.service import Running, running

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
BUILT = Path(__file__).parents[3] / "src" / "newsgraph" / "web" / "static" / "built" / "graph.js"

Open = Callable[..., Watched]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A chromium that shows no window."""
    if not CHROMIUM:
        pytest.skip("there is no chromium (on Debian: apt install chromium; or name one in CHROMIUM)")
    if not (BUILT.is_file() and AXE.is_file()):
        pytest.skip("the scripts of the explorer are not built, or axe-core is not there: run `make web`")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of the graph of the sample stories."""
    return graphs.seeds(tmp_path_factory.mktemp("seeds") / "seeds.nq")


@pytest.fixture(scope="package")
def service(browser: Browser, read: Path) -> Iterator[Running]:
    """A service of the sample stories; none where there is nothing to look at it with."""
    with running([read]) as service:
        yield service


@pytest.fixture(scope="package")
def addresses(service: Running) -> dict[str, str]:
    """The address of a page of each sort."""
    return places.addresses(service)


@pytest.fixture
def tab(browser: Browser, service: Running) -> Iterator[Open]:
    """Opens tabs of a browser that knows nothing yet, `dark`, `narrow`, or without `script`."""
    contexts = []

    def opened(*, dark: bool = False, width: int = 1200, script: bool = True, at: str = service.url) -> Watched:
        context = browser.new_context(
            color_scheme="dark" if dark else "light", viewport={"width": width, "height": 900},
            java_script_enabled=script, reduced_motion="reduce", locale="en-GB",
        )  # fmt: skip
        context.set_default_timeout(20_000)
        contexts.append(context)
        return watched(context, at)

    yield opened
    for context in contexts:
        context.close()
