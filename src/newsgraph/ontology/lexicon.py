"""The lexicon: how English says each class, role and relation. Read from ontology/lexicon/*.ttl.

A slot is a grammatical function in its deep form: "subject" (also the by-phrase of a passive, the subject of a
governing verb), "object" (also the subject of a passive), "iobject", "clause"; for nouns "poss", "compound", "adjective";
and, for both, a preposition ("in", "to", "because of").
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, local, read


@dataclass(frozen=True, slots=True)
class Slot:
    """One way of filling a role: from a grammatical function, by fillers of the given classes (none: by any)."""

    function: str
    role: str
    fillers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """How verbs and nouns of some event classes fill roles."""

    name: str
    classes: tuple[str, ...]
    verb_slots: tuple[Slot, ...]
    noun_slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that evoke an event class. Lemmas may hold a particle ("step down") or an object noun ("take + hostage").

    `requires` names roles that must be filled; `restricts` narrows the fillers of roles; `frame` overrides the
    frame of the class. `light` verbs carry a noun trigger ("launch" an attack).
    """

    name: str
    event: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    frame: str | None = None
    requires: tuple[str, ...] = ()
    restricts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Embedding:
    """A predicate that says how real its complement is, and, where `speaker` names a slot, who says so.

    `positive` and `negative` are the factuality of the complement under the affirmed and the negated predicate.
    `complements` are the functions that hold the complement ("clause", "object", "to", ...).
    """

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    speaker: str | None = None
    positive: Factuality = Factuality.CERTAIN_POSITIVE
    negative: Factuality = Factuality.CERTAIN_POSITIVE
    modality: Modality = Modality.ACTUAL
    complements: tuple[str, ...] = ("clause",)


@dataclass(frozen=True, slots=True)
class Nominal:
    """Common nouns that denote members of an entity class; lemmas, possibly of several words."""

    name: str
    nouns: tuple[str, ...]
    type: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, each kind sorted by name."""

    frames: tuple[Frame, ...]
    triggers: tuple[Trigger, ...]
    embeddings: tuple[Embedding, ...]
    nominals: tuple[Nominal, ...]
    light_verbs: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    return parse(read((folder("ontology") / "lexicon").glob("*.ttl")))


def parse(nodes: Iterable[Node]) -> Lexicon:
    """The lexicon that some nodes make; other nodes are passed over."""
    kinds: dict[str, list[Node]] = {}
    for node in nodes:
        for kind in node.all(RDF_TYPE):
            kinds.setdefault(kind.removeprefix(LEX), []).append(node)
    return Lexicon(
        frames=tuple(map(_frame, kinds.get("Frame", ()))),
        triggers=tuple(map(_trigger, kinds.get("Trigger", ()))),
        embeddings=tuple(map(_embedding, kinds.get("Embedding", ()))),
        nominals=tuple(Nominal(n.name, n.all(LEX + "noun"), local(n.one(LEX + "denotes"))) for n in kinds.get("Nominal", ())),
        light_verbs=tuple(sorted({v for n in kinds.get("LightVerb", ()) for v in n.all(LEX + "verb")})),
    )


def _frame(node: Node) -> Frame:
    return Frame(
        node.name,
        tuple(map(local, node.all(LEX + "of"))),
        tuple(_slot(node, s) for s in node.all(LEX + "slot")),
        tuple(_slot(node, s) for s in node.all(LEX + "nounSlot")),
    )


def _slot(node: Node, text: str) -> Slot:
    """"object -> patient: MilitaryForce Weapon", the fillers being optional."""
    function, arrow, rest = text.partition("->")
    role, _, fillers = rest.partition(":")
    if not arrow or not function.strip() or not role.strip():
        raise OntologyError(node.iri, f"slot {text!r} is not of the form 'function -> role: Class Class'")
    return Slot(function.strip(), role.strip(), tuple(fillers.split()))


def _trigger(node: Node) -> Trigger:
    restricts = (text.partition(":") for text in node.all(LEX + "restrict"))
    return Trigger(
        name=node.name,
        event=local(node.one(LEX + "evokes")),
        verbs=node.all(LEX + "verb"),
        nouns=node.all(LEX + "noun"),
        adjectives=node.all(LEX + "adjective"),
        frame=local(node.one(LEX + "frame")) or None,
        requires=node.all(LEX + "requires"),
        restricts=tuple((role.strip(), tuple(classes.split())) for role, _, classes in restricts),
    )


def _embedding(node: Node) -> Embedding:
    return Embedding(
        name=node.name,
        verbs=node.all(LEX + "verb"),
        nouns=node.all(LEX + "noun"),
        adjectives=node.all(LEX + "adjective"),
        adverbs=node.all(LEX + "adverb"),
        auxiliaries=node.all(LEX + "auxiliary"),
        speaker=node.one(LEX + "speaker") or None,
        positive=Factuality(local(node.one(LEX + "positive", "CertainPositive"))),
        negative=Factuality(local(node.one(LEX + "negative", "CertainPositive"))),
        modality=Modality(local(node.one(LEX + "modality", "Actual"))),
        complements=node.all(LEX + "complement") or ("clause",),
    )
