"""`newsgraph link`, `newsgraph enrich` and the federated questions, as a user types them."""

from pathlib import Path

import pytest

from cli.program import call
from linking.news import BASE, news
from newsgraph.storage import Graph
from stores.servers import Place
from world import proxy as acts
from world import wikidata
from world.proxy import Between

FAST = ("--rate", "10000", "--tries", "1")


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """The made-up news as a file."""
    news().save(tmp_path / "news.nq")
    return tmp_path / "news.nq"


def test_whole_way(graph: Path, wikidata_server: Place, tmp_path: Path) -> None:
    """Links, a review that is given back, what the source says, and what it says to the news."""
    url, review, out = wikidata_server.query, tmp_path / "doubts.tsv", tmp_path / "links.nq"
    first = call("link", graph, "--endpoint", url, *FAST, "-o", out, "--review", review)
    assert (first.code, "doubtful (2 candidates to review)" in first.err) == (0, True)
    lines = review.read_text().split("\n")
    chosen = next(line for line in lines if wikidata.person(8) in line)
    review.write_text(review.read_text().replace(chosen, chosen.replace("?", "positive", 1)))
    again = call("link", graph, "--endpoint", url, *FAST, "-o", out, "--review", review)
    assert (again.code, "0 doubtful" in again.err) == (0, True)
    assert Graph.load(out).query(f"ASK {{ <{BASE}baker> skos:exactMatch <{wikidata.person(8)}> }}")
    more = tmp_path / "more.nq"
    assert call("enrich", graph, out, "--endpoint", url, *FAST, "-o", more).code == 0
    checked = call("query", graph, out, more, "checked", "--format", "csv")
    assert "Oslo,capitalOf,Norway,Agrees" in checked.out
    assert "Almaty,capitalOf,Norway,Disagrees" in checked.out


def test_nothing_half_written(graph: Path, between: Between, tmp_path: Path) -> None:
    """Where the source fails, one line says so, the exit code is 2, and what was written before stays as it was."""
    out, review = tmp_path / "links.nq", tmp_path / "doubts.tsv"
    out.write_text("# mine\n")
    between.faults = dict.fromkeys(range(3, 99), acts.garbled)
    done = call("link", graph, "--endpoint", between.url, *FAST, "-o", out, "--review", review)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert done.err.startswith("error: ")
    assert (out.read_text(), review.exists()) == ("# mine\n", False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["links.nq", "news.nq"]


def test_offline_needs_a_cache(graph: Path) -> None:
    """--offline without --cache is wrong use."""
    assert call("link", graph, "--endpoint", "http://127.0.0.1:9/", "--offline").code == 2


def test_no_such_profile(graph: Path) -> None:
    """A profile that is not there is an error that names those that are."""
    done = call("link", graph, "--endpoint", "http://127.0.0.1:9/", "--profile", "freebase")
    assert (done.code, "dbpedia, geonames, wikidata" in done.err) == (2, True)


def test_bad_review(graph: Path, tmp_path: Path) -> None:
    """A row that is not understood is named before anybody is asked."""
    (tmp_path / "doubts.tsv").write_text("maybe\tx\ty\tz\n")
    done = call("link", graph, "--endpoint", "http://127.0.0.1:9/", "--review", tmp_path / "doubts.tsv")
    assert (done.code, "line 1" in done.err) == (2, True)


FEDERATED = {
    "members": ("item", "http://www.wikidata.org/entity/Q458", "Belgium"),
    "held": ("item", "http://www.wikidata.org/entity/Q155", "Marta Quellin"),
    "population": ("item", "http://www.wikidata.org/entity/Q155", "Brazil"),
    "names": ("name", "Brazil", "Q155"),
}


@pytest.mark.parametrize("name", FEDERATED)
def test_federated(name: str, graph: Path, wikidata_server: Place) -> None:
    """Each question asks the endpoint that the user names and allows, and no other."""
    param, value, answer = FEDERATED[name]
    url = wikidata_server.query
    asked = ("query", graph, f"federated/{name}", "--param", f"endpoint={url}", "--param", f"{param}={value}")
    refused = call(*asked, "--format", "csv")
    assert (refused.code, "not allowed" in refused.err, refused.out) == (2, True, "")
    assert call(*asked, "--allow-service", "http://127.0.0.1:9/").code == 2
    allowed = call(*asked, "--format", "csv", "--allow-service", url)
    assert (allowed.code, answer in allowed.out) == (0, True)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { <http://127.0.0.1:9/> } SERVICE ?e { ?s ?p ?o } }",
    ],
)
def test_service_is_refused(query: str, graph: Path) -> None:
    """No query calls an endpoint that was not allowed, however it names it."""
    done = call("query", graph, query)
    assert (done.code, "not allowed" in done.err) == (2, True)


def test_federated_are_listed() -> None:
    """`newsgraph queries` lists them with the others."""
    assert "federated/members" in call("queries").out


def test_store_keeps_links(wikidata_server: Place, tmp_path: Path) -> None:
    """A store takes sure links as judgements, and they come out as skos:exactMatch."""
    story = tmp_path / "story.txt"
    story.write_text("Police in Oslo arrested two men on Monday, officials in Norway said.")
    story.with_suffix(".json").write_text('{"date": "2021-05-04", "publisher": "Fjord Post"}')
    store = tmp_path / "archive"
    assert call("add", store, story).code == 0
    done = call("link", store, "--endpoint", wikidata_server.query, "--again", *FAST)
    assert done.code == 0
    assert "newsgraph link (Wikidata)" in call("judge", store).out
    assert "Oslo" in call("query", store, "external-ids").out
