from newsgraph.reading.fields import Defaults, document


def test_input_wins() -> None:
    """What the input says wins over what the user says."""
    made, _ = document("Text.", {"date": "2022-01-06"}, Defaults(date="1999-01-01", publisher="Gazette"))
    assert (made.date, made.publisher) == ("2022-01-06", "Gazette")


def test_bad_date() -> None:
    """A date that is none is left out with a note, and the user's own stands in."""
    made, notes = document("Text.", {"date": "last Thursday"}, Defaults(date="2022-01-06"))
    assert made.date == "2022-01-06"
    assert "last Thursday" in notes[0]


def test_unknown_keys() -> None:
    """Unknown keys are kept as strings, nested values as JSON text."""
    made, notes = document("Text.", {"section": "World", "tags": ["war", "oil"], "length": 7}, Defaults())
    assert made.extra == (("length", "7"), ("section", "World"), ("tags", '["war", "oil"]'))
    assert notes == ()


def test_nested_publisher() -> None:
    """A publisher may be an object with a name, as in schema.org."""
    made, _ = document("Text.", {"publisher": {"@type": "Organization", "name": "Gazette"}}, Defaults())
    assert made.publisher == "Gazette"


def test_nulls() -> None:
    """Null and blank say nothing."""
    made, _ = document("Text.", {"title": None, "agency": " "}, Defaults())
    assert (made.title, made.agency) == (None, None)


def test_wrong_types() -> None:
    """Several publishers are one string of names, a number is its digits, and true or false says nothing."""
    said = {"publisher": ["dpa", {"name": "NAN"}, None], "title": 5, "url": False, "date": 20220106}
    made, notes = document("Text.", said, Defaults())
    assert (made.publisher, made.title, made.url, made.date) == ("dpa, NAN", "5", None, "2022-01-06")
    assert notes == ()


def test_one_line() -> None:
    """A title or a publisher becomes one line, since labels are made of it."""
    made, _ = document("Text.", {"title": "Troops\n  sent", "publisher": "The\tGazette"}, Defaults())
    assert (made.title, made.publisher) == ("Troops sent", "The Gazette")


def test_other_languages() -> None:
    """The user is told that a text in another language is not understood."""
    _, notes = document("Text.", {"language": "de"}, Defaults())
    assert "'de'" in notes[0]
