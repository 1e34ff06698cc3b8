"""What /openapi.json promises of each address under /api is so, whatever it is asked."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from web.service import PATIENCE, Running

PATHS = (
    "overview", "search", "map", "disputes", "suggest", "entity", "fact", "article", "resource", "network", "queries",
    "queries/{name}", "prefixes",
)  # fmt: skip
ASKING = ("search", "map", "disputes", "suggest", "entity", "fact", "article", "resource", "network")
"""Those that take what may be wrong."""
EXAMPLES = 25


@pytest.fixture(scope="module")
def description(spoilt: Running) -> schemathesis.BaseSchema:
    """The description that the service gives of itself."""
    return schemathesis.openapi.from_url(f"{spoilt.url}/openapi.json")


def test_all_is_described(description: schemathesis.BaseSchema) -> None:
    """These are the addresses under /api."""
    assert sorted(found.ok().path for found in description.get_all_operations()) == sorted(
        f"/api/{path}" for path in PATHS
    )


@pytest.mark.parametrize("path", PATHS)
def test_right_requests(description: schemathesis.BaseSchema, path: str) -> None:
    """What is asked as it is described is answered as it is described: in status, media type and body."""
    _ask(description, path, GenerationMode.POSITIVE)


@pytest.mark.parametrize("path", ASKING)
def test_wrong_requests(description: schemathesis.BaseSchema, path: str) -> None:
    """What is asked in any other way is refused, in a way that is described too."""
    _ask(description, path, GenerationMode.NEGATIVE)


def _ask(description: schemathesis.BaseSchema, path: str, mode: GenerationMode) -> None:
    operation = description[f"/api/{path}"]["GET"]

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: schemathesis.Case) -> None:
        response = case.call(timeout=PATIENCE)
        # An address that is too long is refused before anybody looks whether it is right.
        long = response.status_code == 414
        case.validate_response(response, excluded_checks=[negative_data_rejection] if long else [])

    asked()
