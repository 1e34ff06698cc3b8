"""Labels of events: short English sentences in the present, made from the words of the text."""

from collections.abc import Callable

from newsgraph.extraction.events import Mention
from newsgraph.extraction.labels import PARTICIPLES, listed, noun_label, verb_label
from newsgraph.extraction.parse import Token
from newsgraph.extraction.roles import Filled
from newsgraph.extraction.subjects import is_passive

# What is no part of the tail: the parties, which stand elsewhere, and causes, which a short label leaves out.
UNTOLD = frozenset(
    {"subject", "object", "because of", "due to", "owing to", "as a result of", "in view of", "in response to"}
) | {
    "in retaliation for",
    "in the wake of",
    "amid",
    "on account of",
}
# Verbs that double their last letter before an ending.
DOUBLING = frozenset(
    "step stop ban rob plan grab ram stab kidnap drop expel propel repel compel rebel refer defer transfer scrap trap "
    "slam blot cap chop clap cut dig drag drum equip fit flog gun hug jam jog kid mob mug nab nod pat permit admit "
    "commit omit submit pin plot prefer prod quit rig rip rub scan ship shop shrug shut sin skip slap slip snap spot "
    "strap strip swap tip top tug whip wrap zap control patrol cancel label travel signal".split()
)
# Nouns without a plural ending that stand for many.
MANY = frozenset({"police", "people", "staff", "cattle"})


def label(mention: Mention, name: Callable[[Filled], str | None]) -> str:
    """The event as a short English sentence; `name` gives the label of what fills a role, None to leave it out."""
    names = _names(mention, name)
    around = ((place, texts) for place, texts in names.items() if place not in UNTOLD)
    tail = [(place, text) for place, texts in around for text in _coordinated(mention, place, texts)]
    token, objects = mention.token, names.get("object", [])
    if token.dep_ == "amod" and any(token.lower_ in o.lower().split() for o in objects):
        return noun_label(objects[0], (), tail)
    if token.pos_ == "ADJ":
        return noun_label(" ".join([listed(objects), token.lower_]).strip(), (), tail)
    if not _is_verbal(mention):
        of = [("of", listed(objects))] if objects else []
        return noun_label(token.lower_, names.get("subject", ()), of + tail)
    pattern = mention.pattern
    if pattern.object and objects and not any(_is_fixed(f, mention) and not _is_second(f) for f in mention.roles):
        tail.insert(0, (" ".join(pattern.particles), pattern.object))
        fixed = []
    else:
        fixed = _fixed_words(mention, has_object=bool(objects))
    if objects and (results := _results(mention)):
        tail.insert(0, ("", " ".join(results)))
    verb, participle = (" ".join([w, *fixed]) for w in (token.lemma_.lower(), _participle(token)))
    first = next((f.head for f in mention.roles if f.function == ("subject" if "subject" in names else "object")), None)
    return verb_label(verb, participle, names, plural=first is not None and _is_plural(first), tail=tail)


def _coordinated(mention: Mention, place: str, texts: list[str]) -> list[str]:
    """What stands side by side behind one preposition is listed, what stands inside another phrase follows it.

    Of the places in front of a noun the last is the inmost: "the Garissa church shooting".
    """
    if any(f.function == "compound" and f.role == "place" for f in mention.roles) and place == "in":
        return texts[::-1]
    near = sum(f.near for f in mention.roles if _place_in_label(f, noun=not _is_verbal(mention)) == place)
    return [listed(texts)] if near == len(texts) else texts


def _names(mention: Mention, name: Callable[[Filled], str | None]) -> dict[str, list[str]]:
    """The labels of the fillers by their place in the label, in the order of the text's functions."""
    names: dict[str, list[str]] = {}
    for filled in mention.roles:
        second = (_is_fixed(filled, mention) and _is_second(filled)) or filled.head.lower_ in mention.pattern.particles
        text = None if filled.function == "clause" or second else name(filled)
        place = _place_in_label(filled, noun=not _is_verbal(mention))
        if text and text not in names.get(place, ()):
            names.setdefault(place, []).append(text)
    return names


def _fixed_words(mention: Mention, *, has_object: bool) -> list[str]:
    """Particles and the fixed object of a verb, as the text has them ("on strike"), where no role holds them."""
    token, fixed = mention.token, mention.pattern.object
    said = {f.function for f in mention.roles} | {a for a in _results(mention) if has_object}
    asked = {p for p in mention.pattern.particles if p not in said}
    particles = [c for c in token.children if c.dep_ == "prt" or c.lower_ in asked]
    words = list({c.lower_: c for c in reversed(particles)}.values())
    if fixed and not has_object and not any(_is_fixed(f, mention) for f in mention.roles):
        words += [t for t in token.subtree if fixed in {t.lower_, t.lemma_.lower()}][:1]
    return [w.lower_ for w in sorted(words, key=lambda t: t.i)]


def _is_fixed(filled: Filled, mention: Mention) -> bool:
    return mention.pattern.object.rsplit(" ", 1)[-1] in {filled.head.lower_, filled.head.lemma_.lower()}


def _results(mention: Mention) -> list[str]:
    """Adjectives that belong to a verb and tell what becomes of its object: "shot two men dead"."""
    asked = mention.pattern.particles
    return [c.lower_ for c in mention.token.children if c.lower_ in asked and c.pos_ == "ADJ"]


def _is_second(filled: Filled) -> bool:
    """Whether a filler is a second predicate ("left two people dead"), not a thing in a role."""
    return filled.head.pos_ == "ADJ" or filled.function == "complement"


def _is_verbal(mention: Mention) -> bool:
    return mention.token.pos_ == "VERB"


def _is_plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} or token.pos_ == "NUM" or token.lower_ in MANY


def _place_in_label(filled: Filled, *, noun: bool) -> str:
    """Where a filler stands in the label: as subject, as object or behind a preposition."""
    function = filled.function
    if noun and filled.role == "place" and function in {"poss", "adjective", "compound"}:
        return "in"
    if function in {"subject", "by"} or (noun and function in {"poss", "adjective", "compound"}):
        return "object" if noun and filled.role in {"patient", "topic"} else "subject"
    if function == "object" or (noun and function == "of"):
        return "object"
    return {"iobject": "to", "complement": "as", "adjective": "of", "compound": "of", "poss": "of"}.get(
        function, function
    )


def _participle(token: Token) -> str:
    lemma = token.lemma_.lower()
    if token.tag_ == "VBN" or is_passive(token):
        return token.lower_
    if lemma in PARTICIPLES:
        return PARTICIPLES[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma in DOUBLING:
        return lemma + lemma[-1] + "ed"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "ed"
