from collections.abc import Callable

import pytest

See = Callable[[str], object]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Emil Novak died on Monday. His son, Emil Novak Jr, is a minister.", "Emil Novak", "Emil Novak Jr"),
        ("Emil Novak Sr met Emil Novak Jr in Oslo.", "Emil Novak Sr", "Emil Novak Jr"),
        ("Emil Novak Jr left. His father, Emil Novak, stayed.", "Emil Novak Jr", "Emil Novak,"),
        ("Emil Novak III, the grandson of Emil Novak, left.", "Emil Novak III", "Emil Novak,"),
    ],
)
def test_fathers_and_sons(see: See, text: str, one: str, other: str) -> None:
    """Two persons who are told apart by a mark behind the name are two."""
    seen = see(text)
    first, second = seen.of(one), seen.of(other.rstrip(","), other.endswith(","))
    assert (first.type, second.type) == ("Person", "Person")
    assert first != second


def test_son_by_his_surname(see: See) -> None:
    """Where there is only the son, his surname alone means him."""
    seen = see("Emil Novak Jr visited Oslo. Novak met the king.")
    assert seen.label("Novak", 1) == "Emil Novak Jr"


def test_son_without_his_mark(see: See) -> None:
    """Where nothing speaks of a father, the plain name that comes later is that of the son."""
    seen = see("Emil Novak Jr. was hurt in Oslo. Emil Novak left hospital later.")
    assert seen.label("Emil Novak", 1) == "Emil Novak Jr."


def test_surname_of_both(see: See) -> None:
    """Of father and son the surname alone means the one named first."""
    seen = see("Emil Novak died on Monday. His son, Emil Novak Jr, is a minister. Novak was 84.")
    assert seen.label("Novak", 2) == "Emil Novak"


def test_mark_behind_a_comma(see: See) -> None:
    """The mark is a part of the name, a degree is not, with a comma or without."""
    assert see("Emil Novak, Jr., opened the clinic.").label("Emil Novak, Jr.") == "Emil Novak Jr."
