"""Which events are parts of larger ones: the deaths in an attack, the damage that a blast did."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from newsgraph.extraction.events import Mention
from newsgraph.extraction.layers import State
from newsgraph.extraction.parse import Token
from newsgraph.extraction.told import Story
from newsgraph.model.factuality import Modality
from newsgraph.model.findings import TargetKind

LARGER = ("Attack", "Clash", "Disaster", "Riot", "Coup", "MilitaryIntervention", "MilitaryOperation")
PARTS = ("Death", "Injury", "Destruction")
# How a part hangs on its whole ("exploded, killing three"; "an attack that killed three"; "attacked and burned").
BELOW = frozenset({"advcl", "conj", "relcl", "acl", "xcomp", "dep"})
# How a whole hangs on its part ("three were hurt when a bomb went off").
WHEN = frozenset({"when", "as", "after", "while"})
# How many sentences behind a whole its parts are still told.
NEARBY = 2
EXCLUSIVE = ("agent", "place")


def wholes(story: Story, is_a: Callable[[str, str], bool], stamps: Mapping[int, str | None]) -> Mapping[int, int]:
    """The larger event of each event that is a part of one; `stamps` gives the dates of time expressions."""
    return dict(_Finder(story, is_a, stamps).pairs())


def harms(story: Story, is_a: Callable[[str, str], bool], event: int) -> Iterator[int]:
    """The events of which an event is the cause by the words of one of its own sentences: deaths, injuries, damage."""
    members = story.groups[event]
    here = {story.mentions[n].token.sent.start for n in members}
    for n, mention in enumerate(story.mentions):
        causes = {a.filler.index for a in story.fillers[n] if a.role == "cause" and a.filler.kind is TargetKind.EVENT}
        harmful = any(is_a(mention.trigger.event, c) for c in PARTS) and mention.token.sent.start in here
        if harmful and not causes.isdisjoint(members):
            yield story.event_of[n]


@dataclass(frozen=True, slots=True)
class _Finder:
    story: Story
    is_a: Callable[[str, str], bool]
    stamps: Mapping[int, str | None]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs (part, whole) of events; no whole is itself a part."""
        mentions = self.story.mentions
        larger = [n for n, m in enumerate(mentions) if self._of(m, LARGER) and not self._of(m, PARTS)]
        for event, members in enumerate(self.story.groups):
            if all(self._of(mentions[n], PARTS) for n in members):
                found = next((w for n in members if (w := self._whole(n, larger)) is not None), None)
                if found is not None:
                    yield event, self.story.event_of[found]

    def _of(self, mention: Mention, classes: tuple[str, ...]) -> bool:
        return any(self.is_a(mention.trigger.event, c) for c in classes)

    def _whole(self, part: int, larger: list[int]) -> int | None:
        """The mention of a part's whole: its cause, what it hangs on in its sentence, or what was told just before."""
        if (cause := self._cause(part)) in larger:
            return cause
        word = self.story.mentions[part].token
        fitting = [n for n in larger if self._fits(n, part)]
        here = [n for n in fitting if self.story.mentions[n].token.sent == word.sent]
        tied = next((n for n in here if _tied(self.story.mentions[n].token, word)), None)
        if tied is not None or here or cause is not None:
            return tied
        return self._before(part, fitting)

    def _cause(self, part: int) -> int | None:
        events = (a for a in self.story.fillers[part] if a.role == "cause" and a.filler.kind is TargetKind.EVENT)
        return next((a.filler.index for a in events), None)

    def _fits(self, whole: int, part: int) -> bool:
        """Whether both happened, and neither day, agent nor place keeps them apart."""
        states = (self.story.layers[n][0].state for n in (whole, part))
        days = {day[:10] for n in (whole, part) if (day := self._day(n))}
        apart = (self._fillers(whole, r) and self._fillers(part, r) for r in EXCLUSIVE)
        shared = (self._fillers(whole, r) & self._fillers(part, r) for r in EXCLUSIVE)
        kept = all(not both or same for both, same in zip(apart, shared, strict=True))
        return all(map(_happened, states)) and len(days) <= 1 and kept

    def _day(self, mention: int) -> str | None:
        time = self.story.times[mention]
        return None if time is None else self.stamps.get(time)

    def _fillers(self, mention: int, role: str) -> frozenset[int]:
        event = self.story.groups[self.story.event_of[mention]]
        return frozenset(a.filler.index for n in event for a in self.story.fillers[n] if a.role == role)

    def _before(self, part: int, fitting: list[int]) -> int | None:
        """The last event told before, where the part is a clause of its own with somebody or something that suffers."""
        mention = self.story.mentions[part]
        if mention.is_noun or not mention.heads("patient"):
            return None
        starts = sorted({m.token.sent.start for m in self.story.mentions} | {mention.token.sent.start})
        here = starts.index(mention.token.sent.start)
        near = frozenset(starts[max(here - NEARBY, 0) : here])
        before = [n for n in fitting if self.story.mentions[n].token.sent.start in near]
        return before[-1] if before else None


def _happened(state: State) -> bool:
    return state.modality is Modality.ACTUAL and state.factuality.certainty == 3 and state.factuality.polarity > 0


def _tied(whole: Token, part: Token) -> bool:
    """Whether one hangs on the other as parts and wholes do."""
    word = part
    while word.dep_ in BELOW and word.head.i != word.i:
        word = word.head
        if word.i == whole.i:
            return True
    when = any(c.lower_ in WHEN for c in whole.children if c.dep_ in {"mark", "advmod"})
    return when and whole.dep_ == "advcl" and whole.head.i == part.i
