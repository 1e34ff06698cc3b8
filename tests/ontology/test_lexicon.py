"""The lexicon holds together and with the ontology."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import pytest

from newsgraph.errors import OntologyError
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.ontology.files import folder
from newsgraph.ontology.lexicon import Embedding, Frame, Slot, Trigger, lexicon, parse
from newsgraph.ontology.turtle import LEX, RDF_TYPE, Node, read
from newsgraph.ontology.vocabulary import vocabulary

SPEAKERS = {None, "subject", "object", "poss", "unnamed", "self"}


def nodes(kind: str) -> list[Node]:
    """The lexicon's nodes of a kind."""
    return [n for n in read((folder("ontology") / "lexicon").glob("*.ttl")) if LEX + kind in n.all(RDF_TYPE)]


def node(kind: str, **values: str) -> Node:
    """A node of a kind with one value for each predicate."""
    return Node(LEX + "test", {RDF_TYPE: (LEX + kind,)} | {LEX + k: (v,) for k, v in values.items()})


def slots(frame: Frame) -> tuple[Slot, ...]:
    """All slots of a frame."""
    return frame.verb_slots + frame.noun_slots


def words(entry: Trigger | Embedding) -> Iterator[tuple[str, str]]:
    """The words of an entry with their kind."""
    for kind in ("verbs", "nouns", "adjectives", "adverbs", "auxiliaries", "prepositions", "subordinators"):
        yield from ((kind, word) for word in getattr(entry, kind, ()))


