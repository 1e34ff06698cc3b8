"""Who says so, through whom, and how sure each speaker is."""

from collections.abc import Callable

import pytest

from extraction.story import LIKELY, MAY, NO, YES, Story, unmet

Read = Callable[..., Story]
Voices = list[tuple[str | None, str, str]]

NARRATOR = None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor said that police had arrested a student.", "mayor"),
        ("The mayor said police had arrested a student.", "mayor"),
        ("Police had arrested a student, the mayor said.", "mayor"),
        ("Police had arrested a student, said the mayor.", "mayor"),
        ("Police, the mayor said, had arrested a student.", "mayor"),
        ('"Police have arrested a student," the mayor said.', "mayor"),
        ('"Police have arrested a student," said the mayor.', "mayor"),
        ("According to the mayor, police had arrested a student.", "mayor"),
        ("Police had arrested a student, according to the mayor.", "mayor"),
        ("Police, according to the mayor, had arrested a student.", "mayor"),
        ("The mayor announced that police had arrested a student.", "mayor"),
        ("The mayor told Reuters that police had arrested a student.", "mayor"),
        ("The mayor confirmed that police had arrested a student.", "mayor"),
        ("The mayor confirmed the arrest of a student.", "mayor"),
        ("Amnesty International says police arrested a student.", "Amnesty International"),
        ("It was reported by Reuters that police had arrested a student.", "Reuters"),
        ("The mayor's statement that police arrested a student drew criticism.", "mayor"),
        ("In a statement, the mayor said police had arrested a student.", "mayor"),
        ("As the mayor said, police arrested a student.", "mayor"),
        ("Police arrested a student, the mayor told reporters in Bern on Monday.", "mayor"),
    ],
)
def test_one_speaker(read: Read, text: str, speaker: str) -> None:
    """Whoever reports, before, after or inside the sentence, in words or in quotation marks, makes the claim."""
    assert read(text).voices("Arrest") == [(speaker, *YES)]


@pytest.mark.parametrize(
    ("text", "type", "voices"),
    [
        ("The army denied that it had attacked Goma.", "Attack", [("army", *NO)]),
        ("The army denied attacking Goma.", "Attack", [("army", *NO)]),
        ("The army denied the attack on Goma.", "Attack", [("army", *NO)]),
        ("The army rejected claims that it had attacked Goma.", "Attack", [("army", *NO)]),
        ("The army believes that rebels attacked Goma.", "Attack", [("army", *LIKELY)]),
        ("Activists accused the police of beating a prisoner.", "Beating", [("activists", *LIKELY)]),
        unmet(
            "The army does not rule out that rebels attacked Goma.",
            "Attack",
            [("army", *MAY)],
            why="'rule out that' is read as the 'rule that' of judges",
        ),
        unmet(
            "The army ruled out that rebels had attacked Goma.",
            "Attack",
            [("army", *NO)],
            why="'rule out that' is read as the 'rule that' of judges",
        ),
        unmet(
            "The army warned that rebels could attack Goma.",
            "Attack",
            [("army", *MAY)],
            why="whoever warns that something may happen is no speaker",
        ),
        ("The army predicts that rebels will attack Goma.", "Attack", [("army", "ProbablePositive", "Expected")]),
        ("The army claims not to have attacked Goma.", "Attack", [("army", *NO)]),
        ("The army said that rebels may have attacked Goma.", "Attack", [("army", *MAY)]),
        ("The army said that rebels had not attacked Goma.", "Attack", [("army", *NO)]),
        ("The army did not say that rebels had attacked Goma.", "Attack", [("army", "Underspecified", "Actual")]),
        ("The army said it would attack Goma.", "Attack", [("army", "ProbablePositive", "Planned")]),
        ("The army doubts that rebels attacked Goma.", "Attack", [("army", "PossibleNegative", "Actual")]),
        ("The army hopes that rebels will release the bishop.", "Release", [("army", "ProbablePositive", "Expected")]),
        ("The army asked whether rebels had attacked Goma.", "Attack", [("army", "Underspecified", "Actual")]),
    ],
)
def test_view_of_the_speaker(read: Read, text: str, type: str, voices: Voices) -> None:
    """Certainty and polarity are those of the speaker's own view."""
    assert read(text).voices(type) == voices


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Rebels reportedly attacked Goma.", "Attack"),
        ("Rebels allegedly attacked Goma.", "Attack"),
        ("Rebels are said to have attacked Goma.", "Attack"),
        ("Rebels are reported to have attacked Goma.", "Attack"),
        ("The alleged attack on Goma alarmed Kigali.", "Attack"),
        ("According to reports, rebels attacked Goma.", "Attack"),
    ],
)
def test_unnamed_speakers(read: Read, text: str, type: str) -> None:
    """What is told by nobody in particular is not told in the article's own voice."""
    found = read(text).voices(type)
    assert found[0][0] is not NARRATOR
    assert found[0][1] in {"CertainPositive", "ProbablePositive"}


