"""An explorer over a graph that somebody holds."""

from weakref import finalize

from newsgraph.errors import OutputError
from newsgraph.ontology.coordinates import coordinates
from newsgraph.storage.disk import DiskStore
from newsgraph.storage.explorer import Catalog, Explorer, build_catalog
from newsgraph.storage.serving import state
from newsgraph.storage.serving.snapshot import CATALOG, Once, forget_others
from newsgraph.storage.store import QuadStore


def explorer(store: QuadStore) -> Explorer:
    """The explorer of a store's quads, with a catalog in memory; it is closed when nobody holds it any more.

    The catalog of a store on disk is kept beside it, for the next time and for the service.
    """
    if isinstance(store, DiskStore):
        made = Explorer(store.own, _kept(store), store.base, coordinates)
    else:
        quads = Once(store.view(ontology=False))
        made = Explorer(quads, build_catalog(quads, None), store.base, coordinates)
    finalize(made, made.catalog.close)
    return made


def _kept(store: DiskStore) -> Catalog:
    """The catalog of a store as it is now, and while it is open nobody changes it; in memory where there is no room."""
    home = store.path.parent
    kept = home / f"{CATALOG}-{state([home])}.sqlite"
    if kept.exists():
        return Catalog.open(kept)
    try:
        made = build_catalog(store.own, kept)
    except OutputError:
        return build_catalog(store.own, None)
    forget_others(home, kept)
    return made
