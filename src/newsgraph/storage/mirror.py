"""Bringing another store up to date with one of ours: exact, in batches, and from where it stopped.

A batch is sent, and when the other store has acknowledged it, the place after it is kept. A process that ends between
the two sends it again, which changes nothing. Who reads or changes our store meanwhile is not held up.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsgraph.errors import EndpointError, StoreError
from newsgraph.storage.archive import DATABASE, LOCK, Archive
from newsgraph.storage.database import guarded
from newsgraph.storage.ledger import Ledger
from newsgraph.storage.locking import writing
from newsgraph.storage.mirror_log import Log, Stage
from newsgraph.storage.mirror_work import Mirrored, Remote, Work


def mirror(
    path: Path, remote: Remote, *, anew: bool = False, progress: Callable[[int, int], None] | None = None
) -> Mirrored:
    """Bring a remote store up to date with the store at a path; `anew` empties its graphs there first.

    Where it has been emptied since, which a question tells, all is sent again.
    """
    with _log(path, remote.url) as (log, new):
        if anew:
            log.begin(Stage.EMPTY)
        work = Work(path, log, remote, progress)
        try:
            work.catch_up()
        except EndpointError:
            if new and work.done == Mirrored():
                log.forget()  # or else an address that was only mistyped would be kept changes for
            raise
        if work.lost():
            log.begin(Stage.UNIT)
            work.catch_up(anew=True)
            if work.lost():
                raise EndpointError(remote.url, "took everything, and does not hold it", advice="is it a store?")
        return work.done


def forget(path: Path, url: str) -> None:
    """Keep nothing for the mirror at an address any more; a StoreError where there is none."""
    with _ledger(path) as ledger:
        if url not in (known := Log.urls(ledger)):
            advice = f"it has {', '.join(known)}" if known else "it has none"
            raise StoreError(str(path), f"has no mirror at {url}", advice=advice)
        Log(ledger, url).forget()


@contextmanager
def _log(path: Path, url: str) -> Iterator[tuple[Log, bool]]:
    """The log of a mirror, which no other process follows meanwhile, and whether the mirror is new."""
    with _ledger(path) as ledger, writing(path / f"{LOCK}.mirror"):
        new = url not in Log.urls(ledger)
        yield Log.of(ledger, url), new


@contextmanager
def _ledger(path: Path) -> Iterator[Ledger]:
    """The ledger of a store that is there, beside who else uses it."""
    if not Archive.is_one(path):
        raise StoreError(str(path), "is no store of newsgraph", advice="`newsgraph add STORE INPUT...` makes one")
    with closing(Ledger(path / DATABASE)) as ledger, guarded(str(path)):
        ledger.check()
        yield ledger
