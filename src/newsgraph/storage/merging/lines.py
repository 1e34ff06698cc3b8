"""Lines of N-Quads as the store writes them, taken apart and put together again."""

import re
from collections.abc import Callable

_TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*"|<[^<>\s]*>|(_:\S+)')


def parted(line: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    r"""Subject, predicate, object and graph (nothing for the default graph) of a line, without its line end.

    >>> parted(b'<x:s> <x:p> "a <b> ." <x:g> .')
    (b'<x:s>', b'<x:p>', b'"a <b> ."', b'<x:g>')
    >>> parted(b'<x:s> <x:p> <x:o> .')
    (b'<x:s>', b'<x:p>', b'<x:o>', b'')
    """
    subject, predicate, rest = line.split(b" ", 2)
    if rest.startswith(b"<") and not rest.startswith(b"<<("):
        object_, graph, *_ = rest.split(b" ")
        return subject, predicate, object_, b"" if graph == b"." else graph
    rest = rest[:-2]
    object_, space, last = rest.rpartition(b" ")
    # A last word in angle brackets is the graph, unless it is the end of a literal, which would have a quote in it.
    if space and last.startswith(b"<") and last.endswith(b">") and b'"' not in last and not _open(object_):
        return subject, predicate, object_, last
    return subject, predicate, rest, b""


def _open(text: bytes) -> bool:
    """Whether some text ends within a literal or a triple term, so that what follows belongs to it.

    What the store writes has no quote in a literal but behind a backslash.
    """
    if text.startswith(b'"'):
        return _TOKENS.match(text) is None
    return text.startswith(b"<<(") and not text.endswith(b")>>")


def joined(subject: bytes, predicate: bytes, object_: bytes, graph: bytes) -> bytes:
    r"""The line, with its end.

    >>> joined(b"<x:s>", b"<x:p>", b"<x:o>", b"")
    b'<x:s> <x:p> <x:o> .\n'
    """
    return b" ".join((subject, predicate, object_, graph, b".\n") if graph else (subject, predicate, object_, b".\n"))


def with_names(line: bytes, name: Callable[[bytes], bytes]) -> bytes:
    r"""A line with its blank nodes replaced, those in triple terms too.

    >>> with_names(b'_:a <x:p> "_:b" .', lambda label: b"<x:" + label[2:] + b">")
    b'<x:a> <x:p> "_:b" .'
    """
    return _TOKENS.sub(lambda found: name(found[1]) if found[1] else found[0], line)


def text(term: bytes) -> str:
    """The IRI of a term in angle brackets."""
    return term[1:-1].decode()
