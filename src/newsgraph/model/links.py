"""What resolution finds across documents: which mentions mean one thing, and how the claims about it stand."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from newsgraph.model.findings import Findings, TargetKind
from newsgraph.model.text import Document
from newsgraph.model.things import Matched


def digest(*parts: str) -> str:
    """Twenty hexadecimal digits that depend on the parts and on where one ends and the next begins.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    framed = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.sha256(framed.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def document_digest(document: Document) -> str:
    """What tells articles apart: their text and their source, never what the input happens to call them."""
    source = (document.publisher, document.agency, document.url, document.date)
    return digest(document.text, *(part or "" for part in source))


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its findings and its digest."""

    document: Document
    findings: Findings
    digest: str

    @classmethod
    def of(cls, document: Document, findings: Findings) -> Self:
        """The article that a document and its findings make."""
        return cls(document, findings, document_digest(document))


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A row of one article's findings: `article` indexes `Links.articles`, `index` the tuple that the context names."""

    article: int
    index: int


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A row of `Findings.entities` held against an identifier that a knowledge file gives.

    `score` is 0 to 1, `reasons` are in words, `judgement` is "accepted" or "unsure".
    """

    entity: int
    target: str
    score: float
    reasons: tuple[str, ...]
    judgement: str


@dataclass(frozen=True, slots=True)
class Links:
    """Some articles, and what the world knows of their rows.

    `names` are the names of the things that rows are of, where several articles may speak of them; `statuses` those of
    events and of the figures of entities; `matches` say why a row is held to be one with another, or might be;
    `publishers` are the names of publishers and agencies; `copies` gives, by its number, for an article that is a copy
    the digest of the original.
    """

    articles: tuple[Article, ...]
    names: Mapping[tuple[TargetKind, Ref], str] = field(default_factory=dict)
    statuses: Mapping[tuple[TargetKind, Ref], str | None] = field(default_factory=dict)
    matches: Mapping[tuple[TargetKind, Ref], tuple[Matched, ...]] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[int, str] = field(default_factory=dict)


def rows(articles: tuple[Article, ...], kind: TargetKind) -> Iterator[Ref]:
    """Every row of a kind in some articles, in order."""
    for number, article in enumerate(articles):
        found = article.findings
        sizes = {
            TargetKind.ENTITY: len(found.entities),
            TargetKind.EVENT: len(found.events),
            TargetKind.FIGURE: len(found.figures),
            TargetKind.RELATION: len(found.relations),
        }
        yield from (Ref(number, index) for index in range(sizes[kind]))
