"""Which offices the people of a story hold, as keys that other stories have too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.model.findings import Findings
from newsgraph.ontology.knowledge import people, territory
from newsgraph.ontology.shared_offices import shared_offices
from newsgraph.ontology.titles import is_built_title, title_parts
from newsgraph.resolution.cards import Entry
from newsgraph.resolution.keys import Keyed
from newsgraph.resolution.names import folded

_OWNED = re.compile(r"(?:[Tt]he )?(.+?)(?:['’]s?)? ((?:[a-z][\w-]* )*[a-z][\w-]*)")


@dataclass(frozen=True, slots=True)
class Holding:
    """The offices of one article's people; those only that one person holds at a time."""

    entry: Entry

    def offices(self, row: int) -> tuple[str, ...]:
        """The keys of the offices that somebody holds, or by which somebody without a name is called."""
        return tuple(sorted({*self._told(row), *self._called(row)}))

    @property
    def _findings(self) -> Findings:
        return self.entry.article.findings

    def _told(self, row: int) -> Iterator[str]:
        for relation in self._findings.relations:
            held = relation.subject == row and relation.predicate == "holdsOffice"
            if held and folded(self._findings.entities[relation.object].label) not in shared_offices():
                yield from Keyed(self.entry).keys(relation.object)

    def _called(self, row: int) -> Iterator[str]:
        """ "Estonia's prime minister", "the Estonian prime minister"."""
        entity = self._findings.entities[row]
        found = None if entity.named or entity.type != "Person" else _OWNED.fullmatch(entity.label)
        if found is None or found[2] in shared_offices() or not _is_title(found[2]):
            return
        states = territory(found[1])
        state = states[0] if len(states) == 1 else people(found[1])
        if state is not None:
            yield f"office|{folded(found[2])}|={state.iri}"


def _is_title(words: str) -> bool:
    """Whether words name an office of a state: "prime minister", "minister for trade"."""
    return words.split()[-1] in title_parts().national or is_built_title(words, frozenset())
