"""What a source says of linked entities, and to what the news tells of them."""

import pytest

from linking.news import BASE, news
from newsgraph.compose import enrich, link, links
from newsgraph.errors import QueryError
from newsgraph.linking import Manners
from newsgraph.model.checking import Enriched
from newsgraph.model.linking import Reviewed
from newsgraph.storage import Graph
from stores.servers import Place
from world import wikidata

QUICK = Manners(rate=10_000, pause=0)


@pytest.fixture(scope="module")
def linked(wikidata_server: Place) -> Graph:
    """The made-up news with its links; one that the program refuses is put right by a person."""
    said = [Reviewed(BASE + "before", "", wikidata.person(5), "", "positive")]
    found = link(news(), wikidata_server.query, reviewed=said, manners=QUICK)
    return Graph.parse(news().serialize("ntriples") + links(found).serialize("ntriples"))


@pytest.fixture(scope="module")
def made(linked: Graph, wikidata_server: Place) -> tuple[Graph, Enriched]:
    """What the source adds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        return enrich(linked, wikidata_server.query, manners=QUICK)


@pytest.mark.parametrize("word", ["point", "population", "flag", "capital", "holder", "member", "officeOf", "start"])
def test_brings(made: tuple[Graph, Enriched], word: str) -> None:
    """Each of the questions brings something."""
    assert made[0].query(f"ASK {{ ?item <https://w3id.org/newsgraph/external#{word}> ?value }}")


def outcomes(found: Enriched) -> dict[tuple[str, str], str]:
    """The outcome of each check, by the subject and the relation."""
    return {(one.tie.subject.removeprefix(BASE), one.tie.predicate): one.outcome for one in found.checks}


@pytest.mark.parametrize(
    ("subject", "relation", "outcome"),
    [
        ("head", "holdsOffice", "Agrees"),
        ("now", "holdsOffice", "Agrees"),
        ("before", "holdsOffice", "Disagrees"),
        ("oslo", "capitalOf", "Agrees"),
        ("almaty", "capitalOf", "Disagrees"),
        ("norway", "memberOf", "Agrees"),
        ("brazil", "memberOf", "Unknown"),
    ],
)
def test_checks(made: tuple[Graph, Enriched], subject: str, relation: str, outcome: str) -> None:
    """What the news tells is held against the source for the day on which it was told; silence says nothing."""
    assert outcomes(made[1])[subject, relation] == outcome


def test_another_holder(linked: Graph, wikidata_server: Place) -> None:
    """Where the source has somebody else in the office on that day, it disagrees, and says whom."""
    told = (
        linked.serialize("ntriples")
        + f"<{BASE}singer> <https://w3id.org/newsgraph/ontology#holdsOffice> <{BASE}pm-norway> ."
    )
    day = f" <{BASE}c> <https://w3id.org/newsgraph/ontology#about> <{BASE}r> ."
    relation = (
        f"<{BASE}r> a ng:Relation ; ng:subject <{BASE}singer> ; ng:predicate ng:holdsOffice ;"
        f" ng:object <{BASE}pm-norway> . "
        f"<{BASE}c> prov:wasDerivedFrom <{BASE}a-singer> ."
    )
    prefixes = "@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix prov: <http://www.w3.org/ns/prov#> .\n"
    _, found = enrich(Graph.parse(prefixes + told + day + relation), wikidata_server.query, manners=QUICK)
    (one,) = (each for each in found.checks if each.tie.subject == BASE + "singer")
    assert (one.outcome, one.values) == ("Disagrees", (wikidata.person(6),))
    assert "Ida Brandvold" in one.reason


def test_nothing_is_promoted(made: tuple[Graph, Enriched]) -> None:
    """What the source says makes no fact of the graph: no relation, status or class of ours."""
    own = made[0].query(
        "SELECT DISTINCT ?p { ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(ng:))) "
        "FILTER NOT EXISTS { ?s a ng:Check } FILTER NOT EXISTS { ?s a ng:Relation } }",
        ontology=False,
    )
    assert len(made[0]) > 50
    assert len(own) == 0
    assert not made[0].query("ASK { ?s ng:status ?status }")


def test_provenance(made: tuple[Graph, Enriched]) -> None:
    """The graph stands under its own name, with its source and date; so does each check."""
    lines = made[0].serialize("nquads").splitlines()
    assert len({line.rsplit(" ", 2)[1] for line in lines}) == 1
    rows = made[0].query("SELECT ?c ?day { ?c a ng:Check ; prov:wasDerivedFrom ?from ; prov:generatedAtTime ?day }")
    assert len(rows) == len(made[1].checks) > 5


def test_question(linked: Graph, made: tuple[Graph, Enriched]) -> None:
    """`checked` shows the checks beside the graph."""
    both = Graph.parse(linked.serialize("ntriples") + made[0].serialize("ntriples"))
    said = {(str(row[0]), str(row[1]), str(row[3])) for row in both.ask("checked")}
    assert ("Oskar Brandvold", "holdsOffice", "Disagrees") in said
    assert ("Oslo", "capitalOf", "Agrees") in said


def test_valid(linked: Graph, made: tuple[Graph, Enriched]) -> None:
    """Checks keep to the shapes."""
    from newsgraph.validation import validate

    assert validate(made[0].to_rdflib(), reason=False).violations == ()


def test_some_questions_only(linked: Graph, wikidata_server: Place) -> None:
    """Who wants flags gets flags."""
    graph, _ = enrich(linked, wikidata_server.query, asked_for=["flags"], manners=QUICK)
    assert graph.query("ASK { ?item <https://w3id.org/newsgraph/external#flag> ?value }")
    assert not graph.query("ASK { ?item <https://w3id.org/newsgraph/external#point> ?value }")


def test_no_such_question(linked: Graph, wikidata_server: Place) -> None:
    """A question that is not there is an error that names those that are."""
    with pytest.raises(QueryError, match="population"):
        enrich(linked, wikidata_server.query, asked_for=["colours"], manners=QUICK)
