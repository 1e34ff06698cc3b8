import pytest

from newsgraph.reading.dates import iso_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022-01-06", "2022-01-06"),
        (" 20220106 ", "2022-01-06"),
        ("2022-01-06T10:30:00Z", "2022-01-06T10:30:00+00:00"),
        ("2022-01-06 10:30", "2022-01-06T10:30:00"),
        ("Thu, 06 Jan 2022 10:30:00 +0600", "2022-01-06T10:30:00+06:00"),
    ],
)
def test_understood(text: str, iso: str) -> None:
    """ISO 8601 and the dates of feeds and mails are understood."""
    assert iso_date(text) == iso


@pytest.mark.parametrize("text", ["", "yesterday", "06/01/2022", "2022-13-01", "2022-02-30", "9" * 40])
def test_refused(text: str) -> None:
    """What is ambiguous or no date is refused."""
    assert iso_date(text) is None
