"""A process that answers one query and can be stopped: a pickled request on standard input, the answer on output."""

import pickle
import sys

import pyoxigraph as ox

from newsgraph.errors import QueryError
from newsgraph.storage.querying import answer
from newsgraph.storage.rows import Rows


def main() -> None:
    """Answer the request of the process that started this one."""
    data, sparql = pickle.load(sys.stdin.buffer)
    on_disk = isinstance(data, str)
    store = ox.Store.read_only(data) if on_disk else ox.Store()
    if not on_disk:
        store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
    outcome: Rows | tuple[str, str]
    try:
        outcome = answer(store, sparql, union=on_disk)
    except QueryError as error:
        outcome = error.subject, error.problem
    sys.stdout.buffer.write(pickle.dumps(outcome))


if __name__ == "__main__":
    main()
