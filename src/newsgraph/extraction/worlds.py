"""What one step up a parse does to how real something is: into another world, out of one, or on in the same."""

from collections.abc import Callable
from dataclasses import dataclass

from newsgraph.extraction.embeddings import EmbeddingIndex, is_factive
from newsgraph.extraction.entities.nouns import is_people, noun_type
from newsgraph.extraction.layers import State
from newsgraph.extraction.markers import is_denied
from newsgraph.extraction.moods import asks_which, is_infinitive
from newsgraph.extraction.parse import Token
from newsgraph.extraction.presupposed import is_definite
from newsgraph.extraction.steps import complement_functions
from newsgraph.model.factuality import Factuality, Modality
from newsgraph.ontology.lexicon import Embedding

MEETING = frozenset({"take", "see", "face"})
WITHIN = frozenset({"in", "at", "during", "over", "since"})
COPULAS = frozenset({"be", "seem", "appear", "remain", "look", "become"})
ADJUNCTS = frozenset({"xcomp", "acl", "advcl", "relcl"})


@dataclass(frozen=True, slots=True)
class Worlds:
    """Judges steps by the lexicon. `carries` says whether a verb only carries an event noun."""

    embeddings: EmbeddingIndex
    carries: Callable[[Token, Token], bool]

    def entry(self, token: Token, head: Token, function: str) -> Embedding | None:
        """The entry of the head under which the token is a complement."""
        return self.embeddings.entry(head, complement_functions(token, function))

    def is_undone(self, token: Token, head: Token, function: str, entry: Embedding) -> bool:
        """Whether a verb that performs its object is denied: "did not declare a curfew" is no curfew."""
        performs = function == "object" and entry.modality is Modality.ACTUAL and not is_factive(entry)
        return performs and self.carries(head, token) and is_denied(head)

    def leads_away(self, token: Token, head: Token, function: str) -> bool:
        """Whether a step leads into another world than the actual one."""
        entry = self.entry(token, head, function)
        if entry is None:
            return token.dep_ in ADJUNCTS or not self.embeddings.reports(head)
        sure = entry.modality is Modality.ACTUAL and entry.positive is Factuality.CERTAIN_POSITIVE
        return not sure or is_denied(head)

    def predicated(self, token: Token, head: Token, function: str) -> Embedding | None:
        """The entry of an adjective that says of its subject how likely it is: "an attack seems unlikely"."""
        if function != "subject" or token.pos_ != "NOUN" or head.lemma_ not in COPULAS:
            return None
        said = (e for c in head.children if c.dep_ in {"acomp", "oprd"} for e in self.embeddings.predicate(c))
        return next((e for e in said if "modifier" in e.complements and e.positive.certainty in {1, 2}), None)

    def is_known(self, token: Token, head: Token, function: str) -> bool:
        """Whether a word tells a known event: "her defeat in the vote", "called to the fire", "asked how it began"."""
        entry = self.entry(token, head, function)
        if function == "clause":
            told = entry is not None and entry.modality in {Modality.ACTUAL, Modality.REQUESTED}
            return told and asks_which(token)
        if token.pos_ != "NOUN" or not is_definite(token):
            return False
        if entry is None:
            return head.pos_ == "NOUN" and (
                function in WITHIN or (function == "of" and is_people(noun_type(head) or ""))
            )
        return function == "to" and entry.modality is Modality.REQUESTED

    def takes_for_granted(self, token: Token, head: Token, function: str) -> bool:
        """Whether a step has led through a factive predicate, or from a known event to what is done about it."""
        entry = self.entry(token, head, function)
        if entry is not None:
            return is_factive(entry)
        about = head.pos_ == "VERB" and function in {"object", "subject"} and not self.carries(head, token)
        return about and token.pos_ == "NOUN" and is_definite(token)

    def unlisted(self, token: Token, function: str, state: State) -> State:
        """Complements of predicates that the lexicon does not have, adjuncts and modifiers."""
        marks = (c for c in token.children if c.dep_ == "mark" or (c.tag_ == "IN" and c.dep_ == "advmod"))
        entries = self.embeddings.subordinators.get(next((c.lower_ for c in marks), ""), ())
        if function in {"advcl", "clause"} and entries:
            return state.inside(entries[0].positive, entries[0].modality)
        if is_infinitive(token) and token.dep_ in ADJUNCTS | {"ccomp"}:
            return state.inside(Factuality.UNDERSPECIFIED, Modality.PLANNED)
        return state

    def transfers(self, token: Token, head: Token, function: str) -> bool:
        """Whether what is said of the head holds of the token too: "the attack did not take place".

        Something indefinite is as possible as what is done to it: "may repel an attack".
        """
        if token.dep_ == "conj" or function == "conj":
            return False
        if token.dep_ in {"csubj", "csubjpass"}:
            return not is_denied(head)
        if token.pos_ in {"NOUN", "PROPN"}:
            unknown = function == "object" and not is_definite(token) and not is_denied(head)
            carries = (
                head.pos_ == "AUX"
                or unknown
                or (self.carries(head, token) and not (function == "object" and _is_met(token, head)))
            )
            return head.pos_ in {"VERB", "AUX"} and function in {"subject", "object"} and carries
        return token.dep_ in {"xcomp", "oprd", "acomp", "attr"}


def _is_met(token: Token, head: Token) -> bool:
    """Whether a verb that may carry an event meets a known one: "did not take the threat seriously"."""
    return head.lemma_ in MEETING and is_definite(token)
