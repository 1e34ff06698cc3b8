"""Whether a query says itself which graphs it asks."""

import re

# What may hold the word without meaning it: strings, IRIs, comments, variables, names with a prefix.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\s]*>'
    r"|#[^\n\r]*"
    r"|[$?]\w+"
    r"|[\w.-]*:(?:[\w.%:-]|\\.)*"
    r"|(?P<from>\bFROM\b)"
    r"|\w+|\\.",
    re.DOTALL | re.IGNORECASE,
)


def names_dataset(text: str) -> bool:
    """Whether a query has a FROM of its own.

    >>> names_dataset("SELECT * FROM <urn:x> {}"), names_dataset("SELECT ?from { ?x rdfs:label 'from <urn:x>' } # from")
    (True, False)
    """
    return "from" in text.lower() and any(match["from"] for match in _TOKEN.finditer(text))
