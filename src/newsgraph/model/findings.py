"""What extraction finds in one document: surface only, labels and character spans, never IRIs.

Indexes tie the parts together: an `entity` is an index into `Findings.entities`, a `Target` names a row of
`events`, `figures` or `relations`.
"""

from dataclasses import dataclass
from enum import Enum

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.text import Span


class MentionKind(Enum):
    """How a text refers: by a name, by a common noun, by a pronoun or by an adjective ("Kazakh")."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"

    __hash__ = object.__hash__  # Enum hashes its name anew each time


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text refers to an entity. `span` leaves out a leading article."""

    span: Span
    head: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """All the mentions of one thing in one document.

    `type` is the local name of an ontology class ("Country", "Group", "Topic", "Office"); `label` is the fullest name,
    or for what has no name the phrase without its article; `known` is the identifier that a knowledge file gives
    (a Wikidata or GeoNames IRI); `named` tells names from phrases.
    """

    label: str
    type: str
    mentions: tuple[Mention, ...]
    alt_labels: tuple[str, ...] = ()
    known: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in the text with its TIMEX3 value, and what that value says in XML Schema terms.

    `stamp` is one day or a part of one (xsd:date or xsd:dateTime); `begin` and `end` bound a longer or open stretch
    (xsd:date, xsd:dateTime, xsd:gYearMonth, xsd:gYear). All three are None where the value is not anchored.
    `type` is DATE, TIME, DURATION or SET.
    """

    span: Span
    type: str
    value: str
    mod: str | None = None
    stamp: str | None = None
    begin: str | None = None
    end: str | None = None


class TargetKind(Enum):
    """What a claim can be about."""

    EVENT = "event"
    FIGURE = "figure"
    RELATION = "relation"
    ENTITY = "entity"

    __hash__ = object.__hash__  # Enum hashes its name anew each time


@dataclass(frozen=True, slots=True)
class Target:
    """A row of the findings: `index` into the tuple that `kind` names."""

    kind: TargetKind
    index: int


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a role of an event: an entity, or another event.

    `role` is the local name of a role ("agent"), `span` the words that name the filler.
    """

    role: str
    filler: Target
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something told, fact or not. `type` is a local class name; `extent` the clause; `label` a short sentence.

    `triggers` has one span for each place that tells the event; `time` indexes `Findings.times`; `alt_labels` are the
    noun phrases by which the text names the event ("violence"); `whole` indexes the larger event that it is a part of.
    """

    type: str
    label: str
    triggers: tuple[Span, ...]
    extent: Span
    arguments: tuple[Argument, ...] = ()
    time: int | None = None
    alt_labels: tuple[str, ...] = ()
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An observed number. `counts` is the local name of an individual ("Deaths"); `of` an event or an entity.

    `minimum` and `maximum` are inclusive, None where open; `unit` is a currency code or "percent"; `time` (as of
    when) indexes `Findings.times`.
    """

    counts: str
    of: Target
    span: Span
    minimum: float | None = None
    maximum: float | None = None
    approximate: bool = False
    unit: str | None = None
    time: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One telling of a lasting relation; `predicate` is a local property name ("holdsOffice").

    `subject` is an entity; `object` too, or where `dated` a row of `Findings.times`. `words` are the mentions of the
    two that the telling relates, where known; `confidence` (0 to 1) says how sure the reading is.
    """

    subject: int
    predicate: str
    object: int
    span: Span
    words: tuple[Span, Span] | None = None
    confidence: float = 1.0
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker's layer of a claim. `claimant` indexes `Findings.entities`; None is the article's own voice.

    `factuality` and `modality` are those of this speaker's own view of what the claim is about: of the event for the
    innermost voice, of the inner claim for an outer one. `cue` is the word that reports ("said"), `evidence` the words;
    `attribution` (where the text gives it as the speaker's) indexes `Findings.attributions`.
    """

    claimant: int | None
    factuality: Factuality
    modality: Modality
    evidence: Span
    cue: Span | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says about a target, through `voices` from the innermost speaker outwards (one at least)."""

    about: Target
    voices: tuple[Voice, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that a text gives as somebody's, said, written, thought, wanted or known, whatever they are about.

    Each part has spans in the order of the text: `source` (none where nobody is named) names whose they are, `cue`
    tells so ("said"), `content` is what is said. `claimant` indexes `Findings.entities`; `within` is the attribution
    (by index) in whose content this one stands; `direct` tells words in quotation marks from reports.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    claimant: int | None = None
    within: int | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase in full extent, or a pronoun, and the entity that its head names, where it does."""

    span: Span
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The noun phrases and pronouns of a document that speak of one thing; a single one only where it is an entity."""

    phrases: tuple[NounPhrase, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one document; `notes` are plain-English remarks for the user (an unresolved date, say).

    `chains` are there only where they were asked for.
    """

    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    notes: tuple[str, ...] = ()
    chains: tuple[Chain, ...] = ()
