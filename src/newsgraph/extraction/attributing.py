"""From the attributions that were found to those of the findings: spans, claimants, nesting, claims made in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsgraph.extraction.antecedents import resolved
from newsgraph.extraction.attributions import Found
from newsgraph.extraction.attributions.sources import words_of
from newsgraph.extraction.parse import Doc, Token
from newsgraph.extraction.referents import Referents
from newsgraph.extraction.speakers import Speakers
from newsgraph.model.findings import Attribution, Claim
from newsgraph.model.text import Span

CITING = frozenset({"cite", "quote"})
OWN = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Attributing:
    """Makes the attributions of one document; what one finds first is the outer one where two share their words."""

    found: Sequence[Found]
    speakers: Speakers

    def attributions(self) -> Iterator[Attribution]:
        """One attribution for each that was found, in the same order."""
        within = _nesting(self.found)
        for n, one in enumerate(self.found):
            doc = one.head.doc
            source, cue, content = (spans(words, doc) for words in (one.source, one.cue, one.content))
            yield Attribution(source, cue, content, self._claimant(one), within.get(n), one.direct)

    def linked(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        """The claims, each voice with the attribution whose cue is the voice's own."""
        at = {one.head.idx: n for n, one in enumerate(self.found)}
        for claim in claims:
            voices = (v if v.cue is None else replace(v, attribution=at.get(v.cue.start)) for v in claim.voices)
            yield replace(claim, voices=tuple(voices))

    def _claimant(self, one: Found) -> int | None:
        """Who says it, where the source is known or can speak."""
        if one.speaker is None:
            return None
        speaker = resolved(one.speaker)
        if (known := self._referents.known(speaker)) is not None:
            return known
        makes = speaker.pos_ in {"NOUN", "PROPN"} and self.speakers.can_speak(speaker)
        return self._referents.speaker(speaker) if makes else None

    @property
    def _referents(self) -> Referents:
        return self.speakers.referents


def spans(words: frozenset[int], doc: Doc) -> tuple[Span, ...]:
    """The stretches that some words make, in the order of the text; white space between words parts none."""
    runs: list[list[Token]] = []
    for i in sorted(words):
        last = runs[-1][-1].i if runs else None
        if last is not None and all(doc[j].is_space for j in range(last + 1, i)):
            runs[-1].append(doc[i])
        else:
            runs.append([doc[i]])
    return tuple(Span(run[0].idx, run[-1].idx + len(run[-1].text)) for run in runs)


def meant(found: Sequence[Found], speakers: Speakers) -> tuple[Found, ...]:
    """The attributions of those with a mind, without what quoted speakers say of their own thoughts ("I think")."""
    spoken = frozenset(i for one in found if one.direct for i in one.content)
    minded = (one for one in found if one.tells or one.speaker is None or _has_mind(one.speaker, speakers))
    kept = [one for one in minded if one.head.i not in spoken or not _is_own(one.speaker)]
    at = {one.head.i: one for one in kept}
    return tuple(_cited(one, at, speakers) or one for one in kept)


def _cited(one: Found, at: Mapping[int, Found], speakers: Speakers) -> Found | None:
    """Whom a report cites as the source of what it says ("A said, citing B"), not what ("citing old age")."""
    verb = one.head
    above = at.get(verb.head.i)
    if above is None or not above.tells or verb.tag_ != "VBG" or verb.lemma_ not in CITING:
        return None
    source = next((c for c in verb.children if c.dep_ == "dobj" and speakers.can_speak(resolved(c))), None)
    if source is None:
        return None
    return replace(
        one, speaker=source, source=words_of(source), content=above.content, tells=True, reporter=above.head.i
    )


def _is_own(source: Token | None) -> bool:
    """Whether somebody speaks of himself, or to somebody."""
    return source is not None and source.lower_ in OWN


def _has_mind(source: Token, speakers: Speakers) -> bool:
    """Whether nothing is known of a source that keeps it from thinking."""
    noun = resolved(source)
    known = speakers.referents.known(noun)
    if noun.pos_ != "NOUN" or known is None:
        return True
    return speakers.referents.entities[known].type == "Topic" or speakers.can_speak(noun)


def _nesting(found: Sequence[Found]) -> Mapping[int, int]:
    """For each attribution the smallest other one in whose content its cue stands."""
    ranked = sorted(range(len(found)), key=lambda n: (len(found[n].content), n))
    at = {one.head.i: n for n, one in enumerate(found)}
    within = {n: at[one.reporter] for n, one in enumerate(found) if one.reporter in at}
    for inner, one in enumerate(found):
        outer = (n for n in ranked if n != inner and one.cue <= found[n].content and not _mutual(one, found[n]))
        if (first := next(outer, None)) is not None:
            within.setdefault(inner, first)
    return within


def _mutual(one: Found, other: Found) -> bool:
    """Whether two stand in each other's content; then neither is inside."""
    return other.cue <= one.content