def repeated(keys: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The keys that come more than once."""
    return [key for key, number in Counter(keys).items() if number > 1]


def test_every_event_class_has_a_trigger() -> None:
    """Each class below ng:Event, or one below it, is evoked by some word."""
    terms = vocabulary()
    evoked = {t.event for t in lexicon().triggers}
    silent = [c for c in terms.subclasses("Event") if not evoked & terms.subclasses(c)]
    assert terms.subclasses("Event") and not silent


def test_every_class_that_design_names_a_leaf_is_evoked_itself() -> None:
    """A class with nothing below it has a trigger of its own."""
    terms = vocabulary()
    leaves = {c for c in terms.subclasses("Event") if terms.subclasses(c) == {c}}
    assert leaves and leaves <= {t.event for t in lexicon().triggers}


def test_every_event_class_has_a_frame() -> None:
    """Each class below ng:Event inherits a frame below the default one."""
    terms = vocabulary()
    framed = {c for f in lexicon().frames for c in f.classes} - {"Eventuality"}
    assert not [c for c in terms.subclasses("Event") - {"Event"} if not _is_framed(c, framed)]


def _is_framed(name: str, framed: set[str]) -> bool:
    terms = vocabulary()
    return bool(framed & terms.superclasses(name)) or bool(framed & terms.subclasses(name))


def test_triggers_evoke_classes_of_events() -> None:
    """What a trigger evokes is a class below ng:Event."""
    events = vocabulary().subclasses("Event")
    assert not [t.name for t in lexicon().triggers if t.event not in events]


def test_frames_are_of_event_classes() -> None:
    """What a frame is of is a class of events, and a frame of none is named by a trigger."""
    events = vocabulary().subclasses("Eventuality")
    named = {t.frame for t in lexicon().triggers}
    assert not [f.name for f in lexicon().frames if not set(f.classes) <= events]
    assert not [f.name for f in lexicon().frames if not f.classes and f.name not in named]


def test_triggers_name_frames_that_exist() -> None:
    """A trigger's own frame is in the lexicon."""
    frames = {f.name for f in lexicon().frames}
    assert {t.frame for t in lexicon().triggers if t.frame} <= frames


@pytest.mark.parametrize("frame", lexicon().frames, ids=lambda f: f.name)
def test_frames_fill_roles_that_their_classes_allow(frame: Frame) -> None:
    """Each slot fills a role that the class, or a class below it, may have, or that its trigger keeps empty."""
    terms = vocabulary()
    triggers = [t for t in lexicon().triggers if t.frame == frame.name]
    kept_empty = {role for t in triggers for role, _ in t.restricts}
    for owner in frame.classes or [t.event for t in triggers]:
        allowed = {role for c in terms.subclasses(owner) for role in terms.roles_of(c)}
        assert {s.role for s in slots(frame)} <= allowed | kept_empty, owner


def test_slots_name_classes_that_exist() -> None:
    """Fillers of slots and restrictions are classes of the ontology."""
    terms = vocabulary()
    fillers = {c for f in lexicon().frames for s in slots(f) for c in s.fillers}
    restricted = {c for t in lexicon().triggers for _, classes in t.restricts for c in classes}
    assert not [c for c in fillers | restricted if c not in terms.terms]


@pytest.mark.parametrize("frame", lexicon().frames, ids=lambda f: f.name)
def test_a_slot_fills_one_role(frame: Frame) -> None:
    """Within a frame no function with the same filler fills two roles."""
    for part in (frame.verb_slots, frame.noun_slots):
        assert not repeated((s.function, c) for s in part for c in s.fillers or ("",))


def test_conditions_speak_of_roles() -> None:
    """What a trigger requires, restricts or narrows by lemma is a role."""
    roles = vocabulary().roles
    required = {r.partition("*")[0] for t in lexicon().triggers for need in t.requires for r in need.split("|")}
    narrowed = {r for t in lexicon().triggers for r, _ in t.restricts + t.heads}
    assert required | narrowed <= roles


def test_no_two_triggers_share_a_word_and_its_conditions() -> None:
    """Words with two readings are told apart by what these require."""
    keys = [(k, w, str((t.requires, t.restricts, t.heads))) for t in lexicon().triggers for k, w in words(t)]
    assert keys and not repeated(keys)


def test_no_two_readings_of_a_word_are_unconditional() -> None:
    """At most one trigger of a word asks for nothing."""
    free = [t for t in lexicon().triggers if not (t.requires or t.restricts or t.heads)]
    assert free and not repeated(key for t in free for key in words(t))


@pytest.mark.parametrize("kind", ["Trigger", "Embedding", "Count", "LightVerb"])
def test_every_entry_has_an_example(kind: str) -> None:
    """A sentence shows each entry in use."""
    entries = nodes(kind)
    assert entries and not [n.name for n in entries if not n.all(LEX + "example")]


def test_no_embedding_contradicts_another() -> None:
    """A word with a given complement stands in one entry only."""
    keys = [
        (kind, word, complement)
        for e in lexicon().embeddings
        for kind, word in words(e)
        for complement in (e.complements if kind in {"verbs", "nouns", "adjectives"} else ("",))
    ]
    assert keys and not repeated(keys)


def test_speakers_are_functions() -> None:
    """The speaker of an embedding is a known function of its word."""
    assert {e.speaker for e in lexicon().embeddings} <= SPEAKERS


def test_counts_tell_what_is_counted_of_what() -> None:
    """Counts name individuals, event classes and roles of the ontology."""
    terms = vocabulary()
    for count in lexicon().counts:
        assert count.counts in terms.terms and count.events + count.nouns, count.name
        assert set(count.events) <= terms.subclasses("Event") and set(count.roles) <= terms.roles, count.name


def test_no_noun_is_counted_twice() -> None:
    """A counting noun stands in one entry."""
    assert not repeated((noun,) for c in lexicon().counts for noun in c.nouns)


def test_deaths_are_counted_of_killings() -> None:
    """A count holds for the classes below its own."""
    deaths = next(c for c in lexicon().counts if c.counts == "Deaths")
    assert any(vocabulary().is_a("Killing", e) for e in deaths.events)


def test_commas_join_functions() -> None:
    """One line may fill a role from several functions."""
    frame = parse([node("Frame", slot="in, at -> place: Place")]).frames[0]
    assert frame.verb_slots == (Slot("in", "place", ("Place",)), Slot("at", "place", ("Place",)))


def test_sets_of_fillers_are_expanded() -> None:
    """A filler may name a set of classes."""
    people = Node(LEX + "People", {RDF_TYPE: (LEX + "Fillers",), LEX + "class": ("Group", "Person")})
    frame = parse([node("Frame", slot="object -> patient: People"), people]).frames[0]
    assert frame.verb_slots[0].fillers == ("Group", "Person")


def test_a_slot_without_a_role_is_refused() -> None:
    """A malformed slot is an error that names its node."""
    with pytest.raises(OntologyError, match="test"):
        parse([node("Frame", slot="object patient")])


def test_denying_makes_its_complement_negative() -> None:
    """ "Denied the attack" says that there was none, and "did not deny" says nothing."""
    entry = next(e for e in lexicon().embeddings if "deny" in e.verbs)
    assert (entry.positive, entry.negative) == (Factuality.CERTAIN_NEGATIVE, Factuality.UNDERSPECIFIED)


@pytest.mark.parametrize(
    ("kind", "word", "complement", "modality"),
    [
        ("verbs", "try", "infinitive", Modality.ATTEMPTED),
        ("verbs", "plan", "infinitive", Modality.PLANNED),
        ("verbs", "ask", "infinitive", Modality.REQUESTED),
        ("verbs", "offer", "infinitive", Modality.OFFERED),
        ("verbs", "expect", "clause", Modality.EXPECTED),
        ("auxiliaries", "should", "clause", Modality.OBLIGATORY),
        ("subordinators", "if", "clause", Modality.CONDITIONAL),
        ("verbs", "say", "clause", Modality.ACTUAL),
    ],
)
def test_modalities(kind: str, word: str, complement: str, modality: Modality) -> None:
    """Each modality has its everyday word."""
    found = [e for e in lexicon().embeddings if word in getattr(e, kind) and complement in e.complements]
    assert [e.modality for e in found] == [modality]


def test_words_are_lemmas_in_lower_case() -> None:
    """Words are written as the parser's lemmas are, without stray blanks."""
    per_word: dict[str, set[str]] = defaultdict(set)
    for entry in (*lexicon().triggers, *lexicon().embeddings):
        for _, word in words(entry):
            per_word[word].add(entry.name)
    assert per_word and not [w for w in per_word if w != " ".join(w.split()) or (w != w.lower())]
