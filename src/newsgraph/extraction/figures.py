"""Figures: how many were killed, came, live somewhere; each tied to its event or place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsgraph.extraction.antecedents import conjuncts
from newsgraph.extraction.events import Mention
from newsgraph.extraction.grammar import governor
from newsgraph.extraction.measures import WORDS
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.prepositions import prepositional
from newsgraph.extraction.quantities import Quantity, quantity_of
from newsgraph.extraction.referents import Referents
from newsgraph.extraction.subjects import surface_subjects
from newsgraph.model.findings import Figure, Target, TargetKind
from newsgraph.model.text import Span
from newsgraph.ontology.lexicon import Count

# Below this a number of people that a place is said to have is no count of its inhabitants ("dozens of its citizens").
SMALLEST_POPULATION = 100
# A bare number of this size behind a place counts its people.
SMALLEST_BARE = 10_000
# Prepositions between a total and its number: "a toll of 46", "the toll rose to 46", "put the toll at 46".
TOTAL = frozenset({"of", "to", "at", "past", "above"})
# What counts single persons, so that "a worker" is one.
PERSONS = frozenset({"Deaths", "Injuries", "Arrests", "Missing", "Hostages", "Released"})
SUFFERERS = PERSONS - {"Released"}
SUMS = frozenset({"number", "total"})
REACH = frozenset("reach exceed pass top hit surpass near be".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the word that carries it, whose context tells how sure it is."""

    figure: Figure
    word: Token


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads figures by the table of what is counted of what."""

    counts: tuple[Count, ...]
    is_a: Callable[[str, str], bool]

    def of_event(self, mention: Mention, event: int) -> Iterator[Counted]:
        """The figures that an event's fillers give: "eight soldiers were killed", "14 dead"."""
        for count in self.counts:
            if any(self.is_a(mention.trigger.event, e) for e in count.events):
                if (quantity := _of_fillers(mention, count)) is not None:
                    yield Counted(_figure(count, Target(TargetKind.EVENT, event), quantity), mention.token)
                return

    def persons(self, event: str, role: str) -> bool:
        """Whether only persons fill a role of a class of events: those who die, are hurt, seized or held."""
        counted = (c for c in self.counts if c.counts in SUFFERERS and role in c.roles)
        return any(self.is_a(event, e) for c in counted for e in c.events)

    def of_places(self, doc: Doc, referents: Referents) -> Iterator[Counted]:
        """How many live somewhere: "a country with more than 18 million inhabitants"."""
        for token, count in self._words(doc):
            if count.counts == "Population" and (quantity := _amount(token)) is not None:
                owner = self._owner(token, referents)
                if owner is not None and (quantity.minimum or 0) >= SMALLEST_POPULATION:
                    yield Counted(_figure(count, Target(TargetKind.ENTITY, owner), quantity), token)

    def totals(
        self, doc: Doc, taken: Callable[[Token], bool], owner: Callable[[Token], Target | None]
    ) -> Iterator[Counted]:
        """Totals in words of their own: "the death toll rose to 225", "17 are missing"."""
        for token, count in self._words(doc):
            if count.counts == "Population" or taken(token):
                continue
            quantity = stated(token) if token.pos_ in {"NOUN", "PROPN"} else _of_subject(token)
            target = owner(token) if quantity is not None else None
            if quantity is not None and target is not None:
                yield Counted(_figure(count, target, quantity), token)

    def _words(self, doc: Doc) -> Iterator[tuple[Token, Count]]:
        nouns = {n: c for c in self.counts for n in c.nouns}
        adjectives = {a: c for c in self.counts for a in c.adjectives}
        tables = {"NOUN": nouns, "ADJ": adjectives, "VERB": adjectives}
        for token in doc:
            table = tables.get(token.pos_)
            if table and (found := table.get(token.lemma_.lower()) or table.get(token.lower_)) is not None:
                yield token, found

    def _owner(self, noun: Token, referents: Referents) -> int | None:
        """The place whose people are counted: "a city of 9 million people", "France has 68 million people"."""
        candidates: list[Token] = []
        if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ == "home":
            candidates.append(noun.head.head.head)
        if noun.dep_ == "pobj" and noun.head.lower_ in {"with", "of"}:
            candidates += [noun.head.nbor(-1) if noun.head.i else noun, noun.head.head]
        if noun.dep_ == "dobj" and noun.head.lemma_ in {"have", "count", "number"}:
            candidates += surface_subjects(noun.head)
        candidates += [c for c in noun.children if c.dep_ == "poss"]
        if noun.lemma_ != "people":
            candidates += [f.head for f in prepositional(noun) if f.function in {"of", "in"}]
        return next((e for c in candidates if (e := self._place(c, referents)) is not None), None)

    def of_bare_numbers(self, doc: Doc, referents: Referents) -> Iterator[Counted]:
        """How many live somewhere, told without a noun: "the Baltic country of 2.8 million"."""
        count = next(c for c in self.counts if c.counts == "Population")
        for token in doc:
            if token.pos_ == "NUM" and token.dep_ == "pobj" and token.head.lower_ == "of":
                owner, quantity = self._place(token.head.head, referents), quantity_of(token)
                if owner is not None and quantity is not None and (quantity.minimum or 0) >= SMALLEST_BARE:
                    yield Counted(_figure(count, Target(TargetKind.ENTITY, owner), quantity), token)

    def _place(self, token: Token, referents: Referents) -> int | None:
        known = referents.known(token)
        return known if known is not None and self.is_a(referents.entities[known].type, "Place") else None


