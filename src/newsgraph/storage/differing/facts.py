"""What differs about one subject, in terms of what a graph tells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsgraph.model.differing import Detail, Differing, Kind
from newsgraph.model.statements import Layer
from newsgraph.ontology.prefixes import PREFIXES, expand
from newsgraph.ontology.vocabulary import vocabulary
from newsgraph.storage.layers import CLASSES
from newsgraph.storage.merging.lines import text
from newsgraph.storage.terms import unescaped

NG = PREFIXES["ng"]
Pair = tuple[bytes, bytes]
_TYPE, _LABEL = (f"<{expand(name)}>".encode() for name in ("rdf:type", "rdfs:label"))
# Of a run, not of what is told: the same articles read on another day tell the same.
_RUNS = tuple(f"<{expand(name)}>".encode() for name in ("prov:Activity", "prov:SoftwareAgent"))
PASSED = frozenset(f"<{expand(name)}>".encode() for name in ("prov:wasGeneratedBy", "ng:mergedFrom"))
_ROOTS = (
    ("Event", Kind.EVENT), ("IrrealisEvent", Kind.TOLD), ("Relation", Kind.RELATION), ("Figure", Kind.FIGURE),
    ("Link", Kind.LINK), ("Match", Kind.LINK), ("Claim", Kind.CLAIM), ("Entity", Kind.ENTITY),
)  # fmt: skip
_ARTICLE = expand("schema:NewsArticle")
_TEXT = frozenset(expand(name) for name in CLASSES[Layer.TEXT]) - {_ARTICLE}
_WORDS = {expand("ng:status"): "status", expand("rdfs:label"): "label", expand("rdf:type"): "class"}
_TIMES = {expand(f"sem:{name}"): word for name, word in (
    ("hasTimeStamp", "time"), ("hasBeginTimeStamp", "beginning"), ("hasEndTimeStamp", "end"))}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changed:
    """A subject with the predicates and objects that only one graph has, and the classes and label it has at all."""

    subject: bytes
    change: str
    kind: Kind
    types: tuple[str, ...]
    label: str
    gone: tuple[Pair, ...]
    new: tuple[Pair, ...]


def changed(subject: bytes, before: set[Pair], after: set[Pair]) -> Changed | None:
    """What differs about a subject; None where nothing does, or only the run by which it was read."""
    types = sorted({text(o) for p, o in before | after if p == _TYPE and o.startswith(b"<")})
    if any(f"<{name}>".encode() in _RUNS for name in types):
        return None
    kind = kind_of(types)
    change = "new" if not before else "gone" if not after else "changed"
    label = _label(after) or _label(before)
    gone, new = sorted(before - after), sorted(after - before)
    return Changed(subject, change, kind, tuple(types), label, tuple(gone), tuple(new))


def kind_of(types: Iterable[str]) -> Kind:
    """The kind of what has some classes."""
    found = tuple(types)
    for root, kind in _ROOTS:
        if any(vocabulary().is_a(name.removeprefix(NG), root) for name in found if name.startswith(NG)):
            return kind
    if _ARTICLE in found:
        return Kind.ARTICLE
    return Kind.TEXT if _TEXT.intersection(found) else Kind.OTHER


def _label(pairs: Iterable[Pair]) -> str:
    return min((literal(o) for p, o in pairs if p == _LABEL), default="")


def literal(term: bytes) -> str:
    """The text of a literal; of another term, the term as it is written."""
    if not term.startswith(b'"'):
        return term.decode()
    return unescaped(term[1 : term.rindex(b'"')].decode())


def differing(one: Changed, labels: Mapping[bytes, str]) -> Differing:
    """The same as people read it."""
    types = [name for name in one.types if not name.startswith("http://semanticweb.cs.vu.nl/")] or list(one.types)
    words = ", ".join(short(name) for name in types)
    name = text(one.subject) if one.subject.startswith(b"<") else one.subject.decode()
    return Differing(one.change, one.kind, name, one.label, words, tuple(_details(one, labels)))


def _details(one: Changed, labels: Mapping[bytes, str]) -> Iterable[Detail]:
    predicates = sorted({p for p, _ in (*one.gone, *one.new)}, key=lambda p: (_rank(p), p))
    for predicate in predicates:
        gone, new = (
            tuple(sorted(_value(o, labels) for p, o in pairs if p == predicate)) for pairs in (one.gone, one.new)
        )
        yield Detail(_what(text(predicate)), gone, new)


def _rank(predicate: bytes) -> int:
    iri = text(predicate)
    return 0 if iri in _WORDS else 1 if iri in _TIMES else 2


def _what(iri: str) -> str:
    name = iri.removeprefix(NG)
    if iri.startswith(NG) and name in vocabulary().terms:
        return _WORDS.get(iri) or vocabulary().label(name)
    return _WORDS.get(iri) or _TIMES.get(iri) or short(iri)


def _value(term: bytes, labels: Mapping[bytes, str]) -> str:
    if term.startswith(b"<") and not term.startswith(b"<<("):
        return labels.get(term) or short(text(term))
    return literal(term)


def short(iri: str) -> str:
    """An IRI with its prefix; a term of ours by its name alone."""
    if iri.startswith(NG):
        return iri.removeprefix(NG)
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and len(iri) > len(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
