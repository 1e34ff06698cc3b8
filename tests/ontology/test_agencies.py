from newsgraph.ontology.agencies import agencies, credit_words
from newsgraph.ontology.names import exact_type


def test_names_of_one_agency() -> None:
    """An agency has one full name, however it signs."""
    assert {agencies()[name] for name in ("AFP", "Agence France-Presse", "Agence France Presse")} == {
        "Agence France-Presse"
    }


def test_full_names() -> None:
    """A full name stands for itself, so that it does not matter which name is looked up."""
    full = set(agencies().values())
    assert len(full) > 30 and all(agencies()[name] == name for name in full)


def test_no_other_bodies() -> None:
    """No name of an agency is listed as that of something else."""
    assert {exact_type(name) for name in agencies()} <= {"NewsAgency", None}


def test_credit_words() -> None:
    """Every kind of words of credits has some, in small letters."""
    words = credit_words()
    kinds = (words.beside, words.opening, words.citing)
    assert all(kinds) and all(one == one.casefold() for kind in kinds for one in kind)
