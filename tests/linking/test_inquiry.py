"""Manners: what is kept is not asked for again, nobody is hurried, and enough is enough."""

import json
from pathlib import Path

import pytest

from linking.server import Script
from newsgraph.errors import EndpointError, InputError
from newsgraph.linking import Manners
from newsgraph.linking.answer_file import AnswerFile
from newsgraph.linking.inquiry import Inquiry
from newsgraph.linking.patience import Patience
from newsgraph.linking.tables import table
from newsgraph.model.answers import Answer, Table

SUN = "PREFIX : <https://example.org/> SELECT ?x WHERE { ?x :label 'sun' }"
WHEN = "2030-05-01T12:00:00Z"


def inquiry(server: Script, path: Path | None = None, pauses: list[float] | None = None, **manner: object) -> Inquiry:
    """An inquiry to the server; it never waits, and notes down how long it would have."""
    sleep = (pauses if pauses is not None else []).append
    made = Inquiry(server.url, AnswerFile.open(path), lambda: WHEN, "newsgraph/test", **manner)  # type: ignore[arg-type]
    made.patience, made.clock = Patience(4, 1.0, 300.0, sleep), lambda: 0.0
    return made


def rows(answer: Answer) -> int:
    """How many rows there are; a ValueError where there are none."""
    assert isinstance(answer, Table)
    if not answer.rows:
        raise ValueError("no rows")
    return len(answer.rows)


def test_asks_once(server: Script, tmp_path: Path) -> None:
    """What the file holds is not asked for again, by a later run either."""
    for _ in range(2):
        assert inquiry(server, tmp_path / "answers.jsonl").ask(SUN, rows) == (1, WHEN)
    assert len(server.methods) == 1


def test_file_is_plain(server: Script, tmp_path: Path) -> None:
    """The file has a line of JSON for each answer, with its date."""
    inquiry(server, tmp_path / "answers.jsonl").ask(SUN, rows)
    (line,) = (tmp_path / "answers.jsonl").read_text().splitlines()
    kept = json.loads(line)
    assert (kept["url"], kept["query"], kept["asked"]) == (server.url, SUN, WHEN)
    assert "sun" in kept["query"] and kept["body"].startswith("{")


def test_offline(server: Script, tmp_path: Path) -> None:
    """Offline, what is kept is answered, and what is not is an error that says what to do; nobody is asked."""
    inquiry(server, tmp_path / "a.jsonl").ask(SUN, rows)
    away = inquiry(server, tmp_path / "a.jsonl", offline=True)
    assert away.ask(SUN, rows) == (1, WHEN)
    with pytest.raises(EndpointError, match="without --offline"):
        away.ask(SUN + " #", rows)
    assert len(server.methods) == 1


def test_nonsense_is_not_kept(server: Script, tmp_path: Path) -> None:
    """An answer that cannot be one is asked for again, and only the good one is kept."""
    server.replies += [(200, {"Content-Type": "application/sparql-results+json"}, b"{}")]
    assert inquiry(server, tmp_path / "a.jsonl").ask(SUN, rows) == (1, WHEN)
    assert len((tmp_path / "a.jsonl").read_text().splitlines()) == 1


def test_cut_last_line(server: Script, tmp_path: Path) -> None:
    """A last line that a killed process left half-written is put right."""
    path = tmp_path / "a.jsonl"
    inquiry(server, path).ask(SUN, rows)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2])
    inquiry(server, path).ask(SUN + " #", rows)
    lines = path.read_text().splitlines()
    assert [json.loads(line)["query"] for line in lines] == [SUN, SUN + " #"]


def test_damaged_line(tmp_path: Path) -> None:
    """A line in the midst that is no answer is named."""
    (tmp_path / "a.jsonl").write_text("{}\n")
    with pytest.raises(InputError, match="line 1"):
        AnswerFile.open(tmp_path / "a.jsonl")


def test_rate(server: Script) -> None:
    """Requests keep their distance."""
    pauses: list[float] = []
    slow = inquiry(server, pauses=pauses, rate=0.5)
    for number in range(3):
        slow.ask(f"{SUN} # {number}", rows)
    assert pauses == [2.0, 2.0]


def test_budget(server: Script) -> None:
    """When enough has been asked, that is said; what is kept costs nothing."""
    small = inquiry(server, budget=1)
    small.ask(SUN, rows)
    small.ask(SUN, rows)
    with pytest.raises(EndpointError, match="--budget"):
        small.ask(SUN + " #", rows)


def test_retry_after(server: Script) -> None:
    """A server that says when to come back is obeyed, in seconds or by the clock."""
    server.replies += [(429, {"Retry-After": "7"}, b""), (503, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, b"")]
    pauses: list[float] = []
    inquiry(server, pauses=pauses, rate=1e9).ask(SUN, rows)
    assert [round(pause) for pause in pauses if pause > 1e-6] == [7]
    assert len(server.methods) == 3


def test_agent(server: Script) -> None:
    """The server is told who asks."""
    inquiry(server).ask(SUN, rows)
    assert server.headers[0]["User-Agent"] == "newsgraph/test"


def test_pages(server: Script) -> None:
    """A table comes page by page, each row once."""
    found, _ = table(inquiry(server), "PREFIX : <https://example.org/>\n", "?y", "?x :label ?y", page=1)
    assert len(found) == len(set(found)) == 4
    assert len(server.methods) == 4


def test_manners_name_an_address(tmp_path: Path) -> None:
    """What is no web address is refused before anything is asked."""
    with pytest.raises(EndpointError, match="no web address"):
        Manners().inquiry("ftp://example.org/", agent="", now=lambda: "")
