"""Linking and enriching through Virtuoso, which most public endpoints run."""

from pathlib import Path

import pytest

from linking.news import BASE, news
from newsgraph.compose import enrich, link, links
from newsgraph.linking import Manners
from newsgraph.linking.access import Access
from newsgraph.linking.wire import Wire
from newsgraph.storage import Graph
from stores.servers import VIRTUOSO, virtuoso
from world import wikidata

QUICK = Manners(rate=10_000, pause=0, tries=1)
BATCH = 5_000


@pytest.mark.skipif(VIRTUOSO is None, reason="Virtuoso is not installed")
def test_virtuoso(tmp_path: Path) -> None:
    """It gives the links that Oxigraph gives, and says as much to the news."""
    with virtuoso(tmp_path) as place:
        wire, lines = Wire(Access(place.user or "", place.password)), list(wikidata.triples(1_000_000))
        for start in range(0, len(lines), BATCH):
            body = "".join(lines[start : start + BATCH]).encode()
            headers = {"Content-Type": "application/n-triples"}
            assert wire.send("POST", f"{place.graphs}?graph-uri=http://world/", headers, body).status < 300
        url = place.query.removesuffix("-auth")
        found = link(news(), url, manners=QUICK)
        both = Graph.parse(news().serialize("ntriples") + links(found).serialize("ntriples"))
        _, checked = enrich(both, url, manners=QUICK)
    accepted = {one.sought.iri.removeprefix(BASE): one.candidate.item.iri for one in found.of("accepted")}
    assert accepted["head"] == wikidata.person(3)
    assert {"kazakhstan", "brazil", "norway", "almaty", "oslo", "nato", "singer", "now"} <= accepted.keys()
    outcomes = {(one.tie.subject.removeprefix(BASE), one.outcome) for one in checked.checks}
    assert {("oslo", "Agrees"), ("almaty", "Disagrees"), ("norway", "Agrees"), ("now", "Agrees")} <= outcomes
