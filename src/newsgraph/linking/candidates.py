"""What a source elsewhere has by the names of entities, and how it describes that.

Nothing that an endpoint says is taken for granted: names that were not asked for, IRIs that are no items of the source,
and names that its own descriptions do not bear out are left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsgraph.linking.inquiry import Inquiry
from newsgraph.linking.tables import Row, batches, iri, is_iri, named, table, text, values
from newsgraph.model.linking import Item, Place, Sought, Term
from newsgraph.ontology.bindings import literal
from newsgraph.ontology.profiles import Profile

Progress = Callable[[int, int], None]
NAMES, ITEMS = 50, 40
# Longer names are looked for only as they stand.
LONG = 60
# A name that so many bear tells nothing.
MOST = 30


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A source that can be looked up by names."""

    inquiry: Inquiry
    profile: Profile

    def items(self, sought: Sequence[Sought], progress: Progress | None = None) -> Mapping[str, tuple[Item, ...]]:
        """The items by the names of some entities, by the IRIs of these; in the order of their IRIs."""
        spelled = {one.iri: tuple(dict.fromkeys(form for name in one.names for form in forms(name))) for one in sought}
        asked = sorted({form for forms_ in spelled.values() for form in forms_})
        bearers = self._bearers(asked, progress)
        wanted = sorted({item for found in bearers.values() for item in found})
        described = self._described(wanted, progress)
        return {one.iri: tuple(_called(spelled[one.iri], bearers, described)) for one in sought}

    def _bearers(self, names: Sequence[str], progress: Progress | None) -> dict[str, set[str]]:
        """The items that bear each of some names."""
        found: dict[str, set[str]] = defaultdict(set)
        path, done = self.profile.paths["name"], 0
        other = self.profile.path("elsewhere")
        own = f" FILTER NOT EXISTS {{ ?item {other} ?meant }}" if other else ""
        for batch in batches(names, NAMES):
            tagged = [term for name in batch for term in self._tagged(name)]
            rows, _ = self._table("?name ?item", f"{values('name', tagged)} ?item {path} ?name{own}")
            for name, item in ((text(row[0]), iri(row[1])) for row in rows):
                if name in batch and self.profile.is_item(item) and is_iri(item):
                    found[name].add(item)
            done += len(batch)
            if progress:
                progress(done, len(names))
        return {name: items for name, items in found.items() if len(items) <= MOST}

    def _tagged(self, name: str) -> Iterator[str]:
        """A name as a term in each of the languages."""
        quoted = literal("name", "string", name)
        yield from (f"{quoted}@{language}" if language else quoted for language in self.profile.languages)

    def _described(self, items: Sequence[str], progress: Progress | None) -> dict[str, Item]:
        found: dict[str, Item] = {}
        for batch in batches(items, ITEMS):
            found |= self._batch(batch)
            if progress:
                progress(len(found), len(items))
        return found

    def _batch(self, items: Sequence[str]) -> dict[str, Item]:
        within = values("item", named(items))
        label, kinds = self.profile.paths["label"], sorted(self.profile.kinds)
        labels, asked = self._about(within, f"?item {label} ?value . {self._spoken('value')}", "?value")
        every, _ = self._about(within, f"?item {self.profile.paths['name']} ?value . {self._spoken('value')}", "?value")
        classes, _ = self._about(
            within, f"{values('value', named(kinds))} ?item {self.profile.paths['type']} ?value", "?value"
        )
        places, bodies = self._related(within, "place"), self._related(within, "body")
        people, terms = self._simple(within, "population"), self._terms(within)
        return {
            item: Item(
                item,
                tuple(sorted({text(row[0]) for row in every[item]})),
                tuple(sorted({text(row[0]) for row in labels[item]})),
                tuple(sorted({kind for row in classes[item] for kind in self.profile.kinds.get(iri(row[0]), ())})),
                tuple(sorted({Place(iri(row[0]), text(row[1])) for row in places[item]})),
                tuple(sorted({Place(iri(row[0]), text(row[1])) for row in bodies[item]})),
                terms(item),
                max((_number(text(row[0])) for row in people[item]), default=0.0),
                asked,
            )
            for item in items
        }

    def _related(self, within: str, meaning: str) -> dict[str, list[Row]]:
        path, label = self.profile.path(meaning), self.profile.paths["label"]
        if path is None:
            return defaultdict(list)
        pattern = f"?item {path} ?other . ?other {label} ?name . {self._spoken('name')}"
        return self._about(within, pattern, "?other ?name")[0]

    def _simple(self, within: str, meaning: str) -> dict[str, list[Row]]:
        path = self.profile.path(meaning)
        return defaultdict(list) if path is None else self._about(within, f"?item {path} ?value", "?value")[0]

    def _terms(self, within: str) -> Callable[[str], tuple[Term, ...]]:
        path, name = self.profile.path("position"), self.profile.path("officeName")
        if path is None or name is None:
            return lambda item: ()
        rest = ((m, v) for m, v in (("officeOf", "of"), ("start", "start"), ("end", "end")) if self.profile.path(m))
        optional = " ".join(
            f"OPTIONAL {{ ?held {self.profile.path(meaning)} ?{variable} }}" for meaning, variable in rest
        )
        if self.profile.path("officeOf"):
            optional += f" OPTIONAL {{ ?of {self.profile.paths['label']} ?ofName {self._spoken('ofName')} }}"
        pattern = f"?item {path} ?held . ?held {name} ?name . {self._spoken('name')} {optional}"
        rows, _ = self._about(within, pattern, "?held ?name ?of ?ofName ?start ?end")
        return lambda item: tuple(_spans(rows[item]))

    def _about(self, within: str, pattern: str, columns: str) -> tuple[dict[str, list[Row]], str]:
        """The rows of each item."""
        rows, asked = self._table(f"?item {columns}", f"{within} {pattern}")
        found: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            found[iri(row[0])].append(row[1:])
        return found, asked

    def _spoken(self, variable: str) -> str:
        """Only what is in one of the languages."""
        said = ", ".join(literal("language", "string", one) for one in self.profile.languages)
        return f"FILTER(LANG(?{variable}) IN ({said}))"

    def _table(self, columns: str, pattern: str) -> tuple[list[Row], str]:
        return table(self.inquiry, self.profile.prologue, columns, pattern)


