"""The style sheet: colours that can be read, in light and in dark."""

import re

import pytest

from newsgraph.web.pages.environment import STATIC

STYLE = (STATIC / "style.css").read_text(encoding="utf-8")
DARK = STYLE.index("prefers-color-scheme: dark")
GROUNDS = ("paper", "card", "sunk")
TEXTS = [(text, ground) for text in ("ink", "soft", "link") for ground in GROUNDS]
BADGES = [(name, f"{name}-soft") for name in ("corroborated", "reported", "asserted", "disputed", "told")]
OTHERS = [
    ("on-accent", "accent"),
    ("on-button", "button"),
    ("on-glow", "glow"),
    ("ink", "disputed-soft"),
    ("ink", "sea"),
]
MARKS = [("bar", ground) for ground in GROUNDS] + [("focus", "paper"), ("edge", "card"), ("told", "card")]


def colours(dark: bool) -> dict[str, str]:
    """The variables of the light or the dark scheme."""
    light = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", STYLE[:DARK]))
    return light | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", STYLE[DARK:])) if dark else light


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXTS + BADGES + OTHERS)
def test_text_can_be_read(text: str, ground: str, dark: bool) -> None:
    """Text stands out from its ground by 4.5 to 1 at least (WCAG AA)."""
    known = colours(dark)
    assert contrast(known[text], known[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen(mark: str, ground: str, dark: bool) -> None:
    """Bars, the focus and the edges of fields stand out from their ground by 3 to 1 at least (WCAG AA)."""
    known = colours(dark)
    assert contrast(known[mark], known[ground]) >= 3


def test_nothing_comes_from_elsewhere() -> None:
    """The style sheet loads nothing."""
    assert "url(" not in STYLE and "@import" not in STYLE
    assert "@media print" in STYLE
