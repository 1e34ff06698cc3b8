"""Which words fill which roles of an event: the frame of its class, laid over the functions of its trigger."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.extraction.carriers import Carriers
from newsgraph.extraction.grammar import functions
from newsgraph.extraction.parse import Token
from newsgraph.extraction.prepositions import Filler, direct
from newsgraph.ontology.lexicon import Frame, Lexicon, Slot, Trigger


@dataclass(frozen=True, slots=True)
class FrameTable:
    """The slots of each class, from the most specific frame to the most general."""

    verb_slots: Mapping[str, tuple[tuple[Slot, int], ...]]
    noun_slots: Mapping[str, tuple[tuple[Slot, int], ...]]
    ranked: dict[tuple[str | None, str, bool], dict[str, list[Slot]]] = field(default_factory=dict)

    def by_function(self, frame: str | None, event: str, *, noun: bool) -> Mapping[str, Sequence[Slot]]:
        """The slots of a trigger by the function that they read, the nearest and the strictest first; kept."""
        key = frame, event, noun
        if key not in self.ranked:
            own = self.of(f"lex:{frame}", noun=noun) if frame else ()
            found: dict[str, list[tuple[bool, int, Slot]]] = {}
            for slot, distance in tuple((s, d - 1) for s, d in own) + self.of(event, noun=noun):
                found.setdefault(slot.function, []).append((not slot.fillers, distance, slot))
            ranked = {f: sorted(s, key=lambda x: (x[1], x[0], x[2].role)) for f, s in found.items()}
            self.ranked[key] = {f: [slot for _, _, slot in s] for f, s in ranked.items()}
        return self.ranked[key]

    def of(self, event: str, *, noun: bool) -> tuple[tuple[Slot, int], ...]:
        """The slots of a class with their distance from it."""
        return (self.noun_slots if noun else self.verb_slots).get(event, ())


def frame_table(lexicon: Lexicon, ancestry: Callable[[str], Iterable[str]], classes: Iterable[str]) -> FrameTable:
    """Frames inherited down the tree; `ancestry` gives a class and its superclasses, nearest first."""
    owners: dict[str, list[Frame]] = {}
    for frame in lexicon.frames:
        for name in (*frame.classes, f"lex:{frame.name}"):
            owners.setdefault(name, []).append(frame)
    names = [*classes, *(f"lex:{f.name}" for f in lexicon.frames)]
    lines = {c: [(f, d) for d, a in enumerate(_line(c, ancestry)) for f in owners.get(a, ())] for c in names}
    return FrameTable(
        {c: tuple((s, d) for f, d in line for s in f.verb_slots) for c, line in lines.items()},
        {c: tuple((s, d) for f, d in line for s in f.noun_slots) for c, line in lines.items()},
    )


def _line(name: str, ancestry: Callable[[str], Iterable[str]]) -> list[str]:
    return [name] if name.startswith("lex:") else list(ancestry(name))


@dataclass(frozen=True, slots=True)
class Filled:
    """A role with the word that fills it, and the function through which it does."""

    role: str
    head: Token
    function: str
    near: bool = True


@dataclass(frozen=True, slots=True)
class RoleFinder:
    """Fills the roles of a trigger. `type_of` gives the class of what a word stands for; `excluded` words fill none."""

    frames: FrameTable
    is_a: Callable[[str, str], bool]
    type_of: Callable[[Token], str | None]
    carriers: Carriers
    excluded: Callable[[Token], bool]

    def fill(self, token: Token, trigger: Trigger, fixed: str = "") -> tuple[Filled, ...] | None:
        """The roles of an event that this word evokes as that trigger; None where it is not in that sense."""
        noun = token.pos_ in {"NOUN", "PROPN"}
        slots = self.frames.by_function(trigger.frame, trigger.event, noun=noun)
        found: list[Filled] = []
        for filler in self._around(token, trigger, fixed, noun=noun):
            if filler.head.i == token.i or self.excluded(filler.head) or any(f.head.i == filler.head.i for f in found):
                continue
            if fixed and _is_bare(filler.head, fixed) and self._is_thin(self.type_of(filler.head)):
                continue
            if (role := self._role(filler, slots)) is not None:
                found.append(Filled(role, filler.head, filler.function, filler.near))
        return self._checked(trigger, _one_source(found))

    def _role(self, filler: Filler, slots: Mapping[str, Sequence[Slot]]) -> str | None:
        kind = self.type_of(filler.head)
        if kind is None and filler.head.pos_ in {"VERB", "AUX"} and filler.function != "clause":
            return None
        for slot in slots.get(filler.function, ()):
            if not slot.fillers and (kind is not None or filler.near):
                return slot.role
            if kind is not None and any(self.is_a(kind, wanted) for wanted in slot.fillers):
                return slot.role
        return None

    def _checked(self, trigger: Trigger, found: list[Filled]) -> tuple[Filled, ...] | None:
        for role, classes in trigger.restricts:
            heads = [f.head for f in found if f.role == role]
            if heads and not any(self._fits(h, classes, loose=role == "agent") for h in heads):
                return None
        for role, lemmas in trigger.heads:
            heads = [f.head for f in found if f.role == role]
            if heads and not any(h.lemma_.lower() in lemmas for h in heads):
                return None
        roles = Counter(f.role for f in found)
        return tuple(found) if all(_is_met(need, roles) for need in trigger.requires) else None

    def _is_thin(self, kind: str | None) -> bool:
        """Whether a noun that is only the fixed object of a phrase names nothing beside the event."""
        return kind is None or kind == "Topic" or self.is_a(kind, "Eventuality")

    def _fits(self, head: Token, classes: tuple[str, ...], *, loose: bool) -> bool:
        """Whether a filler is of the classes; an agent may also be of a wider one ("people" for workers)."""
        kind = self.type_of(head)
        return kind is not None and any(self.is_a(kind, c) or (loose and self.is_a(c, kind)) for c in classes)

    def _around(self, token: Token, trigger: Trigger, fixed: str, *, noun: bool) -> Iterator[Filler]:
        """What is reachable; where an object is part of the phrase ("broke ties with"), what hangs on it too."""
        named = {fixed, *(lemma for _, lemmas in trigger.heads for lemma in lemmas)}
        for filler in self.reachable(token, noun=noun):
            yield filler
            if not noun and filler.function == "object" and filler.head.lemma_.lower() in named:
                yield from direct(filler.head, near=False)

    def reachable(self, token: Token, *, noun: bool) -> Iterator[Filler]:
        """The functions of the word itself and, for a noun, of the verb that carries it."""
        yield from functions(token)
        if noun:
            yield from self.carriers.fillers(token)


def _is_met(need: str, roles: Mapping[str, int]) -> bool:
    """Whether enough roles are filled: "agent|place" asks for one of the two, "agent*2" for two agents."""
    asked = (role.partition("*") for role in need.split("|"))
    return any(roles.get(role, 0) >= int(times or 1) for role, _, times in asked)


def _is_bare(noun: Token, fixed: str) -> bool:
    """Whether a noun is only the fixed object of a phrase ("open fire"), not counted or described."""
    counts = any(c.dep_ in {"nummod", "amod", "poss", "compound", "prep"} for c in noun.children)
    return fixed in {noun.lower_, noun.lemma_.lower()} and not counts


def _one_source(found: list[Filled]) -> list[Filled]:
    """A role that is filled near the trigger is not filled from afar as well."""
    near = {f.role for f in found if f.near} - {"place"}
    objects = {f.role for f in found if f.function == "object"} - {"agent"}
    kept = (f for f in found if f.near or f.function == "subject" or f.role not in near)
    return [f for f in kept if f.function != "subject" or f.role not in objects]
