"""Names of persons that the name reader takes for those of bodies: by their form and by what they do."""

from newsgraph.extraction.entities.nouns import is_common, is_event_noun
from newsgraph.extraction.parse import Span, Token
from newsgraph.ontology import knowledge, names

# What persons do and bodies do not, or seldom.
DEEDS = frozenset(
    "meet receive visit die resign arrive travel marry greet welcome retire tell speak say flee fly born bear bury "
    "divorce smile weep kneel inaugurate swear pray sing".split()
)
# First parts of the names of teams, papers and groups.
ARTICLES = frozenset({"al", "el", "as", "an"})
# How many words a person's name with a double first name has: its parts, the hyphen, and one or two more.
LONGEST = 5


def acts_as_person(span: Span) -> bool:
    """Whether a name with a double first name does what persons do: "Jean-Paul Kabore met ..."."""
    subject = span.root.dep_ in {"nsubj", "nsubjpass"} and span.root.head.lemma_ in DEEDS
    return subject and _has_double_name(span) and not _is_listed(span.text)


def _has_double_name(span: Span) -> bool:
    """ "Jean-Paul Kabore": two words that a hyphen joins, and one or two more."""
    if not 4 <= len(span) <= LONGEST or span[1].text != "-" or span[0].whitespace_ or span[1].whitespace_:
        return False
    return span[0].lower_ not in ARTICLES and all(_is_plain(t) for t in span if t.i != span.start + 1)


def _is_plain(word: Token) -> bool:
    """Whether a word is none of those that bodies are made of."""
    form = word.lower_
    return word.is_alpha and word.text.istitle() and not is_common(form) and not is_event_noun(form)


def _is_listed(text: str) -> bool:
    """Whether something says what a name is: a list, a cue among its words, or a place of that name."""
    return bool(names.cue_type(text) or names.exact_type(text) or knowledge.body(text) or knowledge.territory(text))
