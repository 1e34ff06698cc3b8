"""What a merge did, as Markdown or JSON; names and labels come from strangers, and are escaped."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from newsgraph.model.merging import Apart, Joined, Merged, Named, Reason, Told

_ACTIVE = re.compile(r"([\\`*_{}\[\]()#+!|<>~&$^=:.-])")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def as_json(merged: Merged) -> str:
    """All of it."""
    return json.dumps(asdict(merged), ensure_ascii=False, indent=1) + "\n"


def summary(merged: Merged) -> str:
    """One line."""
    parts = [
        f"{merged.quads:,} quads", f"{merged.external:,} of others", f"{merged.aligned:,} of them said in our terms",
        f"{len(merged.joined):,} things joined", f"{len(merged.doubtful):,} doubtful",
        f"{len(merged.conflicts):,} in conflict",
    ]  # fmt: skip
    return ", ".join(parts)


def as_markdown(merged: Merged) -> str:
    """All of it, to be read."""
    return "\n".join(_lines(merged)) + "\n"


def _lines(merged: Merged) -> Iterator[str]:
    yield from ("# Merge report", "", summary(merged) + ".", "", "## Inputs", "")
    yield from ("| input | whose | quads | SHA-256 | graph |", "|---|---|---:|---|---|")
    for one in merged.inputs:
        whose = "ours" if one.ours else "others'"
        yield f"| {_safe(one.name)} | {whose} | {one.quads} | {one.sha256} | {_code(one.graph)} |"
    if merged.refused:
        yield from (
            "",
            f"{merged.refused} links are about terms of vocabularies, claims or words, and were passed over.",
        )
    yield from _aparts("In conflict", "These cannot be one, though links say so. None was joined.", merged.conflicts)
    yield from _aparts("Doubtful", "These are hardly one. None was joined; somebody should look.", merged.doubtful)
    yield from ("", "## Joined", "")
    for joined in merged.joined:
        yield from _joined(joined)
    if not merged.joined:
        yield "Nothing."


def _aparts(head: str, says: str, aparts: Iterable[Apart]) -> Iterator[str]:
    yield from ("", f"## {head}", "")
    some = tuple(aparts)
    yield says if some else "Nothing."
    for apart in some:
        labels = list(dict.fromkeys(one.label for one in apart.names if one.label))
        yield from ("", f"### {' / '.join(map(_safe, labels)) or _code(apart.names[0].name)}", "")
        yield from (f"- {_named(one)}" for one in apart.names)
        for reason in apart.reasons:
            yield from _reason(reason)


def _reason(reason: Reason) -> Iterator[str]:
    yield from ("", f"**{_safe(reason.why)}**: {_code(reason.left)} and {_code(reason.right)}", "")
    if reason.chain:
        yield from ("Linked by, the weakest first:", "")
        yield from (f"{number}. {_told(one)}" for number, one in enumerate(reason.chain, 1))


def _told(one: Told) -> str:
    source = f", says {_safe(one.source)}" if one.source else ""
    return f"{_code(one.left)} {_code(one.by)} {_code(one.right)} ({one.score:g}{source})"


def _joined(joined: Joined) -> Iterator[str]:
    label = next((one.label for one in joined.names if one.name == joined.stays and one.label), "")
    label = label or next((one.label for one in joined.names if one.label), "")
    yield f"- {_safe(label) or 'no label'}: {_code(joined.stays)}"
    yield from (f"    - {_named(one)}" for one in joined.names if one.name != joined.stays)


def _named(one: Named) -> str:
    label = f"{_safe(one.label)} " if one.label else ""
    told = f" ({', '.join(map(_safe, one.told_by))})" if one.told_by else ""
    return f"{label}{_code(one.name)}{told}"


def _safe(text: str) -> str:
    """Text that Markdown takes for text."""
    return _ACTIVE.sub(r"\\\1", _SPACE.sub(" ", text).strip())


def _code(text: str) -> str:
    plain = _SPACE.sub(" ", text).replace("`", "'").replace("|", "%7C")
    return f"`{plain}`" if plain else ""
