"""Claims: one node for each speaker of a chain, from the innermost outwards."""

from collections.abc import Iterator

from newsgraph.mapping.articles import activity_iri, publisher_iri
from newsgraph.mapping.attributions import attribution_iri
from newsgraph.mapping.context import Context, Node, Output
from newsgraph.mapping.evidence import evidence, evidence_iri, inside
from newsgraph.mapping.relations import related_words
from newsgraph.mapping.terms import LABEL, TYPE, decimal, ng, term
from newsgraph.model.findings import TargetKind, Voice
from newsgraph.model.links import Ref
from newsgraph.model.statements import Iri, Layer, Rejected


def claims(context: Context) -> Output:
    """All claims about what the ontology accepts."""
    for number, article in enumerate(context.links.articles):
        for row, _ in enumerate(article.findings.claims):
            ref = Ref(number, row)
            if (refusal := _refusal(context, ref)) is not None:
                yield refusal
            else:
                yield from _claim(context, ref, claim_iris(context, ref))


def claim_names(context: Context) -> tuple[str | None, ...]:
    """The innermost node of each claim of the only article; None for a claim that is refused."""
    refs = (Ref(0, row) for row, _ in enumerate(context.links.articles[0].findings.claims))
    return tuple(None if _refusal(context, ref) else claim_iris(context, ref)[0].value for ref in refs)


def _claim(context: Context, ref: Ref, chain: tuple[Iri, ...]) -> Output:
    claim = context.claim(ref)
    about = context.target(ref.article, claim.about)
    for depth, voice in enumerate(claim.voices):
        node = context.node(chain[depth], Layer.CLAIMS, ref.article)
        yield from node.has(ng("about"), chain[depth - 1] if depth else about)
        yield from node.has(ng("embeddedIn"), chain[depth + 1] if depth + 1 < len(chain) else None)
        yield from _voice(context, ref, voice, node)
        yield from node.has(ng("confidence"), decimal(round(claim.confidence, 2)))
    if claim.about.kind is TargetKind.RELATION:
        yield from _related(context, ref, context.node(chain[0], Layer.CLAIMS, ref.article))


def _related(context: Context, ref: Ref, node: Node) -> Output:
    """Which words for the subject and for the object a claim about a relation has."""
    words = related_words(context, Ref(ref.article, context.claim(ref).about.index))
    if words is not None:
        yield from node.has(ng("subjectMention"), words[0])
        yield from node.has(ng("objectMention"), words[1])


def _refusal(context: Context, ref: Ref) -> Rejected | None:
    """Why a claim cannot stand."""
    claim = context.claim(ref)
    for voice in claim.voices:
        if not inside(context.article(ref), voice.evidence):
            return Rejected("evidence outside the text", str(voice.evidence))
        if voice.claimant is not None and (TargetKind.ENTITY, Ref(ref.article, voice.claimant)) in context.refused:
            return Rejected("claimant refused", _words(context, ref, voice))
    if context.target(ref.article, claim.about) is None:
        return Rejected("claim about something refused", _words(context, ref, claim.voices[0]))
    return None


def claim_iris(context: Context, ref: Ref) -> tuple[Iri, ...]:
    """The IRIs of the nodes of a claim's chain; each depends on all that its chain says."""
    claim, article = context.claim(ref), context.article(ref)
    about = f"{claim.about.kind.value} {_alone(context, ref)}"
    chain = [" ".join(_key(voice)) for voice in claim.voices]
    confidence = f"{claim.confidence:.2f}"
    return tuple(
        context.minter.spot("claim", article, voice.evidence, about, str(depth), confidence, *chain)
        for depth, voice in enumerate(claim.voices)
    )


def _alone(context: Context, ref: Ref) -> str:
    """What a claim is about in terms of its own article, so that merging changes no claim's name."""
    about = context.claim(ref).about
    if about.kind is not TargetKind.RELATION:
        return context.naming.alone[about.kind, Ref(ref.article, about.index)].value
    relation = context.relation(Ref(ref.article, about.index))
    ends = (relation.subject,) if relation.dated else (relation.subject, relation.object)
    names = [context.naming.alone[TargetKind.ENTITY, Ref(ref.article, end)].value for end in ends]
    names += [context.article(ref).findings.times[relation.object].value] if relation.dated else []
    return " ".join((relation.predicate, *names))


def _key(voice: Voice) -> Iterator[str]:
    yield from (str(voice.claimant), voice.factuality.value, voice.modality.value)
    yield from (str(voice.evidence.start), str(voice.evidence.end))


def _voice(context: Context, ref: Ref, voice: Voice, node: Node) -> Output:
    yield from node.has(TYPE, ng("Claim"))
    yield from node.has(LABEL, f"{_speaker(context, ref, voice)}: {_view(voice)}")
    yield from node.has(ng("claimant"), _claimant(context, ref, voice))
    yield from node.has(ng("factuality"), ng(voice.factuality.value))
    yield from node.has(ng("modality"), ng(voice.modality.value))
    yield from node.has(ng("cue"), _cue(context, ref, voice))
    yield from node.has(ng("evidence"), evidence_iri(context, ref.article, voice.evidence))
    if voice.attribution is not None:
        yield from node.has(ng("attribution"), attribution_iri(context, ref.article, voice.attribution))
    yield from node.has(term("prov:wasDerivedFrom"), node.article)
    yield from node.has(term("prov:wasGeneratedBy"), activity_iri(context, ref.article))
    for span in (voice.evidence, voice.cue):
        if span is not None and inside(context.article(ref), span):
            yield from evidence(context, ref.article, span)


def _cue(context: Context, ref: Ref, voice: Voice) -> Iri | None:
    if voice.cue is None or not inside(context.article(ref), voice.cue):
        return None
    return evidence_iri(context, ref.article, voice.cue)


def _claimant(context: Context, ref: Ref, voice: Voice) -> Iri:
    """The speaker; for the article's own voice its publisher, or itself where no publisher is known."""
    if voice.claimant is not None:
        return context.naming.iri(TargetKind.ENTITY, Ref(ref.article, voice.claimant))
    publisher = context.article(ref).document.publisher
    return publisher_iri(context, publisher) if publisher else context.naming.article(ref.article)


def _speaker(context: Context, ref: Ref, voice: Voice) -> str:
    if voice.claimant is not None:
        return context.label(Ref(ref.article, voice.claimant))
    document = context.article(ref).document
    return document.publisher or document.title or "the article"


def _view(voice: Voice) -> str:
    """How sure and in which world, in words: "certain, actual"."""
    certainty = {3: "certain", 2: "probable", 1: "possible", 0: "open"}[voice.factuality.certainty]
    sign = " that not" if voice.factuality.polarity < 0 else ""
    return f"{certainty}{sign}, {voice.modality.value.lower()}"


def _words(context: Context, ref: Ref, voice: Voice) -> str:
    return repr(voice.evidence.of(context.article(ref).document.text)[:80])
