"""A paragraph ends a sentence: what parsers do not know by themselves."""

import re

from spacy.language import Language
from spacy.tokens import Doc

TERMINAL = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# A line that is nothing but the day on which a story was filed.
DAY_LINE = re.compile(
    r"^[ \t]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} )?"
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?(?: \d{1,2},?)? \d{4}[ \t]*$",
    re.MULTILINE,
)


@Language.component("newsgraph_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after a blank line or a line end that closes a sentence, and around a line with a day alone."""
    days = [place for line in DAY_LINE.finditer(doc.text) for place in line.span()]
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text and not token.is_space:
            alone = before.idx in days or token.idx in days
            closed = "\n\n" in before.text or TERMINAL.search(_line_before(doc, before.i))
            if (alone or closed) and not token.text[:1].islower():
                token.is_sent_start = True
    return doc


def _line_before(doc: Doc, at: int) -> str:
    return doc[max(at - 2, 0) : at].text.rstrip()
