"""Documents in the one order that does not depend on how they came."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from newsgraph.model.links import document_digest
from newsgraph.model.text import Document

# JSON can write half of a character; no file can hold it.
_HALF = re.compile("[\ud800-\udfff]")


def arrange(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents by date and content, each once.

    Of two with the same text and the same source, the one stays whose other fields come first in the alphabet.
    """
    kept: dict[str, Document] = {}
    for document in sorted(map(_whole, documents), key=fields_of):
        kept.setdefault(document_digest(document), document)
    return tuple(sorted(kept.values(), key=lambda d: (d.date or "9999", document_digest(d))))


def fields_of(document: Document) -> tuple[str, ...]:
    """What tells documents of one text and source apart, in an order."""
    return tuple(repr(getattr(document, field.name)) for field in fields(document))


def _whole(document: Document) -> Document:
    """The document without half characters; each gives way to one other, so that places in the text stay."""
    strings = {f.name: v for f in fields(document) if isinstance(v := getattr(document, f.name), str)}
    extra = tuple((_HALF.sub("\ufffd", key), _HALF.sub("\ufffd", value)) for key, value in document.extra)
    return replace(document, extra=extra, **{name: _HALF.sub("\ufffd", value) for name, value in strings.items()})
