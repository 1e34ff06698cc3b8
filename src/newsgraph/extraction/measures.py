"""Amounts of money, percentages and magnitudes, each tied to the event that its clause tells."""

import re
from collections.abc import Callable, Iterator

from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.quantities import Quantity, quantity_at, quantity_of
from newsgraph.model.findings import Figure, Target
from newsgraph.model.text import Span

# ISO 4217 codes of the currencies that news names by sign or word; a bare "dollar" is that of the United States.
SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "A$": "AUD",
    "C$": "CAD",
    "S$": "SGD",
}
WORDS = dict(
    pair.split(":")
    for pair in (
        "dollar:USD euro:EUR pound:GBP yen:JPY yuan:CNY rouble:RUB ruble:RUB rupee:INR won:KRW lira:TRY "
        "franc:CHF krona:SEK zloty:PLN hryvnia:UAH tenge:KZT rand:ZAR naira:NGN real:BRL shekel:ILS rial:IRR "
        "baht:THB peso:MXN "
    ).split()
)
PERCENT = frozenset({"percent", "per", "%", "pct"})
DECIMAL = re.compile(r"\d(?:\.\d)?")
MAGNITUDE = re.compile(r"magnitude", re.IGNORECASE)


def measures(doc: Doc, event_at: Callable[[Token], Target | None]) -> Iterator[tuple[Figure, Token]]:
    """The measured figures of a text with their words. `event_at` gives the event that a word's clause tells."""
    for token in doc:
        found = _money(token) or _percentage(token) or _magnitude(token)
        if found is not None:
            counts, unit, quantity = found
            target = event_at(token)
            if target is not None:
                yield _figure(counts, unit, quantity, target), token


def _money(token: Token) -> tuple[str, str, Quantity] | None:
    if token.text in SIGNS and token.i + 1 < len(token.doc):
        quantity = quantity_of(token.nbor(1)) if token.nbor(1).like_num else None
        return None if quantity is None else ("Amount", SIGNS[token.text], _from(token, quantity))
    code = WORDS.get(token.lemma_.lower())
    if code is None or token.pos_ not in {"NOUN", "PROPN"} or (quantity := quantity_of(token)) is None:
        return None
    return "Amount", code, _to(token, quantity)


def _percentage(token: Token) -> tuple[str, str, Quantity] | None:
    if token.lower_ not in PERCENT or token.i == 0 or not token.nbor(-1).like_num:
        return None
    if token.lower_ == "per" and (token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "cent"):
        return None
    quantity = quantity_of(token.nbor(-1))
    return None if quantity is None else ("Percentage", "percent", _to(token, quantity))


def _magnitude(token: Token) -> tuple[str, str, Quantity] | None:
    if not MAGNITUDE.search(token.text):
        return None
    near = [t for t in token.doc[max(token.i - 2, 0) : token.i + 4] if DECIMAL.fullmatch(t.text)]
    quantity = quantity_at(token.doc, near[0].i, near[0].i + 1) if near else None
    return None if quantity is None else ("Magnitude", "magnitude", quantity)


def _from(token: Token, quantity: Quantity) -> Quantity:
    span = Span(min(token.idx, quantity.span.start), quantity.span.end)
    return Quantity(quantity.minimum, quantity.maximum, span, quantity.approximate)


def _to(token: Token, quantity: Quantity) -> Quantity:
    span = Span(quantity.span.start, max(token.idx + len(token), quantity.span.end))
    return Quantity(quantity.minimum, quantity.maximum, span, quantity.approximate)


def _figure(counts: str, unit: str, quantity: Quantity, of: Target) -> Figure:
    return Figure(counts, of, quantity.span, quantity.minimum, quantity.maximum, quantity.approximate, unit)
