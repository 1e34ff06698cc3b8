"""Texts that mean harm, or that nobody foresaw."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.model.statements import Iri
from newsgraph.model.text import Span
from pipeline.builders import Story, deployment, told

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
IRI = re.compile(r"[a-z]+:[^\x00-\x20<>\"{}|\\^`]+")


@settings(max_examples=60, deadline=None)
@given(label=WORDS, url=WORDS, publisher=WORDS, before=WORDS)
def test_no_text_in_iris(label: str, url: str, publisher: str, before: str) -> None:
    """Whatever labels, addresses and publishers are, every IRI is one."""
    story = Story(f"{before}{label}", url=f"http://x.org/{url}", publisher=publisher, extra=((label, url),))
    story.named(label, "Person", known=f"http://example.org/{label}")
    iris = {term.value for s in told(story) for term in (s.subject, s.predicate, s.object) if isinstance(term, Iri)}
    assert iris
    assert all(IRI.fullmatch(iri) for iri in iris)


@settings(max_examples=60, deadline=None)
@given(before=WORDS, label=WORDS, after=WORDS)
def test_quotes(before: str, label: str, after: str) -> None:
    """Every quote is what the text has between its offsets."""
    story = Story(before + label + after)
    span = Span(len(before), len(before) + len(label))
    story.says(story.entity(label, "Person", words=span.of(story.document.text)))
    found = told(story)
    selectors = {
        (s.subject, s.predicate.value.rsplit("#")[-1]): getattr(s.object, "value", "")
        for s in found
        if "/oa#" in s.predicate.value
    }
    checked = 0
    for s in found:
        if s.predicate.value.endswith("hasSelector") and (s.object, "start") in selectors:
            start, end = (int(selectors[s.object, name]) for name in ("start", "end"))  # type: ignore[index]
            (quote,) = (
                selectors[other.object, "exact"]  # type: ignore[index]
                for other in found
                if other.subject == s.subject and (other.object, "exact") in selectors
            )
            assert story.document.text[start:end] == quote
            checked += 1
    assert checked


def test_no_blank_nodes() -> None:
    """Everything has a name."""
    terms = [term for s in told(deployment()) for term in (s.subject, s.object)]
    assert terms
    assert not any(isinstance(term, Iri) and term.value.startswith("_:") for term in terms)
