"""Every fault of an endpoint, at every stage of linking and enriching: met with patience, or told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linking.news import BASE, news
from newsgraph.compose import enrich, link, links
from newsgraph.errors import EndpointError
from newsgraph.linking import Manners
from newsgraph.storage import Graph
from stores.servers import Place
from world import proxy as acts
from world import wikidata
from world.proxy import Between, Fault, Rows

FAULTS: dict[str, Fault] = {
    "busy": acts.busy("0"),
    "failing": acts.failing,
    "away": acts.away,
    "cut": acts.cut,
    "half": acts.half,
    "garbled": acts.garbled,
    "page": acts.page,
    "empty": acts.empty,
    "no UTF-8": acts.no_utf8,
    "shortened": acts.shortened,
}
KAZAKHSTAN, NORWAY = BASE + "kazakhstan", BASE + "norway"
LINKED = news(f":norway skos:exactMatch <{wikidata.WD}Q20> . :now skos:exactMatch <{wikidata.person(6)}> .\n")


def manners(path: Path | None = None, tries: int = 2) -> Manners:
    """Quick ones."""
    return Manners(path, rate=10_000, pause=0, tries=tries)


def linking(between: Between, made: Manners) -> str:
    """What linking writes."""
    return links(link(news(), between.url, manners=made)).serialize("nquads")


def enriching(between: Between, made: Manners) -> str:
    """What enriching writes."""
    graph, _ = enrich(LINKED, between.url, manners=made)
    return graph.serialize("nquads")


Work = Callable[[Between, Manners], str]
WORKS: dict[str, Work] = {"linking": linking, "enriching": enriching}


@pytest.fixture
def fresh(between: Between) -> Iterator[Callable[[], Between]]:
    """The proxy, with the count of its requests begun anew and no faults."""

    def anew() -> Between:
        between.asked.clear()
        between.faults.clear()
        between.always = None
        return between

    yield anew


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("fault", FAULTS)
def test_once_at_every_stage(work: str, fault: str, fresh: Callable[[], Between]) -> None:
    """A fault that passes, met at each request once, changes nothing about what comes out."""
    between = fresh()
    honest = WORKS[work](between, manners())
    stages = len(between.asked)
    fresh()
    between.faults = {2 * number: FAULTS[fault] for number in range(stages)}
    assert WORKS[work](between, manners()) == honest
    assert honest.count("\n") > 5


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("fault", ["failing", "half", "garbled", "page", "no UTF-8"])
def test_for_good_at_every_stage(work: str, fault: str, fresh: Callable[[], Between], tmp_path: Path) -> None:
    """A fault that does not pass is a clear error, wherever it comes; a second run goes on to the same end."""
    between = fresh()
    honest = WORKS[work](between, manners())
    stages = len(between.asked)
    assert stages > 4
    for stage in range(stages):
        cache, between = tmp_path / f"{stage}.jsonl", fresh()
        between.faults = dict.fromkeys(range(stage, stage + 100), FAULTS[fault])
        with pytest.raises(EndpointError):
            WORKS[work](between, manners(cache, tries=1))
        kept = cache.read_bytes().count(b"\n") if cache.exists() else 0
        assert kept == stage
        between = fresh()
        assert WORKS[work](between, manners(cache)) == honest
        assert len(between.asked) == stages - stage


@pytest.mark.parametrize("work", WORKS)
def test_offline_again(work: str, fresh: Callable[[], Between], tmp_path: Path) -> None:
    """What was asked once is repeated offline, byte for byte, whatever the clock says."""
    cache = tmp_path / "answers.jsonl"
    honest = WORKS[work](fresh(), manners(cache))
    between = fresh()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1900000000")
        offline = Manners(cache, offline=True)
        assert WORKS[work](between, offline) == honest
    assert between.asked == []


def test_silence(fresh: Callable[[], Between]) -> None:
    """Who says nothing is waited for as long as was said, and no longer."""
    between = fresh()
    between.always = acts.silent(between)
    with pytest.raises(EndpointError, match=r"gave no answer in 0\.2 s"):
        linking(between, Manners(timeout=0.2, pause=0, tries=1, rate=10_000))


@pytest.mark.parametrize("work", WORKS)
def test_shortened_for_good(work: str, fresh: Callable[[], Between]) -> None:
    """Where a table never comes whole, that is an error, and nothing rests on the part."""
    between = fresh()
    between.always = acts.shortened
    with pytest.raises(EndpointError, match="count"):
        WORKS[work](between, manners())


def accepted(graph: str) -> set[tuple[str, str]]:
    """The entities and items that a graph of links has as one."""
    rows = Graph.parse(graph, format="nquads").query("SELECT ?e ?item { ?e skos:exactMatch ?item }", ontology=False)
    return {(str(entity), str(item)) for entity, item in rows}


def lying(change: Callable[[Rows], Rows]) -> Fault:
    """Tables are changed, and their counts fit."""

    def adjusted(found: Rows) -> Rows:
        made = change(found)
        for row in made:
            if "n" in row:
                row["n"] = {**row["n"], "value": str(sum("n" not in one for one in made))}
        return made

    return acts.rows(adjusted)


def _swapped(found: Rows) -> Rows:
    """Each name is said to be that of the item of another."""
    named = [row for row in found if "name" in row and "item" in row and "other" not in row and "held" not in row]
    items = [row["item"] for row in named]
    for row, item in zip(named, items[1:] + items[:1], strict=True):
        row["item"] = item
    return found


def _strange(found: Rows) -> Rows:
    """Everything is said to be a human."""
    for row in found:
        if "value" in row and row["value"]["value"].startswith(wikidata.WD):
            row["value"] = {"type": "uri", "value": wikidata.WD + "Q5"}
    return found


def _unasked(found: Rows) -> Rows:
    """Items come for names that nobody asked for, and IRIs that are none of the source, or none at all."""
    if any("name" in row and "item" in row for row in found):
        for iri in ("http://evil.example/x", "javascript:alert(1)", f"{wikidata.WD}Q1> ?p ?o . <x:"):
            name = {"type": "literal", "xml:lang": "en", "value": "Kazakhstan"}
            found = [*found, {"name": name, "item": {"type": "uri", "value": iri}}]
        other = {"type": "literal", "value": "Atlantis"}
        found = [*found, {"name": other, "item": {"type": "uri", "value": wikidata.WD + "Q1"}}]
    return found


def test_lies_about_names(fresh: Callable[[], Between]) -> None:
    """An item whose own description does not bear its name is not linked."""
    between = fresh()
    between.faults = {0: lying(_swapped)}
    found = accepted(linking(between, manners()))
    assert found <= accepted(linking(fresh(), manners()))


def test_lies_about_classes(fresh: Callable[[], Between]) -> None:
    """What is said to be of another kind is not linked: no country is a human."""
    between = fresh()
    between.always = lying(_strange)
    found = {entity for entity, _ in accepted(linking(between, manners()))}
    assert not found & {KAZAKHSTAN, NORWAY, BASE + "almaty", BASE + "nato"}


def test_answers_that_nobody_asked_for(fresh: Callable[[], Between]) -> None:
    """What was not asked for, and what is no item, is left out, and does no harm."""
    honest = linking(fresh(), manners())
    between = fresh()
    between.faults = {0: lying(_unasked)}
    assert linking(between, manners()) == honest


def _strangers(found: Rows) -> Rows:
    """Something is said of an item that nobody asked about, and of what is no IRI."""
    if not any("item" in row and "people" in row for row in found):
        return found
    people = {"type": "literal", "value": "7"}
    items = (f"{wikidata.WD}Q1", KAZAKHSTAN, "no IRI> <x:p> <x:o> . <x:s")
    return [*found, *({"item": {"type": "uri", "value": one}, "people": people} for one in items)]


def test_statements_that_nobody_asked_for(fresh: Callable[[], Between]) -> None:
    """A source can say nothing of what it was not asked about, least of all of the graph's own."""
    honest = enriching(fresh(), manners())
    between = fresh()
    between.always = lying(_strangers)
    assert enriching(between, manners()) == honest


def test_agent(fresh: Callable[[], Between]) -> None:
    """Endpoints are told who asks, in which version."""
    between = fresh()
    between.agents.clear()
    linking(between, manners())
    assert {agent.split("/")[0] for agent in between.agents} == {"newsgraph"}


def test_same_bytes(fresh: Callable[[], Between], wikidata_server: Place) -> None:
    """The same questions to the same source give the same bytes."""
    assert linking(fresh(), manners()) == linking(fresh(), manners())
