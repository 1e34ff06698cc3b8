"""What is told in several sentences: one event or two, and when it was."""

from collections.abc import Callable

import pytest

from extraction.story import Story

Read = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Rebels attacked Goma. The attack lasted two hours.", "Attack"),
        ("Gunmen kidnapped a bishop in Jos. The kidnapping shocked Nigeria.", "Kidnapping"),
        ("Police arrested a student in Minsk. The arrest drew criticism.", "Arrest"),
        ("Kenya sent troops to Haiti. The deployment began in June.", "TroopDeployment"),
        ("Police arrested Maria Lopez. Lopez was arrested in Quito.", "Arrest"),
        ("Workers protested in Lima. Police broke up the protest.", "Protest"),
    ],
)
def test_told_again(read: Read, text: str, type: str) -> None:
    """A definite noun or a second clause with the same fillers takes up the event told before."""
    assert read(text).types.count(type) == 1


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Rebels attacked Goma. Soldiers attacked Bukavu.", "Attack"),
        ("Police arrested a student in Minsk. A nurse was arrested in Brest.", "Arrest"),
        ("Workers protested in Lima. Another protest began in Cusco.", "Protest"),
        ("Rebels attacked Goma on Monday and attacked it again on Wednesday.", "Attack"),
    ],
)
def test_told_apart(read: Read, text: str, type: str) -> None:
    """Other fillers, other places or other days make other events."""
    assert read(text).types.count(type) == 2


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Police arrested a student on Tuesday.", "Arrest", "2024-03-12"),
        ("Police arrested a student yesterday.", "Arrest", "2024-03-13"),
        ("On 2 February 2024, police arrested a student.", "Arrest", "2024-02-02"),
        ("The mayor said on Wednesday that police had arrested a student on Monday.", "Arrest", "2024-03-11"),
        ("Kenya will send troops to Haiti on Saturday.", "TroopDeployment", "2024-03-16"),
    ],
)
def test_day(read: Read, text: str, type: str, day: str) -> None:
    """An event has the day that its own clause names, counted from the day of publication."""
    assert read(text).day(type) == day


def test_day_of_the_report(read: Read) -> None:
    """The day on which somebody speaks is not the day of what is spoken of."""
    found = read("The mayor said on Wednesday that police had arrested a student.")
    assert found.day("Arrest") is None


def test_undated(read: Read) -> None:
    """Without a date of publication a relative day stays open, and a note says so."""
    found = read("Police arrested a student on Tuesday.", date=None)
    assert found.day("Arrest") is None
    assert any("--date" in note for note in found.findings.notes)


def test_pronoun_as_filler(read: Read) -> None:
    """A pronoun fills a role with the one it stands for."""
    found = read("Maria Lopez left Quito on Monday. Police arrested her in Bogota.")
    assert found.who("Arrest", "patient") == {"Maria Lopez"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "12", "?", "Breaking news", "— — —", "https://example.org/a"])
def test_nothing_told(read: Read, text: str) -> None:
    """Texts that tell nothing yield no events, figures or claims."""
    found = read(text).findings
    assert (found.events, found.figures, found.claims) == ((), (), ())


def test_every_event_is_claimed(read: Read) -> None:
    """No event and no figure is without a claim, and no claim without a voice."""
    found = read("The mayor said rebels killed eight people in Goma. The army denied it. Police arrested 12.").findings
    for kind, rows in (("event", found.events), ("figure", found.figures)):
        claimed = {c.about.index for c in found.claims if c.about.kind.value == kind}
        assert claimed == set(range(len(rows)))
        assert rows
    assert all(c.voices for c in found.claims)
