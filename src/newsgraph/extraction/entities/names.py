"""Mentions by name: what the name reader finds, repaired by lists, by cues and by the words around."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from newsgraph.extraction.entities.edges import trimmed
from newsgraph.extraction.entities.nouns import (
    is_common,
    is_event_noun,
    is_people,
    noun_type,
    office_of,
    phrase_start,
    title_start,
)
from newsgraph.extraction.entities.scenes import is_unread_place
from newsgraph.extraction.entities.wider import widened
from newsgraph.extraction.parse import Doc, Span, Token, longest
from newsgraph.ontology import knowledge, names

READ = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT", "NORP"})
SHORTEST_BRAND = 4
# Words that begin the names of many companies and stand for none.
COMMON_BRANDS = frozenset(
    "national first united general royal central american british european international global world new north south "
    "east west northern southern eastern western great standard state federal public private bank union grand "
    "imperial commercial industrial popular people's african asian pacific atlantic".split()
)
# Things that news begins sentences with and that bear no name.
PLAIN = frozenset(
    "turnout phone internet voting polling counting rain snow wind power electricity water food fuel oil gas gold "
    "inflation output export import price stock share sale profit revenue traffic flight tension panic hope fear anger "
    "visibility temperature wreckage debris smoke damage".split()
)
SEPARATORS = frozenset({"/", "|", "–", "—", ";", "(", ")", "[", "]"})


def spans(doc: Doc, skip: Set[int]) -> tuple[Span, ...]:
    """The names of a text, in order, none overlapping another; articles, titles and possessive marks are left out."""
    skip = {i for i in skip if not _is_named(doc[i])}
    barred = skip | _in_titles(doc)
    parts = (part for ent in doc.ents if ent.label_ in READ for part in _parts(ent) if _usable(part, barred))
    read = widened(doc, longest(parts))
    taken = {t.i for span in read for t in span}
    more = [span for span in _unread(doc, taken | barred) if _listed(span)]
    taken |= {t.i for span in more for t in span}
    more += _coordinated(doc, read, taken | barred)
    again = _repeated(doc, (*read, *more), {t.i for span in (*read, *more) for t in span} | skip)
    return tuple(_agreed(sorted((*read, *more, *again), key=lambda s: s.start)))


def _is_named(token: Token) -> bool:
    """Whether a word for a time is a part of a name that the name reader sees as a whole ("the Dawn Front")."""
    inside = token.ent_type_ in READ and token.head.ent_type_ == token.ent_type_
    return inside and token.pos_ == "PROPN" and token.dep_ == "compound" and token.i < token.head.i


def _agreed(found: Sequence[Span]) -> Iterator[Span]:
    """Each name with the label that the reader gives it most often in this text."""
    labels: dict[str, Counter[str]] = {}
    for span in found:
        labels.setdefault(span.text, Counter())[span.label_] += 1
    for span in found:
        counts = labels[span.text]
        best = max(counts, key=lambda label: (counts[label], label == span.label_, label))
        yield Span(span.doc, span.start, span.end, label=best)


def _repeated(doc: Doc, found: Sequence[Span], taken: Set[int]) -> Iterator[Span]:
    """Further places of names that were found elsewhere in the text, and of the last words of persons' names."""
    known = {tuple(t.text for t in span): span.label_ for span in found}
    known |= {(span[i].text,): "PERSON" for span in found if span.label_ == "PERSON" and len(span) > 1 for i in (0, -1)}
    known |= {(brand,): "ORG" for span in found if (brand := _brand(span)) is not None}
    sizes: dict[str, set[int]] = {}
    for words in known:
        sizes.setdefault(words[0], set()).add(len(words))
    used = set(taken)
    for token in doc:
        for size in sorted(sizes.get(token.text, ()), reverse=True):
            run = doc[token.i : token.i + size]
            label = known.get(tuple(t.text for t in run))
            if label is not None and used.isdisjoint(range(run.start, run.end)) and _proper(run):
                used.update(range(run.start, run.end))
                yield Span(doc, run.start, run.end, label=label)


