from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.errors import InputError
from newsgraph.model.differing import Counts, Difference, Kind
from newsgraph.storage import Graph
from newsgraph.storage.differing import as_json, as_text, diff, patch
from storage.merging.builders import HEAD, OURS, write


def differ(folder: Path, left: str, right: str, *, facts: bool = False) -> Difference:
    """How one text in TriG differs from another."""
    return diff(write(folder, "left.trig", left), write(folder, "right.trig", right), facts=facts)


def test_same(tmp_path: Path) -> None:
    """A graph tells the same as itself."""
    assert differ(tmp_path, OURS, OURS).same and as_text(differ(tmp_path, OURS, OURS)) == ""


@pytest.mark.parametrize("format", ["ttl", "nt", "nq", "trig", "rdf", "jsonld"])
def test_format_does_not_matter(tmp_path: Path, format: str) -> None:
    """A graph tells the same in any format, with or without named graphs."""
    left = write(tmp_path, "left.trig", OURS)
    Graph.load(left).serialize(None, tmp_path / f"right.{format}")
    assert diff(left, tmp_path / f"right.{format}").same


def test_blank_nodes_do_not_matter(tmp_path: Path) -> None:
    """Blank nodes that hang together alike are the same, whatever they are called, in any order."""
    left = ":a :b [ :c [ :d 1 ] ] , [ :c [ :d 2 ] ] ."
    right = "_:x :c _:y . _:y :d 2 . :a :b _:x , _:z . _:z :c _:v . _:v :d 1 ."
    assert differ(tmp_path, left, right).same
    assert not differ(tmp_path, left, right.replace(":d 2", ":d 3")).same


def test_blank_nodes_that_nothing_tells_apart(tmp_path: Path) -> None:
    """Two blank nodes that point at each other are the same in any graph, and a chain of them is, too."""
    pair = "_:{0} :p _:{1} . _:{1} :p _:{0} . :a :b _:{0} ."
    assert differ(tmp_path, pair.format("x", "y"), pair.format("y", "x")).same
    assert not differ(tmp_path, pair.format("x", "y"), pair.format("x", "y") + ":a :b _:y .").same


def test_hostile_blank_nodes(tmp_path: Path) -> None:
    """Blank nodes that all point at each other do not keep the program busy for ever."""
    told = " ".join(f"_:b{i} :p _:b{j} ." for i in range(12) for j in range(12) if i != j)
    assert differ(tmp_path, told, told).same


def test_new_and_gone(tmp_path: Path) -> None:
    """What is only in the second graph is new, what is only in the first is gone; each with its label."""
    event = f'v:{"e" * 20} a ng:Riot ; rdfs:label "Riot in Jos" ; ng:status ng:Asserted .'
    found = differ(tmp_path, OURS, OURS + event)
    assert [(one.change, one.kind, one.label) for one in found.things] == [("new", Kind.EVENT, "Riot in Jos")]
    assert as_text(differ(tmp_path, OURS + event, OURS)) == "events: 1 gone\n  - Riot in Jos (Riot, Asserted)\n"


def test_changed_status(tmp_path: Path) -> None:
    """A fact with another status is told with both."""
    found = differ(tmp_path, OURS, OURS.replace("ng:Reported", "ng:Corroborated"))
    assert as_text(found) == (
        "events: 1 changed\n  ~ Putin visits Kazakhstan (Visit)\n      status: Reported -> Corroborated\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (f"ng:destination e:{'a' * 20}", f"ng:destination e:{'c' * 20}", "destination: Kazakhstan -> Moscow"),
        ('"Putin visits Kazakhstan"', '"Putin comes"', "label: Putin visits Kazakhstan -> Putin comes"),
        ("ng:Reported ;", "ng:Reported ; sem:hasTimeStamp '2022'^^xsd:gYear ;", "time: + 2022"),
    ],
)
def test_changed_roles_labels_times(tmp_path: Path, old: str, new: str, what: str) -> None:
    """Roles, labels and times that changed are told in words."""
    assert f"      {what}\n" in as_text(differ(tmp_path, OURS, OURS.replace(old, new)))


