"""The explorer on what newsgraph itself writes."""

import pyoxigraph as ox

from newsgraph.model.explorer import Asked, Node
from newsgraph.ontology.prefixes import expand
from newsgraph.storage.explorer import Explorer

BODY = ox.NamedNode(expand("schema:articleBody"))


def everything(seeds: Explorer) -> list[Node]:
    """All that is listed, page by page."""
    total = seeds.search(Asked()).total
    pages = (seeds.search(Asked(size=100, page=page)) for page in range(1, 2 + total // 100))
    return [hit.node for page in pages for hit in page.hits]


def test_everything_that_is_found_has_its_page(seeds: Explorer) -> None:
    """What a search shows can be opened."""
    nodes = everything(seeds)
    assert len(nodes) > 200
    pages = {"article": seeds.article, "event": seeds.fact, "told": seeds.fact, "relation": seeds.fact}
    for node in nodes:
        page = pages.get(node.kind, seeds.entity)(node.iri)
        assert page is not None and page.node == node


def test_facts_and_what_is_told_have_claims_with_words(seeds: Explorer) -> None:
    """Every one leads to its sentences."""
    facts = [node for node in everything(seeds) if node.kind in ("event", "told", "relation")]
    assert len(facts) > 100
    for node in facts:
        page = seeds.fact(node.iri)
        assert page is not None
        assert page.claims
        assert all(claim.quotations and claim.speakers for claim in page.claims)


def test_articles_keep_their_text(seeds: Explorer) -> None:
    """Segments make up the body, and every mark stands on words."""
    articles = [node for node in everything(seeds) if node.kind == "article"]
    assert len(articles) == 8
    for node in articles:
        page = seeds.article(node.iri)
        assert page is not None
        (told,) = seeds.quads.quads_for_pattern(ox.NamedNode(node.iri), BODY, None, None)
        assert isinstance(told.object, ox.Literal)
        body = told.object.value
        assert "".join(one.text for one in page.segments) == body
        assert {one.kind for one in page.marks} >= {"mention", "event"}
        assert all(0 <= one.start < one.end <= len(body) for one in page.marks)


def test_speakers_are_told_as_the_graph_tells_them(seeds: Explorer) -> None:
    """The view of a speaker reads as the label of the claim does."""
    seen = 0
    for node in everything(seeds):
        page = seeds.fact(node.iri) if node.kind in ("event", "told") else None
        for claim in page.claims if page else ():
            labelled = seeds.node(claim.iri)
            assert labelled is not None and labelled.label.endswith(f": {claim.speakers[0].view}")
            seen += 1
    assert seen > 100


def test_two_explorers_answer_alike(seeds: Explorer) -> None:
    """Nothing depends on what was asked before."""
    other = Explorer(seeds.quads, seeds.catalog, seeds.base)
    country = other.suggest("kazakhstan")[0].iri
    assert other.entity(country) == seeds.entity(country)
    assert other.network(country) == seeds.network(country)
    assert other.search(Asked("police", page=2, size=5)) == seeds.search(Asked("police", page=2, size=5))
