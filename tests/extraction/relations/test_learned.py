"""Relations that learned weights find, dates of lives, and pronouns that nothing resolves."""

from collections.abc import Callable

import pytest

from newsgraph.extraction import entities, relations, times
from newsgraph.extraction.parse import Doc
from newsgraph.model.findings import Relation

Parse = Callable[[str], Doc]


def told(parse: Parse, text: str) -> dict[tuple[str, str, str], Relation]:
    """The relations of a text by the labels of their ends; a date by its value."""
    doc = parse(text)
    found = times.find(doc, None)
    index, links = relations.find(doc, entities.find(doc), found)
    names = [e.label for e in index.entities]
    return {(names[r.subject], r.predicate, found[r.object].value if r.dated else names[r.object]): r for r in links}


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "goal"),
    [
        ("Marta Ilves was born in Tallinn and studied at the University of Tartu.", "Marta Ilves", "bornIn", "Tallinn"),
        ("Marta Ilves (born 3 May 1961) is a painter.", "Marta Ilves", "birthDate", "1961-05-03"),
        ("Marta Ilves died on 4 June 1999 after a long illness.", "Marta Ilves", "deathDate", "1999-06-04"),
        ("Peter Holm married Anna Berg in 1988.", "Peter Holm", "spouseOf", "Anna Berg"),
        ("Jane Smith graduated from Harvard University in 1990.", "Jane Smith", "educatedAt", "Harvard University"),
        ("John Miller moved to Chicago with his family in 1975.", "John Miller", "livesIn", "Chicago"),
    ],
)
def test_what_lives_are_made_of(parse: Parse, text: str, subject: str, predicate: str, goal: str) -> None:
    """Births, deaths, marriages, schools and homes are told by weights, with how sure they are."""
    found = told(parse, text)
    assert (subject, predicate, goal) in found
    assert 0.35 <= found[subject, predicate, goal].confidence <= 1


def test_unresolved_pronoun(parse: Parse) -> None:
    """A pronoun that nothing resolves is an unnamed person, where its sentence says something lasting of it."""
    found = told(parse, "He was born in Boston on 3 March 1950.")
    assert ("he", "bornIn", "Boston") in found
    assert ("he", "birthDate", "1950-03-03") in found


def test_pronoun_without_relation(parse: Parse) -> None:
    """A pronoun of which nothing lasting is said makes no entity."""
    doc = parse("He opened the window.")
    index, links = relations.find(doc, entities.find(doc), times.find(doc, None))
    assert not links
    assert all(e.label != "he" for e in index.entities)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Holm met Anna Berg in Chicago on Tuesday.",
        "The army attacked the village near Boston in 1975.",
    ],
)
def test_nothing(parse: Parse, text: str) -> None:
    """What only stands beside each other is not related."""
    assert not {p for _, p, _ in told(parse, text)} - {"presentIn", "locatedIn", "near"}


def test_words_of_a_telling(parse: Parse) -> None:
    """A relation knows the words of both its ends."""
    text = "Peter Holm married Anna Berg in 1988."
    relation = told(parse, text)["Peter Holm", "spouseOf", "Anna Berg"]
    assert relation.words is not None
    assert [span.of(text) for span in relation.words] == ["Peter Holm", "Anna Berg"]
