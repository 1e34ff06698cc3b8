"""Where there is a page of each sort."""

from urllib.parse import quote

from web.service import Running

BASE = "https://w3id.org/newsgraph/data"
SORTS = (
    "overview", "search", "entity", "event", "told", "relation", "article", "graph", "map", "query", "answer",
    "disputes", "resource", "missing",
)  # fmt: skip
ONTOLOGY = "https://w3id.org/newsgraph/ontology"


def addresses(service: Running) -> dict[str, str]:
    """The address of a page of each sort, in the graph of the sample stories."""
    country = first(service, "/api/suggest?q=Kazakhstan")["iri"]
    entity = service.get(f"/api/entity?iri={quote(country, safe='')}").json()
    disputed = service.get("/api/disputes?sort=contradicted").json()["disputes"][0]["node"]["iri"]
    told = service.get("/api/search?kind=told&q=Kazakhstan").json()["hits"][0]["node"]["iri"]
    return {
        "overview": "/",
        "search": "/search?q=Kazakhstan&kind=event",
        "entity": path(country),
        "event": path(disputed),
        "told": path(told),
        "relation": path(entity["offices"][0]["relation"]["iri"]),
        "article": path(entity["articles"][0]["node"]["iri"]),
        "graph": f"/graph?iri={quote(country, safe='')}",
        "map": "/map",
        "query": "/query",
        "answer": "/query?name=active-actors&run=1",
        "disputes": "/disputes?sort=contradicted",
        "resource": f"/resource?iri={quote(f'{ONTOLOGY}#TroopDeployment', safe='')}",
        "missing": "/entity/nothing",
    }


def first(service: Running, address: str) -> dict[str, str]:
    """The first thing of a list that the API gives out."""
    found: dict[str, str] = service.get(address).json()[0]
    return found


def path(iri: str) -> str:
    """The path of the page about a thing of the data."""
    assert iri.startswith(f"{BASE}/")
    return iri.removeprefix(BASE)
