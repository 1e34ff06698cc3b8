"""What the tests of time expressions share."""

from collections.abc import Callable

import pytest

from newsgraph.extraction import parse as parsing
from newsgraph.extraction.language import pipeline
from newsgraph.extraction.parse import Doc


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """Text in, parsed text out."""
    nlp = pipeline().nlp
    return lambda text: parsing.read(nlp(text))
