"""What a sidecar or a JSON line says about its text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from newsgraph.model.text import Document
from newsgraph.reading.dates import iso_date
from newsgraph.reading.decoding import repaired

KNOWN = ("id", "title", "date", "publisher", "agency", "url", "language", "rights")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user says about inputs that do not say it themselves."""

    date: str | None = None
    publisher: str | None = None
    url: str | None = None


def document(
    text: str, said: Mapping[str, object], defaults: Defaults, *, id: str = ""
) -> tuple[Document, tuple[str, ...]]:
    """The document, with notes on what was wrong about its fields. What the input says wins over the defaults."""
    known = {key: _phrase(said[key]) for key in KNOWN if key in said}
    date, notes = _date(known.get("date"))
    made = Document(
        text=text,
        id=known.get("id") or id,
        title=known.get("title"),
        date=date or defaults.date,
        publisher=known.get("publisher") or defaults.publisher,
        agency=known.get("agency"),
        url=known.get("url") or defaults.url,
        language=known.get("language"),
        rights=known.get("rights"),
        extra=tuple(sorted((_line(k), _text(v) or "") for k, v in said.items() if k not in KNOWN and k != "text")),
    )
    return made, (*notes, *_language(made.language))


def _phrase(value: object) -> str | None:
    """A field that we know, on one line; a list of names as one string, nothing for true and false."""
    if isinstance(value, bool):
        return None
    if isinstance(value, list):
        value = ", ".join(filter(None, map(_phrase, value)))
    return " ".join((_text(value) or "").split()) or None


def _text(value: object) -> str | None:
    """A field as a string: a nested value by its "name" or as JSON, nothing for null and for blanks."""
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        value = value["name"]
    if value is None:
        return None
    return _line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)) or None


def _line(text: str) -> str:
    return repaired(text).text.strip()


def _date(text: str | None) -> tuple[str | None, tuple[str, ...]]:
    date = iso_date(text) if text else None
    if text and not date:
        return None, (f"its date {text!r} is not understood and left out; write it as YYYY-MM-DD",)
    return date, ()


def _language(language: str | None) -> tuple[str, ...]:
    if language and not language.lower().startswith(("en", "und")):
        return (f"its language is {language!r}, but newsgraph understands English only",)
    return ()