def _of_fillers(mention: Mention, count: Count) -> Quantity | None:
    """The number of a counted role, or of the trigger itself where it is a word for those counted ("14 dead")."""
    heads = [h for role in count.roles for h in mention.heads(role)]
    token = mention.token
    own = token.lemma_.lower() in count.nouns or token.lower_ in count.adjectives
    heads = [h for h in heads if h.lemma_.lower() not in WORDS]
    found = next((q for h in heads if (q := quantity_of(h) or _single(h, count)) is not None), None)
    return found or (stated(token) if own else _of_number(token))


def _of_number(participle: Token) -> Quantity | None:
    """What "the number of people killed in the blast" is said to be: "has risen to 12"."""
    prep = participle.head.head
    if participle.dep_ not in {"acl", "relcl"} or prep.lower_ != "of" or prep.head.lemma_ not in SUMS:
        return None
    return stated(prep.head)


def _single(noun: Token, count: Count) -> Quantity | None:
    """ "A worker was injured": one, where an article or "another" says so."""
    article = next((c for c in noun.children if c.dep_ == "det" and c.lower_ in {"a", "an", "another"}), None)
    if article is None or noun.tag_ != "NN" or count.counts not in PERSONS:
        return None
    return Quantity(1, 1, Span(article.idx, article.idx + len(article)))


def _amount(noun: Token) -> Quantity | None:
    """The number before a noun or behind its "of": "18 million inhabitants", "a population of 18 million"."""
    behind = (f.head for f in prepositional(noun) if f.function == "of")
    return quantity_of(noun) or next((q for h in behind if (q := quantity_of(h)) is not None), None)


def stated(noun: Token) -> Quantity | None:
    """The number that a total is said to be: "the toll rose to 46", "put the toll at 46"."""
    if (found := _amount(noun)) is not None:
        return found
    verb, function = governor(noun)
    if verb.pos_ not in {"VERB", "AUX"} or function not in {"subject", "object"}:
        return None
    heads = [f.head for f in prepositional(verb) if f.function in TOTAL]
    if verb.lemma_ in REACH:
        heads += [c for c in verb.children if c.dep_ in {"dobj", "attr", "npadvmod"} and c.i > verb.i]
    return next((q for h in heads if (q := quantity_of(h)) is not None), None)


def _of_subject(adjective: Token) -> Quantity | None:
    """The number of those who are "missing" or "homeless"."""
    around = [adjective, *adjective.children, *surface_subjects(adjective)]
    if adjective.dep_ in {"acomp", "oprd", "attr", "ccomp", "conj"}:
        around += [h for s in surface_subjects(adjective.head) for h in conjuncts(s)]
        around += [c for c in adjective.head.children if c.dep_ == "dobj"]
    if adjective.dep_ == "amod":
        around.append(adjective.head)
    return next((q for t in around if t.dep_ != "prep" and (q := quantity_of(t)) is not None), None)


def _figure(count: Count, of: Target, quantity: Quantity) -> Figure:
    return Figure(count.counts, of, quantity.span, quantity.minimum, quantity.maximum, quantity.approximate)