def _brand(span: Span) -> str | None:
    """The first word of a company's name, which stands for it elsewhere ("Acme" for "Acme Motors")."""
    first = span[0].text
    if len(span) < 2 or names.cue_type(span.text) != "Company" or len(first) < SHORTEST_BRAND:
        return None
    usual = knowledge.people(first) or knowledge.territory(first) or knowledge.settlements(first)
    return None if usual or is_common(first.casefold()) or first.casefold() in COMMON_BRANDS else first


def _proper(run: Span) -> bool:
    """Whether capitals mark a name here: several words, all capitals, or a capital that begins no sentence."""
    first = run[0]
    return (
        len(run) > 1
        or run.text.isupper()
        or (first.text[:1].isupper() and (not first.is_sent_start or first.pos_ == "PROPN"))
    )


def _in_titles(doc: Doc) -> set[int]:
    """The words of titles of several words ("Secretary of State", "Finance Minister")."""
    titled = (t for t in doc if t.text[:1].isupper() and " " in (office_of(t) or ""))
    return {i for t in titled for i in range(title_start(t), t.i + 1)}


def _usable(span: Span, skip: Set[int]) -> bool:
    if any(t.i in skip for t in span) or not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in span):
        return False
    if _is_sentence_noun(span) or _is_capital_noun(span):
        return False
    if _begins_noun(span) or (len(span) == 1 and span.root.lower_ in names.cues().honorifics):
        return False
    if span.label_ == "EVENT" and is_event_noun(span.root.lemma_.casefold()):
        return False
    if span.label_ == "PERSON" and not any(t.pos_ == "PROPN" for t in span):
        return False
    if span.label_ == "NORP":
        return knowledge.people(span.text) is None and names.exact_type(span.text) is not None
    return knowledge.people(span.text) is None or bool(knowledge.territory(span.text))


def _is_sentence_noun(span: Span) -> bool:
    """Whether a single word has its capital from the sentence that it begins: "Turnout", "Workers"."""
    word = span.root
    begins = word.is_sent_start or (word.i > 0 and word.nbor(-1).text in {"-", "–", "—", "--", '"', "“"})
    if len(span) > 1 or not begins or word.text.isupper() or names.exact_type(word.text):
        return False
    alone = sum(t.text == word.text for t in span.doc if not t.is_sent_start) <= (0 if word.is_sent_start else 1)
    forms = (word.lower_, word.lemma_.casefold(), word.lower_.removesuffix("s"))
    return alone and any(is_common(form) or is_event_noun(form) or form in PLAIN for form in forms)


def _is_capital_noun(span: Span) -> bool:
    """A common noun for people with the capital of a headline: "U.S. Soldiers", "six Farmers", "a Peasant"."""
    doc, noun = span.doc, span[len(span) - 1]
    if not is_people(noun_type(noun) or "") or names.exact_type(span.text) or noun.text.isupper():
        return False
    before = [doc[i] for i in range(span.start, noun.i)]
    if not all(t.text.islower() or t.like_num or _describes(t) for t in before):
        return False
    first = doc[span.start - 1] if span.start else None
    counted = first is not None and (first.lower_ in {"a", "an"} or first.like_num)
    return noun.tag_ in {"NNPS", "NNS"} if before else counted


def _describes(token: Token) -> bool:
    """Whether a word before a noun is that of a people, a noun of the lexicon, or a state in letters ("U.S.")."""
    if knowledge.people(token.text) or is_common(token.lower_):
        return True
    return bool(knowledge.territory(token.text)) and token.text.replace(".", "").isupper()