@pytest.mark.parametrize(
    ("text", "type", "voices"),
    [
        (
            "Reuters quoted the mayor as saying that police had arrested a student.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES)],
        ),
        (
            "The mayor said police had arrested a student, according to Reuters.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES)],
        ),
        (
            "Reuters reported that the mayor denied that police had arrested a student.",
            "Arrest",
            [("mayor", *NO), ("Reuters", *YES)],
        ),
        (
            "Reuters said, citing the mayor, that police had arrested a student.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES)],
        ),
        (
            "Police arrested a student, Reuters reported, citing the mayor.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES)],
        ),
        (
            "Citing the mayor, Reuters reported that police had arrested a student.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES)],
        ),
        (
            "The mayor was quoted by Reuters as saying that police had arrested a student.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES)],
        ),
        (
            "Reuters reported that the mayor said that a witness had claimed that police arrested a student.",
            "Arrest",
            [("witness", *YES), ("mayor", *YES), ("Reuters", *YES)],
        ),
        (
            "Reuters quoted the mayor as saying police had arrested a student, according to the BBC.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES), ("BBC", *YES)],
        ),
        (
            "The BBC reported that Reuters quoted the mayor as saying police had arrested a student.",
            "Arrest",
            [("mayor", *YES), ("Reuters", *YES), ("BBC", *YES)],
        ),
        (
            "Reuters reported that the mayor allegedly said that police had arrested a student.",
            "Arrest",
            [("mayor", *YES), ("unnamed sources", *LIKELY), ("Reuters", *YES)],
        ),
        (
            "The mayor may have said that police had arrested a student.",
            "Arrest",
            [("mayor", *YES), (NARRATOR, *MAY)],
        ),
    ],
)
def test_nested_voices(read: Read, text: str, type: str, voices: Voices) -> None:
    """Who speaks inside whom is kept, the innermost first."""
    assert read(text).voices(type) == voices


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("The mayor said police had arrested a student. Rebels attacked Goma.", "Attack"),
        ("The mayor, who said police had arrested a student, condemned the attack.", "Attack"),
        ("After the attack on Goma, the mayor said police had arrested a student.", "Attack"),
        ("Rebels attacked Goma while the mayor said police had arrested a student.", "Attack"),
    ],
)
def test_reach_of_a_speaker(read: Read, text: str, outside: str) -> None:
    """A speaker answers for what is reported, not for what stands beside it."""
    found = read(text)
    assert found.voices("Arrest") == [("mayor", *YES)]
    assert found.voices(outside) == [(NARRATOR, *YES)]


@pytest.mark.parametrize(
    ("text", "type", "voices"),
    [
        ("Rebels attacked Goma. The governor denied it.", "Attack", ("governor", *NO)),
        ("Rebels attacked Goma. The governor confirmed this.", "Attack", ("governor", *YES)),
        ("Rebels attacked Goma. This was denied by the governor.", "Attack", ("governor", *NO)),
        ("Rebels attacked Goma. The governor denied the attack.", "Attack", ("governor", *NO)),
        ("Rebels attacked Goma. The governor confirmed the attack.", "Attack", ("governor", *YES)),
    ],
)
def test_taken_up(read: Read, text: str, type: str, voices: tuple[str | None, str, str]) -> None:
    """A pronoun or a definite noun under a verb of speech is a claim about what was told before."""
    found = read(text)
    told = [n for n, e in enumerate(found.findings.events) if e.type == type]
    claims = [
        found.voices_of(c) for c in found.findings.claims if c.about.kind.value == "event" and c.about.index in told
    ]
    assert [(NARRATOR, *YES)] in claims
    assert [voices] in claims


def test_pronoun_speaks(read: Read) -> None:
    """A pronoun that speaks is the one it stands for."""
    found = read("Maria Lopez is the mayor of Quito. She said police had arrested a student.")
    assert found.voices("Arrest") == [("Maria Lopez", *YES)]


def test_claimed_responsibility(read: Read) -> None:
    """Whoever claims responsibility for an attack leaves no doubt that it happened."""
    assert read("The army claimed responsibility for the attack on Goma.").state("Attack") == YES


def test_quotation_over_two_sentences(read: Read) -> None:
    """A second quoted sentence has the speaker of the first."""
    found = read('"Police have arrested a student," the mayor said. "Rebels have attacked Goma."')
    assert found.voices("Attack") == [("mayor", *YES)]
