"""Nanopublications: each fact as a small publication of its own, with what it says, where that comes from, and whose
publication it is, each in a named graph (nanopub.net, guidelines)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from newsgraph.mapping import Minter
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.storage.explorer.kinds import ROLES
from newsgraph.storage.exporting.source import Source
from newsgraph.storage.exporting.supports import relation_edges
from newsgraph.storage.exporting.telling import telling
from newsgraph.storage.terms import StoreTerm
from newsgraph.storage.turtle import Writer

NP = "http://www.nanopub.org/nschema#"
PARTS = ("assertion", "provenance", "pubinfo")
# What stands for the publication itself while its IRI is made of its content.
_SELF = "urn:newsgraph:this"
_IDENTITY = ("rdf:type", "rdfs:label", "skos:exactMatch")
_CITED = ("rdf:type", "rdfs:label", "schema:headline", "schema:datePublished", "schema:url", "schema:publisher",
          "schema:sourceOrganization", "dcterms:rights", "ng:copyOf")  # fmt: skip
# How a fact stands is no part of what it says.
_STANDING = expand("ng:status")


def nanopubs(source: Source, prefixes: dict[str, str]) -> Iterator[bytes]:
    """A nanopublication in TriG for each event and each relation that is a fact, in the order of their IRIs.

    Its IRI is made of all that it says: another fact, another claim or another source makes it another publication.
    """
    names = {**prefixes, **PREFIXES, "np": NP}
    yield "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(names.items())).encode()
    for fact in source.each(_facts(source)):
        parts = _parts(source, fact)
        digest = Minter(source.base).mint("nanopub", *(line for part in PARTS for line in _lines(part, parts[part])))
        yield _written(digest.value, parts, names).encode()


def _facts(source: Source) -> list[str]:
    relations = (one for one in source.of_kind("relation") if source.text(one, "ng:status"))
    return sorted([*source.of_kind("event"), *relations])


def _parts(source: Source, fact: str) -> dict[str, set[ox.Triple]]:
    """What stands in each graph, with a stand-in for the publication's own IRI."""
    assertion = set(_assertion(source, fact))
    return {
        "assertion": assertion,
        "provenance": set(_provenance(source, fact)) - assertion,
        "pubinfo": set(_information(source, fact)),
    }


def _assertion(source: Source, fact: str) -> Iterator[ox.Triple]:
    """The fact and its figures, with the classes, names and identifiers of whom and what it is about."""
    if source.kind(fact) == "relation":
        edges = list(relation_edges(source, fact))
        about = [end for edge in edges for end in (edge[0], edge[2])]
        yield from (ox.Triple(*map(ox.NamedNode, (a, expand(f"ng:{p}"), b))) for a, p, b in edges)
        if not edges:
            yield from _said(source, fact, without=(_STANDING,))
            about = source.iris(fact, "ng:subject")
    else:
        about = [one for role in ROLES for one in source.iris(fact, f"ng:{role}")]
        figures = [one for one in source.subjects("ng:figureOf", fact) if source.text(one, "ng:status")]
        for one in (fact, *figures):
            yield from _said(source, one, without=(_STANDING, expand("ng:evidence"), expand("ng:mergedFrom")))
    for one in about:
        yield from _said(source, one, _IDENTITY)


def _provenance(source: Source, fact: str) -> Iterator[ox.Triple]:
    """How the fact stands; the claims with their words; the articles."""
    told = telling(source, [fact])
    yield from _own("assertion", "prov:wasDerivedFrom", told.articles or [fact])
    yield from _own("assertion", "prov:wasAttributedTo", sorted(told.sources))
    yield from _own("assertion", "prov:wasGeneratedBy", _runs(source, told.claims))
    yield from _said(source, fact, () if source.kind(fact) == "relation" else ("ng:status",))
    for claim in _with_outer(source, told.claims):
        yield from _said(source, claim)
        yield from (one for who in source.iris(claim, "ng:claimant") for one in _said(source, who, _IDENTITY))
        for words in source.iris(claim, "ng:evidence"):
            yield from _said(source, words)
            yield from (one for place in source.iris(words, "oa:hasSelector") for one in _said(source, place))
    for article in told.articles:
        yield from _said(source, article, _CITED)
        papers = (*source.iris(article, "schema:publisher"), *source.iris(article, "schema:sourceOrganization"))
        yield from (one for paper in papers for one in _said(source, paper, _IDENTITY))


