from hypothesis import given
from hypothesis import strategies as st

from newsgraph.model.findings import Attribution, Target
from newsgraph.resolution.sources import independent, source_keys
from pipeline.builders import NO, Story

FIRE = "A fire broke out in Ulm."
ONE, OTHER = frozenset({"name one"}), frozenset({"name other"})


def fire(text: str = FIRE, **fields: str) -> tuple[Story, Target]:
    """A story of a fire, with the fire."""
    story = Story(text, **fields)
    return story, story.event("Fire", "fire")


def keys(story: Story, claim: int = 0) -> frozenset[str]:
    """The keys of the source of one claim."""
    return source_keys(story.document, story.findings, story.findings.claims[claim])


def own(text: str = FIRE, **fields: str) -> frozenset[str]:
    """The keys of what a story tells in its own voice."""
    story, event = fire(text, **fields)
    return keys(story.says(event))


def said(label: str, **fields: str) -> frozenset[str]:
    """The keys of what somebody without a name says in a story."""
    story, event = fire(f"A fire broke out, {label} said.", **fields)
    return keys(story.says(event, story.entity(label, "Group")))


def test_own_voice() -> None:
    """What an article tells in its own voice has its publisher and its agency as sources."""
    assert own(publisher="The Ulm Post", agency="Acme Wire") == {"name ulm post", "name acme wire"}


def test_unnamed_speakers() -> None:
    """Speakers without a name are no source of their own: the publisher is."""
    assert said("officials") == {"name post"}


def test_named_speaker() -> None:
    """A named speaker is the source, by each of its names, and the publisher is not."""
    story, event = fire("A fire broke out, the Ulm Fire Brigade said.")
    brigade = story.named("Ulm Fire Brigade", "Organization", alt_labels=("UFB",))
    assert keys(story.says(event, brigade)) == {"name ulm fire brigade", "name ufb"}


def test_chain() -> None:
    """Of a chain of speakers the innermost and the outermost are the source; who has no name is passed over."""
    story, event = fire("A fire broke out, Ada Roe told Channel One, which Acme Wire quoted.")
    chain = [story.named("Ada Roe", "Person"), story.named("Channel One", "MediaOrganization")]
    assert keys(story.says(event, *chain, story.named("Acme Wire", "NewsAgency"))) == {"name ada roe", "name acme wire"}
    assert keys(story.says(event, story.entity("fire", "Topic"), chain[1]), 1) == {"name channel one"}


def test_own_voice_beside_a_named_speaker() -> None:
    """An article that names somebody who affirms the same repeats that one, and adds nothing to it."""
    story, event = fire("A fire broke out in Ulm. Ada Roe said so.")
    story.says(event).says(event, story.named("Ada Roe", "Person"))
    assert keys(story) == frozenset() and keys(story, 1) == {"name ada roe"}


def test_own_voice_against_a_named_speaker() -> None:
    """Somebody who denies it, or speaks of something else, is not repeated."""
    story, event = fire("A fire broke out in Ulm. Ada Roe denied it, and spoke of smoke.")
    roe, smoke = story.named("Ada Roe", "Person"), story.event("Event", "smoke")
    story.says(event).says(event, roe, factuality=NO).says(smoke, roe)
    assert keys(story) == {"name post"}


def test_dateline() -> None:
    """Two papers that print what one agency sent have a common key, by whatever name they call it."""
    one, other = own(f"ULM (AP) - {FIRE}"), own(FIRE, publisher="The Mail", agency="The Associated Press")
    assert one & other == {"name associated press"} and "name post" in one and "name mail" in other


def test_agency_that_is_cited_elsewhere() -> None:
    """An agency that a story has something else from stands behind what it tells in its own voice."""
    story, event = fire("A fire broke out in Ulm. Smoke was seen, said Acme Wire.")
    story.says(event).says(story.event("Event", "Smoke"), story.named("Acme Wire", "NewsAgency"))
    assert keys(story) == {"name post", "name acme wire"}


def test_agency_of_an_attribution() -> None:
    """An agency whose words a story gives is cited, whether or not they tell an event."""
    story, event = fire("A fire broke out in Ulm. 'Very hot', wrote Acme Wire.")
    claimant = story.named("Acme Wire", "NewsAgency").index
    story.parts["attributions"] = [Attribution((), (), (), claimant)]
    assert keys(story.says(event)) == {"name post", "name acme wire"}


def test_agency_that_is_spoken_of() -> None:
    """An agency that a story only speaks of is no source, nor is an organisation of another kind that is cited."""
    story, event = fire("A fire broke out at Acme Wire. It was hot, the Ulm Gas Works said.")
    story.named("Acme Wire", "NewsAgency")
    story.says(event).says(story.event("Event", "hot"), story.named("Ulm Gas Works", "Company"))
    assert keys(story) == {"name post"}


def test_nobody() -> None:
    """An article of which neither publisher nor agency is known has no key, unless its text names an agency."""
    assert own(publisher="") == frozenset()
    assert own(f"{FIRE} (AFP)", publisher="") == {"name agence france presse"}


def test_independent() -> None:
    """Sources count once for each group that common keys tie together, even through a third."""
    assert independent([ONE, OTHER]) == 2
    assert independent([ONE, ONE]) == independent([ONE, OTHER, ONE | OTHER]) == 1


def test_independent_of_the_unknown() -> None:
    """Unknown sources add nothing to known ones, and count as one alone; no source counts none."""
    assert independent([]) == 0 and independent([frozenset(), frozenset()]) == 1
    assert independent([ONE, frozenset(), OTHER]) == 2


GROUPS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=3), max_size=8)


@given(GROUPS)
def test_independent_in_any_order(groups: list[frozenset[str]]) -> None:
    """The number depends neither on the order of the claims nor on repetition."""
    again = sorted(groups * 2, key=sorted)
    assert independent(groups) == independent(reversed(groups)) == independent(again)


@given(GROUPS, st.sampled_from("abcdefgh"))
def test_independent_with_a_common_key(groups: list[frozenset[str]], key: str) -> None:
    """Sources with a key in common are one."""
    assert independent([group | {key} for group in groups]) == min(len(groups), 1)
