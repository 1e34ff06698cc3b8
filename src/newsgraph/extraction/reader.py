"""What the parts of extraction hand to one another for one document."""

from collections.abc import Callable
from dataclasses import dataclass

from newsgraph.extraction.carriers import Carriers
from newsgraph.extraction.context import ContextReader
from newsgraph.extraction.entities import EntityIndex
from newsgraph.extraction.events import EventReader
from newsgraph.extraction.figures import FigureReader
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import Relation, TimeExpression
from newsgraph.model.text import Document


@dataclass(frozen=True, slots=True)
class Readers:
    """The parts, made once and used for all documents."""

    events: EventReader
    carriers: Carriers
    context: Callable[[Callable[[Token], bool]], ContextReader]
    figures: FigureReader
    reports: Callable[[Token], bool]
    is_a: Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """One parsed document with its times, entities and relations."""

    doc: Doc
    document: Document
    times: tuple[TimeExpression, ...]
    index: EntityIndex
    relations: tuple[Relation, ...]
