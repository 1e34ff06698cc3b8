import json
import shutil
from pathlib import Path

import pytest

from newsgraph.model.text import Document
from newsgraph.reading import Note, Unreadable, read
from newsgraph.reading.limits import MAX_BYTES, MAX_CHARACTERS


def texts(*inputs: Path) -> list[str]:
    """The texts that the inputs give."""
    return [found.text for found in read(inputs) if isinstance(found, Document)]


def problems(*inputs: Path) -> list[str]:
    """What is wrong with the inputs, each problem after the name of its source."""
    return [f"{Path(found.source).name}: {found.problem}" for found in read(inputs) if isinstance(found, Unreadable)]


def put(path: Path, text: str | bytes) -> Path:
    """Writes a file with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_sidecar(tmp_path: Path) -> None:
    """The file of the same name that ends in .json says where a text comes from."""
    story = put(tmp_path / "story.txt", "Rain fell.")
    put(tmp_path / "story.json", '{"date": "2022-01-06", "publisher": "Gazette", "desk": "weather"}')
    (found,) = read([story])
    assert found == Document(
        text="Rain fell.", id="story", date="2022-01-06", publisher="Gazette", extra=(("desk", "weather"),)
    )


def test_no_sidecar(tmp_path: Path) -> None:
    """Without a sidecar the user's own words are all that is known."""
    (found,) = read([put(tmp_path / "story.txt", "Rain fell.")], publisher="Gazette", url="https://example.org/1")
    assert found == Document(text="Rain fell.", id="story", publisher="Gazette", url="https://example.org/1")


def test_folder(tmp_path: Path) -> None:
    """A folder is searched to its depth in sorted order; sidecars, hidden files and others are passed over."""
    for name in ("b/two.txt", "a.txt", "b/one.txt", ".hidden.txt", ".git/x.txt", "picture.png"):
        put(tmp_path / name, name)
    put(tmp_path / "a.json", "{}")
    assert texts(tmp_path) == ["a.txt", "b/one.txt", "b/two.txt"]


def test_shell_star(tmp_path: Path) -> None:
    """A sidecar named beside its text is no input of its own."""
    inputs = [put(tmp_path / "a.json", '{"title": "A"}'), put(tmp_path / "a.txt", "Rain fell.")]
    assert len(texts(*inputs)) == 1
    assert problems(*inputs) == []


def test_json_document(tmp_path: Path) -> None:
    """A .json file without a text beside it is one article."""
    assert texts(put(tmp_path / "a.json", '{"text": "Rain fell."}')) == ["Rain fell."]


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without articles is said to be so."""
    assert "holds no article" in problems(tmp_path)[0]


def test_json_lines(tmp_path: Path) -> None:
    """Each line is an article; a broken one is named by its number, and the rest goes on."""
    lines = ['{"id": "1", "text": "Rain."}', "", '{"text": ', "[]", '{"title": "no text"}', '{"text": "Sun."}']
    path = put(tmp_path / "feed.jsonl", "\r\n".join(lines))
    assert texts(path) == ["Rain.", "Sun."]
    assert [p.split(": ")[0] for p in problems(path)] == ["feed.jsonl line 3", "feed.jsonl line 4", "feed.jsonl line 5"]


def test_broken_encoding_in_json_lines(tmp_path: Path) -> None:
    """One line that is no UTF-8 does not spoil the next."""
    path = put(tmp_path / "feed.jsonl", b'{"text": "\x81\x8d\x90\xff\xfe"}\n{"text": "Sun."}\n')
    assert texts(path)[-1] == "Sun."


def test_long_json_line(tmp_path: Path) -> None:
    """A line that is too long is refused, and the next is read."""
    path = put(tmp_path / "feed.jsonl", json.dumps({"text": "x" * MAX_BYTES}) + '\n{"text": "Sun."}\n')
    assert texts(path) == ["Sun."]
    assert "longer than" in problems(path)[0]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", "", "is empty"),
        ("a.txt", "  \n\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"GIF89a\x00\x01", "is binary"),
        ("a.txt", "x" * (MAX_CHARACTERS + 1), "longer than"),
        ("a.html", "<p>Rain</p>", "markup"),
        ("a.json", '["text"]', "not a JSON object"),
        ("a.json", "[" * 100_000, "not JSON"),
    ],
)
def test_unreadable(tmp_path: Path, name: str, content: str | bytes, problem: str) -> None:
    """What cannot be read is a value that says why, and the next input is read."""
    bad, good = put(tmp_path / name, content), put(tmp_path / "good.txt", "Rain fell.")
    assert problem in problems(bad, good)[0]
    assert texts(bad, good) == ["Rain fell."]


def test_missing(tmp_path: Path) -> None:
    """A file that does not exist is said to be missing."""
    assert problems(tmp_path / "none.txt") == ["none.txt: does not exist"]


def test_broken_sidecar(tmp_path: Path) -> None:
    """A text is not read under a sidecar that cannot be: it would be told of the wrong day and the wrong publisher."""
    put(tmp_path / "story.json", "{date: 2022}")
    assert "story.json: is not JSON" in problems(put(tmp_path / "story.txt", "Rain fell."))[0]


def test_notes(tmp_path: Path) -> None:
    """Remarks on what was read all the same reach the caller."""
    notes: list[Note] = []
    found = list(read([put(tmp_path / "a.txt", "Zürich".encode("cp1252"))], on_note=notes.append))
    assert len(found) == 1
    assert "Windows-1252" in notes[0].text


def test_place_does_not_matter(tmp_path: Path) -> None:
    """The same files in another folder are the same documents: nothing of the machine enters them."""
    put(tmp_path / "here" / "a.txt", "Rain fell.")
    shutil.copytree(tmp_path / "here", tmp_path / "there" / "deep")
    assert list(read([tmp_path / "here"])) == list(read([tmp_path / "there"]))
