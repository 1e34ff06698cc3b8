"""How real something is told to be, and by whom: the walk from a word up to the root of its sentence.

Each step may pass a negation, a modal, an adverb or an embedding predicate. They compose inside the layer of
one speaker; a reporting predicate closes the layer with its speaker's voice and opens the next one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from newsgraph.extraction.grammar import governor
from newsgraph.extraction.prepositions import preposition
from newsgraph.extraction.subjects import is_passive, surface_subjects
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.ontology.lexicon import Embedding, Lexicon

CLAUSAL = frozenset({"ccomp", "xcomp", "acl", "advcl", "pcomp", "csubj", "csubjpass", "oprd", "relcl"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither", "nor"})


@dataclass(frozen=True, slots=True)
class State:
    """What one layer says so far."""

    factuality: Factuality = Factuality.CERTAIN_POSITIVE
    modality: Modality = Modality.ACTUAL

    def inside(self, factuality: Factuality, modality: Modality) -> "State":
        """This state inside a context."""
        return State(self.factuality.under(factuality), self.modality.under(modality))


@dataclass(frozen=True, slots=True)
class Layer:
    """A closed layer: the state of the content in the view of a speaker, and the reporting word.

    Without a speaker it is the article's own view; where there is a cue but no speaker, that of somebody unnamed.
    """

    speaker: Token | None
    cue: Token | None
    state: State


@dataclass(frozen=True, slots=True)
class EmbeddingIndex:
    """Embedding predicates by part of speech and lemma."""

    verbs: Mapping[str, tuple[Embedding, ...]]
    nouns: Mapping[str, tuple[Embedding, ...]]
    adjectives: Mapping[str, tuple[Embedding, ...]]
    adverbs: Mapping[str, tuple[Embedding, ...]]
    auxiliaries: Mapping[str, tuple[Embedding, ...]]
    prepositions: Mapping[str, tuple[Embedding, ...]]
    subordinators: Mapping[str, tuple[Embedding, ...]]

    def predicate(self, token: Token) -> tuple[Embedding, ...]:
        """The entries of a word as a predicate, those with a particle first."""
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "AUX"}:
            lemma = lemma if lemma in self.verbs or lemma + "e" not in self.verbs else lemma + "e"
            return self._particle_verbs(token, lemma) + self.verbs.get(lemma, ())
        if token.pos_ in {"NOUN", "PROPN"}:
            return () if self._is_fixed(token, lemma) else self.nouns.get(lemma, ())
        return self.adjectives.get(token.lower_, ()) + self.verbs.get(lemma, ()) if token.pos_ == "ADJ" else ()

    def _is_fixed(self, noun: Token, lemma: str) -> bool:
        """Whether a noun is only a part of a phrase: "claimed responsibility for", "in order to"."""
        phrase = f"{noun.head.lemma_.lower()} + {lemma}"
        return phrase in self.verbs or (lemma == "order" and noun.i > 0 and noun.nbor(-1).lower_ == "in")

    def _particle_verbs(self, token: Token, lemma: str) -> tuple[Embedding, ...]:
        near = {c.lower_ for c in token.children if c.dep_ in {"prt", "prep", "advmod", "acomp", "dobj"}}
        near |= {f"+ {c.lemma_.lower()}" for c in token.children if c.dep_ in {"dobj", "nsubjpass"}}
        return tuple(e for word in sorted(near) for e in self.verbs.get(f"{lemma} {word}", ()))


def index(lexicon: Lexicon) -> EmbeddingIndex:
    """The embeddings of a lexicon, ready to be looked up."""
    parts = ("verbs", "nouns", "adjectives", "adverbs", "auxiliaries", "prepositions", "subordinators")
    tables: dict[str, dict[str, list[Embedding]]] = {p: defaultdict(list) for p in parts}
    for embedding in lexicon.embeddings:
        for part in parts:
            for word in getattr(embedding, part, ()):
                tables[part][word].append(embedding)
    return EmbeddingIndex(*({k: tuple(v) for k, v in tables[p].items()} for p in parts))


@dataclass(frozen=True, slots=True)
class ContextReader:
    """Reads the layers around a word. `can_speak` says whether a word stands for someone or something that speaks."""

    embeddings: EmbeddingIndex
    carries: Callable[[Token, Token], bool]
    can_speak: Callable[[Token], bool]

    def layers(self, word: Token) -> tuple[Layer, ...]:
        """The layers around a word, innermost first; the last is the article's own where nobody else speaks."""
        closed: list[Layer] = []
        later: list[Layer] = []
        state = self._own(word, State())
        token, settled = word, False
        seen = {word.i}
        while True:
            state = self._asides(token, state, closed, later)
            head, function = _step(token)
            if head is None or head.i in seen:
                break
            seen.add(head.i)
            settled = settled or _is_presupposed(token, function)
            if not (settled and self._is_irrealis(token, head, function)):
                state = self._through(token, head, function, state, closed)
            token = head
        if token.dep_ == "ROOT" and _is_open_question(token):
            state = state.inside(Factuality.UNDERSPECIFIED, Modality.ACTUAL)
        if not (closed or later) or state != State():
            closed.append(Layer(None, None, state))
        return (*closed, *later)

    def _unnamed(self, token: Token) -> tuple[Token, Embedding] | None:
        """A word such as "reportedly" or "alleged": somebody says so who is not named."""
        for child in token.children:
            entries = self.embeddings.adverbs if child.dep_ == "advmod" else self.embeddings.adjectives
            for entry in entries.get(child.lower_, ()) if child.dep_ in {"advmod", "amod"} else ():
                if entry.speaker == "unnamed":
                    return child, entry
        return None

    def reporter(self, word: Token) -> Token | None:
        """Who speaks by a reporting verb; None for other words and where nobody is named."""
        return self._speaker(word) if word.pos_ == "VERB" and self.reports(word) else None

    def of_anaphor(self, pronoun: Token) -> tuple[Layer, ...]:
        """The layers around "it" as the object of a predicate about something told before ("the army denied it")."""
        head, function = _step(pronoun)
        if head is None or head.pos_ != "VERB" or self._entry(pronoun, head, function) is None:
            return ()
        return self.layers(pronoun) if self.reports(head) else ()

    def _own(self, token: Token, state: State) -> State:
        """The word's own negation, auxiliaries, adverbs and modifiers."""
        negated = False
        for child in token.children:
            lower = child.lower_
            if child.dep_ == "neg" or (child.dep_ in {"preconj", "cc"} and child.lower_ == "neither"):
                negated = not negated
            elif (child.dep_ == "det" and lower in NEGATIVE_DETERMINERS) or (
                child.dep_ in SUBJECT_DEPS and (_is_nobody(child)) and token.pos_ in {"VERB", "AUX"}
            ):
                negated = True
        if token.dep_ == "conj" and any(c.lower_ == "nor" for c in token.head.children if c.i < token.i):
            negated = True
        if negated:
            state = replace(state, factuality=state.factuality.negated())
        for child in token.children:
            state = self._modified(child, state)
        return state

    def _modified(self, child: Token, state: State) -> State:
        if child.dep_ in {"aux", "auxpass"}:
            entries = self._auxiliary(child)
        elif child.dep_ in {"advmod", "npadvmod"}:
            entries = self.embeddings.adverbs.get(child.lower_, ())
        elif child.dep_ in {"amod", "compound"} and child.head.pos_ in {"NOUN", "PROPN"}:
            entries = tuple(e for e in self.embeddings.adjectives.get(child.lower_, ()) if "modifier" in e.complements)
        else:
            entries = ()
        for entry in entries[:1]:
            if entry.speaker is None:
                state = state.inside(entry.positive, entry.modality)
        return state

    def _auxiliary(self, word: Token) -> tuple[Embedding, ...]:
        """The entry of an auxiliary, that of a pair first ("would have")."""
        table = self.embeddings.auxiliaries
        after = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
        return table.get(f"{word.lower_} {after}", ()) or table.get(word.lower_, ()) or table.get(word.lemma_, ())

    def _is_outermost(self, phrase: Token, clause: Token) -> bool:
        """Whether "according to X" closes a sentence that itself reports: "M said P, according to X"."""
        final = phrase.i > clause.i and phrase.doc[phrase.i - 1].text == ","
        return final and any(a.i < clause.i and a.pos_ == "VERB" and self.reports(a) for a in clause.ancestors)

    def _asides(self, token: Token, state: State, closed: list[Layer], later: list[Layer]) -> State:
        """Attribution that hangs on a clause: "according to X", "X said" in commas, "citing X"; the layer closes."""
        for child in sorted(token.children, key=lambda c: c.i):
            for speaker, cue in self._aside(child, token):
                if self._is_outermost(child, token):
                    later.append(Layer(speaker, cue, State()))
                else:
                    closed.append(Layer(speaker, cue, state))
                    state = State()
        if (found := self._unnamed(token)) is not None:
            closed.append(Layer(None, found[0], state.inside(found[1].positive, found[1].modality)))
            state = State()
        return state

    def _aside(self, child: Token, token: Token) -> Iterator[tuple[Token, Token]]:
        if (
            child.dep_ in {"prep", "advcl", "dep", "punct", "npadvmod", "advmod"}
            and (found := self._source_phrase(child)) is not None
        ):
            yield found, child
        elif child.pos_ == "VERB" and self.reports(child) and (_is_parenthesis(child, token) or _is_as_clause(child)):
            speaker = self._speaker(child)
            if speaker is not None:
                yield speaker, child

    def _source_phrase(self, prep: Token) -> Token | None:
        """The X of "according to X"."""
        doc, low = prep.doc, prep.lower_
        phrases = (
            low,
            " ".join(t.lower_ for t in doc[prep.i : prep.i + 2]),
            " ".join(t.lower_ for t in doc[prep.i : prep.i + 3]),
        )
        if not any(p in self.embeddings.prepositions for p in phrases):
            return None
        inner = [t for t in prep.subtree if t.dep_ == "pobj" and (t.head == prep or t.head.head == prep)]
        return next(
            (t for t in inner if self.can_speak(t) or (t.pos_ == "NOUN" and t.lemma_ not in NORMS and low != "per")),
            None,
        )

    def _through(self, token: Token, head: Token, function: str, state: State, closed: list[Layer]) -> State:
        """One step up: what the head says about its complement, then the head's own markers."""
        around = self.embeddings.subordinators.get(function, ())
        if around and function != "to":
            return state.inside(around[0].positive, around[0].modality)
        open_ = function == "clause" and any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in token.children)
        if open_:
            state = state.inside(Factuality.UNDERSPECIFIED, Modality.ACTUAL)
        entry = self._entry(token, head, function)
        if entry is None:
            state = self._unlisted(token, head, function, state)
            return self._own(head, state) if self._transfers(token, head, function) else state
        negated = self._is_negated(head)
        if negated and function == "object" and self.carries(head, token) and entry.modality is Modality.ACTUAL:
            return self._own(head, state)
        value = entry.negative if negated else entry.positive
        inner = state.inside(value, Modality.ACTUAL if open_ else entry.modality)
        speaker = self._voice_of(entry, head)
        unnamed = (
            entry.speaker == "subject" and is_passive(head) and not _is_factive(entry) and "clause" in entry.complements
        )
        if speaker is None and not unnamed:
            return self._own_but_negation(head, inner, negated)
        closed.append(Layer(speaker, head, inner))
        state = self._own_but_negation(head, State(), negated)
        return self._cited(entry, head, speaker, state, closed)

    def _cited(self, entry: Embedding, head: Token, speaker: Token | None, state: State, closed: list[Layer]) -> State:
        """For "A quoted B as saying": the subject is a further voice; for "A said, citing B": B speaks inside A."""
        if entry.speaker == "object":
            heads = surface_subjects(head)
            if is_passive(head):
                heads = tuple(g for c in head.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj")
            outer = next((s for s in heads if self.can_speak(s)), None)
            if outer is not None and speaker is not None and outer.i != speaker.i:
                closed.append(Layer(outer, head, state))
                return State()
            return state
        for child in head.children:
            if (
                child.dep_ == "advcl"
                and child.tag_ == "VBG"
                and any(e.speaker == "object" for e in self.embeddings.verbs.get(child.lemma_, ()))
            ):
                cited = [c for c in child.children if c.dep_ == "dobj" and self.can_speak(c)]
                if cited:
                    layer = closed.pop()
                    closed += [Layer(cited[0], child, layer.state), Layer(speaker, head, state)]
                    return State()
        return state

    def _entry(self, token: Token, head: Token, function: str) -> Embedding | None:
        """The entry of the head under which the token is a complement."""
        entries = self.embeddings.predicate(head)
        if head.lemma_ == "be":
            entries += tuple(e for c in head.children if c.dep_ == "acomp" for e in self.embeddings.predicate(c))
        functions = _complement_functions(token, function)
        return next((e for f in functions for e in entries if f in e.complements), None)

    def _voice_of(self, entry: Embedding, head: Token) -> Token | None:
        """Who speaks; factive predicates ("condemned the attack") leave their complement to the narrator."""
        return self._speaker(head, entry) if entry.speaker and not _is_factive(entry) else None

    def _speaker(self, head: Token, entry: Embedding | None = None) -> Token | None:
        if entry is not None and entry.speaker == "object":
            found = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}]
            return next((c for c in found if self.can_speak(c)), None)
        if head.pos_ in {"NOUN", "PROPN"}:
            owners = [c for c in head.children if c.dep_ == "poss"] + [
                g
                for c in head.children
                if c.dep_ == "prep" and c.lower_ in {"by", "from"}
                for g in c.children
                if g.dep_ == "pobj"
            ]
            owner = next((o for o in owners if self.can_speak(o)), None)
            verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "in" else None
            return owner if owner is not None or verb is None or not self.reports(verb) else self._speaker(verb)
        if is_passive(head):
            agents = [g for c in head.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
            return next((a for a in agents if self.can_speak(a)), None)
        return next((s for s in surface_subjects(head) if self.can_speak(s)), None)

    def reports(self, verb: Token) -> bool:
        """Whether a verb tells who says something."""
        return any(e.speaker for e in self.embeddings.predicate(verb))

    def _is_negated(self, head: Token) -> bool:
        neg = sum(c.dep_ == "neg" for c in head.children)
        det = any(c.dep_ == "det" and c.lower_ in NEGATIVE_DETERMINERS for c in head.children)
        without = head.dep_ == "pcomp" and head.head.lower_ == "without"
        nobody = head.pos_ in {"VERB", "AUX"} and any(c.dep_ in SUBJECT_DEPS and _is_nobody(c) for c in head.children)
        return (neg + det + nobody + without) % 2 == 1

    def _own_but_negation(self, head: Token, state: State, negated: bool) -> State:
        """The head's modals and adverbs; its negation has been used to choose the complement's value."""
        for child in head.children:
            state = self._modified(child, state)
        return state

    def _is_irrealis(self, token: Token, head: Token, function: str) -> bool:
        """Whether a step leads into another world than the actual one."""
        entry = self._entry(token, head, function)
        if entry is None:
            return token.dep_ in {"xcomp", "acl", "advcl", "relcl"} or not self.reports(head)
        sure = entry.modality is Modality.ACTUAL and entry.positive is Factuality.CERTAIN_POSITIVE
        return not sure or self._is_negated(head)

    def _unlisted(self, token: Token, head: Token, function: str, state: State) -> State:
        """Complements of predicates that the table does not have, adjuncts and modifiers."""
        mark = next(
            (c.lower_ for c in token.children if c.dep_ == "mark" or (c.tag_ == "IN" and c.dep_ == "advmod")), ""
        )
        entries = self.embeddings.subordinators.get(mark, ())
        if function in {"advcl", "clause"} and entries:
            return state.inside(entries[0].positive, entries[0].modality)
        if _is_infinitive(token) and token.dep_ in {"xcomp", "acl", "advcl", "relcl", "ccomp"}:
            return state.inside(Factuality.UNDERSPECIFIED, Modality.PLANNED)
        return state

    def _transfers(self, token: Token, head: Token, function: str) -> bool:
        """Whether what is said of the head holds of the token too: "the attack did not take place"."""
        if token.dep_ == "conj" or function == "conj":
            return False
        if token.pos_ in {"NOUN", "PROPN"}:
            carries = head.pos_ == "AUX" or self.carries(head, token)
            return head.pos_ in {"VERB", "AUX"} and function in {"subject", "object"} and carries
        return token.dep_ in {"xcomp", "oprd", "acomp", "attr"}


# What one acts according to, and what therefore says nothing.
NORMS = frozenset("plan schedule law rule custom tradition need wish taste size age type ability protocol".split())
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})
GIVEN = frozenset(
    {
        "after",
        "when",
        "since",
        "as",
        "while",
        "because",
        "although",
        "though",
        "whereas",
        "before",
        "during",
        "following",
        "amid",
        "because of",
        "due to",
        "owing to",
        "despite",
        "in view of",
        "in response to",
        "in the wake of",
        "as a result of",
    }
)


