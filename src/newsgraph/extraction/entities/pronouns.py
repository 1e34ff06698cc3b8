"""Pronouns and what they refer to; one that stays unclear is left alone."""

from collections.abc import Mapping, Sequence

from newsgraph.extraction.entities.found import FACILITIES, GROUPS, ORGANIZATIONS, VEHICLES, Chain, Found
from newsgraph.extraction.entities.salience import Discourse, distance, same_clause_subject, same_phrase, score
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import MentionKind
from newsgraph.ontology import knowledge

PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
PEOPLE = ("man", "woman", "person", "er", "or", "ist", "ian", "one", "body")
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
OWN = frozenset({"his", "her", "its", "their", "himself", "herself", "itself", "themselves"})
FEMALE = PERSONAL - {"he", "him", "his", "himself"} | frozenset(
    "woman girl spokeswoman chairwoman policewoman actress queen princess mother daughter sister wife businesswoman "
    "congresswoman mrs mrs. ms ms. miss madame lady dame granddaughter grandmother niece aunt widow bride girlfriend "
    "countess baroness duchess nun waitress actresses heroine ballerina housewife policewomen firewoman saleswoman "
    "sportswoman stewardess headmistress heiress hostess godmother councilwoman landlady servicewoman".split()
)
MALE = frozenset(
    "he him his himself man boy spokesman chairman policeman actor king prince father son brother husband businessman "
    "congressman mr mr. sir lord pope imam grandson grandfather nephew uncle widower groom bridegroom boyfriend "
    "duke baron count monk waiter fireman salesman sportsman headmaster landlord godfather councilman serviceman "
    "archbishop ayatollah sheikh cardinal".split()
)
GENDER = dict.fromkeys(FEMALE, "female") | dict.fromkeys(MALE, "male")
THINGS = ORGANIZATIONS | FACILITIES | VEHICLES
THINGS |= {"Country", "City", "Region", "Weapon", "Product", "Law", "Report", "CreativeWork"}
REACH = {"personal": 3, "neuter": 1, "plural": 2}


def is_anaphor(token: Token) -> bool:
    """Whether a token is a pronoun that this module can resolve."""
    return kind_of(token) is not None


def kind_of(token: Token) -> str | None:
    """ "personal", "neuter", "plural" or "relative"."""
    word = token.lower_
    if word in RELATIVE:
        after_noun = relative_head(token) is not None or (token.i > 1 and token.doc[token.i - 1].text == ",")
        return "relative" if token.tag_ in {"WDT", "WP", "WP$"} and after_noun else None
    if token.pos_ not in {"PRON", "DET"}:
        return None
    if word in NEUTER:
        return None if _empty(token) else "neuter"
    return "personal" if word in PERSONAL else "plural" if word in PLURAL else None


def resolve(text: Discourse, token: Token, chains: Sequence[Chain], heads: Mapping[int, int]) -> int | None:
    """The chain that a pronoun continues; `heads` tells the chain of each word that was placed so far."""
    kind = kind_of(token)
    if kind is None:
        return None
    if kind == "relative":
        noun = relative_head(token)
        if (
            noun is not None
            and token.lower_ in {"who", "whom"}
            and noun.i in heads
            and _is_thing(chains[heads[noun.i]])
        ):
            return None
        return heads.get(noun.i, _before_comma(token, heads)) if noun is not None else _before_comma(token, heads)
    if kind == "plural" and _unknown_subject(token, heads):
        return None
    if kind == "neuter" and _unknown_thing(token, heads):
        return None
    found = [i for i, chain in enumerate(chains) if _fits(text, token, kind, chain)]
    speaker = _speaker(token)
    if speaker is not None and heads.get(speaker.i) in found:
        return heads[speaker.i]
    return max(found, key=lambda i: score(text, chains[i], token.i), default=None)


def _speaker(token: Token) -> Token | None:
    """Who says the clause in which a pronoun is the subject ("X said he would come")."""
    clause = token.head if token.dep_ in {"nsubj", "nsubjpass"} else None
    while clause is not None and clause.dep_ == "conj":
        clause = clause.head
    verb = clause.head if clause is not None and clause.dep_ == "ccomp" and clause.head.i < token.i else None
    while verb is not None:
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None or verb.dep_ not in {"conj", "xcomp"}:
            return subject
        verb = verb.head
    return None


def _unknown_subject(token: Token, heads: Mapping[int, int]) -> bool:
    """Whether the last plural subject before a pronoun in its sentence is a noun that nobody typed."""
    before = token.doc[token.sent.start : token.i]
    plural = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"} and _is_several(t)]
    return bool(plural) and plural[-1].i not in heads


