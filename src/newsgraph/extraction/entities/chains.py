"""Mentions by name gathered into chains: the same name, shorter forms of a name, acronyms."""

from collections.abc import Iterable

from newsgraph.extraction.entities.classify import better
from newsgraph.extraction.entities.found import ORGANIZATIONS, Chain, Found, kin
from newsgraph.extraction.entities.generations import apart, foremost, plain
from newsgraph.extraction.entities.nouns import is_common
from newsgraph.extraction.parse import Doc
from newsgraph.ontology import knowledge

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "el"})
SHORTEST_BRAND = 4
DESIGNATORS = frozenset({"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "co", "co.", "plc", "group", "llc"})


def gather(doc: Doc, found: Iterable[Found]) -> tuple[Chain, ...]:
    """Chains in the order of their first mention. Full names come first, so that short forms find them."""
    chains: list[Chain] = []
    for mention in sorted(found, key=lambda m: (-_words(m), m.start)):
        place = _home(doc, mention, chains)
        if place is None:
            chains.append(Chain((mention,), mention.type, True, mention.known))
        else:
            chains[place] = _joined(chains[place], mention)
    return tuple(sorted(chains, key=lambda c: c.first))


def _words(mention: Found) -> int:
    return len(mention.label.split())


def _joined(chain: Chain, mention: Found) -> Chain:
    best = better(max(chain.mentions, key=lambda m: (m.sure, m.type == chain.type)), mention)
    return Chain(chain.plus(mention).mentions, best.type, True, chain.known or mention.known)


def _home(doc: Doc, mention: Found, chains: list[Chain]) -> int | None:
    """The chain that a mention belongs to: one with its identifier or name, else the only one that it abbreviates."""
    for test in (_same, _bracketed, _short, _acronym):
        fitting = (i for i, chain in enumerate(chains) if test(doc, mention, chain))
        found = foremost(chains, [i for i in fitting if not apart(doc, mention, chains[i])])
        if len(found) == 1 or (found and test is _same):
            return found[0]
    return None


def _same(doc: Doc, mention: Found, chain: Chain) -> bool:
    if mention.known and chain.known:
        return mention.known == chain.known
    if _type_clash(mention, chain):
        return False
    return any(knowledge.key(m.label) == knowledge.key(mention.label) for m in chain.mentions)


def _type_clash(mention: Found, chain: Chain) -> bool:
    """Both types are sure, and nothing is of both."""
    return mention.sure and any(m.sure for m in chain.mentions) and not kin(mention.type, chain.type)


def _bracketed(doc: Doc, mention: Found, chain: Chain) -> bool:
    """ "Collective Security Treaty Organisation (CSTO)"; letters of another language will do ("(SBU)")."""
    if mention.start < 1 or doc[mention.start - 1].text not in {"(", "["} or not mention.label.isupper():
        return False
    beside = [m for m in chain.mentions if m.end == mention.start - 1]
    foreign = chain.type in ORGANIZATIONS and mention.type in ORGANIZATIONS and mention.type != "NewsAgency"
    return any(foreign or _initials(m.label, mention.label, loosely=True) for m in beside)


def _short(doc: Doc, mention: Found, chain: Chain) -> bool:
    """ "Tokayev" for "Kassym-Jomart Tokayev", "Gazprom" for "Gazprom Inc."."""
    words = mention.label.casefold().split()
    if chain.type == "Person" and (mention.type == "Person" or not mention.sure):
        full = [m.label.casefold().split() for m in chain.mentions]
        return any(_name_of(words, name) or _name_of(words, plain(name)) for name in full)
    if chain.type == "Company" and len(words) == 1 and not mention.sure:
        return any(_brand_of(words[0], m.label.casefold().split()) for m in chain.mentions if m.sure)
    if chain.type in ORGANIZATIONS and mention.type in ORGANIZATIONS:
        return any(_body_of(words, m.label.casefold().split()) for m in chain.mentions)
    return False


def _brand_of(word: str, full: list[str]) -> bool:
    """ "Acme" for "Acme Mining", "Nordhav" for "Rederi Nordhav"; the word must be none of the usual ones."""
    usual = knowledge.people(word.title()) or knowledge.territory(word) or is_common(word)
    return len(word) >= SHORTEST_BRAND and len(full) > 1 and word in {full[0], full[-1]} and not usual


def _name_of(short: list[str], full: list[str]) -> bool:
    ends = len(short) < len(full) and (full[-len(short) :] == short or full[: len(short)] == short)
    middle = len(short) == 2 and len(full) > 2 and (short[0], short[1]) == (full[0], full[-1])
    return ends or middle


def _body_of(short: list[str], full: list[str]) -> bool:
    """The full name adds a country or a designator: "Interior Ministry", "Boeing"."""
    if len(short) >= len(full):
        return False
    added = full[len(short) :] if full[: len(short)] == short else full[: -len(short)]
    matches = full[: len(short)] == short or full[-len(short) :] == short
    return matches and all(w in DESIGNATORS or knowledge.people(w.title()) is not None for w in added)


def _acronym(doc: Doc, mention: Found, chain: Chain) -> bool:
    """Letters that begin the words of an organisation's name."""
    if not (mention.label.isupper() and len(mention.label) > 1) or chain.type not in ORGANIZATIONS:
        return False
    body = knowledge.body(mention.label)
    names = [m.label for m in chain.mentions]
    if body is not None and any(knowledge.key(body.name) == knowledge.key(name) for name in names):
        return True
    return kin(mention.type, chain.type) and any(_initials(name, mention.label) for name in names)


def _initials(name: str, letters: str, *, loosely: bool = False) -> bool:
    """Whether letters are the initials of a name; loosely: whether they come in that order within it."""
    words = name.replace("-", " ").split()
    plain = letters.replace(".", "").upper()
    if len(words) < 2:
        return False
    every = "".join(w[0] for w in words).upper()
    large = "".join(w[0] for w in words if w.casefold() not in SMALL).upper()
    if plain in {every, large}:
        return True
    rest = iter(name.upper())
    return loosely and plain[0] == name[0].upper() and all(letter in rest for letter in plain)
