"""What notebooks show of graphs, answers and explanations: HTML without script, in whatever colours the notebook has.

All text comes from articles, and may be meant to be more than text: it is escaped, and characters that hide or turn
around what stands beside them are shown by their numbers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from newsgraph.mapping.minting import KINDS
from newsgraph.model.explorer import Hit, Overview, Span
from newsgraph.model.statements import Iri, Term
from newsgraph.ontology.prefixes import DATA, PREFIXES

if TYPE_CHECKING:
    from newsgraph.storage.explanation import ExplainedFact, Explanation, Passage, ToldClaim

AT_ONCE = 100_000
"""Of a graph with more quads than these only its size is shown: looking through all of them would take too long."""
ROWS = 50
"""So many rows of an answer are shown."""
_LONGEST = 500
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NAME = re.compile(r"[\w.-]+")
_CELL = 'style="text-align:left;vertical-align:top;padding:.15em .6em"'
_MARK = 'style="background:#fde9a9;color:#2b2410;padding:0 .15em"'
_SOFT = 'style="opacity:.7"'
_NAMES = {"told": "told, no fact", "organizations": "organisations"}
_NEXT = "graph.query(…) asks in SPARQL, graph.ask(…) by name, graph.frame(…) gives frames, graph.explain(…) says why."


def of_graph(found: Overview) -> str:
    """A graph: how much there is, what there is most of, what is new, and how to go on."""
    counts = " · ".join(f"<b>{number:,}</b> {_text(_NAMES.get(name, name))}" for name, number in found.counts)
    busiest = ", ".join(f"{_text(node.label)} <span {_SOFT}>{number:,}</span>" for node, number in found.busiest)
    rows = [_line(hit) for hit in found.latest]
    return _box(
        f"<p><b>Graph</b> {counts}</p>",
        f"<p>In most events: {busiest}</p>" if busiest else "",
        _table(("when", "the newest events", "status", "where"), rows) if rows else "<p>No event is told.</p>",
        f"<p {_SOFT}>{_text(_NEXT)}</p>",
    )


def of_size(quads: int) -> str:
    """A graph that is too large to be looked through at once."""
    more = "graph.explorer().overview() counts what is in it, which takes a while."
    return _box(f"<p><b>Graph</b> of {quads:,} quads</p>", f"<p {_SOFT}>{_text(_NEXT)} {_text(more)}</p>")


def of_truth(answer: bool) -> str:
    """The answer to an ASK."""
    return _box(f"<p><b>{'Yes' if answer else 'No'}</b></p>")


def of_rows(columns: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> str:
    """An answer as a table, its first rows."""
    shown = [tuple(map(_cell, row)) for row in rows[:ROWS]]
    left = len(rows) - len(shown)
    cut = f"The first {ROWS} of {len(rows):,} rows; {left:,} are left out." if left > 0 else _many(len(rows), "row")
    return _box(_table(columns, shown), f"<p {_SOFT}>{cut}</p>")


def of_explanation(found: "Explanation") -> str:
    """An explanation: each fact with its claims, the words marked."""
    nothing = f"<p>Nothing is told about {_text(found.subject)}.</p>"
    return _box(*map(_fact, found.facts)) if found.facts else _box(nothing)


def _fact(fact: "ExplainedFact") -> str:
    standing = _text(fact.status or "told, but no fact")
    details = "".join(f"<li>{_text(name)}: {_text(value)}</li>" for name, value in fact.details)
    merges = "".join(f"<li>one with another telling: {_text(reason)}</li>" for reason in fact.merges)
    what = f"<b>{_text(fact.label)}</b> <span {_SOFT}>{_text(fact.type)}, {standing}</span>"
    title = f'<p title="{_text(fact.iri)}">{what}</p>'
    return f"<div>{title}<ul>{details}{merges}</ul>{''.join(map(_claim, fact.claims))}</div>"


def _claim(claim: "ToldClaim") -> str:
    chain = ", said ".join(f"<b>{_text(who)}</b> <span {_SOFT}>({_text(view)})</span>" for who, view in claim.speakers)
    against = "".join(f"<p>Against it: {_text(other)}</p>" for other in claim.contradicted_by)
    rule = 'style="border-left:3px solid currentColor;padding-left:.8em;margin:.6em 0"'
    return f"<div {rule}><p>{chain or 'Nobody is named'}</p>{''.join(map(_passage, claim.passages))}{against}</div>"


def _passage(passage: "Passage") -> str:
    words = f"{_text(passage.before)}<mark {_MARK}>{_text(passage.words)}</mark>{_text(passage.after)}"
    return f"<p><bdi>{words}</bdi><br><cite {_SOFT}>{_text(passage.article)}</cite></p>"


def _box(*parts: str) -> str:
    return f"<div>{''.join(parts)}</div>"


def _table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col" {_CELL}>{_text(column)}</th>' for column in columns)
    body = "".join("<tr>" + "".join(f"<td {_CELL}>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, Iri):
        return f'<code title="{_text(term.value)}">{_text(short(term.value))}</code>'
    value = term.value
    return f"<bdi>{_text(value)}</bdi>" if len(value) <= _LONGEST else f"<bdi>{_text(value[:_LONGEST])}</bdi>…"


def short(iri: str) -> str:
    """An IRI with a prefix where one fits.

    >>> short("https://w3id.org/newsgraph/ontology#Event"), short("https://example.org/a")
    ('ng:Event', 'https://example.org/a')
    """
    for prefix, base in _prefixes().items():
        rest = iri.removeprefix(base)
        if rest != iri and _NAME.fullmatch(rest):
            return f"{prefix}:{rest}"
    return iri


@cache
def _prefixes() -> Mapping[str, str]:
    """The prefixes that graphs are written with."""
    return {**PREFIXES, **{kind: f"{DATA}{kind}/" for kind in KINDS}}


def _text(text: str) -> str:
    """A text as HTML, of which nothing is hidden."""
    return escape(_HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text))


def _when(when: Span) -> str:
    start, end = when.start or "", when.end or ""
    return start if start == end else f"{start} – {end}".strip()


def _line(hit: Hit) -> tuple[str, ...]:
    where = hit.place.label if hit.place else ""
    return tuple(map(_text, (_when(hit.when), hit.node.label, hit.node.status or "", where)))


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
