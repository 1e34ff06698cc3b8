"""`newsgraph report`."""

from pathlib import Path

from cli.program import call, run


def written(*arguments: str | Path) -> str:
    """What a run prints."""
    outcome = call("report", *arguments)
    assert outcome.code == 0, outcome.err
    return outcome.out


def test_file(graph: Path, tmp_path: Path) -> None:
    """A report is written to a file, and its size said."""
    place = tmp_path / "report.html"
    outcome = call("report", graph, "-o", place, "--title", "Troops & more")
    assert (outcome.code, outcome.out) == (0, "")
    text = place.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "Troops &amp; more</title>" in text
    assert "Russia sends 2,000 soldiers to Kazakhstan" in text
    assert f"{len(text.encode()):,} bytes" in outcome.err


def test_same_bytes(graph: Path) -> None:
    """The same graph gives the same bytes, in another process too."""
    outcome = run("report", graph)
    assert "</html>" in outcome.out
    assert outcome.out == written(graph)


def test_standard_input(graph: Path) -> None:
    """A graph comes from standard input too."""
    assert run("report", "-", stdin=graph.read_bytes()).out == written(graph)


def test_store(story: Path, graph: Path, tmp_path: Path) -> None:
    """A store is reported on as its file is, again as the first time, and is not changed by it."""
    store, file = tmp_path / "archive", tmp_path / "archive.nq"
    assert run("add", store, story).code == 0
    first = written(store)
    assert call("export", store, "-o", file).code == 0
    assert "Russia sends 2,000 soldiers to Kazakhstan" in first
    assert first == written(store) == written(file)


def test_control_characters(graph: Path) -> None:
    """What would command a terminal in the text of an article does not reach it."""
    text = written(graph)
    assert "\x1b" not in text
    assert "Troops [31m sent" in text


def test_limit(graph: Path) -> None:
    """There is at least one event to be told."""
    assert call("report", graph, "--events", "0").code == 2
    assert "</html>" in written(graph, "--events", "1")


def test_folder(graph: Path, tmp_path: Path) -> None:
    """A report is not written in the place of a folder, and one in a folder that is not there is refused."""
    assert "is a folder" in call("report", graph, "-o", tmp_path).err
    outcome = call("report", graph, "-o", tmp_path / "none" / "report.html")
    assert outcome.code == 2
    assert "does not exist" in outcome.err


def test_no_graph(tmp_path: Path) -> None:
    """Where the graph cannot be read, what stood in the file before still stands there."""
    place, broken = tmp_path / "report.html", tmp_path / "broken.ttl"
    place.write_text("before")
    broken.write_text("this is no Turtle")
    outcome = call("report", broken, "-o", place)
    assert outcome.code == 2
    assert "broken.ttl" in outcome.err
    assert place.read_text() == "before"
