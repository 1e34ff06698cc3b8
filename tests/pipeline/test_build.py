from collections.abc import Iterable, Iterator

import pytest

from newsgraph.model.findings import Findings
from newsgraph.model.statements import Failure
from newsgraph.model.text import Document
from newsgraph.pipeline.arrange import arrange
from newsgraph.pipeline.workers import CHUNK, chunks, outcomes


class Picky:
    """Extracts nothing, and fails on the word "bad"."""

    model = "picky 1.0"

    def extract(self, documents: Iterable[Document]) -> Iterator[Findings]:
        """Empty findings."""
        for document in documents:
            if "bad" in document.text:
                raise ValueError("I do not like it")
            yield Findings(notes=(document.text,))


def test_one_failure() -> None:
    """A document that fails is told, and those of its batch are extracted all the same."""
    found = outcomes(Picky(), [Document("good"), Document("bad", id="b.txt"), Document("fine")])
    assert [type(outcome) for outcome in found] == [Findings, Failure, Findings]
    assert found[1] == Failure("b.txt", "cannot be analysed: I do not like it")


def test_wrong_program() -> None:
    """An error that only a wrong program makes is not taken for a bad document."""

    class Wrong(Picky):
        def extract(self, documents: Iterable[Document]) -> Iterator[Findings]:
            raise AttributeError("no such thing")

    with pytest.raises(AttributeError):
        outcomes(Wrong(), [Document("good")])


def test_chunks() -> None:
    """Chunks hold all documents in order."""
    documents = [Document(str(n)) for n in range(2 * CHUNK + 1)]
    assert [d for chunk in chunks(documents) for d in chunk] == documents


def test_order() -> None:
    """Documents stand by date, those without a date last."""
    texts = [
        d.text for d in arrange([Document("c"), Document("b", date="2022-02-01"), Document("a", date="2021-01-01")])
    ]
    assert texts == ["a", "b", "c"]


def test_repetition() -> None:
    """A document that comes twice, under whatever name, is one."""
    assert len(arrange([Document("a", id="1"), Document("a", id="2")])) == 1
    assert arrange([Document("a", id="2"), Document("a", id="1")])[0].id == "1"


def test_another_source() -> None:
    """The same text from another publisher is another document."""
    assert len(arrange([Document("a", publisher="x"), Document("a", publisher="y")])) == 2


def test_half_characters() -> None:
    """Half characters give way one to one, so that places in the text stay."""
    (document,) = arrange([Document("a\ud800b", title="\udfff")])
    assert (document.text, document.title) == ("a\ufffdb", "\ufffd")
