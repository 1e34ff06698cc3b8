"""What follows from facts under rules, kept up to date as facts come and go.

Facts are closed in small parts, so that a change asks for few of them again: an event with its roles and the classes of
its fillers; a chain of places, parts or events upwards from one of them; any other relation alone. All parts that a
change touches are closed together: the names of their nodes are marked with the number of the part, so that no part
joins with another. What follows stands as long as one part supports it and no article says it itself.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from newsgraph.ontology.prefixes import expand
from newsgraph.ontology.rules import Rule
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.resolution import Index
from newsgraph.storage.closure import asked_by, closure

TYPE = f"<{expand('rdf:type')}>"
MARK = "~"
SCHEMA = """
CREATE TABLE fact (
    subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT NOT NULL, PRIMARY KEY (subject, predicate, object)
) WITHOUT ROWID;
CREATE INDEX fact_object ON fact (object, predicate);
CREATE TABLE support (part TEXT NOT NULL, triple TEXT NOT NULL, PRIMARY KEY (part, triple)) WITHOUT ROWID;
CREATE INDEX support_triple ON support (triple);
CREATE TABLE inferred (triple TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Fact(NamedTuple):
    """A triple whose terms are written as in N-Triples."""

    subject: str
    predicate: str
    object: str


class Inference:
    """The facts that rules speak of, in an index, with what follows from them."""

    def __init__(self, index: Index, rules: tuple[Rule, ...]) -> None:
        self.index, self.rules = index, rules
        self._asked = {f"<{name}>" for name in asked_by(rules)}

    def change(self, removed: Iterable[str], added: Iterable[str]) -> tuple[list[str], list[str]]:
        """The inferred triples that go and those that come, given lines of N-Quads that go and come."""
        gone, come = list(self._facts(removed)), list(self._facts(added))
        dirty = set(self._parts(gone))
        self.index.many("DELETE FROM fact WHERE subject = ? AND predicate = ? AND object = ?", gone)
        self.index.many("INSERT OR IGNORE INTO fact VALUES (?, ?, ?)", come)
        dirty |= set(self._parts([*gone, *come]))
        touched = {_triple(fact) for fact in (*gone, *come)}
        touched |= self._support(sorted(dirty))
        return self._shown(sorted(touched))

    def _facts(self, lines: Iterable[str]) -> Iterator[Fact]:
        """The triples that some rule speaks of."""
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            if predicate in self._asked or predicate == TYPE:
                object_ = rest.rsplit(" ", 2)[0]
                if object_.startswith("<") and (predicate != TYPE or object_ in self._asked):
                    yield Fact(subject, predicate, object_)

    def _parts(self, facts: Iterable[Fact]) -> Iterator[str]:
        """The parts that some facts belong to."""
        for fact in facts:
            if fact.predicate in _upward():
                yield from (f"up {node}" for node in self._below(fact.subject))
            elif fact.predicate == TYPE:
                yield f"of {fact.subject}"
                yield from (f"of {subject}" for subject in self._subjects(fact.subject, _roles()))
            elif fact.predicate in _roles():
                yield f"of {fact.subject}"
            else:
                yield f"is {_triple(fact)}"

    def _below(self, node: str) -> set[str]:
        """A node, and those from which a chain leads up to it."""
        found, queue = {node}, [node]
        while queue:
            new = set(self._subjects(queue.pop(), _upward())) - found
            found |= new
            queue.extend(new)
        return found

    def _subjects(self, node: str, predicates: frozenset[str]) -> Iterator[str]:
        """What has a node as one of some properties; of a country, whose events are many, others are not read."""
        sql = "SELECT subject FROM fact WHERE predicate IN (%s) AND object = ?"
        yield from (subject for (subject,) in self.index.among(sql, sorted(predicates), node))

    def _content(self, part: str) -> Iterator[Fact]:
        """The facts of a part."""
        kind, _, name = part.partition(" ")
        if kind == "of":
            yield from self._event(name)
        elif kind == "up":
            yield from self._chain(name)
        else:
            fact = Fact(*name.split(" ", 2))
            sql = "SELECT * FROM fact WHERE subject = ? AND predicate = ? AND object = ?"
            yield from (Fact(*row) for row in self.index.all(sql, *fact))

    def _event(self, node: str) -> Iterator[Fact]:
        """An event with its roles and the classes of all; nothing for what has no role and no class of events."""
        mine = [Fact(*row) for row in self.index.all("SELECT * FROM fact WHERE subject = ?", node)]
        mine = [fact for fact in mine if fact.predicate == TYPE or fact.predicate in _roles()]
        yield from mine
        sql = "SELECT * FROM fact WHERE subject = ? AND predicate = ?"
        for filler in sorted({fact.object for fact in mine if fact.predicate != TYPE}):
            yield from (Fact(*row) for row in self.index.all(sql, filler, TYPE))

    def _chain(self, node: str) -> Iterator[Fact]:
        found, queue = {node}, [node]
        while queue:
            for row in self.index.all("SELECT * FROM fact WHERE subject = ?", queue.pop()):
                fact = Fact(*row)
                if fact.predicate in _upward():
                    yield fact
                    queue += [fact.object] if fact.object not in found else []
                    found.add(fact.object)

    def _support(self, parts: list[str]) -> set[str]:
        """Work out anew what follows from some parts; the triples about which that may have changed something."""
        old = {(part, t) for part, t in self.index.among("SELECT part, triple FROM support WHERE part IN (%s)", parts)}
        lines = [_line(fact, number) for number, part in enumerate(parts) for fact in self._content(part)]
        new = set()
        if lines:
            store = ox.Store()
            store.bulk_load("".join(lines), format=ox.RdfFormat.N_TRIPLES)
            new = {_unmarked(triple, parts) for triple in closure(store, self.rules)}
        self.index.many("DELETE FROM support WHERE part = ? AND triple = ?", sorted(old - new))
        self.index.many("INSERT INTO support VALUES (?, ?)", sorted(new - old))
        return {triple for _, triple in old ^ new}

    def _shown(self, triples: list[str]) -> tuple[list[str], list[str]]:
        """Show what is supported and said by no article, and nothing else."""
        gone: list[str] = []
        come: list[str] = []
        for triple in triples:
            fact = triple.split(" ", 2)
            supported = self.index.value("SELECT 1 FROM support WHERE triple = ? LIMIT 1", triple) is not None
            said = "SELECT 1 FROM fact WHERE subject = ? AND predicate = ? AND object = ?"
            wanted = supported and self.index.value(said, *fact) is None
            shown = self.index.value("SELECT 1 FROM inferred WHERE triple = ?", triple) is not None
            if wanted != shown:
                (come if wanted else gone).append(triple)
        self.index.many("DELETE FROM inferred WHERE triple = ?", ((triple,) for triple in gone))
        self.index.many("INSERT INTO inferred VALUES (?)", ((triple,) for triple in come))
        return gone, come


def _triple(fact: Fact) -> str:
    return " ".join(fact)


def _line(fact: Fact, part: int) -> str:
    """A fact whose nodes are marked with the number of the part; classes are nobody's own."""
    mark = f"{MARK}{part}>"
    object_ = fact.object if fact.predicate == TYPE else fact.object[:-1] + mark
    return f"{fact.subject[:-1]}{mark} {fact.predicate} {object_} .\n"


def _unmarked(triple: ox.Triple, parts: list[str]) -> tuple[str, str]:
    """The part that a marked triple follows from, and the triple without marks."""
    subject, _, number = str(triple.subject)[:-1].rpartition(MARK)
    object_ = str(triple.object)
    head, mark, end = object_[:-1].rpartition(MARK)
    plain = f"{head}>" if mark and end == number else object_
    return parts[int(number)], f"{subject}> {triple.predicate} {plain}"


@cache
def _roles() -> frozenset[str]:
    """The roles, as N-Triples writes them."""
    return frozenset(f"<{expand(f'ng:{name}')}>" for name in vocabulary().roles)


@cache
def _upward() -> frozenset[str]:
    """The properties that carry on through what stands between, and those that imply them."""
    words = vocabulary()
    carried = [term.name for term in words.terms.values() if "Transitive" in term.traits and term.name != "relatedTo"]
    return frozenset(f"<{expand(f'ng:{below}')}>" for name in carried for below in words.subclasses(name))
