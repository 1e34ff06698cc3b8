import gzip
import hashlib
from pathlib import Path

import pytest

from newsgraph.errors import InputError, OntologyError, OutputError
from newsgraph.storage import Graph
from newsgraph.storage.merging import Fetched, merge
from storage.merging.builders import HEAD, KZ, MOSCOW, OURS, PUTIN, merge_paths, merged, write

THEIRS = 'wd:Q232 wdt:P31 wd:Q6256 ; rdfs:label "Republic of Kazakhstan"@en ; wdt:P36 wd:Q1520 .'


def test_joined_by_a_link(tmp_path: Path) -> None:
    """What others tell of a thing that ours is linked to is told of ours."""
    out = merged(tmp_path, OURS, THEIRS)
    assert out.ask(f'<{KZ}> skos:altLabel "Republic of Kazakhstan"@en ; rdfs:label "Kazakhstan"')
    assert [one.stays for one in out.told.joined] == [KZ]


def test_others_are_kept_as_they_are(tmp_path: Path) -> None:
    """Each triple of others stands in the graph of its source, unchanged, and in no graph of ours."""
    out = merged(tmp_path, OURS, THEIRS)
    graph = next(one.graph for one in out.told.inputs if not one.ours)
    kept = out.column(f"SELECT ?o WHERE {{ GRAPH <{graph}> {{ wd:Q232 ?p ?o }} }}")
    assert kept == {
        "http://www.wikidata.org/entity/Q6256",
        "Republic of Kazakhstan",
        "http://www.wikidata.org/entity/Q1520",
    }
    assert not out.ask("GRAPH ?g { wd:Q232 wdt:P36 ?o } FILTER(STRSTARTS(STR(?g), STR(g:)))")


def test_traced_to_its_source(tmp_path: Path) -> None:
    """From a triple one comes to its graph, and from that to the name and the SHA-256 of what it was read from."""
    out = merged(tmp_path, OURS, THEIRS)
    digest = hashlib.sha256((HEAD + THEIRS).encode()).hexdigest()
    ways = "GRAPH ?g { wd:Q232 wdt:P36 wd:Q1520 } GRAPH ?s { ?g prov:wasDerivedFrom ?c . ?c schema:sha256 ?h }"
    assert out.column(f"SELECT ?h WHERE {{ {ways} }}") == {digest}
    assert out.column(f"SELECT ?n WHERE {{ {ways} GRAPH ?s {{ ?g rdfs:label ?n }} }}") == {"1.trig"}


def test_derived_is_traced_too(tmp_path: Path) -> None:
    """What follows by the table of properties stands in a graph of its own, derived from that of the source."""
    out = merged(tmp_path, OURS, THEIRS)
    derived = f"GRAPH ?a {{ wd:Q1520 ng:capitalOf <{KZ}> }}"
    assert out.ask(f"{derived} GRAPH ?s {{ ?a prov:wasDerivedFrom ?g }} GRAPH ?g {{ ?x wdt:P36 ?y }}")


def test_their_names(tmp_path: Path) -> None:
    """With the names of others ours are rewritten in facts, and the old name is kept."""
    out = merged(tmp_path, OURS, THEIRS, canonical="theirs")
    assert out.ask(f"?e a ng:Visit ; ng:destination wd:Q232 . wd:Q232 a ng:Country ; ng:mergedFrom <{KZ}>")
    assert not out.ask(f"?e ng:destination <{KZ}>")


def test_their_names_keep_words_pointing_right(tmp_path: Path) -> None:
    """A mention refers to the name that stays, and the merged graph is as valid as ours was."""
    mention = f"g:{'1' * 20} {{ :m a ng:Mention ; ng:refersTo e:{'a' * 20} }}"
    assert merged(tmp_path, OURS + mention, THEIRS, canonical="theirs").ask(":m ng:refersTo wd:Q232")


def test_links_keep_their_ends(tmp_path: Path) -> None:
    """A link node goes from the name that stays to the identifier, and the identifier is still its exact match."""
    told = f"ng:linkFrom e:{'a' * 20} ; ng:linkTo wd:Q232 ; ng:judgement ng:Accepted"
    link = f"g:{'1' * 20} {{ l:{'e' * 20} a ng:Link ; {told} }}"
    out = merged(tmp_path, OURS + link, THEIRS, canonical="theirs")
    assert out.ask("?l a ng:Link ; ng:linkFrom ?f ; ng:linkTo ?t . ?f skos:exactMatch ?t")


def test_same_as_on_request(tmp_path: Path) -> None:
    """owl:sameAs is written when asked for, and only then."""
    assert not merged(tmp_path, OURS, THEIRS).ask("?a owl:sameAs ?b")
    assert merged(tmp_path, OURS, THEIRS, same_as=True).ask(f"<{KZ}> owl:sameAs wd:Q232")


