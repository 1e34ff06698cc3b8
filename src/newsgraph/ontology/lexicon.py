"""The lexicon: how English says each class, role and relation. Read from ontology/lexicon/*.ttl.

A slot is a grammatical function in its deep form: "subject" (also the by-phrase of a passive, the subject of a
governing verb), "object" (also the subject of a passive), "iobject", "clause"; for nouns "poss", "compound",
"adjective"; and, for both, a preposition ("in", "to", "because of").
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.errors import OntologyError
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.ontology.files import folder
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, local, read

Sets = Mapping[str, tuple[str, ...]]


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

    `requires` names roles that must be filled; `restricts` narrows the classes of a role's fillers, `heads` the head
    lemmas of a role's fillers ("patient": "price"). Both only hold where the role is filled. `frame` is tried before
    the frames of the class. `positive` and `modality` say how real the event is by the word alone ("coup attempt").
    """

    name: str
    event: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    frame: str | None = None
    requires: tuple[str, ...] = ()
    restricts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    heads: tuple[tuple[str, tuple[str, ...]], ...] = ()
    positive: Factuality = Factuality.CERTAIN_POSITIVE
    modality: Modality = Modality.ACTUAL


@dataclass(frozen=True, slots=True)
class Embedding:
    """A predicate that says how real its complement is, and, where `speaker` names a slot, who says so.

    `positive` and `negative` are the factuality of the complement under the affirmed and the negated predicate.
    `complements` are the functions that hold the complement ("clause", "object", "to", ...); for what modifies its
    complement (adverbs, auxiliaries, subordinators such as "if", prepositions such as "according to") they say nothing.
    The speaker "self" is the word's own object ("according to X"), "unnamed" somebody who is not named ("reportedly").
    """

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
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
class Count:
    """What a number counts: `counts` is the local name of an individual ("Deaths").

    Either the number stands with a filler of one of `roles` of one of the `events` ("killed eight people"), or it
    stands with one of the `nouns` or `adjectives` ("18 million inhabitants", "eight dead"). An entry with events and
    nouns holds for both.
    """

    name: str
    counts: str
    events: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LightVerb:
    """Verbs that only carry an event noun; `subject` is the function that their subject has for that noun.

    Where `subject` is "self" the noun itself is the subject, and `object` the function that the object has for it.
    `nouns` do the same behind "be" and before "of": "the bank was the target of an attack".
    """

    name: str
    verbs: tuple[str, ...]
    subject: str = "subject"
    object: str = ""
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, each kind sorted by name."""

    frames: tuple[Frame, ...]
    triggers: tuple[Trigger, ...]
    embeddings: tuple[Embedding, ...]
    nominals: tuple[Nominal, ...]
    light: tuple[LightVerb, ...] = ()
    counts: tuple[Count, ...] = ()
    causal_verbs: tuple[str, ...] = ()


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
    sets = {n.name: n.all(LEX + "class") for n in kinds.get("Fillers", ())}
    return Lexicon(
        frames=tuple(_frame(n, sets) for n in kinds.get("Frame", ())),
        triggers=tuple(_trigger(n, sets) for n in kinds.get("Trigger", ())),
        embeddings=tuple(map(_embedding, kinds.get("Embedding", ()))),
        nominals=tuple(
            Nominal(n.name, n.all(LEX + "noun"), local(n.one(LEX + "denotes"))) for n in kinds.get("Nominal", ())
        ),
        light=tuple(
            LightVerb(
                n.name,
                n.all(LEX + "verb"),
                n.one(LEX + "subject", "subject"),
                n.one(LEX + "object"),
                n.all(LEX + "noun"),
            )
            for n in kinds.get("LightVerb", ())
        ),
        counts=tuple(map(_count, kinds.get("Count", ()))),
        causal_verbs=tuple(sorted({v for n in kinds.get("Causation", ()) for v in n.all(LEX + "verb")})),
    )


def _frame(node: Node, sets: Sets) -> Frame:
    return Frame(
        node.name,
        tuple(map(local, node.all(LEX + "of"))),
        tuple(slot for text in node.all(LEX + "slot") for slot in _slots(node, text, sets)),
        tuple(slot for text in node.all(LEX + "nounSlot") for slot in _slots(node, text, sets)),
    )


def _slots(node: Node, text: str, sets: Sets) -> Iterator[Slot]:
    """ "in, at -> place: Place" is two slots; a filler may name a set of classes."""
    functions, arrow, rest = text.partition("->")
    role, _, fillers = rest.partition(":")
    if not arrow or not role.strip():
        raise OntologyError(node.iri, f"slot {text!r} is not of the form 'function, function -> role: Class Class'")
    classes = _expanded(fillers, sets)
    for function in functions.split(","):
        yield Slot(function.strip(), role.strip(), classes)


def _trigger(node: Node, sets: Sets) -> Trigger:
    return Trigger(
        name=node.name,
        event=local(node.one(LEX + "evokes")),
        verbs=node.all(LEX + "verb"),
        nouns=node.all(LEX + "noun"),
        adjectives=node.all(LEX + "adjective"),
        frame=local(node.one(LEX + "frame")) or None,
        requires=node.all(LEX + "requires"),
        restricts=_per_role(node, "restrict", sets),
        heads=_per_role(node, "heads", {}),
        positive=Factuality(local(node.one(LEX + "positive", "CertainPositive"))),
        modality=Modality(local(node.one(LEX + "modality", "Actual"))),
    )


def _per_role(node: Node, predicate: str, sets: Sets) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """ "patient: Person Group" as ("patient", ("Person", "Group"))."""
    parts = (text.partition(":") for text in node.all(LEX + predicate))
    return tuple((role.strip(), _expanded(words, sets)) for role, _, words in parts)


def _expanded(words: str, sets: Sets) -> tuple[str, ...]:
    """The words, those that name a set replaced by its members."""
    return tuple(member for word in words.split() for member in sets.get(word, (word,)))


def _embedding(node: Node) -> Embedding:
    return Embedding(
        name=node.name,
        verbs=node.all(LEX + "verb"),
        nouns=node.all(LEX + "noun"),
        adjectives=node.all(LEX + "adjective"),
        adverbs=node.all(LEX + "adverb"),
        auxiliaries=node.all(LEX + "auxiliary"),
        prepositions=node.all(LEX + "preposition"),
        subordinators=node.all(LEX + "subordinator"),
        speaker=node.one(LEX + "speaker") or None,
        positive=Factuality(local(node.one(LEX + "positive", "CertainPositive"))),
        negative=Factuality(local(node.one(LEX + "negative", "CertainPositive"))),
        modality=Modality(local(node.one(LEX + "modality", "Actual"))),
        complements=node.all(LEX + "complement") or ("clause",),
    )


def _count(node: Node) -> Count:
    return Count(
        node.name,
        local(node.one(LEX + "counts")),
        tuple(map(local, node.all(LEX + "event"))),
        node.all(LEX + "role"),
        node.all(LEX + "noun"),
        node.all(LEX + "adjective"),
    )
