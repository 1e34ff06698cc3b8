"""Two graphs held against each other, subject by subject, neither of them in memory as a whole."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from os import PathLike
from pathlib import Path

from newsgraph.model.differing import FACTS, Counts, Difference, Kind
from newsgraph.ontology.prefixes import expand
from newsgraph.storage.differing.facts import PASSED, Changed, Pair, changed, differing, literal
from newsgraph.storage.differing.naming import names
from newsgraph.storage.differing.reading import read
from newsgraph.storage.merging.lines import joined, parted
from newsgraph.storage.merging.sources import Progress
from newsgraph.storage.sorting import in_order

_LABEL = f"<{expand('rdfs:label')}>".encode()
# Of these only their number is told.
_COUNTED = frozenset({Kind.CLAIM, Kind.TEXT})
Group = tuple[bytes, list[bytes]]
Given = str | PathLike[str]


def diff(
    left: str | PathLike[str], right: str | PathLike[str], *, facts: bool = False, progress: Progress | None = None
) -> Difference:
    """How the second of two graphs (files or stores) differs from the first; only in `facts`, if that is all one wants.

    Neither the order of triples, nor the format, nor named graphs, nor how blank nodes are called matter; nor by which
    run an article was read, nor which of its names a merged thing has.
    """
    with tempfile.TemporaryDirectory(prefix="newsgraph-diff-") as folder:
        paths = [read(Path(one), Path(folder, name), progress) for one, name in ((left, "left"), (right, "right"))]
        same = names(paths)
        found = list[Changed]()
        counts = Counter[tuple[Kind, str]]()
        for one in _changes(*(in_order(_renamed(path, same)) for path in paths)):
            if not facts or one.kind in FACTS:
                counts[one.kind, one.change] += 1
                if one.kind not in _COUNTED:
                    found.append(one)
        labels = _labels(paths, found, same)
    found.sort(key=lambda one: (list(Kind).index(one.kind), one.label, one.subject))
    return Difference(tuple(differing(one, labels) for one in found), _counted(counts))


def _counted(counts: Counter[tuple[Kind, str]]) -> dict[Kind, Counts]:
    kinds = [kind for kind in Kind if any(of is kind for of, _ in counts)]
    return {kind: Counts(counts[kind, "new"], counts[kind, "gone"], counts[kind, "changed"]) for kind in kinds}


def _renamed(path: Path, same: dict[bytes, bytes]) -> Iterator[bytes]:
    """Triples with the one name of each thing, without those that tell of runs and names."""
    with path.open("rb") as lines:
        for line in lines:
            subject, predicate, object_, _ = parted(line[:-1])
            if predicate not in PASSED:
                yield joined(same.get(subject, subject), predicate, same.get(object_, object_), b"")


def _changes(left: Iterator[bytes], right: Iterator[bytes]) -> Iterator[Changed]:
    for subject, before, after in _side_by_side(left, right):
        if before != after and (found := changed(subject, _pairs(before), _pairs(after))) is not None:
            yield found


def _pairs(lines: Iterable[bytes]) -> set[Pair]:
    return {(predicate, object_) for _, predicate, object_, _ in (parted(line[:-1]) for line in lines)}


def _side_by_side(left: Iterator[bytes], right: Iterator[bytes]) -> Iterator[tuple[bytes, list[bytes], list[bytes]]]:
    """Each subject with its lines in both."""
    one, other = _groups(left), _groups(right)
    a, b = next(one, None), next(other, None)
    while a is not None or b is not None:
        if b is None or (a is not None and a[0] < b[0]):
            assert a is not None
            yield a[0][:-1], a[1], []
            a = next(one, None)
        elif a is None or b[0] < a[0]:
            yield b[0][:-1], [], b[1]
            b = next(other, None)
        else:
            yield a[0][:-1], a[1], b[1]
            a, b = next(one, None), next(other, None)


def _groups(lines: Iterator[bytes]) -> Iterator[Group]:
    """The lines of each subject; its name has the space behind it, as the order of lines counts that in."""
    for subject, group in groupby(lines, key=lambda line: line[: line.index(b" ") + 1]):
        yield subject, list(group)


def _labels(paths: Iterable[Path], found: Iterable[Changed], same: dict[bytes, bytes]) -> dict[bytes, str]:
    """The labels of what the differences speak of."""
    wanted = {value for one in found for _, value in (*one.gone, *one.new) if value.startswith(b"<")}
    labels: dict[bytes, str] = {}
    for path in paths if wanted else ():
        with path.open("rb") as lines:
            for line in lines:
                subject, predicate, _ = line.split(b" ", 2)
                name = same.get(subject, subject)
                if predicate == _LABEL and name in wanted:
                    label = literal(parted(line[:-1])[2])
                    labels[name] = min(labels.get(name, label), label)
    return labels


def patch(
    left: str | PathLike[str], right: str | PathLike[str], *, progress: Progress | None = None
) -> Iterator[bytes]:
    """What must go from the first of two graphs, and what must come, to make the second of it: an RDF Patch.

    A triple that only stands in another graph is not told. Lines have graphs where the inputs have.
    """
    with tempfile.TemporaryDirectory(prefix="newsgraph-diff-") as folder:
        paths = [read(Path(one), Path(folder, name), progress) for one, name in ((left, "left"), (right, "right"))]
        goes, comes = Path(folder, "goes"), Path(folder, "comes")
        with goes.open("wb") as gone, comes.open("wb") as come:
            for _, before, after in _side_by_side(*(in_order(_lines(path)) for path in paths)):
                gone.writelines(_only(before, after))
                come.writelines(_only(after, before))
        yield b"TX .\n"
        for letter, path in ((b"D ", goes), (b"A ", comes)):
            with path.open("rb") as lines:
                yield from (letter + line for line in lines)
        yield b"TC .\n"


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as lines:
        yield from lines


def _only(mine: list[bytes], others: list[bytes]) -> Iterator[bytes]:
    """The lines whose triples the others lack."""
    if mine == others:
        return
    known = {parted(line[:-1])[:3] for line in others}
    yield from (line for line in mine if parted(line[:-1])[:3] not in known)
