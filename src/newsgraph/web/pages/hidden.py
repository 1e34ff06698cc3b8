"""Characters that nobody sees, and that turn text around or hide it: shown for what they are.

A right-to-left override in a headline would otherwise write all that follows it backwards, and a control character
would vanish; both are how text pretends to be another.
"""

import re
import unicodedata

from markupsafe import Markup, escape

# Controls (but tab and line feed), line and paragraph separators, embeddings, overrides, isolates, and halves of a
# surrogate pair, which no encoding can write.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with each hidden character written out, for attributes and titles.

    >>> visible("a" + chr(0x202E) + "b")
    'a⟨U+202E⟩b'
    """
    return _HIDDEN.sub(lambda found: f"⟨{_code(found[0])}⟩", text)


def badged(text: str) -> Markup:
    """The text as HTML with each hidden character as a small badge."""
    return Markup(_HIDDEN.sub(lambda found: _badge(found[0]), str(escape(text))))


def isolated(text: str) -> Markup:
    """The same in an element of its own direction: what stands around it stays in its place."""
    return Markup("<bdi>{}</bdi>").format(badged(text))


def finalized(value: object) -> object:
    """What a template writes out: text of which nothing is hidden, whatever filter was forgotten."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _badge(character: str) -> str:
    name = unicodedata.name(character, "control character").lower()
    return f'<span class="unseen" title="{escape(name)}">{_code(character)}</span>'