def test_joined_by_a_key(tmp_path: Path) -> None:
    """A GeoNames number and the IRI that it stands for are of one thing."""
    ours = OURS.replace("skos:exactMatch wd:Q649", "skos:exactMatch <https://sws.geonames.org/524901/>")
    out = merged(tmp_path, ours, ':place wdt:P1566 "524901" ; foaf:name "Moskva" .')
    assert out.ask(f'<{MOSCOW}> skos:altLabel "Moskva" ; skos:exactMatch :place')


def test_joined_by_another_spelling(tmp_path: Path) -> None:
    """The page of an item and the item are of one thing."""
    out = merged(tmp_path, OURS, '<https://www.wikidata.org/wiki/Q232> foaf:name "Qazaqstan" .')
    assert out.ask(f'<{KZ}> skos:altLabel "Qazaqstan"')


def test_joined_by_a_chain(tmp_path: Path) -> None:
    """Links of several sources are followed one after the other."""
    out = merged(tmp_path, OURS, "wd:Q232 owl:sameAs dbr:Kazakhstan .", 'dbr:Kazakhstan foaf:name "Qazaqstan" .')
    assert out.ask(f'<{KZ}> skos:altLabel "Qazaqstan" ; skos:exactMatch dbr:Kazakhstan')


def test_vocabulary_stays(tmp_path: Path) -> None:
    """Nobody can rename the terms of the ontology, or what is no thing in the world, by a link."""
    hostile = (
        "ng:Country owl:sameAs :stolen . <https://w3id.org/newsgraph/data/claim/" + "0" * 20 + "> owl:sameAs :it ."
    )
    out = merged(tmp_path, OURS, hostile, canonical="theirs")
    assert (out.ask("?x a ng:Country"), out.told.refused) == (True, 2)


def test_blank_nodes_get_names(tmp_path: Path) -> None:
    """Blank nodes become IRIs that follow from the bytes and from their order, and hang together as they did."""
    out = merged(tmp_path, OURS, 'wd:Q232 :flag [ :colour "blue" ; :part [ :colour "yellow" ] ] .')
    assert out.ask(
        'wd:Q232 :flag ?f . ?f :colour "blue" ; :part ?p . ?p :colour "yellow" FILTER(isIRI(?f) && isIRI(?p))'
    )
    assert b"_:" not in out.bytes


def test_named_graphs_of_others(tmp_path: Path) -> None:
    """Graphs of others become graphs of the source, which tell what they were called."""
    out = merged(tmp_path, OURS, ':theirs { wd:Q232 :motto "x" }')
    assert out.ask('GRAPH ?g { wd:Q232 :motto "x" } GRAPH ?s { ?g prov:alternateOf :theirs ; prov:wasDerivedFrom ?c }')


def test_a_graph_that_pretends(tmp_path: Path) -> None:
    """What others put into a graph of one of our articles goes into that of their file."""
    out = merged(tmp_path, OURS, f'g:{"1" * 20} {{ wd:Q232 :motto "x" }}')
    assert not out.ask(f'GRAPH g:{"1" * 20} {{ wd:Q232 :motto "x" }}') and out.ask('wd:Q232 :motto "x"')


def test_foreign(tmp_path: Path) -> None:
    """What looks like a graph of ours is other people's where one says so."""
    paths = [write(tmp_path, "a.trig", OURS), write(tmp_path, "b.ttl", ":x a ng:City ; rdfs:label 'X' .")]
    out = merge_paths(tmp_path, paths, foreign=(str(paths[1]),))
    assert [one.ours for one in out.told.inputs if one.name == "b.ttl"] == [False]


@pytest.mark.parametrize("format", ["ttl", "nt", "nq", "trig", "rdf", "jsonld"])
def test_any_syntax_in(tmp_path: Path, format: str) -> None:
    """Others' triples may come in any syntax."""
    path = tmp_path / f"theirs.{format}"
    Graph.parse('<http://www.wikidata.org/entity/Q232> <http://xmlns.com/foaf/0.1/name> "Qazaqstan" .').serialize(
        None, path
    )
    out = merge_paths(tmp_path, [write(tmp_path, "ours.trig", OURS), path])
    assert out.ask(f'<{KZ}> skos:altLabel "Qazaqstan"')


@pytest.mark.parametrize("format", ["ttl", "nt", "trig", "jsonld", "rdf"])
def test_any_syntax_out(tmp_path: Path, format: str) -> None:
    """Every format holds the facts, and tells of the sources; where graphs are lost, triples are not."""
    paths = [write(tmp_path, "ours.trig", OURS), write(tmp_path, "theirs.ttl", THEIRS)]
    merge_paths(tmp_path, paths, out=f"out.{format}")
    found = Graph.load(tmp_path / f"out.{format}")
    assert found.query(f'ASK {{ <{KZ}> skos:altLabel "Republic of Kazakhstan"@en . ?c schema:sha256 ?h }}')[0] == (
        True,
    )


