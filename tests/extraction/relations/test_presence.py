from collections.abc import Callable

import pytest

from newsgraph.extraction import entities, relations
from newsgraph.extraction.parse import Doc

Parse = Callable[[str], Doc]


def told(parse: Parse, text: str) -> set[tuple[str, str, str]]:
    """Who or what the text puts at which place."""
    doc = parse(text)
    index, found = relations.find(doc, entities.find(doc))
    label = [e.label for e in index.entities]
    wanted = {"presentIn", "presentNear", "locatedIn"}
    return {(label[r.subject], r.predicate, label[r.object]) for r in found if r.predicate in wanted}


@pytest.mark.parametrize(
    ("text", "who", "relation", "where"),
    [
        ("The minister praised the peacekeepers in Bamako.", "peacekeepers", "presentIn", "Bamako"),
        ("Shells wounded two rebels near the bridge.", "two rebels", "presentNear", "bridge"),
        ("The army destroyed a warehouse in the valley.", "warehouse", "locatedIn", "valley"),
    ],
)
def test_noun_and_its_place(parse: Parse, text: str, who: str, relation: str, where: str) -> None:
    """What a noun names is at the place that the noun is said with."""
    assert (who, relation, where) in told(parse, text)


@pytest.mark.parametrize(
    "text",
    ["There are no peacekeepers in Bamako.", "The union wants to put peacekeepers in Bamako."],
)
def test_nobody_is_there(parse: Parse, text: str) -> None:
    """What is denied or only wanted puts nobody anywhere."""
    assert {one for one in told(parse, text) if "peacekeepers" in one[0]} == set()