def _is_presupposed(token: Token, function: str) -> bool:
    """Time, cause and concession are told as given, whatever world the main clause is about."""
    if function == "advcl":
        return any(c.dep_ in {"mark", "advmod"} and c.lower_ in GIVEN for c in token.children)
    return function in GIVEN


def _is_open_question(root: Token) -> bool:
    """Whether a question asks if something happened; "why" and "when" take for granted that it did."""
    asks = root.sent.text.rstrip(' "”’').endswith("?")
    return asks and not any(t.tag_ in {"WRB", "WP"} and t.i <= root.i for t in root.sent)


def _is_factive(entry: Embedding) -> bool:
    return entry.positive is entry.negative is Factuality.CERTAIN_POSITIVE


def _is_nobody(token: Token) -> bool:
    negated = (c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ in NEGATIVE_DETERMINERS) for c in token.children)
    return token.lower_ in {"nobody", "none", "nothing"} or any(negated)


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def _is_parenthesis(child: Token, token: Token) -> bool:
    """A reporting clause in commas, without a complement of its own."""
    if child.dep_ not in {"parataxis", "ccomp", "advcl", "dep"}:
        return False
    own = any(c.dep_ in {"ccomp", "xcomp"} or (c.dep_ == "dobj" and child.lemma_ != "tell") for c in child.children)
    return not own and (child.dep_ == "parataxis" or (child.i > token.i and any(s.i for s in surface_subjects(child))))


