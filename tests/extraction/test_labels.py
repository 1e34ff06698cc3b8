"""Labels of events: short English sentences in the present."""

import pytest

from newsgraph.extraction.labels import listed, noun_label, third_person, verb_label


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("arrest", "arrests"),
        ("march", "marches"),
        ("pass", "passes"),
        ("seize", "seizes"),
        ("carry", "carries"),
        ("destroy", "destroys"),
        ("be", "is"),
        ("undergo", "undergoes"),
        ("carry out", "carries out"),
        ("go on strike", "goes on strike"),
    ],
)
def test_third_person(verb: str, form: str) -> None:
    """The verb takes the ending of the third person, its particles stay."""
    assert third_person(verb) == form


@pytest.mark.parametrize(
    ("labels", "text"),
    [((), ""), (("Chad",), "Chad"), (("Chad", "Mali"), "Chad and Mali"), (("a", "b", "c"), "a, b and c")],
)
def test_listed(labels: tuple[str, ...], text: str) -> None:
    """Labels are listed as English lists names."""
    assert listed(labels) == text


def test_active_label() -> None:
    """Where an agent is known the label is active and in the present."""
    names = {"subject": ["Chad"], "object": ["two ministers"]}
    assert verb_label("dismiss", "dismissed", names, plural=False, tail=[]) == "Chad dismisses two ministers"


def test_plural_agent() -> None:
    """Several agents take the plural verb."""
    names = {"subject": ["Chad", "Mali"], "object": ["a treaty"]}
    assert verb_label("sign", "signed", names, plural=False, tail=[]) == "Chad and Mali sign a treaty"


@pytest.mark.parametrize(
    ("plural", "text"), [(False, "Deputy is arrested in Lagos"), (True, "Deputy are arrested in Lagos")]
)
def test_passive_label(plural: bool, text: str) -> None:
    """Without an agent the label is passive, and its verb agrees with what it is about."""
    assert verb_label("arrest", "arrested", {"object": ["deputy"]}, plural=plural, tail=[("in", "Lagos")]) == text


def test_noun_label() -> None:
    """An event noun is followed by its places and what it is about, and last by its agents."""
    text = noun_label("protest", ["workers"], [("in", "Lima"), ("over", "wages")])
    assert text == "Protest in Lima over wages by workers"
