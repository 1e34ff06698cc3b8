import csv
import io
import zipfile
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings

from newsgraph.errors import OutputError
from newsgraph.storage import Graph, QuadStore
from newsgraph.storage.exporting.events import COLUMNS, MEASURES
from newsgraph.storage.exporting.neo4j import NODES, RELATIONSHIPS
from storage.exporting.worlds import STORIES, Texts, converted, iri, world

FORMULA = Texts(event="=HYPERLINK(1)", attacker="@rebels", city="-Goma", source="+s", headline="\tx", paper="=p;q")


def table(graph: Graph, **options: bool) -> list[dict[str, str]]:
    """The rows of the events CSV."""
    return list(csv.DictReader(io.StringIO(converted(graph, "events", **options).decode(), newline="")))


def test_a_row_is_an_event() -> None:
    """The attack with its codes, parties, place, time and figures."""
    (row,) = table(world())
    wanted = {
        "event_id": iri("event/attack"), "event_date": "2024-01-01", "time_precision": "day", "event_type": "ASSAULT",
        "sub_event_type": "Attack", "cameo_code": "18; 19; 20", "actor1": "rebels", "actor1_type": "Militants",
        "actor2": "Goma", "actor2_role": "patient", "actor2_match": "http://www.wikidata.org/entity/Q648873",
        "location": "Goma", "country": "DR Congo", "deaths_min": "3", "deaths_max": "5", "fact": "true",
        "status": "Reported", "claimed_as": "CertainPositive Actual", "sources": "1", "source": "officials",
        "claims": "1",
        "articles": "1", "article_urls": "http://example.org/story", "publisher": "Steppe Courier",
        "publication_date": "2024-01-02", "headline": "Rebels attack Goma", "event_text": "Rebels attack Goma",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


def test_told_brings_in_what_is_no_fact() -> None:
    """A denied event stands in the table on request only, and says that it is no fact."""
    rows = {row["event_id"]: row for row in table(world(), told=True)}
    denied = rows[iri("event/denied")]
    assert len(rows) == 2
    assert (denied["fact"], denied["status"], denied["claimed_as"]) == ("false", "", "CertainNegative Actual")
    assert (denied["sub_event_type"], denied["sources"]) == ("Killing", "0")


def test_no_cell_is_a_formula() -> None:
    """Texts that a spreadsheet would take for formulas have a quote before them; numbers and IRIs stay."""
    (row,) = table(world(FORMULA))
    assert (row["event_text"], row["actor1"], row["actor2"]) == ("'=HYPERLINK(1)", "'@rebels", "'-Goma")
    assert (row["source"], row["publisher"], row["headline"]) == ("'+s", "'=p,q", "x")


@settings(max_examples=50, deadline=None)
@given(texts=STORIES)
def test_events_open_in_pandas(texts: Texts) -> None:
    """Whatever the texts are, each event is one line with all columns, and no cell begins like a formula."""
    data = converted(world(texts), "events", told=True)
    frame = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == 2 == data.count(b"\r\n") - 1
    assert not [cell for row in frame.to_numpy() for cell in row if cell.startswith(("=", "+", "@", "-"))]


def test_numbers_are_numbers() -> None:
    """pandas reads figures, counts and coordinates as numbers."""
    frame = pd.read_csv(io.BytesIO(converted(world(Texts(match="http://www.wikidata.org/entity/Q35493")), "events")))
    assert frame["deaths_max"].iloc[0] == 5
    assert frame["latitude"].iloc[0] == pytest.approx(43.25, abs=0.1)
    assert {f"{name.lower()}_min" for name in MEASURES} <= set(frame.columns)


@settings(max_examples=50, deadline=None)
@given(texts=STORIES)
def test_graphml_opens_in_networkx(texts: Texts) -> None:
    """Whatever the texts are, networkx finds six entities, one event and its edges, and the labels."""
    found = nx.read_graphml(io.BytesIO(converted(world(texts), "graphml")), force_multigraph=True)
    kinds = [data["kind"] for _, _, data in found.edges(data=True)]
    assert (found.number_of_nodes(), sorted(kinds)) == (6, ["relation", "role", "role", "role", "shortcut"])
    assert found.nodes[iri("entity/congo")]["label"] == "DR Congo"


def test_graphml_tells_how_things_stand() -> None:
    """Nodes and edges have their attributes, with types."""
    found = nx.read_graphml(io.BytesIO(converted(world(), "graphml")), force_multigraph=True)
    attack = found.nodes[iri("event/attack")]
    assert attack == {
        "label": "Rebels attack Goma", "kind": "event", "type": "Attack", "status": "Reported", "begin": "2024-01-01",
        "end": "2024-01-01", "sources": 1, "articles": 1,
    }  # fmt: skip
    (located,) = found.get_edge_data(iri("entity/goma"), iri("entity/congo")).values()
    assert located == {"label": "locatedIn", "kind": "relation", "status": "Asserted", "sources": 1}


def test_graphml_told() -> None:
    """What is only told comes in on request, marked as such."""
    found = nx.read_graphml(io.BytesIO(converted(world(), "graphml", told=True)), force_multigraph=True)
    (denied,) = found.get_edge_data(iri("entity/goma"), iri("entity/paper")).values()
    assert found.nodes[iri("event/denied")]["status"] == "Told" == denied["status"]


@settings(max_examples=50, deadline=None)
@given(texts=STORIES)
def test_neo4j_files_are_whole(texts: Texts) -> None:
    """Whatever the texts are, a row is a line, all rows have all columns, ids are unique, and edges end at nodes."""
    with zipfile.ZipFile(io.BytesIO(converted(world(texts), "neo4j"))) as archive:
        nodes, links = (
            list(csv.reader(io.StringIO(archive.read(name).decode(), newline=""))) for name in archive.namelist()
        )
        lines = archive.read("nodes.csv").count(b"\n")
    assert (tuple(nodes[0]), tuple(links[0])) == (NODES, RELATIONSHIPS)
    assert lines == len(nodes) == 7 and len(links) == 6
    assert {len(row) for row in nodes} == {len(NODES)} and {len(row) for row in links} == {len(RELATIONSHIPS)}
    ids = {row[0] for row in nodes[1:]}
    assert len(ids) == 6 and {end for row in links[1:] for end in row[:2]} <= ids


def test_neo4j_labels_and_types() -> None:
    """A node has the labels of all its classes; a relationship is named as Neo4j does it."""
    with zipfile.ZipFile(io.BytesIO(converted(world(), "neo4j"))) as archive:
        nodes = list(csv.DictReader(io.StringIO(archive.read("nodes.csv").decode())))
        types = {row[":TYPE"] for row in csv.DictReader(io.StringIO(archive.read("relationships.csv").decode()))}
    city = next(row for row in nodes if row["name"] == "Goma")
    assert city[":LABEL"].split(";")[0] == "City" and {"Place", "Entity"} <= set(city[":LABEL"].split(";"))
    assert types == {"AGENT", "PATIENT", "PLACE", "ATTACKS", "LOCATED_IN"}


def test_neo4j_folder(tmp_path: Path) -> None:
    """A destination that is no archive is a folder with both files, made or filled, and nothing else."""
    for _ in range(2):
        world().convert("neo4j", tmp_path / "import")
        assert sorted(path.name for path in (tmp_path / "import").iterdir()) == ["nodes.csv", "relationships.csv"]


def test_neo4j_where_a_file_is(tmp_path: Path) -> None:
    """A file is no folder: the error says what to name, and the file stays."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match=r"\.zip"):
        world().convert("neo4j", tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("name", ["events", "graphml", "neo4j"])
def test_empty(name: str) -> None:
    """An empty graph gives headers alone, which still open."""
    data = converted(Graph(QuadStore()), name)
    if name == "graphml":
        assert nx.read_graphml(io.BytesIO(data)).number_of_nodes() == 0
    elif name == "events":
        assert data.decode().strip().split(",") == list(COLUMNS)
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert [archive.read(one).count(b"\n") for one in archive.namelist()] == [1, 1]