def test_link(tmp_path: Path) -> None:
    """A link that came is a change of the entity."""
    found = differ(tmp_path, OURS, OURS.replace("wd:Q649", "wd:Q649, <https://sws.geonames.org/524901/>"))
    assert found.counts == {Kind.ENTITY: Counts(changed=1)}


def test_claims_are_counted(tmp_path: Path) -> None:
    """Of claims and words the number is told, and nothing at all where only facts are asked for."""
    claim = f"<https://w3id.org/newsgraph/data/claim/{'0' * 20}> a ng:Claim ; ng:confidence 1 ."
    assert as_text(differ(tmp_path, OURS, OURS + claim)) == "claims: 1 new\n"
    assert differ(tmp_path, OURS, OURS + claim, facts=True).same


def test_runs_do_not_matter(tmp_path: Path) -> None:
    """Who read an article, and when, changes nothing of what it tells."""
    run = ":run a prov:Activity ; prov:endedAtTime '{}' . :claim a ng:Claim ; prov:wasGeneratedBy :run{} ."
    assert differ(tmp_path, run.format("2022", ""), run.format("2023", "2")).same


def test_merged_under_another_name(tmp_path: Path) -> None:
    """A thing that was merged, and has another name since, is the same thing; so are its relations."""
    old, new = f"e:{'f' * 20}", f"e:{'c' * 20}"
    told = "{0} a ng:City . :r{1} a ng:Relation ; ng:subject {0} ; ng:predicate ng:near ; ng:object :x ."
    assert differ(tmp_path, told.format(old, 1), told.format(new, 2) + f"{new} ng:mergedFrom {old} .").same


def test_json(tmp_path: Path) -> None:
    """As JSON the difference tells all of it, also of hostile labels."""
    found = differ(tmp_path, OURS, OURS.replace('"Moscow"', '"</script>\\u001b[31m"'))
    assert '"same": false' in as_json(found) and "\x1b" not in as_json(found)


def test_missing(tmp_path: Path) -> None:
    """A graph that is not there is named."""
    with pytest.raises(InputError, match=r"missing\.ttl"):
        diff(write(tmp_path, "a.ttl", ""), tmp_path / "missing.ttl")


TERMS = st.sampled_from([":a", ":b", ":c", "[]", "'x'", "'y'@en"])
GRAPHS = st.lists(st.tuples(st.sampled_from([":a", ":b", "[]"]), st.sampled_from([":p", ":q"]), TERMS), max_size=6)


@given(GRAPHS, GRAPHS)
@settings(max_examples=40, deadline=None)
def test_a_patch_makes_the_other(
    tmp_path_factory: pytest.TempPathFactory, left: list[tuple[str, ...]], right: list[tuple[str, ...]]
) -> None:
    """Taking away what a patch takes, and adding what it adds, makes the second graph of the first."""
    folder = tmp_path_factory.mktemp("patch")
    paths = [
        write(folder, f"{name}.ttl", "".join(f"{' '.join(triple)} .\n" for triple in triples))
        for name, triples in (("left", left), ("right", right))
    ]
    lines = list(patch(*paths))
    assert (lines[0], lines[-1]) == (b"TX .\n", b"TC .\n")
    goes, comes = (_parsed(line[2:] for line in lines[1:-1] if line.startswith(letter)) for letter in (b"D", b"A"))
    # The patch has the names that follow from what is told of blank nodes; the graphs' own are brought to those.
    before = _parsed(line[2:] for line in patch(write(folder, "none.ttl", ""), paths[0]) if line.startswith(b"A"))
    after = _parsed(line[2:] for line in patch(folder / "none.ttl", paths[1]) if line.startswith(b"A"))
    assert (before - goes) | comes == after


def _parsed(lines: object) -> set[ox.Quad]:
    return set(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS))  # type: ignore[call-overload]


def test_head_is_turtle() -> None:
    """The prefixes of these tests can be read."""
    assert list(ox.parse(HEAD.encode(), format=ox.RdfFormat.TRIG)) == []
