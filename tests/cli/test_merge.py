import json
import urllib.request
from pathlib import Path

import pytest

from cli.program import call
from storage.merging.builders import HEAD, KZ, OURS, write
from stores.servers import oxigraph


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A graph of ours and one of others."""
    theirs = 'wd:Q232 wdt:P31 wd:Q6256 ; rdfs:label "Kazakhstan"@en . wd:Q7747 owl:sameAs wd:Q649 .'
    return write(tmp_path, "ours.trig", OURS), write(tmp_path, "theirs.ttl", theirs)


def test_merge(files: tuple[Path, Path], tmp_path: Path) -> None:
    """The outcome is told in a line, what stays apart in others, and all of it in the report."""
    report = tmp_path / "report.json"
    done = call("merge", *files, "-o", tmp_path / "out.nq", "--report", report)
    assert (done.code, done.out) == (0, "")
    assert "1 things joined" in done.err and "left apart: two identifiers of wikidata: Q649 and Q7747" in done.err
    assert [one["stays"] for one in json.loads(report.read_text())["joined"]] == [KZ]


def test_merge_report_in_markdown(files: tuple[Path, Path], tmp_path: Path) -> None:
    """A report in Markdown has the links of a wrong chain, and what strangers wrote stays text."""
    hostile = write(tmp_path, "hostile.ttl", 'wd:Q232 rdfs:label "<script>[x](y)"@ru .')
    report = tmp_path / "report.md"
    call("merge", *files, hostile, "-o", tmp_path / "out.nq", "--report", report)
    text = report.read_text()
    assert "Linked by, the weakest first:" in text and "theirs\\.ttl" in text
    assert "<script>" not in text


def test_merge_fetches(files: tuple[Path, Path], tmp_path: Path) -> None:
    """Triples of an endpoint are fetched by a CONSTRUCT query, and traced to its address."""
    query = tmp_path / "countries.rq"
    query.write_text(
        "CONSTRUCT { ?c wdt:motto ?m } WHERE { ?c wdt:motto ?m }".replace("wdt:motto", "<http://example.org/motto>")
    )
    with oxigraph() as place:
        data = (HEAD + 'wd:Q232 :motto "x" .').encode()
        request = urllib.request.Request(
            f"{place.graphs}?default", data, {"Content-Type": "application/trig"}, method="POST"
        )
        urllib.request.urlopen(request, timeout=10).close()
        done = call("merge", files[0], "--construct", query, "--endpoint", place.query, "-o", tmp_path / "out.nq")
        assert done.code == 0, done.err
        text = (tmp_path / "out.nq").read_text()
        assert (
            f"wasDerivedFrom> <{place.query}>" in text and 'motto> "x" <https://w3id.org/newsgraph/data/source/' in text
        )


def test_merge_where_nobody_answers(files: tuple[Path, Path], tmp_path: Path) -> None:
    """An endpoint that does not answer is an error in one line, and nothing is written."""
    arguments = ("--construct", "CONSTRUCT WHERE { ?s ?p ?o }", "--endpoint", "http://127.0.0.1:9/sparql")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsgraph.linking.patience.time.sleep", lambda _: None)
        done = call("merge", files[0], *arguments, "-o", tmp_path / "out.nq")
    assert done.code == 2 and "cannot be reached" in done.err
    assert not (tmp_path / "out.nq").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "give something to merge"),
        (("x.ttl", "--endpoint", "http://localhost/"), "go together"),
        (("missing.ttl",), "does not exist"),
        (("x.ttl", "--report", "report.txt"), "neither Markdown nor JSON"),
    ],
)
def test_merge_used_wrongly(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    """Wrong use is told, with exit code 2."""
    done = call("merge", *arguments, "-o", tmp_path / "out.nq")
    assert (done.code, says in done.err) == (2, True)


def test_diff(files: tuple[Path, Path], tmp_path: Path) -> None:
    """Exit code 0 and nothing to say where two graphs tell the same, 1 where they do not."""
    same = call("diff", files[0], files[0])
    assert (same.code, same.out) == (0, "")
    other = call("diff", files[0], write(tmp_path, "other.trig", OURS.replace("ng:Reported", "ng:Asserted")))
    assert (other.code, "status: Reported -> Asserted" in other.out) == (1, True)


@pytest.mark.parametrize(("format", "begins"), [("json", "{"), ("patch", "TX .\n")])
def test_diff_formats(files: tuple[Path, Path], tmp_path: Path, format: str, begins: str) -> None:
    """A difference is given in JSON and as a patch too, with the same exit codes."""
    other = write(tmp_path, "other.trig", OURS.replace("ng:Reported", "ng:Asserted"))
    found = call("diff", files[0], other, "--format", format)
    assert (found.code, found.out.startswith(begins)) == (1, True)
    assert call("diff", files[0], files[0], "--format", format).code == 0


def test_diff_of_what_is_not_there(files: tuple[Path, Path]) -> None:
    """A graph that is missing is told, with exit code 2."""
    done = call("diff", files[0], "missing.nq")
    assert (done.code, "does not exist" in done.err) == (2, True)
