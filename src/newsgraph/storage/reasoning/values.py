"""When two literals have different values: "1" and "01" as integers have one, and so have 1 and 1.0."""

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.reasoning.relations import Rows

XSD = PREFIXES["xsd"]
_LITERAL = re.compile(r'"(.*)"(?:\^\^<([^>]*)>|@(\S+))?', re.DOTALL)
_WHOLE = "byte short int long unsignedByte unsignedShort unsignedInt unsignedLong".split()
_EXACT = frozenset({"integer", "decimal", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", *_WHOLE})
_ROUGH = frozenset({"float", "double"})
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
Value = tuple[str, object]


def other_values(left: Rows, right: Rows, texts: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Where two columns of terms are literals that are known to differ in value."""
    different: npt.NDArray[np.bool_] = left != right
    for place in np.flatnonzero(different).tolist():
        different[place] = differ(texts[left[place]], texts[right[place]])
    return different


def differ(left: str, right: str) -> bool:
    """Whether two terms are literals of different values; of datatypes that are not known here, nothing is.

    >>> differ('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"01"^^<http://www.w3.org/2001/XMLSchema#integer>')
    False
    >>> differ('"a"', '"b"')
    True
    """
    first, second = value(left), value(right)
    return first is not None and second is not None and first != second


@lru_cache(maxsize=1 << 16)
def value(term: str) -> Value | None:
    """What a literal stands for; None where that is not known."""
    if (found := _LITERAL.fullmatch(term)) is None:
        return None
    text, kind, language = found.groups()
    if language or not kind or kind == XSD + "string":
        return f"text {(language or '').lower()}", text
    try:
        return _typed(text, kind.removeprefix(XSD))
    except (ValueError, InvalidOperation, KeyError):
        return None


def _typed(text: str, kind: str) -> Value | None:
    if kind in _EXACT:
        return "number", Decimal(text)
    if kind in _ROUGH:
        return "rough number", float(text)
    if kind == "boolean":
        return "truth", _TRUTH[text]
    if kind == "dateTime":
        moment = datetime.fromisoformat(text)
        return f"moment {moment.tzinfo is not None}", moment
    return (kind, text) if kind in {"date", "gYear", "gYearMonth", "anyURI"} else None
