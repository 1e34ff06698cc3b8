"""What stores hold, here and there, as sets of quads that can be compared."""

from pathlib import Path

import pyoxigraph as ox

from newsgraph.linking import Access, Asking, download, for_questions
from newsgraph.linking.graph_store import GraphStore
from newsgraph.linking.patience import Patience
from newsgraph.linking.updates import Updates
from newsgraph.linking.wire import Wire
from newsgraph.storage import Archive
from storage.keeping import exported
from stores.servers import Place


def parsed(lines: str) -> set[ox.Quad]:
    """Lines of N-Quads as quads."""
    return set(ox.parse(lines, format=ox.RdfFormat.N_QUADS))


def ours(archive: Path) -> set[ox.Quad]:
    """What `newsgraph export` writes."""
    return parsed(exported(archive))


def base(archive: Path) -> str:
    """Where the IRIs of a store begin."""
    with Archive.read(archive) as found:
        return found.base


def theirs(place: Place, archive: Path | str) -> set[ox.Quad]:
    """What a place holds under the base of a store, or under any other, by questions."""
    asking = Asking(for_questions(place.query), wire(place))
    return parsed("".join(download(asking, prefix=archive if isinstance(archive, str) else base(archive))))


def wire(place: Place) -> Wire:
    """The way to a place."""
    return Wire(Access(place.user or "", place.password))


def updates(place: Place, **options: int) -> Updates:
    """A place that takes SPARQL Update; nobody waits where it fails."""
    return Updates(place.update, wire(place), Patience(sleep=lambda seconds: None), **options)


def graph_store(place: Place, **options: int) -> GraphStore:
    """A place that takes graphs."""
    return GraphStore(place.graphs, wire(place), Patience(sleep=lambda seconds: None), **options)
