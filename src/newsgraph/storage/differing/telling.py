"""A difference as text or JSON."""

import json
from collections.abc import Iterator
from itertools import groupby

from newsgraph.model.differing import Counts, Detail, Difference, Differing

_SIGNS = {"new": "+", "gone": "-", "changed": "~"}
# What makes a thing what it is, for one line about it.
_HEAD = ("status", "time", "beginning", "end")
MOST = 8


def as_json(difference: Difference) -> str:
    """All of it."""
    things = [
        {
            "change": one.change, "kind": one.kind.name.lower(), "name": one.name, "label": one.label, "type": one.type,
            "details": [{"what": d.what, "gone": list(d.gone), "new": list(d.new)} for d in one.details],
        }
        for one in difference.things
    ]  # fmt: skip
    counts = {
        kind.name.lower(): {"new": some.new, "gone": some.gone, "changed": some.changed}
        for kind, some in difference.counts.items()
    }
    return (
        json.dumps({"same": difference.same, "counts": counts, "things": things}, ensure_ascii=False, indent=1) + "\n"
    )


def as_text(difference: Difference) -> str:
    """A line for each thing that differs, with what has changed below it; empty where nothing does."""
    return "".join(f"{line}\n" for line in _lines(difference))


def _lines(difference: Difference) -> Iterator[str]:
    told = {kind: list(group) for kind, group in groupby(difference.things, key=lambda one: one.kind)}
    for kind, counts in difference.counts.items():
        yield f"{kind.value}: {_counted(counts)}"
        for one in told.get(kind, ()):
            yield f"  {_SIGNS[one.change]} {_thing(one)}"
            if one.change == "changed":
                yield from (f"      {_detail(detail)}" for detail in one.details)


def _counted(counts: Counts) -> str:
    parts = ((counts.new, "new"), (counts.gone, "gone"), (counts.changed, "changed"))
    return ", ".join(f"{number:,} {word}" for number, word in parts if number)


def _thing(one: Differing) -> str:
    heads = [value for d in one.details if one.change != "changed" and d.what in _HEAD for value in (*d.new, *d.gone)]
    told = ", ".join((one.type, *heads) if one.type else heads)
    return f"{one.label or one.name}{f' ({told})' if told else ''}"


def _detail(detail: Detail) -> str:
    if len(detail.gone) == len(detail.new) == 1:
        return f"{detail.what}: {detail.gone[0]} -> {detail.new[0]}"
    gone, new = (_some(sign, values) for sign, values in (("- ", detail.gone), ("+ ", detail.new)))
    return f"{detail.what}: {', '.join((*gone, *new))}"


def _some(sign: str, values: tuple[str, ...]) -> list[str]:
    shown = [sign + _short(value) for value in values[:MOST]]
    return [*shown, f"{sign}{len(values) - MOST} more"] if len(values) > MOST else shown


def _short(value: str) -> str:
    return value if len(value) <= 100 else f"{value[:99]}…"