def _unknown_thing(token: Token, heads: Mapping[int, int]) -> bool:
    """Whether the last thing that was a subject before "it" is one that nobody typed.

    Where the sentence has none, that of the sentence before counts.
    """
    start = token.sent.start
    for first, last in ((start, token.i), (token.doc[start - 1].sent.start if start else 0, start)):
        things = [t for t in token.doc[first:last] if t.dep_ in {"nsubj", "nsubjpass"} and _is_one_thing(t, heads)]
        if things:
            return things[-1].i not in heads
    return False


def _is_one_thing(noun: Token, heads: Mapping[int, int]) -> bool:
    return noun.tag_ == "NN" and not noun.lemma_.lower().endswith(PEOPLE)


def _is_several(noun: Token) -> bool:
    joined = any(c.dep_ == "conj" for c in noun.children) and noun.pos_ in {"NOUN", "PROPN"}
    return noun.tag_ in {"NNS", "NNPS"} or joined


def _is_thing(chain: Chain) -> bool:
    return chain.type in THINGS and chain.type not in ORGANIZATIONS


def _before_comma(token: Token, heads: Mapping[int, int]) -> int | None:
    """ "X (Y), who": what stands before the comma, where the parse does not tell."""
    if token.lower_ not in {"who", "whose", "whom"} or token.doc[token.i - 1].text != ",":
        return None
    before = token.doc[token.i - 2]
    return heads.get(before.i - 1 if before.text == ")" else before.i)


def relative_head(token: Token) -> Token | None:
    """The noun that a relative pronoun takes up."""
    clause = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
    noun = clause.head if clause is not None else None
    return noun if noun is not None and noun.i < token.i and noun.pos_ in {"NOUN", "PROPN", "NUM"} else None


def _empty(token: Token) -> bool:
    """ "It is clear that ...": refers to nothing."""
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass"}:
        return token.dep_ == "expl"
    verb = token.head
    clausal = any(c.dep_ in {"ccomp", "csubj", "csubjpass"} for c in verb.children)
    adjective = any(c.dep_ in {"acomp", "attr"} for c in verb.children)
    return (verb.lemma_ in {"be", "seem", "appear", "become"} and adjective) or (token.dep_ == "nsubjpass" and clausal)


def _fits(text: Discourse, token: Token, kind: str, chain: Chain) -> bool:
    back = distance(text, chain, token.i)
    if back is None or back > REACH[kind] or not _of_kind(text, kind, chain):
        return False
    if kind == "personal" and (_gender(text, chain) not in {None, GENDER[token.lower_]} or _says(text, token, chain)):
        return False
    if kind == "neuter" and not _can_be_it(token, chain):
        return False
    owns = token.lower_ in OWN and (token.lower_ != "her" or token.dep_ == "poss")
    if not owns and same_clause_subject(token, chain):
        return False
    return not (token.dep_ == "poss" and _inside(token, chain)) and not _later_part(token, chain)


def _says(text: Discourse, token: Token, chain: Chain) -> bool:
    """Whether a chain names the speaker of the direct speech in which a pronoun stands, who would say "I"."""
    speaker = text.speaker.get(token.i)
    return speaker is not None and any(speaker in m.tokens for m in chain.mentions)


def _gender(text: Discourse, chain: Chain) -> str | None:
    """What pronouns, nouns and forms of address said of a person so far; else what the first name says."""
    words = (w for m in chain.mentions for w in (text.doc[m.head].lower_, text.doc[max(m.start - 1, 0)].lower_))
    said = next((GENDER[w] for w in words if w in GENDER), None)
    return said or next((sex for m in chain.mentions if (sex := first_name_sex(text.doc, m))), None)


def first_name_sex(doc: Doc, mention: Found) -> str | None:
    """What the first of several words of a person's name says."""
    several = mention.kind is MentionKind.NAME and mention.end - mention.start > 1
    return knowledge.sex_of(doc[mention.start].text) if several else None


def _can_be_it(token: Token, chain: Chain) -> bool:
    """A place is taken up by "its"; a country by a subject "it" too."""
    if chain.type in {"City", "Region"}:
        return token.dep_ == "poss"
    return chain.type != "Country" or token.dep_ in {"poss", "nsubj", "nsubjpass"}


def _inside(token: Token, chain: Chain) -> bool:
    """ "his party" is not within what "his" means."""
    return same_phrase(token.head, chain) and any(m.head == token.head.i for m in chain.mentions)


def _later_part(token: Token, chain: Chain) -> bool:
    return any(m.start <= token.i < m.end for m in chain.mentions)


def _of_kind(text: Discourse, kind: str, chain: Chain) -> bool:
    plural = not chain.named and any(text.doc[m.head].tag_ in {"NNS", "NNPS"} or m.also for m in chain.mentions)
    if kind == "personal":
        return chain.type == "Person" and not plural
    if kind == "neuter":
        return chain.type in THINGS and not plural
    return (chain.type in GROUPS and plural) or chain.type == "PoliceForce" or (plural and chain.type == "Person")
