"""What many articles tell of one thing together, as values that the mapping writes down.

Names are IRIs; `home` is the digest of the only article that tells of a thing, None where several do.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matched:
    """Two tellings held to be one (`same`), or doubted to be: their names alone, how sure that is, and why."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    same: bool = True
    judge: str = "machine"


@dataclass(frozen=True, slots=True)
class Linked:
    """A link to an identifier elsewhere, how sure it is, why, and how it stands ("accepted", "unsure", "rejected")."""

    target: str
    score: float
    reasons: tuple[str, ...]
    judgement: str
    judge: str = "machine"


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's judgement ("same", "different", "unsure") on two names; `thing` is what both are, if they are one."""

    left: str
    right: str
    verdict: str
    judge: str
    reason: str
    thing: str | None


@dataclass(frozen=True, slots=True)
class Called:
    """How articles call a thing: a label with its class, other names, and whether it is a name."""

    label: str
    type: str
    named: bool
    alt_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityThing:
    """A person, body, place or the like.

    `merged` are names that several rows may have, of things with identifiers which people have judged to be this one.
    """

    name: str
    home: str | None
    called: tuple[Called, ...]
    links: tuple[Linked, ...] = ()
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with its words, as an event has it; the stamps are in XML Schema's forms."""

    type: str
    value: str
    stamp: str | None
    begin: str | None
    end: str | None
    words: str


@dataclass(frozen=True, slots=True)
class EventTelling:
    """What one article says an event is; tellings stand in the order of publication."""

    type: str
    label: str
    alt_labels: tuple[str, ...]
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two claims that exclude each other, each with the digest of its article."""

    left: str
    left_home: str
    right: str
    right_home: str


@dataclass(frozen=True, slots=True)
class Part:
    """Something about an event, told by one article (`home` is its digest) or by several: a property and a name.

    `kinds` are the classes of the event by which it is told, with the class of the filler.
    """

    property: str
    name: str
    home: str | None
    kinds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EventThing:
    """An event; `status` is None for what is no fact.

    `roles` are its fillers, `wholes` the larger events that it is a part of, `figures` are (name, status, digest of the
    article) of its figures, `fulfils` the names of plans that it fulfils.
    """

    name: str
    home: str | None
    status: str | None
    tellings: tuple[EventTelling, ...]
    roles: tuple[Part, ...] = ()
    wholes: tuple[Part, ...] = ()
    figures: tuple[tuple[str, str | None, str], ...] = ()
    oppositions: tuple[Opposition, ...] = ()
    fulfils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationThing:
    """A lasting relation: names of its ends, and the labels that the first telling gives them."""

    predicate: str
    subject: str
    object: str | None
    value: str | None
    labels: tuple[str, str]
    home: str | None
    status: str | None
    oppositions: tuple[Opposition, ...] = ()
