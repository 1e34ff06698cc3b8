"""A big graph out of a small one: python -m benchmarks.copies SEED.nq COPIES OUT.nq.

Every copy of the seed (N-Quads as `newsgraph build` writes them) has names and days of its own, so that it tells other
events of other articles. What is known everywhere stays what it is: entities with an identifier elsewhere and
publishers are shared by all copies, which makes them as busy as countries and papers are. A triple of shared things
alone is written once, as in a store on disk.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from newsgraph.ontology.prefixes import expand

# Names end in a digest of twenty hexadecimal digits; a copy puts its number in the place of the first of them.
_NAME = re.compile(r"(?<=/)([0-9a-f]{20})(?=>)")
_DAY = re.compile(r'(?<=")(\d{4}-\d\d-\d\d)(?=T|"\^\^)')
_SHARED = tuple(f"<{expand(name)}>" for name in ("skos:exactMatch", "schema:publisher", "schema:sourceOrganization"))
# So many days lie between a copy and the next one.
STEP = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the copies, and say how many lines there are."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies", description=__doc__)
    parser.add_argument("seed", type=Path)
    parser.add_argument("copies", type=int)
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args(arguments)
    lines = chosen.seed.read_text().split("\n")[:-1]
    with chosen.out.open("w") as out:
        written = sum(out.write(line + "\n") > 0 for line in copies(lines, chosen.copies))
    print(f"{written} quads")


def copies(lines: Sequence[str], times: int) -> Iterator[str]:
    """The lines of a graph, and so many copies of it less one."""
    kept = frozenset(_shared(lines))
    yield from lines
    for number in range(1, times):
        yield from _copy(lines, number, kept)


def _shared(lines: Iterable[str]) -> Iterator[str]:
    """The digests of what all copies share."""
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        if predicate in _SHARED:
            yield from _NAME.findall(subject if predicate == _SHARED[0] else rest.split(" ", 1)[0])


def _copy(lines: Iterable[str], number: int, kept: frozenset[str]) -> Iterator[str]:
    mark, days = f"{number:05x}", timedelta(days=STEP * number)

    def named(found: re.Match[str]) -> str:
        return found[0] if found[0] in kept else mark + found[0][5:]

    def dated(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + days).isoformat()

    for line in lines:
        triple, graph = line.rsplit(" <", 1)
        other = _NAME.sub(named, triple)
        if other != triple:
            yield f"{_DAY.sub(dated, other)} <{_NAME.sub(named, graph)}"


if __name__ == "__main__":
    main()
