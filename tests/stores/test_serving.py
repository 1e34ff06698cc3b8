"""What a store elsewhere holds can be looked at through our own service."""

from pathlib import Path

from newsgraph.compose import sync
from stores.servers import Place
from web.service import running


def test_served(place: Place, archive: Path, prefix: str) -> None:
    """`newsgraph serve --store URL` serves the graphs of a store elsewhere."""
    sync(archive, place.update, user=place.user)
    user = ["--user", place.user] if place.user else []
    with running([], "--store", place.query, *user) as service:
        articles = f"SELECT ?a {{ ?a a schema:NewsArticle FILTER(STRSTARTS(STR(?a), '{prefix}')) }}"
        assert len(service.select(articles)) == 5
        assert service.get("/api/search", params={"kind": "article"}).json()["total"] >= 5
