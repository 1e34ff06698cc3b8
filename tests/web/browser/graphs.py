"""The graphs that the browser is shown: the sample stories, and the same with texts that would like to be more."""

import re
from pathlib import Path

import newsgraph

SEEDS = Path(__file__).parents[3] / "seeds"
SCRIPT = "<script>window.spoilt = 1</script><img src=x onerror='window.spoilt = 1'>"
LINK = "javascript:window.spoilt=1"
OVERRIDE = "\u202e"
# How they begin, for those who look for them on a page.
SIGN = "<script>window"
_BEFORE = re.compile(r'<[^>]+(?:#label|/headline|#altLabel|#exact|#timexText|/rights|#reason)> "')
_BODY = re.compile(r'(<https://schema.org/articleBody> "(?:[^"\\]|\\.)*)"')


def seeds(path: Path) -> Path:
    """What newsgraph reads in its sample stories, as N-Quads."""
    newsgraph.build(newsgraph.read([str(SEEDS)])).save(path)
    return path


def spoilt(path: Path, read: Path) -> Path:
    """The same with all labels, titles and quotations hostile, and hostile text at the end of each article."""
    text = f"{SCRIPT}{OVERRIDE}{LINK} "
    lines = _BEFORE.sub(lambda found: found[0] + text, read.read_text(encoding="utf-8"))
    path.write_text(_BODY.sub(lambda found: f'{found[1]} {text}"', lines), encoding="utf-8")
    return path
