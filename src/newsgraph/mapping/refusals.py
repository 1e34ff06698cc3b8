"""What the ontology refuses, and why: found once, so that nothing points to what is not there."""

from collections.abc import Callable, Iterator

from newsgraph.mapping.terms import stamp
from newsgraph.model.findings import Argument, Entity, Event, Figure, Findings, Relation, Target, TargetKind
from newsgraph.model.links import Links, Ref
from newsgraph.model.statements import Rejected
from newsgraph.ontology.vocabulary import Kind, Vocabulary

Refused = dict[tuple[TargetKind, Ref], Rejected]


def refusals(links: Links, vocabulary: Vocabulary) -> Refused:
    """The refused rows of all articles: entities first, then what is built on them."""
    refused: Refused = {}
    for number, article in enumerate(links.articles):
        told = {(c.about.kind, c.about.index) for c in article.findings.claims}
        for kind, index, reason in _judge(article.findings, vocabulary, refused, number):
            if reason is None and kind is not TargetKind.ENTITY and (kind, index) not in told:
                reason = Rejected("nobody claims it", _name(article.findings, kind, index))
            if reason is not None:
                refused[kind, Ref(number, index)] = reason
    return refused


def refused_argument(event: Event, argument: Argument, findings: Findings, vocabulary: Vocabulary) -> Rejected | None:
    """Why an argument of an accepted event cannot stand, where its filler is accepted."""
    what = f"{event.type} {event.label!r}, {argument.role}: {_filler(findings, argument.filler)}"
    if argument.role not in vocabulary.roles_of(event.type):
        return Rejected(f"role not allowed: {argument.role} of {event.type}", what)
    if not allowed(event.type, argument.role, _class(findings, argument.filler), vocabulary):
        return Rejected(f"filler out of range: {argument.role} takes {vocabulary.range(argument.role)}", what)
    return None


def allowed(event: str, role: str, filler: str, vocabulary: Vocabulary) -> bool:
    """Whether events of a class may have a role that is filled by something of another class."""
    return role in vocabulary.roles_of(event) and _fits(filler, vocabulary.range(role), vocabulary)


def _judge(
    findings: Findings, vocabulary: Vocabulary, refused: Refused, number: int
) -> Iterator[tuple[TargetKind, int, Rejected | None]]:
    def gone(target: Target) -> bool:
        return (target.kind, Ref(number, target.index)) in refused

    for index, entity in enumerate(findings.entities):
        yield TargetKind.ENTITY, index, _refused_entity(entity, vocabulary)
    for index, event in enumerate(findings.events):
        yield TargetKind.EVENT, index, _refused_event(event, vocabulary)
    for index, figure in enumerate(findings.figures):
        yield TargetKind.FIGURE, index, _refused_figure(figure, findings, vocabulary, gone)
    for index, relation in enumerate(findings.relations):
        yield TargetKind.RELATION, index, _refused_relation(relation, findings, vocabulary, gone)


def _refused_entity(entity: Entity, vocabulary: Vocabulary) -> Rejected | None:
    if not vocabulary.is_a(entity.type, "Entity"):
        return Rejected(f"no class of entities: {entity.type}", repr(entity.label))
    return None if entity.label.strip() else Rejected("no label", entity.type)


def _refused_event(event: Event, vocabulary: Vocabulary) -> Rejected | None:
    if not vocabulary.is_a(event.type, "Event"):
        return Rejected(f"no class of events: {event.type}", repr(event.label))
    return None


def _refused_figure(
    figure: Figure, findings: Findings, vocabulary: Vocabulary, gone: Callable[[Target], bool]
) -> Rejected | None:
    what = f"{figure.counts} {figure.minimum} to {figure.maximum} of {_filler(findings, figure.of)}"
    if gone(figure.of):
        return Rejected("figure of something refused", what)
    if not vocabulary.is_a(figure.counts, "Measure"):
        return Rejected(f"no measure: {figure.counts}", what)
    if figure.minimum is None and figure.maximum is None:
        return Rejected("figure without a bound", what)
    if None not in (figure.minimum, figure.maximum) and (figure.minimum or 0) > (figure.maximum or 0):
        return Rejected("figure with its bounds crossed", what)
    return None


def _refused_relation(
    relation: Relation, findings: Findings, vocabulary: Vocabulary, gone: Callable[[Target], bool]
) -> Rejected | None:
    if relation.dated:
        return _refused_date(relation, findings, vocabulary, gone)
    subject, object_ = (Target(TargetKind.ENTITY, end) for end in (relation.subject, relation.object))
    what = f"{_filler(findings, subject)} {relation.predicate} {_filler(findings, object_)}"
    if gone(subject) or gone(object_):
        return Rejected("relation to something refused", what)
    if relation.predicate not in vocabulary.of_kind(Kind.OBJECT_PROPERTY):
        return Rejected(f"no relation: {relation.predicate}", what)
    if not _fits(_class(findings, subject), vocabulary.domain(relation.predicate), vocabulary):
        return Rejected(f"subject out of domain: {relation.predicate}", what)
    if not _fits(_class(findings, object_), vocabulary.range(relation.predicate), vocabulary):
        return Rejected(f"object out of range: {relation.predicate}", what)
    return None


def _refused_date(
    relation: Relation, findings: Findings, vocabulary: Vocabulary, gone: Callable[[Target], bool]
) -> Rejected | None:
    subject = Target(TargetKind.ENTITY, relation.subject)
    what = f"{_filler(findings, subject)} {relation.predicate} {findings.times[relation.object].value}"
    if gone(subject):
        return Rejected("relation of something refused", what)
    if relation.predicate not in vocabulary.of_kind(Kind.DATA_PROPERTY):
        return Rejected(f"no relation: {relation.predicate}", what)
    if not _fits(_class(findings, subject), vocabulary.domain(relation.predicate), vocabulary):
        return Rejected(f"subject out of domain: {relation.predicate}", what)
    return None if stamp(findings.times[relation.object].value) else Rejected("no date", what)


def _fits(kind: str, wanted: str | None, vocabulary: Vocabulary) -> bool:
    return wanted is None or vocabulary.is_a(kind, wanted)


def _class(findings: Findings, target: Target) -> str:
    return (findings.events if target.kind is TargetKind.EVENT else findings.entities)[target.index].type


def _filler(findings: Findings, target: Target) -> str:
    found = (findings.events if target.kind is TargetKind.EVENT else findings.entities)[target.index]
    return f"{found.type} {found.label!r}"


def _name(findings: Findings, kind: TargetKind, index: int) -> str:
    if kind is TargetKind.FIGURE:
        return f"figure of {_filler(findings, findings.figures[index].of)}"
    return _filler(findings, Target(kind, index))
