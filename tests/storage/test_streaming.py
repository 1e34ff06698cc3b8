from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.storage import Archive, Graph
from newsgraph.storage.sorting import in_order
from storage.keeping import THEMES, add


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with some stories."""
    path = tmp_path_factory.mktemp("stream") / "store"
    add(path, THEMES[0])
    return path


@given(st.lists(st.binary().map(lambda line: line.replace(b"\n", b"") + b"\n")), st.integers(1, 50))
def test_order(lines: list[bytes], run: int) -> None:
    """Lines come in the order of their bytes and each once, however few are held in memory."""
    assert list(in_order(lines, run=run)) == sorted(set(lines))


@pytest.mark.parametrize("format", ["nquads", "ntriples", "turtle", "trig", "jsonld", "rdfxml"])
@pytest.mark.parametrize("layers", [None, ["facts"], ["claims", "text"]])
def test_same_bytes(store: Path, tmp_path: Path, format: str, layers: list[str] | None) -> None:
    """What is written piece by piece is what is written at once, of a store and of a copy in memory."""
    with Archive.read(store) as archive:
        graph = Graph(archive.store())
        whole = graph.serialize(format, layers=layers)
        graph.save(tmp_path / "out", format, layers)
    assert len(whole) > 100
    assert (tmp_path / "out").read_text(encoding="utf-8") == whole
    assert Graph.load(store).serialize(format, layers=layers) == whole


def test_nothing_half_written(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be written to its end is not there; what stood there before stays."""

    def broken(*_: object) -> object:
        yield b"a line\n"
        raise OSError(28, "No space left on device")

    out = tmp_path / "out.nq"
    out.write_text("before")
    monkeypatch.setattr("newsgraph.storage.writing.stream", broken)
    with Archive.read(store) as archive, pytest.raises(Exception, match="No space left"):
        Graph(archive.store()).save(out)
    assert [path.name for path in tmp_path.iterdir()] == ["out.nq"]
    assert out.read_text() == "before"
