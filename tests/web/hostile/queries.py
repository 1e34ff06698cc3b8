"""Queries that nobody means well by."""

import string
from collections.abc import Iterator
from random import Random

from newsgraph.ontology.queries import named_queries
from web.hostile.texts import IRIS, LONG, OURS, TEXTS

_WORDS = [
    *"SELECT * WHERE { } ( ) [ ] . ; , ?s ?p ?o a UNION OPTIONAL FILTER BIND AS VALUES GRAPH MINUS GROUP BY".split(),
    *"HAVING ORDER LIMIT OFFSET DISTINCT ASK CONSTRUCT DESCRIBE FROM NAMED NOT EXISTS IN SILENT UNDEF".split(),
    *"<urn:x> rdfs:label ng:Event :x x: _:b 'x' \"\"\" '''  1 -1e999 0x1 true ^ | / * + ? ! && || = != < > ^^".split(),
    *"BASE PREFIX @en COUNT SUM GROUP_CONCAT REPLACE REGEX IRI BNODE RAND NOW UUID CONCAT SUBSTR SHA512 STRDT".split(),
    "LANG", "LATERAL", "<<(", ")>>",
    "\0", "\ufeff", "\u202e", "#", "\\u0000", "\\uD800", "\\U0011FFFF", "%", "\u00a0", "\x1b",
]  # fmt: skip


def mutated(random: Random, number: int) -> Iterator[str]:
    """Named queries with some words lost, doubled, swapped, or put in."""
    known = sorted(one.text for one in named_queries().values())
    for _ in range(number):
        words = random.choice(known).split(" ")
        for _ in range(random.randint(1, 6)):
            place, other = random.randrange(len(words)), random.randrange(len(words))
            change = random.randrange(5)
            if change == 0 and len(words) > 2:
                del words[place]
            elif change == 1:
                words[place], words[other] = words[other], words[place]
            elif change == 2:
                words.insert(place, random.choice(_WORDS))
            elif change == 3:
                words[place] = words[place][: len(words[place]) // 2]
            else:
                words.insert(place, words[other])
        yield " ".join(words)


def babble(random: Random, number: int) -> Iterator[str]:
    """Letters and words by chance."""
    for count in range(number):
        letters = string.printable if count % 3 == 0 else [f"{word} " for word in _WORDS]
        yield "ASK {" * (count % 2) + "".join(random.choices(letters, k=random.randint(1, 80)))


def deep() -> Iterator[str]:
    """Nested and repeated so often that a parser runs out of room."""
    for number in (100, 10_000):
        yield f"SELECT ({'(' * number}1{')' * number} AS ?x) {{}}"
        yield f"ASK {'{' * number}{'}' * number}"
        yield f"ASK {{ ?s {'(' * number}<urn:p>{')' * number}* ?o }}"
        yield f"SELECT ({'!' * number}true AS ?x) {{}}"
        yield f"ASK {{ ?s <urn:p> {'[ <urn:p> ' * number}{']' * number} }}"
        yield f"ASK {{ ?s <urn:p> {'( ' * number}{')' * number} }}"
        yield f"ASK {'{ OPTIONAL ' * number}{{}}{'}' * number}"
        yield f"ASK {{ FILTER({'NOT EXISTS { FILTER(' * number}true{') }' * number}) }}"
        yield f"SELECT ?x {{ {'BIND(1 AS ?x)' * number} }}"
        yield "SELECT * { " + " ".join(f"BIND({n} + 1 AS ?x{n})" for n in range(number)) + " }"
        yield f"SELECT * {{ {' UNION '.join(['{}'] * number)} }}"
        yield f"ASK {{ FILTER(1 IN ({','.join(map(str, range(number * 10)))})) }}"
        yield f"ASK {{ VALUES ?x {{ {'1 ' * number * 10} }} }}"
        yield f"ASK {{ ?s {'/'.join(['<urn:p>'] * number)} ?o }}"
        yield f"ASK {{ ?s {'|'.join(['^!(<urn:p>)'] * number)} ?o }}"
        yield f"SELECT ({'+'.join(['1'] * number)} AS ?x) {{}}"
        yield f"SELECT (CONCAT({','.join(['?a'] * number)}) AS ?x) {{}}"
        yield "ASK {} " + "#" * number
        yield "PREFIX a: <urn:a> " * number + "ASK {}"
        yield f"ASK {{ <urn:{'x' * number}> ?p '{'y' * number}' }}"


def heavy() -> Iterator[str]:
    """Much to do, or much to hold: few, for each may take all its time."""
    yield "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    yield "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    yield "SELECT * { ?s (<urn:a>|!<urn:b>)*/(^<urn:a>|!<urn:b>)*/(!<urn:a>)* ?o }"
    yield "SELECT (GROUP_CONCAT(?x; separator='') AS ?y) { ?a ?b ?x . ?c ?d ?e }"
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(60))
    yield f"SELECT (STRLEN(?x60) AS ?n) {{ BIND('x' AS ?x0) {doubled} }}"
    yield "SELECT (REPLACE(CONCAT(STR(?a), STR(?c)), '(.*)*(.*)*', '$1$1$1$2$2') AS ?x) { ?a ?b ?c . ?d ?e ?f }"
    yield f"ASK {{ FILTER(REGEX('{'a' * 50_000}', '^(a+)+(a+)+(a+)+$|(a|a)*b')) }}"
    yield "ASK { FILTER(REGEX('a', 'a{1000}{1000}{1000}')) }"
    yield "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f } ORDER BY DESC(RAND())"
    yield "CONSTRUCT { ?a ?b ?f . ?d ?e ?c } { ?a ?b ?c . ?d ?e ?f }"
    yield "DESCRIBE * { ?a ?b ?c . ?d ?e ?f }"
    yield "ASK { ?a ?b ?c . ?d ?e ?f FILTER(SHA512(CONCAT(STR(?a), STR(?f))) = 'x') }"


