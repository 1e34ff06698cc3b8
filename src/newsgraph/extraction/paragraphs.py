"""A paragraph ends a sentence: what parsers do not know by themselves."""

import re

from spacy.language import Language
from spacy.tokens import Doc

TERMINAL = re.compile(r"[.!?:…][\"'”’»)\]]*$")


@Language.component("newsgraph_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after each blank line, and after each line end that closes a sentence."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text and not token.is_space:
            closed = "\n\n" in before.text or TERMINAL.search(_line_before(doc, before.i))
            if closed and not token.text[:1].islower():
                token.is_sent_start = True
    return doc


def _line_before(doc: Doc, at: int) -> str:
    return doc[max(at - 2, 0) : at].text.rstrip()
