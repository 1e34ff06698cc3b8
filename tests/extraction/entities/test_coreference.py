from collections.abc import Callable

import pytest

See = Callable[[str], object]


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("After the unrest in Kyrgyzstan, Russia sent soldiers to the Central Asian country.", "country", "Kyrgyzstan"),
        ("Poland and Moldova talked. The former Soviet republic wants aid.", "republic", "Moldova"),
        ("Sudan is at war. The East African country asked for help.", "country", "Sudan"),
        ("The African Union met. NATO did not reply. The military alliance was silent.", "alliance", "NATO"),
        ("Tanks entered Aleppo. The city was quiet.", "city", "Aleppo"),
        ("The Defence Ministry confirmed it. The ministry gave no details.", "ministry", "Defence Ministry"),
        ("President Ilham Aliyev flew to Minsk. The president will return.", "president", "Ilham Aliyev"),
        ("Boeing shares fell. The company said little.", "company", "Boeing"),
        ("Zambia and South Africa met. The southern African country has lakes.", "country", "Zambia"),
        ("Egypt spoke with Jordan. The kingdom will host talks.", "kingdom", "Jordan"),
        ("Nordhav Motors cut jobs. Unions accused the group of lies.", "group", "Nordhav Motors"),
        ("The metalworkers' union FIOM-Nord marched. The union will meet managers.", "union", "FIOM-Nord"),
        ("Mary Smith, a nurse, died. The nurse was 40.", "nurse", "Mary Smith"),
        ("Troops crossed into Lesotho. The U.S. embassy told citizens to leave the country.", "country", "Lesotho"),
    ],
)
def test_descriptions_find_their_names(see: See, text: str, description: str, name: str) -> None:
    """A definite description takes up the named thing that fits it."""
    assert see(text).label(description, text.count(description) - 1) == name


def test_country_is_not_the_subject_of_its_own_clause(see: See) -> None:
    """In "Russia sent troops to the country" the country is another one."""
    seen = see("Unrest shook Georgia. Russia sent troops to the country.")
    assert seen.label("country") == "Georgia"


def test_description_that_fits_nothing_is_new(see: See) -> None:
    """A South American country is not France."""
    assert see("France sent doctors. The South American country was grateful.").label("country") != "France"


def test_other_country_is_new(see: See) -> None:
    """ "The neighbouring country" is not the one that was named."""
    assert see("Unrest shook Georgia. The neighbouring country closed its border.").label("country") != "Georgia"


def test_definite_group_continues_an_earlier_one(see: See) -> None:
    """ "The soldiers" are the soldiers of the sentence before."""
    seen = see("Russia deployed soldiers. The soldiers guard an airport.")
    assert seen.of("soldiers", 0) == seen.of("soldiers", 1)


def test_other_number_is_another_group(see: See) -> None:
    """ "The three soldiers" are not the "five soldiers" before."""
    seen = see("Five soldiers fled. The three soldiers at the gate stayed.")
    assert seen.of("soldiers", 0) != seen.of("soldiers", 1)


@pytest.mark.parametrize(
    ("text", "pronoun", "label"),
    [
        ("Angela Merkel called. She offered help.", "She", "Angela Merkel"),
        ("Greenpeace protested. It accused the firm of lies.", "It", "Greenpeace"),
        ("Protesters marched. They threw stones.", "They", "protesters"),
        ("Ukraine mourned. Its parliament was closed.", "Its", "Ukraine"),
        ("Police shot demonstrators who were unarmed.", "who", "demonstrators"),
        ("Emmanuel Macron, who leads France, resigned.", "who", "Emmanuel Macron"),
    ],
)
def test_pronouns(see: See, text: str, pronoun: str, label: str) -> None:
    """A pronoun takes up the last thing that it can mean."""
    assert see(text).label(pronoun) == label


def test_empty_it_means_nothing(see: See) -> None:
    """ "It is clear that" refers to nothing."""
    assert see("Greenpeace protested. It is clear that the firm lied.").of("It") is None


def test_they_are_the_nearest_subject(see: See) -> None:
    """A pronoun does not reach past a plural subject that means nothing the lexicon knows."""
    assert see("Farmers blocked roads. Widgets broke because they were old.").of("they") is None


def test_spokeswoman_is_not_he(see: See) -> None:
    """A pronoun agrees with the gender that a noun tells."""
    assert see("The spokeswoman denied it. He left.").of("He") is None


def test_speaker_is_the_subject_of_what_is_said(see: See) -> None:
    """In "X, who said he would" the pronoun is the one who says so, whoever leads the sentence."""
    text = "Ana Banda was declared the winner over Peter Moyo, who said he would challenge the result."
    assert see(text).label(" he") == "Peter Moyo"


def test_country_that_others_enter(see: See) -> None:
    """ "X said its brigade had arrived in the country" speaks of another country, the main one."""
    text = "A quake struck Guatemala. Many died in Guatemala. Mexico said its brigade had arrived in the country."
    assert see(text).label("country") == "Guatemala"


def test_first_names_tell_sex(see: See) -> None:
    """A pronoun goes past a person whose first name says that it means somebody else."""
    seen = see("Angela Ross met Kevin Doyle in Oslo. She left on Friday.")
    assert seen.label("She") == "Angela Ross"


def test_speakers_do_not_mean_themselves(see: See) -> None:
    """Who speaks in direct speech says "I": "he" is somebody else."""
    seen = see('The painter Mateo Silva lived here. "He loved the sea," Robert Lindqvist said.')
    assert seen.label("He") == "Mateo Silva"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen opened fire on worshippers who were leaving a church, killing five of them.",
        "Gunmen attacked worshippers near a church and killed five of them.",
    ],
)
def test_objects_are_not_their_own_subjects(see: See, text: str) -> None:
    """Whom the subject of a participle or of a second verb acts upon is not that subject."""
    assert see(text).label("them") == "worshippers"
