"""The commands that keep a store."""

import json
from pathlib import Path

import pytest

from cli.memory import Interrupted, Machine, lines
from cli.program import Outcome, call, run
from newsgraph.storage import Archive
from storage.keeping import THEMES, digest

FIRST, LATER = THEMES[0][:3], THEMES[0][3:6]
BASE = "https://w3id.org/newsgraph/data/"


@pytest.fixture(autouse=True)
def by_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text is read anew."""
    monkeypatch.setattr("newsgraph.compose.make_extractor", Machine)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with some stories."""
    outcome = call("add", tmp_path / "store", lines(tmp_path / "first.jsonl", FIRST))
    assert outcome.code == 0, outcome.err
    return tmp_path / "store"


@pytest.fixture
def graph(tmp_path: Path, store: Path) -> Path:
    """The graph of the same stories in a file."""
    outcome = call("build", tmp_path / "first.jsonl", "-o", tmp_path / "first.nq")
    assert outcome.code == 0, outcome.err
    return tmp_path / "first.nq"


def exported(store: Path) -> str:
    """What `export` prints."""
    outcome = call("export", store, "--format", "nquads")
    assert outcome.code == 0, outcome.err
    return outcome.out


def test_add(tmp_path: Path, store: Path, graph: Path) -> None:
    """What is added is what `build` makes, and is said; what is there already is passed over."""
    assert exported(store) == graph.read_text(encoding="utf-8")
    again = call("add", store, tmp_path / "first.jsonl", lines(tmp_path / "more.jsonl", LATER[:1]))
    assert again.code == 0
    assert "read by memory 1.0" in again.err
    assert "1 article added, 3 already there; " in again.err


def test_add_what_fails(tmp_path: Path, store: Path) -> None:
    """Inputs that fail cost exit code 1, and 2 where nothing else is there; the others come in."""
    bad = tmp_path / "bad.txt"
    bad.write_text("Nobody knows this.")
    good = lines(tmp_path / "good.jsonl", LATER[:1])
    assert call("add", store, bad, good).code == 1
    alone = call("add", store, bad)
    assert (alone.code, "failed: " in alone.err) == (2, True)
    assert call("add", store, tmp_path / "none.txt").code == 2
    assert [deed["what"] for deed in json.loads(call("history", store, "--format", "json").out)] == ["add", "add"]


