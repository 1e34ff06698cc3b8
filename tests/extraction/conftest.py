"""The pipeline is loaded once for all tests of extraction."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsgraph.extraction.language import pipeline


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """A text to its parse."""
    return pipeline().nlp
