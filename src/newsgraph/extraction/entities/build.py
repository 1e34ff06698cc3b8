"""From chains to entities: labels, spans of characters, and the index of words."""

from collections.abc import Iterable

from newsgraph.extraction.entities.found import Chain, Found
from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.parse import Doc
from newsgraph.model.findings import Entity, Mention, MentionKind
from newsgraph.model.text import Span
from newsgraph.ontology import knowledge

# Names shorter than this are abbreviations ("US", "U.S.", "UK").
SHORT = 5


def index_of(doc: Doc, chains: Iterable[Chain]) -> EntityIndex:
    """The entities in the order of the text."""
    ordered = sorted((c for c in chains if c.mentions), key=lambda c: (c.first, c.mentions[0].head))
    heads = {i: n for n, chain in enumerate(ordered) for m in chain.mentions for i in m.tokens}
    return EntityIndex(tuple(entity(doc, chain) for chain in ordered), heads)


def entity(doc: Doc, chain: Chain) -> Entity:
    """The value that other layers see."""
    label, others = _labels(chain)
    mentions = tuple(mention(doc, m) for m in chain.mentions)
    return Entity(label, chain.type, mentions, others, chain.known, chain.named)


def mention(doc: Doc, found: Found) -> Mention:
    """Character spans of a mention."""
    span, head = found.span(doc), found.token(doc)
    kind = MentionKind.NAME if found.people or found.proper else found.kind
    return Mention(Span(span.start_char, span.end_char), Span(head.idx, head.idx + len(head)), kind)


def _labels(chain: Chain) -> tuple[str, tuple[str, ...]]:
    """The fullest name and the others; for what has no name, the first phrase."""
    names = [m.label for m in chain.mentions if m.kind is MentionKind.NAME]
    if not chain.named:
        nouns = [m.label for m in chain.mentions if m.kind is MentionKind.NOMINAL]
        return nouns[0], ()
    place, body = knowledge.by_iri(chain.known), _body(names)
    label = max(names or [chain.mentions[0].label], key=lambda name: (len(name), not name.isupper()))
    if place and (not names or len(label) < SHORT or place.name in names):
        label = place.name
    extra = [body.name] if body and knowledge.key(body.name) not in map(knowledge.key, names) else []
    return label, tuple(sorted({*names, *extra} - {label}))


def _body(names: Iterable[str]) -> knowledge.Body | None:
    return next((body for name in names if (body := knowledge.body(name))), None)