def _is_as_clause(child: Token) -> bool:
    """ "As the mayor said, ..."."""
    as_ = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod", "prep"} for c in child.children)
    return child.dep_ == "advcl" and as_ and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in child.children)


def _step(token: Token) -> tuple[Token | None, str]:
    """The next word up and the function in which the token stands to it."""
    if token.dep_ == "ROOT":
        return None, ""
    if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and token.dep_ not in {
        "ROOT",
        "conj",
        "ccomp",
        "parataxis",
        "advcl",
    }:
        head, function = governor(token)
        return (None, "") if head.i == token.i else (head, function)
    head = token.head
    if token.dep_ == "pcomp" and head.dep_ == "prep":
        return head.head, _pcomp_function(token, head)
    if token.dep_ == "relcl" and _is_content(token):
        return _clause_governor(head), "clause"
    return head, "clause" if token.dep_ in {"ccomp", "xcomp", "acl", "csubj", "csubjpass", "oprd"} else token.dep_


def _clause_governor(noun: Token) -> Token:
    """Parsers hang "declared on Monday that ..." on Monday: a time has no content, its verb has."""
    verbs = (a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"})
    return next(verbs, noun) if noun.ent_type_ in {"DATE", "TIME"} else noun


def _complement_functions(token: Token, function: str) -> tuple[str, ...]:
    """The names under which the table may list a complement, the most telling first."""
    if function == "clause":
        kind = "infinitive" if _is_infinitive(token) else "gerund" if token.tag_ == "VBG" else "clause"
        return (kind, "clause") if kind != "clause" else ("clause",)
    return (function, "gerund") if token.dep_ == "pcomp" and function != "as" else (function,)


def _pcomp_function(token: Token, prep: Token) -> str:
    return preposition(prep)


def _is_content(token: Token) -> bool:
    """A that-clause that the parser hung on the nearest noun as if it were a relative clause."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
