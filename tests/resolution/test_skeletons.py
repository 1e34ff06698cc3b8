import pytest

from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, read
from newsgraph.resolution.person_names import person_name
from newsgraph.resolution.skeletons import person_key, shortened, skeleton, variants

TABLE = read([folder("ontology") / "lexicon" / "spellings.ttl"])
EXAMPLES = [names for node in TABLE for example in node.all(LEX + "example") for names in example.split("; ")]


@pytest.mark.parametrize("names", EXAMPLES)
def test_examples(names: str) -> None:
    """The examples of every rule are spellings of one name."""
    spellings = names.split(", ")
    assert len(set(spellings)) > 1
    assert len({skeleton(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        "Tokayev Tokaev Tokajew",
        "Zelensky Zelenskyy Zelenskiy Zelenskyj Zelenski",
        "Gaddafi Qaddafi Gadhafi Kadafi Qadhafi Khadafy",
        "Mohammed Muhammad Mohamed Mohammad",
        "Nazarbayev Nazarbaev Nazarbajew",
        "Yeltsin Eltsin Jeltsin",
        "Sergei Sergey Sergej",
        "Yulia Julia Yuliya Iulia Julija",
        "Hussein Husain Hossein Hussain",
        "Osama Usama",
        "Alexei Aleksey Alexey",
        "Yevgeny Evgeny Evgenii Jewgeni",
        "Fyodor Fedor",
        "Müller Mueller Muller",
        "Wałęsa Walesa",
        "Sarkozy Sárközy",
        "al-Assad el-Assad Assad",
        "O'Neill O’Neill ONeill",
        "Kramp-Karrenbauer Krampkarrenbauer",
    ],
)
def test_spellings(spellings: str) -> None:
    """The spellings of one name share a key."""
    keys = {skeleton(word) for word in spellings.split()}
    assert len(keys) == 1
    assert keys != {""}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Martin", "Marin"),
        ("Hansen", "Hanson"),
        ("Nikol", "Nikola"),
        ("Maria", "Mario"),
        ("Zhang", "Yang"),
        ("Mohammed", "Mahmoud"),
        ("Michael", "Michel"),
        ("Daniel", "Daniela"),
        ("Petrov", "Petrova"),
        ("Johnson", "Johnston"),
        ("Ali", "Eli"),
        ("Ivan Petrov", "Igor Petrov"),
        ("George W. Bush", "George H. W. Bush"),
        ("Foday Bangura", "Foday Bangura Jr"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Charles II", "Charles III"),
    ],
)
def test_different_names(one: str, other: str) -> None:
    """Names that are not spellings of one name have keys of their own."""
    assert skeleton(one) != skeleton(other)
    assert not variants(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kassym-Jomart Kemeluly Tokayev", "Kassym-Jomart Tokayev"),
        ("Kasym-Zhomart Tokaev", "Kassym Jomart Tokayev"),
        ("Abdel Fattah el-Sisi", "Abdul-Fattah al-Sisi"),
        ("Abdelaziz Bouteflika", "Abd al-Aziz Bouteflika"),
        ("Osama bin Laden", "Usama Bin Laden"),
        ("Muhammad Al Harithi", "Mohamed al-Harithi"),
        ("J.D. Vance", "JD Vance"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Joe Biden", "Joseph Biden"),
        ("Donald Trump, Jr.", "Donald Trump Jr"),
        ("Foday Bangura Sr", "Foday Bangura"),
        ("Jane Roe, M.D.", "Jane Roe"),
    ],
)
def test_persons(one: str, other: str) -> None:
    """Further names, particles, hyphens and degrees do not part the spellings of a full name."""
    assert skeleton(one) == skeleton(other)
    assert variants(one, other)


def test_initials() -> None:
    """An initial may be left out or written in full, but another one is another person."""
    assert person_key("John F. Kennedy") == person_key("John Kennedy")
    assert variants("John F. Kennedy", "John Fitzgerald Kennedy")
    assert not variants("John F. Kennedy", "John G. Kennedy")


def test_double_first_names() -> None:
    """First names that differ in their second half are names of two."""
    assert variants("Jean-Claude Duvalier", "Jean Claude Duvalier")
    assert not variants("Jean-Claude Duvalier", "Jean-Marie Duvalier")


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Tokayev", "tokayev"),
        ("bin Laden", "laden"),
        ("Ursula von der Leyen", "leyen"),
        ("Bashar al-Assad", "assad"),
        ("Annegret Kramp-Karrenbauer", "krampkarrenbauer"),
        ("Xi Jinping", "xi"),
        ("Moon Jae-in", "moon"),
        ("Kim Novak", "novak"),
        ("Al Gore", "gore"),
        ("Martin King Jr.", "king jr"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    """The surname stands last but for the family names that stand first, and keeps the mark of the son."""
    assert person_name(name).surname == surname


@pytest.mark.parametrize("name", ["al-Assad", "Bin Laden", "Kramp-Karrenbauer", "O'Neill", "Xi", "Al"])
def test_surname_alone(name: str) -> None:
    """A surname with a particle, an article or a hyphen is no full name."""
    assert person_name(name).given == ""
    assert person_name(name).last != ""


@pytest.mark.parametrize("name", ["", "-", "…", "'"])
def test_no_name(name: str) -> None:
    """What has no letters has an empty key."""
    assert skeleton(name) == ""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("V. Putin", "Vladimir Putin", True),
        ("Suu Kyi", "Aung San Suu Kyi", True),
        ("Lula da Silva", "Luiz Inácio Lula da Silva", True),
        ("Igor Putin", "Vladimir Putin", False),
        ("V. Putin", "Vladimir Petrov", False),
        ("Putin", "Vladimir Putin", False),
        ("J. Roe", "Jane Roe Jr", False),
    ],
)
def test_shortened(one: str, other: str, expected: bool) -> None:
    """A full name may lose its first words, or all but a letter of the first name, and no more."""
    assert shortened(one, other) is expected
    assert shortened(other, one) is expected
