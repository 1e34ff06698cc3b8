"""What merging graphs and comparing two of them tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """What was merged: its name, its SHA-256 (of a store, nothing), how many quads it has, and whether it is ours."""

    name: str
    sha256: str
    quads: int
    ours: bool
    graph: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name (an IRI, or a key such as "iso3166-1-alpha-2 KZ"), its label if it has one, and who tells of it."""

    name: str
    label: str
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """That two names are of one thing: by a property, as a source says, with how far that is trusted (0 to 1)."""

    left: str
    right: str
    by: str
    source: str
    score: float


@dataclass(frozen=True, slots=True)
class Joined:
    """Names of one thing, and the one that stays."""

    stays: str
    names: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two names are not of one thing, and the links that lead from the one to the other, the weakest first."""

    left: str
    right: str
    why: str
    chain: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Names that links hold together and that stay apart."""

    names: tuple[Named, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did.

    `joined` were different names before; `conflicts` cannot be one, `doubtful` hardly can: both stay apart, and a
    person may look at them. `refused` counts links that are about terms of vocabularies, or about claims and words.
    """

    inputs: tuple[Input, ...]
    joined: tuple[Joined, ...]
    doubtful: tuple[Apart, ...]
    conflicts: tuple[Apart, ...]
    quads: int
    external: int
    aligned: int
    refused: int
