"""The page that lists the queries."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_page_is_current() -> None:
    """docs/queries.md says what the headers say."""
    page = runpy.run_path(str(ROOT / "tools" / "make_queries_page.py"))["page"]
    assert (ROOT / "docs" / "queries.md").read_text() == page()
