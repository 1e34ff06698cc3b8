"""Labels of events: short English sentences in the present, made from the words of the text."""

from collections.abc import Callable

from spacy.tokens import Token

from newsgraph.extraction.events import Mention
from newsgraph.extraction.labels import PARTICIPLES, listed, noun_label, verb_label
from newsgraph.extraction.roles import Filled
from newsgraph.extraction.subjects import is_passive


def label(mention: Mention, name: Callable[[Filled], str | None]) -> str:
    """The event as a short English sentence; `name` gives the label of what fills a role, None to leave it out."""
    names: dict[str, list[str]] = {}
    for filled in mention.roles:
        text = (
            None
            if filled.function == "clause" or (_is_fixed(filled, mention) and filled.function != "object")
            else name(filled)
        )
        if text and text not in names.setdefault(_place_in_label(filled, noun=not _is_verbal(mention)), []):
            names[_place_in_label(filled, noun=not _is_verbal(mention))].append(text)
    tail = [(function, listed(labels)) for function, labels in names.items() if function not in {"subject", "object"}]
    token = mention.token
    if not _is_verbal(mention):
        if token.pos_ == "ADJ":
            return noun_label(" ".join([listed(names.get("object", ())), token.lower_]).strip(), (), tail)
        of = [("of", listed(names["object"]))] if "object" in names else []
        return noun_label(token.lemma_.lower(), names.get("subject", ()), of + tail)
    fixed = _fixed_words(mention)
    verb, participle = (" ".join([w, *fixed]) for w in (token.lemma_.lower(), _participle(token)))
    first = next((f.head for f in mention.roles if f.function == ("subject" if "subject" in names else "object")), None)
    return verb_label(verb, participle, names, plural=first is not None and _is_plural(first), tail=tail)


def _fixed_words(mention: Mention) -> list[str]:
    """Particles and the fixed object of a verb, as the text has them ("on strike")."""
    token, fixed = mention.token, mention.pattern.object
    said = {f.function for f in mention.roles}
    asked = {p for p in mention.pattern.particles if p not in said}
    particles = [c for c in token.children if c.dep_ == "prt" or c.lower_ in asked]
    words = list({c.lower_: c for c in reversed(particles)}.values())
    if not any(_is_fixed(f, mention) and f.function == "object" for f in mention.roles):
        words += [t for t in token.subtree if fixed and fixed in {t.lower_, t.lemma_.lower()}][:1]
    return [w.lower_ for w in sorted(words, key=lambda t: t.i)]


def _is_fixed(filled: Filled, mention: Mention) -> bool:
    return mention.pattern.object in {filled.head.lower_, filled.head.lemma_.lower()}


def _is_verbal(mention: Mention) -> bool:
    return mention.token.pos_ == "VERB"


def _is_plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} or token.pos_ == "NUM"


def _place_in_label(filled: Filled, *, noun: bool) -> str:
    """Where a filler stands in the label: as subject, as object or behind a preposition."""
    function = filled.function
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
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "ed"
