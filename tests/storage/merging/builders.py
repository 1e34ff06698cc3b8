"""Small graphs to merge, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from newsgraph.model.merging import Merged
from newsgraph.storage.merging import Canonical, merge

HEAD = """
@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix wd: <http://www.wikidata.org/entity/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix dbo: <http://dbpedia.org/ontology/> . @prefix dbr: <http://dbpedia.org/resource/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> . @prefix : <http://example.org/> .
@prefix e: <https://w3id.org/newsgraph/data/entity/> . @prefix v: <https://w3id.org/newsgraph/data/event/> .
@prefix g: <https://w3id.org/newsgraph/data/graph/> . @prefix l: <https://w3id.org/newsgraph/data/link/> .
"""
KZ, PUTIN, MOSCOW = (f"https://w3id.org/newsgraph/data/entity/{digit * 20}" for digit in "abc")
OURS = f"""
g:{"1" * 20} {{
    e:{"a" * 20} a ng:Country ; rdfs:label "Kazakhstan" ; skos:exactMatch wd:Q232 .
    e:{"b" * 20} a ng:Person ; rdfs:label "Vladimir Putin" ; skos:exactMatch wd:Q7747 .
    e:{"c" * 20} a ng:City ; rdfs:label "Moscow" ; skos:exactMatch wd:Q649 .
    v:{"d" * 20} a ng:Visit ; rdfs:label "Putin visits Kazakhstan" ; ng:status ng:Reported ;
        ng:agent e:{"b" * 20} ; ng:destination e:{"a" * 20} .
}}
"""
Make = Callable[..., Path]


@dataclass(frozen=True, slots=True)
class Out:
    """A merged graph."""

    path: Path
    told: Merged

    @property
    def bytes(self) -> bytes:
        """What was written."""
        return self.path.read_bytes()

    @property
    def store(self) -> ox.Store:
        """The same to be asked."""
        store = ox.Store()
        store.load(path=str(self.path))
        return store

    def ask(self, pattern: str) -> bool:
        """Whether the merged graph, whatever graphs it has, holds a pattern."""
        return bool(self.store.query(f"{sparql()} ASK {{ {pattern} }}", use_default_graph_as_union=True))

    def column(self, query: str) -> set[str]:
        """The values of the first column of an answer."""
        rows = self.store.query(f"{sparql()} {query}", use_default_graph_as_union=True)
        return {row[0].value for row in rows}  # type: ignore[union-attr]


def sparql() -> str:
    """The prefixes as SPARQL has them."""
    return HEAD.replace("@prefix", "PREFIX").replace("> .", ">")


def write(folder: Path, name: str, text: str) -> Path:
    """A file with the usual prefixes."""
    path = folder / name
    path.write_text(HEAD + text)
    return path


def merged(folder: Path, *texts: str, out: str = "out.nq", **options: object) -> Out:
    """Some texts in TriG, merged."""
    paths = [write(folder, f"{number}.trig", text) for number, text in enumerate(texts)]
    return merge_paths(folder, paths, out=out, **options)


def merge_paths(folder: Path, paths: list[Path], out: str = "out.nq", **options: object) -> Out:
    """Some files, merged."""
    canonical = Canonical(str(options.pop("canonical", "ours")))
    target = folder / out
    return Out(target, merge(paths, target, canonical=canonical, **options))  # type: ignore[arg-type]