def forms(name: str) -> Iterator[str]:
    """How a name may stand elsewhere: as it is, without its article, not in capitals only, in the other spelling.

    >>> list(forms("The Hague")), list(forms("WASHINGTON")), list(forms("Treaty Organisation"))
    (['The Hague', 'Hague'], ['WASHINGTON', 'Washington'], ['Treaty Organisation', 'Treaty Organization'])
    """
    plain = " ".join(name.split())
    if not plain or any("\ud800" <= char <= "\udfff" for char in plain):
        return
    yield plain
    if len(plain) > LONG:
        return
    if plain[:4].casefold() == "the ":
        yield plain[4:]
    if plain.isupper() and len(plain) > 5:
        yield plain.title()
    for one, other in (("isation", "ization"), ("ization", "isation")):
        if one in plain:
            yield plain.replace(one, other)


def _called(names: Iterable[str], bearers: Mapping[str, set[str]], described: Mapping[str, Item]) -> Iterator[Item]:
    """The items that bear some of an entity's names, each with those; the descriptions must bear that out."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for item in bearers.get(name, ()):
            if name in described[item].called:
                found[item].append(name)
    for item in sorted(found):
        one = described[item]
        yield Item(
            one.iri, tuple(found[item]), one.labels, one.kinds, one.places, one.bodies, one.terms, one.people, one.asked
        )


def _spans(rows: Iterable[Row]) -> Iterator[Term]:
    """The terms of an item, each once, with all that have the office."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[text(row[0]), text(row[1])].append(row)
    for (held, name), same in sorted(found.items()):
        of = tuple(sorted({iri(row[2]) for row in same} - {""}))
        names = tuple(sorted({text(row[3]) for row in same} - {""}))
        start, end = ({text(row[place])[:10] for row in same} - {""} for place in (4, 5))
        yield Term(held, name, of, names, min(start, default=""), max(end, default=""))


def _number(said: str) -> float:
    try:
        return float(said)
    except ValueError:
        return 0.0
