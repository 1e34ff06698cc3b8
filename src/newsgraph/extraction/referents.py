"""From words to what they stand for: entities that were found, and topics made where a role needs one."""

from dataclasses import dataclass, field, replace

from newsgraph.extraction.entities import EntityIndex
from newsgraph.extraction.parse import Doc, Token
from newsgraph.model.findings import Entity, Mention, MentionKind
from newsgraph.model.text import Span

# What follows these inside a noun phrase says more about the thing than its name does.
CUT = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "npadvmod"})
SPEAKERS = frozenset({"one", "many", "some", "others", "several", "most", "they", "he", "she", "who", "we", "i"})
LONGEST = 8
# Endings of English nouns for people, without those that things share ("-er" alone names papers and rivers too).
PEOPLE = tuple(
    "ist man woman person worker keeper goer holder maker dweller fighter owner driver leader player ologist eer ician "
    "grapher member lover seeker giver taker farmer hunter rider runner speaker writer teacher trader".split()
)
# Nouns for several people together, and those that mean people or states only in the plural.
COLLECTIVE = frozenset({"team", "crew", "squad"})
# Classes that a name may have got for want of a better one.
UNSURE = frozenset({"Topic", "Place"})
MANY = frozenset({"state", "country", "nation", "other"})


@dataclass(slots=True)
class Referents:
    """The entities of a document while events are being read; grows by topics, in the order of first need."""

    index: EntityIndex
    doc: Doc
    made: dict[int, int] = field(default_factory=dict)
    extra: list[Entity] = field(default_factory=list)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, those found first."""
        return self.index.entities + tuple(self.extra)

    def known(self, token: Token) -> int | None:
        """The entity that a word stands for, if one was found or made."""
        found = self.index.at(token.i)
        return found if found is not None else self.made.get(token.i)

    def entity(self, token: Token) -> int | None:
        """The entity that a word stands for; a topic is made for a common noun. None for unresolved pronouns."""
        if (found := self.known(token)) is not None:
            return found
        if token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"} and not token.like_num:
            return None
        return self._make(token, kind_of(token))

    def speaker(self, token: Token) -> int | None:
        """Who speaks; a pronoun that nothing resolves is kept as an unnamed person."""
        if (found := self.known(token)) is not None:
            return found
        if token.pos_ in {"NOUN", "PROPN", "NUM"}:
            return self._make(token, "Group" if token.tag_.endswith("S") else "Person")
        if token.lower_ in SPEAKERS:
            return self._make(token, "Person" if token.lower_ in {"he", "she", "i", "one"} else "Group")
        return None

    def _make(self, token: Token, type_: str) -> int:
        span, head = (
            (clause(token) if token.pos_ in {"VERB", "AUX"} else phrase(token)),
            Span(token.idx, token.idx + len(token)),
        )
        mention = Mention(span, head, MentionKind.NOMINAL)
        return self.add(token, Entity(" ".join(span.of(self.doc.text).split()), type_, (mention,)))

    def add(self, token: Token, entity: Entity) -> int:
        """A new entity at a word; the one already made there, if any."""
        if token.i not in self.made:
            self.extra.append(entity)
            self.made[token.i] = len(self.index.entities) + len(self.extra) - 1
        return self.made[token.i]

    def person(self, token: Token, entity: int) -> None:
        """A name that no list knows is that of a person, or of persons, where only these fill its role."""
        found, place = self.entities[entity], entity - len(self.index.entities)
        kind = "Group" if token.tag_ in {"NNS", "NNPS"} else "Person"
        if found.type not in UNSURE or found.known or not token.text[:1].isupper() or token.is_sent_start:
            return
        if place >= 0:
            self.extra[place] = replace(found, type=kind)
        elif token.pos_ == "PROPN":
            self.index = self.index.retyped(entity, kind)

    def span(self, token: Token) -> Span:
        """The words of the mention that a word heads."""
        found = self.index.at(token.i)
        if found is not None:
            for mention in self.index.entities[found].mentions:
                if mention.span.start <= token.idx < mention.span.end:
                    return mention.span
        return phrase(token)


def clause(verb: Token) -> Span:
    """The words of a content clause, cut short where they run long."""
    tokens = [t for t in verb.subtree if not t.is_space]
    first, last = min(t.i for t in tokens), min(max(t.i for t in tokens), verb.i + LONGEST)
    run = verb.doc[first : last + 1]
    return Span(run.start_char, run.end_char)


def phrase(head: Token) -> Span:
    """The noun phrase of a head without leading article and without clauses and appositions."""
    tokens = sorted(_kept(head), key=lambda t: t.i)
    while len(tokens) > 1 and (
        tokens[0].tag_ in {"DT", "PDT", "POS", "WP$"} or tokens[0].is_punct or tokens[0].is_space
    ):
        tokens = tokens[1:]
    start, end = tokens[0].i, head.i + 1
    last = max((t.i for t in tokens), default=head.i) + 1
    end = max(end, last)
    run = head.doc[start:end]
    return Span(run.start_char, run.end_char)


def _kept(head: Token) -> list[Token]:
    found = [head]
    for child in head.children:
        if child.dep_ in CUT and not (child.dep_ == "punct" and child.text in {"-", "’s"}) and child.i > head.i:
            continue
        if child.dep_ in {"relcl", "appos", "advcl", "parataxis", "cc", "conj"}:
            continue
        if child.dep_ == "prep" and (child.i > head.i + 1 or child.lower_ not in {"of", "for"}):
            continue
        if child.dep_ == "prep":
            found += list(child.subtree) if sum(1 for _ in child.subtree) <= 6 else []
        elif child.i < head.i or child.dep_ in {"case", "nummod"}:
            found += list(child.subtree)
    first = min(t.i for t in found)
    return [t for t in found if t.i >= first]


def kind_of(token: Token) -> str:
    """The class of what an unlisted word stands for: people by a number or by the form of the word, else a topic."""
    if token.pos_ == "NUM" or token.ent_type_ == "CARDINAL":
        return "Group"
    if token.lemma_.lower() in COLLECTIVE or (token.lemma_.lower() in MANY and token.tag_ == "NNS"):
        return "Group"
    if token.pos_ == "NOUN" and token.lemma_.lower().endswith(PEOPLE):
        return "Group" if token.tag_ == "NNS" else "Person"
    return "Topic"
