"""The commands with a store elsewhere."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from cli.memory import Machine, lines
from cli.program import call
from linking.server import Script
from newsgraph.compose import download, ledger
from newsgraph.errors import EndpointError
from newsgraph.linking.access import PASSWORD, TOKEN
from storage.keeping import digest
from stores.conftest import STORIES
from stores.holding import base, ours, parsed, theirs, updates
from stores.servers import Place


@pytest.fixture(autouse=True)
def by_heart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No text is read anew, and ledgers lie in a folder of the test's own."""
    monkeypatch.setattr("newsgraph.compose.make_extractor", Machine)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def who(place: Place) -> list[str]:
    """The options that say who one is."""
    return ["--user", place.user] if place.user else []


@pytest.mark.parametrize("protocol", ["update", "graph-store"])
def test_add(place: Place, tmp_path: Path, prefix: str, protocol: str) -> None:
    """News go to the store elsewhere, which then holds what the ledger exports; the second time, nothing goes."""
    url = place.update if protocol == "update" else place.graphs
    there = ["--store", url, "--protocol", protocol, *who(place), "--ledger", tmp_path / "ledger"]
    first = call("add", *there, "--base", prefix, lines(tmp_path / "first.jsonl", STORIES[:4]))
    assert first.code == 0, first.err
    assert f"triples sent to {url}, 0 taken out; ledger: {tmp_path / 'ledger'}" in first.err
    assert theirs(place, tmp_path / "ledger") == ours(tmp_path / "ledger") != set()
    again = call("add", *there, tmp_path / "first.jsonl", lines(tmp_path / "more.jsonl", STORIES[4:5]))
    assert "1 article added, 4 already there" in again.err
    assert theirs(place, tmp_path / "ledger") == ours(tmp_path / "ledger")
    assert "0 triples sent" in call("add", *there, tmp_path / "more.jsonl").err


def test_changes(place: Place, tmp_path: Path, prefix: str) -> None:
    """Articles that go, or are put right, and judgements reach the store elsewhere."""
    there = ["--store", place.update, *who(place), "--ledger", tmp_path / "ledger"]
    call("add", *there, "--base", prefix, lines(tmp_path / "first.jsonl", STORIES[:5]))
    sizes = [len(theirs(place, tmp_path / "ledger"))]
    gone = call("remove", *there, digest(STORIES[0]))
    assert gone.code == 0, gone.err
    assert theirs(place, tmp_path / "ledger") == ours(tmp_path / "ledger")
    sizes.append(len(theirs(place, tmp_path / "ledger")))
    better = call("replace", *there, digest(STORIES[1]), lines(tmp_path / "better.jsonl", STORIES[5:6]))
    assert better.code == 0, better.err
    assert theirs(place, tmp_path / "ledger") == ours(tmp_path / "ledger")
    entity = sorted(q.subject.value for q in ours(tmp_path / "ledger") if "/event/" in str(q.subject))[0]
    (tmp_path / "judged.tsv").write_text(
        f"left\tright\tjudgement\tjudge\treason\n{entity}\t{entity}x\tnegative\tann\tno\n"
    )
    judged = call("judge", *there, tmp_path / "judged.tsv")
    assert judged.code == 0, judged.err
    assert theirs(place, tmp_path / "ledger") == ours(tmp_path / "ledger") != set()
    assert sizes[1] < sizes[0]


def test_query(place: Place, archive: Path) -> None:
    """The same address serves for questions."""
    assert call("sync", archive, "--store", place.update, *who(place)).code == 0
    question = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{base(archive)}')) }}"
    asked = call("query", "--store", place.update, *who(place), question, "--format", "csv")
    assert asked.code == 0, asked.err
    assert asked.out.split() == ["n", str(len(ours(archive)))]


def test_sync(place: Place, archive: Path) -> None:
    """A store that is there already can be followed, anew, and no longer."""
    there = [archive, "--store", place.update, *who(place)]
    assert f"{len(ours(archive)):,} triples sent" in call("sync", *there).err
    updates(place).send(True, [f'<x:s> <x:p> "strange" <{base(archive)}graph/strange> .\n'])
    anew = call("sync", *there, "--anew")
    assert f"{len(ours(archive)):,} triples sent" in anew.err
    assert theirs(place, archive) == ours(archive)
    assert "follows" in call("sync", *there, "--forget").err
    assert call("sync", *there, "--forget").code == 2