def changes() -> Iterator[str]:
    """Changes where queries are asked for."""
    yield from (
        "INSERT DATA { <urn:x> <urn:x> <urn:x> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } INSERT { <urn:x> ?p ?o } WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP SILENT ALL",
        "CREATE GRAPH <urn:x>",
        "COPY DEFAULT TO <urn:x>",
        "LOAD <file:///etc/passwd>",
        "LOAD <file:///etc/passwd> INTO GRAPH <urn:x>",
        "ASK {} ; DROP ALL",
        "SELECT * { ?s ?p ?o } ; INSERT DATA { <urn:x> <urn:x> <urn:x> }",
        "ASK {}\n#\nDELETE WHERE { ?s ?p ?o }",
        "WITH <urn:x> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "ADD <urn:a> TO <urn:b>",
        "MOVE <urn:a> TO <urn:b>",
    )


def odd() -> Iterator[str]:
    """Queries that are right, or nearly so, and speak of hostile things."""
    yield from (
        "",
        " ",
        "\0",
        "ASK {}\0",
        "\ufeffASK {}",
        "ASK {\u00a0}",
        "\ud800",
        "ASK { ?s ?p '\ud800' }",
        "#",
        "ASK",
    )
    yield from (
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <urn:x> { GRAPH ?g { ?s ?p ?o } }",
    )
    yield from (
        "ASK { ?s ?p '\\u0000' }",
        "ASK { ?s ?p '\\uD800' }",
        "ASK { <urn:\\u0020> ?p ?o }",
        "ASK { <x> ?p ?o }",
    )
    yield from (
        "SELECT (1/0 AS ?x) {}",
        "SELECT (xsd:integer('9999999999999999999999') AS ?x) {}",
        "SELECT (IRI('no iri') AS ?x) {}",
    )
    yield from (
        "SELECT (STRDT('x', <urn:x>) AS ?x) (STRLANG('x', '\\n') AS ?y) {}",
        "SELECT (SUBSTR('x', -1e300, 1e300) AS ?x) {}",
    )
    yield from ("SELECT (xsd:dateTime('-99999-13-45T99:99:99Z') + xsd:duration('P9999999999Y') AS ?x) {}",)
    yield from (
        "ASK {} LIMIT 1",
        "SELECT * {} LIMIT 99999999999999999999",
        "SELECT * {} OFFSET 18446744073709551615",
        "SELECT * {} LIMIT -1",
    )
    for text in (*TEXTS.values(), LONG):
        escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        yield f"SELECT ('{escaped}' AS ?x) {{}}"
        yield f"CONSTRUCT {{ <urn:s> <urn:p> '{escaped}', '{escaped}'@en }} {{}}"
    for iri in (*IRIS, *OURS):
        yield f"SELECT (<{iri}> AS ?x) {{}}"
        yield f"CONSTRUCT {{ <{iri}> <{iri}> <{iri}> }} {{}}"
        yield f"DESCRIBE <{iri}>"
        yield f"ASK {{ GRAPH <{iri}> {{ ?s a <{iri}> }} }}"
