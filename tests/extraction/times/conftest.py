"""What the tests of time expressions share."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsgraph.extraction.language import pipeline


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """Text in, parsed text out."""
    return pipeline().nlp