def test_packed(tmp_path: Path) -> None:
    """A packed file is the same source as what is in it."""
    plain = write(tmp_path, "theirs.ttl", THEIRS)
    packed = tmp_path / "theirs.ttl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    ours = write(tmp_path, "ours.trig", OURS)
    graphs = [merge_paths(tmp_path, [ours, path]).told.inputs for path in (plain, packed)]
    assert [one.graph for one in graphs[0]] == [one.graph for one in graphs[1]]


def test_fetched(tmp_path: Path) -> None:
    """An answer of an endpoint is traced to its address and its query."""
    fetched = Fetched("http://example.org/sparql", "CONSTRUCT ...", HEAD + THEIRS)
    target = tmp_path / "out.nq"
    merge([write(tmp_path, "ours.trig", OURS), fetched], target)
    query = """ASK { GRAPH ?g { wd:Q232 <http://www.wikidata.org/prop/direct/P36> ?c }
        ?g prov:wasDerivedFrom <http://example.org/sparql> , ?d . ?d dcterms:description "CONSTRUCT ..." }"""
    assert Graph.load(target).query(query)[0] == (True,)


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    """A user's table adds meanings, and takes the program's away."""
    table = tmp_path / "mine.tsv"
    table.write_text(
        "@prefix ex: <http://example.org/> .\nex:motto\tng:cue\n<http://www.wikidata.org/prop/direct/P36>\t-\n"
    )
    out = merged(tmp_path, OURS, THEIRS + 'wd:Q232 :motto "x" .', align=table)
    assert out.ask(f'<{KZ}> ng:cue "x"') and not out.ask("?x ng:capitalOf ?y")


def test_a_broken_table(tmp_path: Path) -> None:
    """A table of one's own that is none is an error of the input, not of the program."""
    table = tmp_path / "mine.tsv"
    table.write_text("nothing:here\tng:cue\n")
    with pytest.raises(InputError, match="no prefix that is declared") as caught:
        merged(tmp_path, OURS, align=table)
    assert not isinstance(caught.value, OntologyError)


@pytest.mark.parametrize(("name", "text"), [("x.ttl", ":a :b"), ("x.nt", "nonsense"), ("x.ttl.gz", "no gzip")])
def test_broken_input(tmp_path: Path, name: str, text: str) -> None:
    """What cannot be read is named, and nothing is written."""
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=name):
        merge_paths(tmp_path, [write(tmp_path, "ours.trig", OURS), tmp_path / name])
    assert not (tmp_path / "out.nq").exists()


@pytest.mark.parametrize("name", ["x.txt", "x"])
def test_unknown_ending(tmp_path: Path, name: str) -> None:
    """A file whose name tells no format is refused with the formats that there are."""
    (tmp_path / name).write_text("")
    with pytest.raises(InputError, match="turtle"):
        merge_paths(tmp_path, [tmp_path / name])


def test_unknown_output(tmp_path: Path) -> None:
    """An output whose name tells no format is refused before anything is read."""
    with pytest.raises(OutputError):
        merge([tmp_path / "missing.ttl"], tmp_path / "out.txt")


def test_one_status(tmp_path: Path) -> None:
    """A fact that two graphs of ours give different statuses has one: the one that its better-informed graph gives."""
    other = OURS.replace("ng:Reported", "ng:Corroborated")
    out = merged(tmp_path, OURS, other)
    assert out.column("SELECT ?s WHERE { ?e ng:status ?s }") == {"https://w3id.org/newsgraph/ontology#Corroborated"}


def test_one_label(tmp_path: Path) -> None:
    """A thing that two graphs of ours call differently has the fuller name as its label, the other as another one."""
    out = merged(tmp_path, OURS, OURS.replace('"Vladimir Putin"', '"Vladimir Vladimirovich Putin"'))
    assert out.column(f"SELECT ?l WHERE {{ <{PUTIN}> rdfs:label ?l }}") == {"Vladimir Vladimirovich Putin"}
    assert out.ask(f'<{PUTIN}> skos:altLabel "Vladimir Putin"')


def test_told_twice_stands_once(tmp_path: Path) -> None:
    """What two of our articles tell alike stands once, in the graph of what several tell."""
    out = merged(tmp_path, OURS, OURS.replace("1" * 20, "2" * 20))
    assert out.column("SELECT ?g WHERE { GRAPH ?g { ?e a ng:Visit } }") == {
        "https://w3id.org/newsgraph/data/graph/shared"
    }


def test_merged_before(tmp_path: Path) -> None:
    """A name that was merged in the one graph is the same thing in the other."""
    old, new = f"e:{'f' * 20}", f"e:{'c' * 20}"
    before = f"g:{'1' * 20} {{ {new} a ng:City ; rdfs:label 'Moscow' ; ng:mergedFrom {old} }}"
    other = f"g:{'2' * 20} {{ {old} a ng:City ; rdfs:label 'Moscow' . :x ng:locatedIn {old} }}"
    assert merged(tmp_path, before, other).ask(f":x ng:locatedIn {new}")