def _begins_noun(span: Span) -> bool:
    """ "Kazakh TV" before "station": the words belong to a noun of the lexicon."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.pos_ == "NOUN" and after.text.islower() and phrase_start(after) < span.end


def _is_dash(token: Token) -> bool:
    """A dash between blanks, as after a dateline."""
    return token.text in {"-", "--"} and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _lists(ent: Span, at: int) -> bool:
    """Whether a comma parts two names: no form of company and no degree follows, nor a list that one name holds."""
    doc = ent.doc
    if doc[at].text != "," or at + 1 >= ent.end or doc[at + 1].lower_ in names.cues().suffixes:
        return False
    joined = any(t.lower_ in {"and", "&", "of"} or t.text.endswith(".") for t in doc[at + 1 : ent.end])
    return not joined and not knowledge.territory(ent.text)


def _parts(ent: Span) -> Iterator[Span]:
    """A name without what does not belong to it; two names that a slash joins are two."""
    doc, start = ent.doc, ent.start
    for i in range(ent.start, ent.end + 1):
        if i == ent.end or doc[i].text in SEPARATORS or _is_dash(doc[i]) or _lists(ent, i):
            if part := trimmed(doc, start, i, ent.label_):
                yield part
            start = i + 1


def _coordinated(doc: Doc, read: Sequence[Span], taken: Set[int]) -> list[Span]:
    """Proper nouns that the name reader passed over and that "and" joins to a name are names of the same sort."""
    labels = {span.root.i: span.label_ for span in read}
    found = []
    for run in _unread(doc, taken):
        root = run.root
        partners = (root.head, *root.children) if root.dep_ == "conj" else root.children
        label = next((labels[t.i] for t in partners if t.i in labels and "conj" in {t.dep_, root.dep_}), None)
        if label is not None and label != "NORP" and not _is_title(run):
            found.append(Span(doc, run.start, run.end, label))
    return found


def _is_title(span: Span) -> bool:
    return bool(office_of(span.root) or noun_type(span.root)) or is_event_noun(span.root.lemma_.casefold())


def _unread(doc: Doc, taken: Set[int]) -> Iterator[Span]:
    """Runs of capitalised proper nouns that the name reader passed over."""
    start: int | None = None
    for i in range(len(doc) + 1):
        inside = i < len(doc) and doc[i].pos_ == "PROPN" and doc[i].text[:1].isupper() and i not in taken
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            if part := trimmed(doc, start, i, ""):
                yield part
            start = None


def _listed(span: Span) -> bool:
    """Whether a list or a cue or a noun beside it says that a run of capitals is a name."""
    text = span.text
    if knowledge.people(text) or (len(span) == 1 and noun_type(span.root)):
        return bool(names.exact_type(text))
    known = names.exact_type(text) or names.cue_type(text) or knowledge.body(text) or knowledge.territory(text)
    if known or (_in_dateline(span) and knowledge.settlements(text)):
        return True
    return len(text) > 1 and (_titled(span) or in_brackets(span) or _described(span) or is_unread_place(span))


def _in_dateline(span: Span) -> bool:
    """ "MASERU, Aug 22 -", at the very beginning of a text."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    return span.start == 0 and span.text.isupper() and after in {",", "-", "–", "—", "--", "("}


def _described(span: Span) -> bool:
    """Whether a noun that says what it is follows after a comma: "X, a construction company", "X, the police chief"."""
    doc, root = span.doc, span.root
    article = doc[span.end + 1].lower_ if span.end + 1 < len(doc) and doc[span.end].text == "," else ""
    beside = (c for c in root.children if c.dep_ == "appos" and c.i > span.end)
    if article == "the":
        return any(office_of(c) for c in beside)
    return article in {"a", "an"} and any(noun_type(c) for c in beside)


def in_brackets(span: Span) -> bool:
    """Whether a name alone stands in round or square brackets, as acronyms do."""
    doc = span.doc
    if span.start == 0 or span.end >= len(doc):
        return False
    return doc[span.start - 1].text + doc[span.end].text in {"()", "[]"} and span.text.isupper()


def _titled(span: Span) -> bool:
    """Whether a title or a typed noun stands right before."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.pos_ in {"NOUN", "PROPN"} and bool(office_of(before) or noun_type(before))