def test_download(place: Place, archive: Path, tmp_path: Path) -> None:
    """What a store elsewhere holds comes back as a file, with nothing beside it."""
    call("sync", archive, "--store", place.update, *who(place))
    (tmp_path / "there").mkdir()
    count = download(place.update, tmp_path / "there" / "all.nq", graphs=base(archive), user=place.user)
    assert [one.name for one in (tmp_path / "there").iterdir()] == ["all.nq"]
    found = (tmp_path / "there" / "all.nq").read_text(encoding="utf-8")
    assert parsed(found) == ours(archive)
    assert count == len(ours(archive)) > 100


def test_download_whole_or_not_at_all(server: Script, tmp_path: Path) -> None:
    """Where the store fails in the midst of it, what stood there before stays."""
    for number in range(3):
        quad = ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal("o"), ox.NamedNode(f"x:{number}"))
        server.store.add(quad)
    (tmp_path / "all.nq").write_text("before")
    server.replies = [None, None, None, (403, {}, b"no more")]
    with pytest.raises(EndpointError, match="answered 403"):
        download(server.url, tmp_path / "all.nq")
    assert [one.name for one in tmp_path.iterdir()] == ["all.nq"]
    assert (tmp_path / "all.nq").read_text() == "before"
    assert download(server.url, tmp_path / "all.nq") == 3


def test_ledger(server: Script, tmp_path: Path) -> None:
    """Unless one says so, the ledger lies where programs keep their state, one for each address."""
    done = call("add", "--store", server.url, lines(tmp_path / "first.jsonl", STORIES[:1]))
    assert done.code == 0, done.err
    assert str(ledger(server.url)) in done.err
    assert ledger(server.url).parent == tmp_path / "state" / "newsgraph" / "stores"
    assert ledger(server.url) != ledger(server.url + "2")
    assert ours(ledger(server.url)) != set()


def test_failing(server: Script, tmp_path: Path) -> None:
    """Where the store elsewhere fails, what was read is kept, and the same command goes on."""
    server.replies = [(403, {}, b"no")]
    first = lines(tmp_path / "first.jsonl", STORIES[:2])
    failed = call("add", "--store", server.url, first)
    assert failed.code == 2
    assert "answered 403: no (give --user NAME and set NEWSGRAPH_STORE_PASSWORD" in failed.err
    again = call("add", "--store", server.url, first)
    assert "2 already there" in again.err
    assert {quad for quad in server.store if quad.graph_name != ox.DefaultGraph()} == ours(ledger(server.url))


def test_refused(server: Script, tmp_path: Path) -> None:
    """What the store elsewhere does not take is told, and costs exit code 1."""
    server.replies = [None, *[(400, {}, b"I do not like that")] * 12]
    done = call("add", "--store", server.url, lines(tmp_path / "first.jsonl", STORIES[:1]))
    assert done.code == 1
    assert "I do not like that" in done.err
    assert f"refused by {server.url}" in done.err


def test_interrupted(server: Script, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who interrupts it is told that the same command goes on."""

    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsgraph.cli.remotes.sync", interrupted)
    done = call("sync", archive, "--store", server.url)
    assert done.code == 1
    assert "the same command goes on" in done.err


def test_tokens_go_to_stores_only(server: Script, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token is shown to a store of one's own, and to no other endpoint."""
    monkeypatch.setenv(TOKEN, "secret")
    call("query", "--endpoint", server.url, "ASK { ?s ?p ?o }")
    call("query", "--store", server.url, "ASK { ?s ?p ?o }")
    call("sync", archive, "--store", server.url)
    shown = [one.get("Authorization") for one in server.headers]
    assert shown[0] is None
    assert set(shown[1:]) == {"Bearer secret"}


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["add", "--store", "http://127.0.0.1:9/update"], "Missing argument"),
        (["add", "--ledger", "there", "archive", "story"], "--ledger goes with --store URL"),
        (["add", "archive"], "too few arguments"),
        (["remove", "archive"], "too few arguments"),
        (["replace", "archive", "article", "input", "more"], "too many arguments: more"),
        (["judge"], "too few arguments"),
        (["query", "--endpoint", "http://a/", "--store", "http://b/", "ASK {}"], "not both"),
        (
            ["add", "--store", "http://ann:pw@example.org/", "story"],
            "use --user NAME, and set NEWSGRAPH_STORE_PASSWORD",
        ),
        (["add", "--store", "http://example.org/", "--user", "ann", "story"], "ann: has no password"),
        (["sync", "nothing", "--store", "http://example.org/"], "is no store of newsgraph"),
    ],
)
def test_wrong_use(arguments: list[str], problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing or does not go together is told before anything is done."""
    monkeypatch.delenv(PASSWORD, raising=False)
    done = call(*arguments)
    assert done.code == 2
    assert problem in " ".join(done.err.split())
    assert ":pw@" not in done.err
