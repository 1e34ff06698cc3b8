"""A page in a browser, and all that it says and does meanwhile."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Route

AXE = Path(__file__).parents[3] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
# What scripts draw, where they have drawn it.
DRAWN = "#network .network-news:not(:empty), #yasgui .tabPanel.active .CodeMirror, .map-controls"
# The editor is scrolled by moving in its text, whose field lies beside the part that scrolls.
SPARED = [("scrollable-region-focusable", ".CodeMirror-scroll")]


@dataclass(frozen=True, slots=True)
class Watched:
    """A tab: `said` stands in its console, `failed` was asked for in vain, `outside` was asked of another origin."""

    page: Page
    address: str
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def go(self, path: str, *, scripts: bool = True) -> Page:
        """Open a path, and wait for what scripts draw there."""
        self.page.goto(f"{self.address}{path}")
        if scripts and self.page.locator("#network, #yasgui, #map").count():
            self.page.wait_for_selector(DRAWN)
        return self.page

    def overhang(self, width: int) -> int:
        """How many pixels a page of some width must be scrolled sideways."""
        self.page.set_viewport_size({"width": width, "height": 900})
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def faults(self, rules: tuple[str, ...] = ()) -> list[str]:
        """What axe finds that is grave: by all its rules, or by some."""
        only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
        # Our policy lets no script be put into the page; what the browser evaluates itself is not held to it.
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("options => axe.run(options)", {"resultTypes": ["violations"], **only})
        return [
            f"{one['id']}: {', '.join(map(str, node['target']))}: {node['failureSummary']}"
            for one in found["violations"] if one["impact"] in GRAVE
            for node in one["nodes"] if not _spared(one["id"], node)
        ]  # fmt: skip


def _spared(rule: str, node: dict[str, Any]) -> bool:
    return any(rule == name and str(node["target"][-1]).endswith(place) for name, place in SPARED)


def watched(context: BrowserContext, address: str) -> Watched:
    """A new tab, with no way to any other origin."""
    tab = Watched(context.new_page(), address)
    page = tab.page

    def asked(route: Route) -> None:
        tab.outside.append(route.request.url)
        route.abort()

    def told(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            tab.said.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def failed(request: Request) -> None:
        # What a new page no longer waits for is no failure.
        if request.failure != "net::ERR_ABORTED":
            tab.failed.append(f"{request.url}: {request.failure}")

    context.route(re.compile(f"^(?!{re.escape(address)}/|data:|blob:)"), asked)
    page.on("console", told)
    page.on("pageerror", lambda error: tab.said.append(f"exception: {error}"))
    page.on("dialog", lambda dialog: (tab.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("requestfailed", failed)
    page.on("response", lambda one: one.status >= 400 and tab.failed.append(f"{one.status} {one.url}"))
    return tab
