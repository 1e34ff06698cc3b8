"""Queries that would have the service call somebody."""

from collections.abc import Iterator


def calls(elsewhere: str) -> Iterator[str]:
    """Queries that call an endpoint, in each way that the engine takes for one and that a hurried reader does not."""
    to = f"<{elsewhere}>"
    inner = f"{to} {{ ?s ?p ?o }}"
    for word in ("SERVICE", "service", "sErViCe SiLeNt", "SERVICESILENT"):
        yield f"SELECT * {{ {word} {inner} }}"
    for gap in ("", "\t", "\r\n", "#\n", "# {\n#\r", "#'\n", "SILENT#\r"):
        yield f"SELECT * {{ SERVICE{gap}{inner} }}"
    for end in ("12", "1e5", "true", "'x'", "?x.", "''@en."):
        yield f"SELECT * {{ OPTIONAL {{ ?s ?p {end}SERVICE {inner} }} }}"
    for name in (
        "e:a\\'",
        "e:a\\#",
        "<urn:\\u0041'>",
        "<urn:\\u0041#>",
        "<urn:\u00a0'>",
        "<urn:'>",
        "<urn:x#>",
        "e:%27",
    ):
        hidden = f"OPTIONAL {{ ?s {name} 1 }} SERVICE {inner} OPTIONAL {{ ?s {name} 'x' }}"
        yield f"PREFIX e: <urn:e:> SELECT * {{ {hidden} }}"
    for sign in ("'>'", '">"', "'''>'''", "?x&&'#>'='a'"):
        yield f"SELECT * {{ FILTER(1<{sign}) SERVICE {inner} FILTER(1<{sign}) }}"
    yield f"PREFIX e: <urn:e:> SELECT * {{ OPTIONAL {{ ?s ?p e:.SERVICE {inner} }} }}"
    yield f"PREFIX e: {to} SELECT * {{ SERVICE e: {{ ?s ?p ?o }} }}"
    yield f"PREFIX e: {to} SELECT * {{ SERVICEe:{{ ?s ?p ?o }} }}"
    yield f"PREFIX : {to} SELECT * {{ SERVICE:{{ ?s ?p ?o }} }}"
    yield f"BASE {to} SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}"
    yield f"BASE {to} SELECT * {{ SERVICE <x> {{ ?s ?p ?o }} }}"
    yield f"SELECT * {{ BIND({to} AS ?to) SERVICE ?to {{ ?s ?p ?o }} }}"
    yield f"SELECT * {{ VALUES ?to {{ {to} }} SERVICE$to{{ ?s ?p ?o }} }}"
    yield f"SELECT * {{ {{ SELECT * {{ GRAPH ?g {{ SERVICE {inner} }} }} }} }}"
    yield f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE {inner} }}"
    yield f"DESCRIBE ?s {{ SERVICE {inner} }}"
    yield f"ASK {{ FILTER(EXISTS {{ SERVICE {inner} }}) }}"
    yield f"SELECT * {{ OPTIONAL {{ ?s ?p 'service #' }} SERVICE {inner} GRAPH\n<urn:x> {{}} }}"


def nearly_calls(elsewhere: str) -> Iterator[str]:
    """What the engine does not take for a call, as long as it reads queries as it does."""
    for word in ("\\u0053ERVICE", "SERV\\U00000049CE", "\u017fERVICE", "SER\u200bVICE", "SER/**/VICE"):
        yield f"SELECT * {{ {word} <{elsewhere}> {{ ?s ?p ?o }} }}"
