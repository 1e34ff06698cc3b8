"""A short English sentence in the present for each event ("Russia deploys soldiers to Kazakhstan")."""

from collections.abc import Mapping, Sequence

IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
# Past participles of verbs that news uses, where they are not regular.
PARTICIPLES = dict(
    pair.split(":")
    for pair in (
        "send:sent kill:killed shoot:shot hold:held take:taken strike:struck hit:hit fight:fought give:given "
        "buy:bought sell:sold bring:brought leave:left meet:met win:won lose:lost beat:beaten blow:blown "
        "set:set tear:torn break:broken cut:cut lay:laid put:put draw:drawn drive:driven throw:thrown "
        "overthrow:overthrown seize:seized swear:sworn choose:chosen shut:shut pay:paid withdraw:withdrawn "
        "make:made find:found slay:slain burn:burnt steal:stolen "
    ).split()
)


def third_person(verb: str) -> str:
    """The present of the third person singular.

    >>> [third_person(v) for v in ("deploy", "carry out", "attack", "clash")]
    ['deploys', 'carries out', 'attacks', 'clashes']
    """
    head, _, rest = verb.partition(" ")
    if head in IRREGULAR:
        form = IRREGULAR[head]
    elif head.endswith(("s", "x", "z", "ch", "sh", "o")):
        form = head + "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        form = head[:-1] + "ies"
    else:
        form = head + "s"
    return f"{form} {rest}".strip()


def verb_label(
    verb: str, participle: str, names: Mapping[str, Sequence[str]], *, plural: bool, tail: Sequence[tuple[str, str]]
) -> str:
    """A clause with what fills the roles: active where an agent is known, else passive.

    `names` holds the labels by "subject" and "object", `tail` the (preposition, label) pairs that follow.
    """
    subject, obj = listed(names.get("subject", ())), listed(names.get("object", ()))
    if subject:
        many = plural or len(names["subject"]) > 1
        parts = [subject, verb if many else third_person(verb), obj]
    elif obj:
        parts = [obj, "are" if plural or len(names["object"]) > 1 else "is", participle]
    else:
        parts = [participle]
    return _sentence([*parts, *(f"{p} {label}".strip() for p, label in tail)])


def noun_label(noun: str, owner: Sequence[str], tail: Sequence[tuple[str, str]]) -> str:
    """A phrase around an event noun: "protest by workers in Minsk over wages"."""
    return _sentence(
        [noun, *(f"{p} {label}".strip() for p, label in tail), *([f"by {listed(owner)}"] if owner else [])]
    )


def listed(labels: Sequence[str]) -> str:
    """Labels as a list in words: "a, b and c"."""
    return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + " and " + labels[-1] if labels else ""


def _sentence(parts: Sequence[str]) -> str:
    text = " ".join(p for p in parts if p)
    return text[:1].upper() + text[1:]
