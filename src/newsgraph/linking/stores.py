"""Stores elsewhere by their addresses."""

from newsgraph.linking.access import Access
from newsgraph.linking.address import checked, for_questions
from newsgraph.linking.asking import Asking
from newsgraph.linking.graph_store import GraphStore
from newsgraph.linking.updates import Updates
from newsgraph.linking.wire import Wire

PROTOCOLS = ("update", "graph-store")


def store(
    url: str, protocol: str = "update", *, user: str | None = None, timeout: float = 60.0
) -> Updates | GraphStore:
    """A store to be written to, in the name of a user, by one of the protocols; `timeout` is in seconds."""
    wire = Wire(Access.of(user), timeout)
    return GraphStore(checked(url), wire) if protocol == "graph-store" else Updates(checked(url), wire)


def asked(url: str, *, user: str | None = None, timeout: float = 60.0) -> Asking:
    """A store to be asked, by the address that takes questions or changes."""
    return Asking(for_questions(checked(url)), Wire(Access.of(user), timeout))
