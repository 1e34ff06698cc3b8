"""The one door for what an SQL database complains of."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from newsgraph.errors import OutputError, StoreError

# A full disk shows as one of these, depending on what was to be written when.
_UNWRITABLE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NONE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


@contextmanager
def guarded(store: str) -> Iterator[None]:
    """Raises an OutputError where a store's database cannot be written, a StoreError where it is damaged or none."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise  # only a wrong program gets there
    except sqlite3.DatabaseError as error:
        # The lower byte tells the kind, the others tell more.
        kind = error.sqlite_errorcode & 0xFF
        if kind in _UNWRITABLE:
            raise OutputError(store, f"cannot be written: {error}", advice="is the disk full?") from error
        if kind in _BUSY:
            raise StoreError(store, f"is in use: {error}", advice="wait until that is done, then try again") from error
        if kind in _NONE:
            advice = "`newsgraph add STORE INPUT...` makes one in a folder that is not there yet"
            raise StoreError(store, f"is no store of newsgraph: {error}", advice=advice) from error
        advice = "put back a copy of it, or add the articles to a new store"
        raise StoreError(store, f"is damaged: {error}", advice=advice) from error
