"""Dates of publication as inputs write them."""

from datetime import date, datetime
from email.utils import parsedate_to_datetime


def iso_date(text: str) -> str | None:
    """The ISO 8601 date or date-time that a text means (ISO 8601 itself or RFC 2822); None where it means none.

    >>> iso_date("2022-01-06"), iso_date("Thu, 06 Jan 2022 10:30:00 +0000"), iso_date("6 January")
    ('2022-01-06', '2022-01-06T10:30:00+00:00', None)
    """
    text = text.strip()
    for parse in (_day, _moment, _mail_date):
        try:
            return parse(text)
        except (ValueError, OverflowError):
            continue
    return None


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _moment(text: str) -> str:
    return datetime.fromisoformat(text).isoformat()


def _mail_date(text: str) -> str:
    return parsedate_to_datetime(text).isoformat()
