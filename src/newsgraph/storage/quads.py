"""The quads of a store on disk: they follow the ledger, and can be made anew from it."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import OutputError, StoreError
from newsgraph.storage.ledger import Ledger

BATCH = 1 << 15
# What the store raises where its files are not what they should be.
BROKEN = (OSError, RuntimeError)
NQUADS = ox.RdfFormat.N_QUADS


def readable(path: Path) -> ox.Store | None:
    """The quads in a folder, to be read; None where the folder is not there or cannot be opened."""
    try:
        return ox.Store.read_only(str(path)) if path.is_dir() else None
    except BROKEN:
        return None


def writable(path: Path, ledger: Ledger) -> ox.Store:
    """The quads in a folder; what is not there, or cannot be opened, is made anew from the ledger."""
    try:
        if path.is_dir():
            return ox.Store(str(path))
    except BROKEN as error:
        if "lock" in str(error).lower():
            problem = f"is in use: its quads are still open ({error})"
            raise StoreError(str(path.parent), problem, advice="close it first") from error
        # Whatever else it is, the ledger has it all.
    try:
        _remake(path, ledger)
        return ox.Store(str(path))
    except OSError as error:
        raise unwritable(ledger.path.parent, error) from error


def bring(quads: ox.Store, ledger: Ledger, last: int = 0) -> int:
    """Bring the quads up to date with the ledger, from after a number on; the number up to which they are then.

    What has been applied already does no harm. It stays in the outbox until it is settled.
    """
    try:
        for number, comes, lines in ledger.outbox(last):
            _apply(quads, comes, lines)
            last = number
    except OSError as error:
        raise unwritable(ledger.path.parent, error) from error
    return last


def settle(quads: ox.Store, ledger: Ledger, last: int) -> None:
    """Take from the outbox what has been applied up to a number, once it is safe on the disk."""
    try:
        secure(quads)
        ledger.sent(last)
    except OSError as error:
        raise unwritable(ledger.path.parent, error) from error


def secure(quads: ox.Store) -> None:
    """Wait until all is on the disk."""
    quads.flush()


def unwritable(store: Path, error: OSError) -> OutputError:
    """That the quads of a store cannot be written."""
    advice = "is the disk full? What is missing is made up for when the store is next used"
    return OutputError(str(store), f"cannot be written: {error}", advice=advice)


def _apply(quads: ox.Store, comes: bool, lines: Iterable[str]) -> None:
    read = ox.parse("".join(lines), format=NQUADS)
    if comes:
        quads.extend(read)
    else:
        for quad in read:
            quads.remove(quad)


def _remake(path: Path, ledger: Ledger) -> None:
    """Make the quads beside their place and put them there when they are whole."""
    made = path.with_name(f"{path.name}.new")
    shutil.rmtree(made, ignore_errors=True)
    store = ox.Store(str(made))
    for lines in ledger.everything(BATCH):
        store.bulk_load("".join(lines), format=NQUADS)
    store.flush()
    del store  # which lets go of the folder
    ledger.set("ontology", "")
    shutil.rmtree(path, ignore_errors=True)
    made.rename(path)
