"""What has another name in the other graph though it is the same: what was merged, and relations whose ends were."""

from collections.abc import Iterable
from pathlib import Path

from newsgraph.ontology.prefixes import expand
from newsgraph.storage.merging.lines import parted

_MERGED = f"<{expand('ng:mergedFrom')}>".encode()
_PARTS = tuple(f"<{expand(f'ng:{name}')}>".encode() for name in ("subject", "predicate", "object"))


def names(paths: Iterable[Path]) -> dict[bytes, bytes]:
    """The one name of each thing that has another one in one of some graphs."""
    merged: dict[bytes, bytes] = {}
    relations: dict[bytes, dict[bytes, bytes]] = {}
    for path in paths:
        with path.open("rb") as lines:
            for line in lines:
                _, predicate, _ = line.split(b" ", 2)
                if predicate == _MERGED:
                    subject, _, object_, _ = parted(line[:-1])
                    _join(merged, subject, object_)
                elif predicate in _PARTS:
                    subject, _, object_, _ = parted(line[:-1])
                    relations.setdefault(subject, {})[predicate] = object_
    found = {name: _top(merged, name) for name in merged}
    return {name: top for name, top in (found | _relations(relations, found)).items() if name != top}


def _join(merged: dict[bytes, bytes], one: bytes, other: bytes) -> None:
    left, right = sorted((_top(merged, one), _top(merged, other)))
    merged[right] = left
    merged.setdefault(left, left)


def _top(merged: dict[bytes, bytes], name: bytes) -> bytes:
    while (above := merged.get(name, name)) != name:
        name = above
    return name


def _relations(relations: dict[bytes, dict[bytes, bytes]], found: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """The name of a relation follows from its ends: of those with the same ends one name stands for all."""
    first: dict[tuple[bytes, ...], bytes] = {}
    for name in sorted(relations):
        parts = relations[name]
        if len(parts) == len(_PARTS):
            first.setdefault(tuple(found.get(parts[part], parts[part]) for part in _PARTS), name)
    return {
        name: first[tuple(found.get(parts[part], parts[part]) for part in _PARTS)]
        for name, parts in relations.items()
        if len(parts) == len(_PARTS)
    }