def _information(source: Source, fact: str) -> Iterator[ox.Triple]:
    """Who made the publication, and when, where the graph says when it was made."""
    runs = _runs(source, telling(source, [fact]).claims)
    agents = sorted({agent for run in runs for agent in source.iris(run, "prov:wasAssociatedWith")})
    yield _node("", "rdfs:label", ox.Literal(source.label(fact)))
    yield from _own("", "prov:wasAttributedTo", agents)
    ended = sorted((value for run in runs for value in source.of(run).get(expand("prov:endedAtTime"), ())), key=str)
    yield from (_node("", "dcterms:created", one) for one in ended[-1:])
    for one in (*runs, *agents):
        yield from _said(source, one)


def _runs(source: Source, claims: Iterable[str]) -> list[str]:
    return sorted({run for claim in claims for run in source.iris(claim, "prov:wasGeneratedBy")})


def _with_outer(source: Source, claims: Iterable[str]) -> list[str]:
    """The claims with all those inside which they stand."""
    found: list[str] = []
    queue = list(claims)
    while queue:
        if (claim := queue.pop(0)) not in found:
            found.append(claim)
            queue += source.iris(claim, "ng:embeddedIn")
    return found


def _said(source: Source, iri: str, names: Iterable[str] = (), *, without: Iterable[str] = ()) -> Iterator[ox.Triple]:
    """What the graph says of a thing: all, or by some properties."""
    wanted = {expand(name) for name in names}
    for predicate, values in source.of(iri).items():
        if (not wanted or predicate in wanted) and predicate not in without:
            yield from (ox.Triple(ox.NamedNode(iri), ox.NamedNode(predicate), value) for value in values)


def _own(part: str, name: str, iris: Iterable[str]) -> Iterator[ox.Triple]:
    return (_node(part, name, ox.NamedNode(iri)) for iri in iris)


def _node(part: str, name: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    """A statement on the publication itself, or on a graph of it."""
    return ox.Triple(ox.NamedNode(f"{_SELF}#{part}" if part else _SELF), ox.NamedNode(expand(name)), value)


def _lines(part: str, triples: Iterable[ox.Triple]) -> Iterator[str]:
    yield part
    yield from sorted(map(str, triples))


def _written(iri: str, parts: dict[str, set[ox.Triple]], names: dict[str, str]) -> str:
    """One publication: the graph that tells what belongs together, then its parts."""
    writer = Writer({**names, "sub": f"{iri}#"})
    head = [ox.Triple(ox.NamedNode(_SELF), ox.NamedNode(expand("rdf:type")), ox.NamedNode(NP + "Nanopublication"))]
    for name, part in zip(("hasAssertion", "hasProvenance", "hasPublicationInfo"), PARTS, strict=True):
        head.append(ox.Triple(ox.NamedNode(_SELF), ox.NamedNode(NP + name), ox.NamedNode(f"{_SELF}#{part}")))
    blocks = [f"\n@prefix sub: <{iri}#> .\n"]
    for name, triples in (("Head", head), *parts.items()):
        body = "\n".join(writer.paragraphs(map(_named(iri), triples), "    "))
        blocks.append(f"\n{writer.iri(f'{iri}#{name}')} {{\n{body}}}\n")
    return "".join(blocks)


def _named(iri: str) -> Callable[[ox.Triple], ox.Triple]:
    """Puts the publication's IRI in the place of its stand-in, which is a subject or a graph that the head names."""
    return lambda one: ox.Triple(_replaced(one.subject, iri), one.predicate, _replaced(one.object, iri))


def _replaced(term: StoreTerm, iri: str) -> Any:
    if isinstance(term, ox.NamedNode) and term.value.split("#")[0] == _SELF:
        return ox.NamedNode(iri + term.value.removeprefix(_SELF))
    return term
