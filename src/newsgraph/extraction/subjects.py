"""The subject of a verb, its own or handed down: control, coordination, participles; and its voice."""

from newsgraph.extraction.antecedents import conjuncts, resolved
from newsgraph.extraction.parse import Token
from newsgraph.extraction.prepositions import direct, objects_of

# Verbs that hand their object down as the subject of the infinitive ("urged Russia to withdraw"). A closed class.
OBJECT_CONTROL = frozenset(
    "allow ask authorise authorize beg call cause command compel convince direct drive enable encourage expect "
    "forbid force get help instruct invite lead leave let make oblige order permit persuade press pressure prompt push "
    "request require task tell urge want warn".split()
)
# Verbs that hand down what stands behind a preposition ("called on Mali to withdraw"). A closed class.
PREPOSITIONAL_CONTROL = frozenset(
    {
        ("call", "on"),
        ("call", "upon"),
        ("appeal", "to"),
        ("call", "for"),
        ("wait", "for"),
        ("prevail", "on"),
        ("rely", "on"),
    }
)
# Verbs whose object is the subject of a gerund behind "of", "from", "for" or "into". A closed class.
OBJECT_GERUND = frozenset(
    "accuse acquit arrest ban bar blame charge cite condemn convict criticise criticize describe detain deter "
    "discourage fault fine force imprison indict jail keep praise prevent prohibit prosecute punish quote "
    "restrain sentence stop sue suspect talk thank".split()
)
# Verbs with an object and its participle ("left 20 people wounded"). A closed class.
TAKES_PARTICIPLE = frozenset("confirm report leave have get see find want count list keep".split())
NO_SUBJECT = frozenset({"there", "himself", "herself", "itself", "themselves"})
SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: with its auxiliary, as a bare participle, or coordinated with one."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for c in verb.children) or _is_bare_passive(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in {"aux", "dobj"} for c in verb.children):
        return is_passive(verb.head)
    if any(c.dep_ == "agent" for c in verb.children) and not any(c.dep_ in {"aux", "dobj"} for c in verb.children):
        return verb.tag_ in {"VBN", "VBD"}
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")
    if not participle or any(c.dep_ in {"aux", "nsubj"} or c.dep_ == "dobj" for c in verb.children):
        return False
    return verb.dep_ in {"acl", "amod", "advcl", "relcl", "xcomp", "oprd"}


def _is_bare_passive(verb: Token) -> bool:
    """The participle in "confirmed two soldiers killed", which parsers take for a past tense."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ != "ccomp" or verb.head.lemma_ not in TAKES_PARTICIPLE:
        return False
    return verb.head.i < verb.i and not any(
        c.dep_ in {"aux", "mark", "dobj", "ccomp", "xcomp", "prt"} for c in verb.children
    )


def surface_subjects(verb: Token) -> tuple[Token, ...]:
    """The words in the subject place of a verb, its own or handed down to it."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.lower_ not in NO_SUBJECT]
    if own:
        return tuple(resolved(h) for c in own for h in conjuncts(c))
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head) if is_passive(head) == is_passive(verb) else _deep_subjects(head, verb)
    if verb.dep_ in {"acl", "amod"} and verb.tag_ != "VB":
        return (resolved(head),)
    if verb.pos_ == "ADJ" and verb.dep_ in {"acomp", "oprd"} and head.pos_ in {"VERB", "AUX"}:
        left = tuple(resolved(h) for c in head.children if c.dep_ == "dobj" for h in conjuncts(c))
        return left or surface_subjects(head)
    if verb.dep_ == "acl":
        return _infinitive_owner(head)
    if verb.dep_ in {"xcomp", "oprd"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return _controllers(head)
    if verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VB", "VBN"} and head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head)
    if verb.dep_ == "pcomp" and head.dep_ == "prep" and head.head.pos_ in {"VERB", "AUX", "ADJ"}:
        return _owners_of_gerund(head.head)
    return ()


def _deep_subjects(head: Token, verb: Token) -> tuple[Token, ...]:
    """For "was arrested and confessed": the surface subject is shared whatever the voice."""
    return surface_subjects(head) if verb.tag_ != "VBN" or not is_passive(verb) else ()


def _controllers(head: Token) -> tuple[Token, ...]:
    objects = [c for c in head.children if c.dep_ in {"dobj", "dative"}]
    if head.lemma_ in OBJECT_CONTROL and objects:
        return tuple(resolved(h) for c in objects for h in conjuncts(c))
    for prep in head.children:
        if (head.lemma_, prep.lower_) in PREPOSITIONAL_CONTROL:
            return tuple(objects_of(prep))
    return surface_subjects(head)


def _owners_of_gerund(head: Token) -> tuple[Token, ...]:
    """Who does it in "accused the police of beating a man": the object; in "left without paying": the subject.

    In "the man convicted of killing a guard" the object is the noun that the participle hangs on.
    """
    if head.lemma_ in OBJECT_GERUND:
        objects = [h for c in head.children if c.dep_ in {"dobj", "nsubjpass"} for h in conjuncts(c)]
        if objects or not is_passive(head):
            return tuple(resolved(h) for h in objects)
    return surface_subjects(head)


def _infinitive_owner(noun: Token) -> tuple[Token, ...]:
    """Whose plan it is in "Russia's plan to deploy troops" and in "Russia announced plans to deploy troops"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [f.head for f in direct(noun, near=True) if f.function == "by"]
    if owners:
        return tuple(resolved(o) for o in owners)
    return surface_subjects(noun.head) if noun.dep_ in {"dobj", "attr"} and noun.head.pos_ in {"VERB", "AUX"} else ()
