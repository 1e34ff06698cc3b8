"""A noun phrase or pronoun, with what tells whether it can be the same thing as another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by token indexes, half open.

    `kind` is the sort of pronoun (its subject form: "he", "it"), or "name" or "noun"; `word` its head and `key` all its
    words but articles, in lower case; `article` how it is determined ("the", "a", "this", "own", "other", ""); `words`
    what stands before the head; `sort` what it is (person, body, place, site, time, event, number, thing); `number` and
    `gender` where they show; `role` and `verb` its place in the clause; `entity` and `time` what the graph knows it as;
    `quote` numbers the quotation that it stands in, 0 for none, `speaker` is the head of the words that name who
    says it and `voice` the entity that this is; `joined` tells several phrases with "and" between.
    """

    head: int
    start: int
    end: int
    kind: str
    word: str
    key: str
    article: str
    words: frozenset[str]
    sort: str
    number: str
    gender: str
    role: str
    verb: int
    sentence: int
    entity: int | None = None
    time: str | None = None
    quote: int = 0
    joined: bool = False
    speaker: int | None = None
    voice: int | None = None

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a single pronoun."""
        return self.kind not in {"name", "noun"}
