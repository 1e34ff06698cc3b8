"""The way from a parsed text to its entities: names, nouns beside them, chains, then what refers back to them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsgraph.extraction.entities import chains as gathering
from newsgraph.extraction.entities import descriptions, names, nominals, peoples, pronouns
from newsgraph.extraction.entities.attach import NEUTRAL, attach
from newsgraph.extraction.entities.build import index_of
from newsgraph.extraction.entities.classify import classify
from newsgraph.extraction.entities.found import Chain, Found, is_a
from newsgraph.extraction.entities.index import EntityIndex
from newsgraph.extraction.entities.meant import by_setting
from newsgraph.extraction.entities.nouns import is_people, is_plural, office_of
from newsgraph.extraction.entities.plurals import shared
from newsgraph.extraction.entities.salience import discourse
from newsgraph.extraction.entities.sides import as_teams
from newsgraph.extraction.parse import Doc, Span
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge


def find(doc: Doc, *, skip: frozenset[int] = frozenset()) -> EntityIndex:
    """The entities of a text. `skip` holds the indexes of tokens that belong to time expressions."""
    spans = names.spans(doc, skip)
    taken = {t.i for span in spans for t in span}
    nouns = nominals.find(doc, taken=taken, skip=skip)
    folk = tuple(peoples.find(doc, taken=taken, skip=skip))
    beside = attach(doc, spans, nouns)
    found = _classified(doc, spans, nouns, beside, folk)
    chains = _with_peoples(gathering.gather(doc, found), folk)
    chains = _with_nouns(chains, nouns, beside)
    return index_of(doc, _resolved(doc, chains, _loose(doc, nouns, beside, folk), _titles(doc, found)))


def _classified(
    doc: Doc, spans: Sequence[Span], nouns: Iterable[Found], beside: Mapping[int, int], folk: Iterable[Found]
) -> list[Found]:
    home = main_country(spans, folk)
    types: dict[int, str] = {}
    for noun in nouns:
        type_ = "City" if doc[noun.head].lower_ == "port" else noun.type
        type_ = "Person" if is_people(type_) else type_
        root = beside.get(noun.head)
        if root is not None and doc[noun.head].lemma_ not in NEUTRAL and is_a(type_, types.get(root, type_)):
            types[root] = type_
    alike = {knowledge.key(span.text): types[span.root.i] for span in spans if span.root.i in types}
    found = (classify(span, types.get(span.root.i) or alike.get(knowledge.key(span.text)), home) for span in spans)
    full = shared(spans)
    named = [_in_full(mention, full) for mention in found if mention is not None]
    return by_setting(as_teams(doc, named), folk)


def _in_full(mention: Found, full: Mapping[int, str]) -> Found:
    """A mention with the noun that it shares with others, which says what it is."""
    if mention.head not in full:
        return mention
    return replace(mention, type="Region", label=full[mention.head], known=None, sure=True)


def main_country(spans: Iterable[Span], folk: Iterable[Found]) -> str | None:
    """The code of the country that a text names most often, by name or adjective."""
    by_name = [places[0].code for s in spans if (places := knowledge.territory(s.text)) and places[0].type == "Country"]
    by_adjective = [place.code for m in folk if (place := knowledge.by_iri(m.known))]
    counts = Counter(by_name * 2 + by_adjective)
    return min(counts, key=lambda code: (-counts[code], code), default=None)


def _with_peoples(chains: Sequence[Chain], folk: Iterable[Found]) -> list[Chain]:
    """Adjectives join the chain of their country, which they begin where the text does not name it."""
    out = list(chains)
    for mention in (m for m in folk if m.kind is MentionKind.ADJECTIVE):
        place = next((i for i, c in enumerate(out) if c.known == mention.known), None)
        if place is None:
            out.append(Chain((mention,), mention.type, True, mention.known))
        else:
            out[place] = out[place].plus(mention)
    return out


def _with_nouns(chains: Sequence[Chain], nouns: Iterable[Found], beside: Mapping[int, int]) -> list[Chain]:
    """Nouns that describe a name beside them are mentions of what it names."""
    out = list(chains)
    homes: dict[int, int] = {}
    for i, chain in enumerate(out):
        for mention in chain.mentions:
            homes |= {token: i for token in mention.tokens if token not in homes}
    for noun in nouns:
        root = beside.get(noun.head)
        place = None if root is None else homes.get(root)
        if place is not None:
            out[place] = out[place].plus(noun)
            homes |= {token: place for token in noun.tokens if homes.get(token, place) >= place}
    return out


def _loose(doc: Doc, nouns: Iterable[Found], beside: Mapping[int, int], folk: Iterable[Found]) -> list[Found]:
    """Nominal mentions that stand alone; a title before a name that was not recognised is none."""
    groups = [m for m in folk if m.kind is MentionKind.NOMINAL]
    alone = (n for n in nouns if n.head not in beside)
    return [
        *(n for n in alone if doc[n.head].dep_ not in {"compound", "nmod"} or doc[n.head].head.pos_ == "NOUN"),
        *groups,
    ]


def _titles(doc: Doc, found: Iterable[Found]) -> Mapping[int, str]:
    """Head of a person's name -> the title right before it."""
    persons = (m for m in found if m.type == "Person" and m.start > 0)
    titles = ((m.head, office_of(doc[m.start - 1])) for m in persons)
    return {head: title for head, title in titles if title}


def _resolved(doc: Doc, chains: list[Chain], nouns: Iterable[Found], titles: Mapping[int, str]) -> list[Chain]:
    """From left to right, each noun and pronoun continues a chain or begins one."""
    text = discourse(doc)
    out = list(chains)
    heads = {i: n for n, chain in enumerate(out) for m in chain.mentions for i in m.tokens}
    for mention in sorted((*nouns, *_pronouns(doc, heads)), key=lambda m: m.head):
        if mention.kind is MentionKind.PRONOUN:
            place = pronouns.resolve(text, doc[mention.head], out, heads)
        else:
            place = descriptions.resolve(text, mention, out, titles)
            if place is None:
                out.append(Chain((), _new_type(doc, mention), mention.proper))
                place = len(out) - 1
        if place is not None:
            out[place] = out[place].plus(mention)
            heads |= dict.fromkeys(mention.tokens, place)
    return out


def _new_type(doc: Doc, mention: Found) -> str:
    """Several countries or cities are no country or city, but can act and be a place as these do."""
    several = is_plural(doc[mention.head]) and mention.type in {"Country", "City", "Region"}
    return "Region" if several else mention.type


def _pronouns(doc: Doc, heads: Mapping[int, int]) -> list[Found]:
    found = (t for t in doc if t.i not in heads and pronouns.is_anaphor(t))
    return [Found(t.i, t.i + 1, t.i, MentionKind.PRONOUN, "", t.text) for t in found]
