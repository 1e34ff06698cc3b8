"""What became of facts: read from the lines that go and come, for the history of a store."""

import re
from collections.abc import Iterable

from newsgraph.model.archive import Effect
from newsgraph.ontology.prefixes import expand

_STATUS = re.compile(rf"(<[^>]+>) <{re.escape(expand('ng:status'))}> <[^>#]+#(\w+)> ")
_LABEL = re.compile(rf'(<[^>]+>) <{re.escape(expand("rdfs:label"))}> "((?:[^"\\]|\\.)*)"')


def effects(goes: Iterable[str], comes: Iterable[str]) -> list[Effect]:
    """The things whose status has changed, that have become facts or ceased to be there, sorted."""
    gone, come = list(goes), list(comes)
    before, after = dict(_found(_STATUS, gone)), dict(_found(_STATUS, come))
    labels = {**dict(_found(_LABEL, gone)), **dict(_found(_LABEL, come))}
    changed = sorted(node for node in before.keys() | after.keys() if before.get(node) != after.get(node))
    return [Effect(node.strip("<>"), labels.get(node, ""), before.get(node), after.get(node)) for node in changed]


def _found(pattern: re.Pattern[str], lines: Iterable[str]) -> list[tuple[str, str]]:
    matches = (pattern.match(line) for line in lines)
    return [(found[1], found[2]) for found in matches if found]
