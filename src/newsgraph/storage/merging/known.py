"""What the sources tell of names that links have: their classes, names, and the facts that one thing has one of."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsgraph.ontology.prefixes import expand
from newsgraph.storage.merging import tables
from newsgraph.storage.merging.classes import meant
from newsgraph.storage.merging.lines import parted, text
from newsgraph.storage.merging.members import Links
from newsgraph.storage.merging.provenance import of_source
from newsgraph.storage.merging.sources import Source
from newsgraph.storage.merging.tables import Functional, Meaning
from newsgraph.storage.terms import unescaped

# So many names of a thing are kept, and so many values of a fact from one source.
MOST = 12
_LITERAL = re.compile(rb'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+))?')


@dataclass(slots=True)
class Known:
    """By the number of a name; `described` has a bit for each source that tells something of it (see `bit`)."""

    described: dict[int, int] = field(default_factory=dict)
    classes: dict[int, set[str]] = field(default_factory=dict)
    labels: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    values: dict[int, dict[str, set[bytes]]] = field(default_factory=dict)
    targets: set[int] = field(default_factory=set)

    def label(self, name: int) -> str:
        """One label: English if there is one, or of no language, the longest; empty where there is none."""
        found = self.labels.get(name, ())
        return min(found, key=lambda one: (_foreign(one[0]), -len(one[1]), one[1]), default=("", ""))[1]


def _foreign(language: str) -> int:
    return 0 if language in ("", "en") else 1 if language.startswith("en-") else 2


def know(known: Known, source: Source, number: int, links: Links, meanings: Mapping[str, Meaning]) -> None:
    """Add what a source tells."""
    takers = _takers(known, links, meanings)
    numbers, mine, described = links.numbers, bit(number, source.ours), known.described
    told = {f"<{iri}>".encode() for iri in tables.links()}
    last, name = b"", None
    with source.lines.open("rb") as lines:
        for line in lines:
            subject, predicate, _ = line.split(b" ", 2)
            if subject != last:
                last, name = subject, numbers.get(subject)
            if name is not None and predicate not in told:
                own_bit = mine if not source.ours or own(line) else bit(number, False)
                described[name] = described.get(name, 0) | own_bit
            taker = takers.get(predicate)
            if taker is not None and (name is not None or taker.both):
                _, _, object_, _ = parted(line[:-1])
                taker.take(subject, object_)


def bit(number: int, ours: bool) -> int:
    """The bit of a source by its number. What a graph of ours has from others counts as others' too: two bits each."""
    return 1 << (2 * number + ours)


def own(line: bytes) -> bool:
    """Whether a line of a graph of ours is ours, and not of a source that was merged before."""
    return b"/source/" not in line or not of_source(parted(line[:-1])[3])


@dataclass(frozen=True, slots=True)
class _Taker:
    """Takes the subject and the object of a line; `both` is whether it is about the object too."""

    take: Callable[[bytes, bytes], None]
    both: bool = False


def _takers(known: Known, links: Links, meanings: Mapping[str, Meaning]) -> dict[bytes, _Taker]:
    every: dict[str, Meaning] = {iri: Meaning(iri, "same") for iri in tables.functional()} | dict(meanings)
    found: dict[bytes, _Taker] = {}
    for iri, meaning in every.items():
        functional = tables.functional().get(meaning.means)
        if meaning.means == expand("rdf:type"):
            found[f"<{iri}>".encode()] = _Taker(_typing(known, links))
        elif meaning.how == "name":
            found[f"<{iri}>".encode()] = _Taker(_naming(known, links))
        elif functional is not None:
            found[f"<{iri}>".encode()] = _valued(known, links, meaning, functional)
    found[f"<{expand('ng:mergedFrom')}>".encode()] = _Taker(_targeting(known, links))
    return found


def _typing(known: Known, links: Links) -> Callable[[bytes, bytes], None]:
    read: dict[bytes, frozenset[str]] = {}

    def take(subject: bytes, object_: bytes) -> None:
        if object_ not in read:
            read[object_] = meant(text(object_), links.parents) if object_.startswith(b"<") else frozenset()
        if read[object_]:
            known.classes.setdefault(links.numbers[subject], set()).update(read[object_])

    return take


def _naming(known: Known, links: Links) -> Callable[[bytes, bytes], None]:
    def take(subject: bytes, object_: bytes) -> None:
        found = _LITERAL.match(object_)
        if found is None:
            return
        labels = known.labels.setdefault(links.numbers[subject], [])
        label = ((found[2] or b"").decode().casefold(), unescaped(found[1].decode()))
        if label not in labels:
            labels.append(label)
        if len(labels) > MOST:
            # The smallest are kept, so that the order in which they come does not matter.
            labels.sort(key=lambda one: (_foreign(one[0]), one))
            del labels[MOST:]

    return take


def _valued(known: Known, links: Links, meaning: Meaning, functional: Functional) -> _Taker:
    backwards = (meaning.how == "inverse") != functional.inverse

    def take(subject: bytes, object_: bytes) -> None:
        thing, value = (object_, subject) if backwards else (subject, object_)
        if (name := links.numbers.get(thing)) is not None:
            values = known.values.setdefault(name, {}).setdefault(meaning.means, set())
            values.add(value)
            if len(values) > MOST:
                values.discard(max(values))

    return _Taker(take, both=backwards)


def _targeting(known: Known, links: Links) -> Callable[[bytes, bytes], None]:
    def take(_: bytes, object_: bytes) -> None:
        if (name := links.numbers.get(object_)) is not None:
            known.targets.add(name)

    return take
