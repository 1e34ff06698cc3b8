from dataclasses import dataclass, make_dataclass
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.errors import InputError
from newsgraph.model.codec import pack, unpack
from newsgraph.model.findings import Entity, Figure, Findings, Mention, MentionKind, Target, TargetKind
from newsgraph.model.text import Document, Span

TROOPS = Entity("troops", "Group", (Mention(Span(3, 9), Span(3, 9), MentionKind.NOMINAL),), ("forces",), named=False)
FINDINGS = Findings((TROOPS,), figures=(Figure("Deaths", Target(TargetKind.ENTITY, 0), Span(0, 2), 8, 8.5),))


class Colour(Enum):
    """An enum of numbers."""

    RED = 1
    BLUE = 2


@dataclass(frozen=True, slots=True)
class Alone:
    """A single field."""

    colour: Colour | None


@dataclass(frozen=True, slots=True)
class Mixed:
    """Every kind of field that findings have none of."""

    either: Span | Alone | str
    pair: tuple[Colour, float]
    number: int | float | bool | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field that has no form."""

    names: list[str]


@settings(max_examples=50, deadline=None)
@given(st.from_type(Findings))
def test_findings(value: Findings) -> None:
    """Findings come back as they were, numbers with their type, even those that equal nothing."""
    assert repr(unpack(Findings, pack(value))) == repr(value)


@settings(max_examples=50, deadline=None)
@given(st.from_type(Document))
def test_documents(value: Document) -> None:
    """Documents come back as they were."""
    assert unpack(Document, pack(value)) == value


@settings(max_examples=100, deadline=None)
@given(st.from_type(Mixed))
def test_unions_and_pairs(value: Mixed) -> None:
    """Unions, fixed tuples and enums of numbers come back as they were, numbers with their type."""
    found = unpack(Mixed, pack(value))
    assert repr(found.number) == repr(value.number) and repr(found.pair) == repr(value.pair)
    assert found.either == value.either


def test_same_bytes() -> None:
    """Equal values give equal bytes."""
    again = unpack(Findings, pack(FINDINGS))
    assert again is not FINDINGS and pack(again) == pack(FINDINGS)


def test_unpaired_surrogates() -> None:
    """Halves of a surrogate pair, which broken texts have, stay two characters."""
    value = Document("\ud83d\ude00 and \udcff")
    assert unpack(Document, pack(value)).text == "\ud83d\ude00 and \udcff"


def test_small() -> None:
    """The bytes of many like rows are far fewer than their words."""
    many = Findings(tuple(Entity("troops", "Group", (Mention(Span(n, n + 6), Span(n, n + 6), MentionKind.NAME),))
                          for n in range(500)))  # fmt: skip
    assert 0 < len(pack(many)) < len(repr(many)) / 10


@pytest.mark.parametrize("place", [0, 1, 20, -5, -1])
def test_changed_byte(place: int) -> None:
    """A changed byte is an error that names the class."""
    data = bytearray(pack(FINDINGS))
    data[place] ^= 0x11
    with pytest.raises(InputError, match=r"Findings.*damaged"):
        unpack(Findings, bytes(data))


@pytest.mark.parametrize("data", [b"", b"no", pack(FINDINGS)[:-1], pack(FINDINGS)[:20], pack(FINDINGS) + b"x"])
def test_too_few_or_too_many_bytes(data: bytes) -> None:
    """Bytes that were cut or went on are an error."""
    with pytest.raises(InputError, match="damaged"):
        unpack(Findings, data)


def test_another_class() -> None:
    """The bytes of one class are not read as another."""
    with pytest.raises(InputError, match="another version"):
        unpack(Document, pack(FINDINGS))


def test_another_shape() -> None:
    """A class that has a field more since refuses what it wrote before."""
    before = make_dataclass("Card", [("name", str)], frozen=True)
    after = make_dataclass("Card", [("name", str), ("day", str)], frozen=True)
    assert unpack(before, pack(before("a"))) == before("a")
    with pytest.raises(InputError, match="another version"):
        unpack(after, pack(before("a")))


def test_what_has_no_form() -> None:
    """A field of another kind, and a value that is no dataclass, are refused."""
    with pytest.raises(TypeError, match="list"):
        pack(Unknown(["a"]))
    with pytest.raises(TypeError, match="dataclass"):
        pack(Colour.RED)