def test_add_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who interrupts is told how many articles are in, and the same command goes on."""
    monkeypatch.setattr("newsgraph.pipeline.keeping.BATCH", 2)
    stories = sorted((*FIRST, *LATER), key=lambda story: (story.document.date, digest(story)))
    monkeypatch.setattr(Interrupted, "at", stories[3].document.text)
    monkeypatch.setattr("newsgraph.compose.make_extractor", Interrupted)
    path = lines(tmp_path / "all.jsonl", stories)
    outcome = call("add", tmp_path / "store", path)
    assert (outcome.code, outcome.out) == (1, "")
    assert f"stopped: 2 articles are in {tmp_path / 'store'}; the same command goes on" in outcome.err
    monkeypatch.setattr("newsgraph.compose.make_extractor", Machine)
    assert "4 articles added, 2 already there" in call("add", tmp_path / "store", path).err


def test_base(tmp_path: Path, store: Path) -> None:
    """A new store takes a base; another one than its own is refused with exit code 2, and none need be given."""
    more = lines(tmp_path / "more.jsonl", LATER)
    outcome = call("add", store, more, "--base", "https://example.org/")
    assert (outcome.code, f"has the base {BASE}" in outcome.err) == (2, True)
    assert call("add", tmp_path / "own", more, "--base", "https://example.org/").code == 0
    assert call("add", tmp_path / "own", tmp_path / "first.jsonl").code == 0
    assert BASE not in exported(tmp_path / "own")


def test_in_use(tmp_path: Path, store: Path) -> None:
    """While one process writes, a second one leaves with exit code 2 and a clear line."""
    more = lines(tmp_path / "more.jsonl", LATER)
    with Archive.write(store):
        outcome = call("remove", store, digest(FIRST[0]))
        added = call("add", store, more)
    for one in (outcome, added):
        assert one.code == 2
        assert "is in use: process " in one.err
        assert one.err.count("\n") == 1


def test_remove(store: Path) -> None:
    """An article is taken out by its IRI or its digest, with what it alone told; that is printed."""
    outcome = call("remove", store, f"{BASE}article/{digest(FIRST[0])}", digest(FIRST[1]))
    assert outcome.code == 0, outcome.err
    assert "because" in outcome.out
    assert digest(FIRST[0]) not in exported(store)
    assert digest(FIRST[2]) in exported(store)
    last = call("remove", store, digest(FIRST[2]))
    assert "gone" in last.out
    assert "no article tells of it any more" in " ".join(last.out.split())
    assert exported(store) == ""


def test_remove_what_is_not_there(store: Path) -> None:
    """What is no article of the store is refused, and then nothing is removed."""
    before = exported(store)
    outcome = call("remove", store, digest(FIRST[0]), "0" * 20)
    assert (outcome.code, "is no article of" in outcome.err) == (2, True)
    assert exported(store) == before


def test_replace(tmp_path: Path, store: Path) -> None:
    """A correction takes the place of an article; the store is as if only the correction had ever been there."""
    corrected = lines(tmp_path / "corrected.jsonl", LATER[:1])
    outcome = call("replace", store, digest(FIRST[0]), corrected)
    assert outcome.code == 0, outcome.err
    whole = call("build", lines(tmp_path / "whole.jsonl", [*FIRST[1:], LATER[0]]), "--format", "nquads")
    assert exported(store) == whole.out


def test_replace_by_what_cannot_be_read(tmp_path: Path, store: Path) -> None:
    """Where the correction cannot be read nothing changes."""
    before = exported(store)
    (tmp_path / "bad.txt").write_text("Nobody knows this.")
    assert call("replace", store, digest(FIRST[0]), tmp_path / "bad.txt").code == 2
    assert call("replace", store, digest(FIRST[0]), tmp_path / "none.txt").code == 2
    assert exported(store) == before


def test_history(store: Path) -> None:
    """The history tells deeds, articles and facts as tables, and all of it as JSON."""
    call("remove", store, digest(FIRST[0]), digest(FIRST[1]), digest(FIRST[2]))
    table = call("history", store).out
    assert "remove" in table
    assert digest(FIRST[0]) in table
    assert "gone" in table
    deeds = json.loads(call("history", store, "--format", "json").out)
    assert [deed["what"] for deed in deeds] == ["add", "remove"]
    assert {effect["remains"] for effect in deeds[1]["effects"]} == {False}
    assert set(deeds[0]) == {"number", "when", "what", "articles", "effects"}


def test_export(tmp_path: Path, store: Path, graph: Path) -> None:
    """A store is written in any format, to a file or to standard output, as `build` writes it, layer by layer too."""
    for name in ("a.nq", "a.nt", "a.ttl", "a.jsonld"):
        assert call("export", store, "-o", tmp_path / name, "--layers", "facts").code == 0
        assert call("build", tmp_path / "first.jsonl", "-o", tmp_path / f"b-{name}", "--layers", "facts").code == 0
        assert (tmp_path / name).read_bytes() == (tmp_path / f"b-{name}").read_bytes() != b""
    assert call("export", store, "--format", "trig").out.startswith("@prefix")


def same(command: str, store: Path, graph: Path, *more: str) -> Outcome:
    """What a command says of a store, which is what it says of the same graph in a file."""
    of_store, of_file = (call(command, path, *more) for path in (store, graph))
    assert of_store == of_file
    return of_store


def test_asked_like_a_graph(store: Path, graph: Path) -> None:
    """query, stats, explain and validate take a store wherever they take a graph, with the same answers."""
    assert "bombing" in same("query", store, graph, "attacks").out.lower()
    assert same("query", store, graph, "SELECT (COUNT(*) AS ?n) { ?e a/rdfs:subClassOf* ng:Event }").code == 0
    assert json.loads(same("stats", store, graph, "--format", "json").out)["statuses"]
    assert "Bombing" in same("explain", store, graph, "Kabul").out
    assert same("validate", store, graph, "--no-reasoner").code == 0


def test_asked_together(tmp_path: Path, store: Path, graph: Path) -> None:
    """Stores and files are read together as one graph, and may be asked with a limit of time."""
    call("add", tmp_path / "other", lines(tmp_path / "more.jsonl", LATER))
    count = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a schema:NewsArticle }"
    for paths, number in (
        ([store, tmp_path / "other"], "6"),
        ([graph, store], "3"),
        ([tmp_path / "other", graph], "6"),
    ):
        outcome = call("query", *paths, count, "--format", "csv", "--timeout", "60")
        assert outcome.out.split() == ["n", number], outcome.err


def test_store_is_let_go(tmp_path: Path, store: Path) -> None:
    """A command that has asked a store lets go of it."""
    call("query", store, "attacks")
    assert call("add", store, lines(tmp_path / "more.jsonl", LATER)).code == 0


@pytest.mark.parametrize("command", ["history", "export", "stats", "judge"])
def test_no_store(tmp_path: Path, command: str) -> None:
    """A folder that is no store is refused in one line."""
    outcome = call(command, tmp_path)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "is no store of newsgraph" in outcome.err


def test_judge(tmp_path: Path, store: Path) -> None:
    """What `judge` prints can be edited and fed back; `build` takes the same file, and gives the same bytes."""
    with Archive.read(store) as archive:
        sql = "SELECT min(name), max(name) FROM event GROUP BY home HAVING min(name) < max(name) ORDER BY 1"
        left, right = archive.index.all(sql)[0]
    printed = call("judge", store)
    assert printed.out.startswith("# ")
    path = tmp_path / "judgements.tsv"
    path.write_text(f"{printed.out}{left}\t{right}\tnegative\tann\ttwo streets\n", encoding="utf-8")
    judged = call("judge", store, path)
    assert (judged.code, "1 judgement in force" in judged.err) == (0, True)
    assert f"{left}\t{right}\tnegative\tann\ttwo streets\n" in call("judge", store).out
    built = call("build", tmp_path / "first.jsonl", "--judgements", path, "--format", "nquads")
    assert '"two streets"' in built.out
    assert exported(store) == built.out
    path.write_text("", encoding="utf-8")
    assert call("judge", store, path).code == 0
    assert '"two streets"' not in exported(store)


def test_judged_graph_is_sound(tmp_path: Path, store: Path) -> None:
    """A graph with judgements of people is valid."""
    with Archive.read(store) as archive:
        names = archive.index.column("SELECT DISTINCT name FROM entity ORDER BY name")
    rows = [(names[0], names[1], "positive"), (names[2], "http://example.org/x", "positive")]
    rows += [(names[3], "http://example.org/y", "negative"), (names[0], names[4], "unsure")]
    (tmp_path / "judgements.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    assert call("judge", store, tmp_path / "judgements.tsv").code == 0
    outcome = call("validate", store, "--no-reasoner")
    assert outcome.code == 0, outcome.out


def test_wrong_judgements(tmp_path: Path, store: Path) -> None:
    """Judgements that contradict each other, or that are none, are refused, and nothing changes."""
    before = exported(store)
    for rows in (
        f"{BASE}entity/a\t{BASE}entity/b\tpositive\n{BASE}entity/b\t{BASE}entity/a\tnegative\n",
        "a\tb\tperhaps\n",
    ):
        (tmp_path / "judgements.tsv").write_text(rows)
        assert call("judge", store, tmp_path / "judgements.tsv").code == 2
    assert exported(store) == before


def test_real_program(story: Path, tmp_path: Path) -> None:
    """The program itself, with its language pipeline, keeps a store that is what it builds."""
    outcome = run("add", tmp_path / "store", story)
    assert outcome.code == 0, outcome.err
    assert run("build", story, "-o", tmp_path / "news.nq").code == 0
    assert run("export", tmp_path / "store", "-o", tmp_path / "store.nq").code == 0
    assert (tmp_path / "store.nq").read_bytes() == (tmp_path / "news.nq").read_bytes() != b""
