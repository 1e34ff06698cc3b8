from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.model.explorer import Asked, Found
from newsgraph.storage.explorer import Explorer
from storage.explorer.world import iri


def labels(found: Found) -> list[str]:
    """What was found."""
    return [hit.node.label for hit in found.hits]


def counts(found: Found, name: str) -> dict[str, int]:
    """A facet's values with how many there are of each."""
    return {one.value: one.count for facet in found.facets if facet.name == name for one in facet.values}


def test_without_words_everything_is_found(known: Explorer) -> None:
    """All that is listed but the figures."""
    found = known.search(Asked(size=100))
    assert found.total == len(found.hits) > 40
    assert {hit.node.kind for hit in found.hits} == {
        "person", "organization", "group", "place", "office", "thing", "event", "told", "relation", "article",
    }  # fmt: skip


def test_what_is_called_so_comes_first(known: Explorer) -> None:
    """A name comes before what happened there, and that before the texts that speak of it."""
    found = known.search(Asked("saltport"))
    assert labels(found)[0] == "Saltport"
    kinds = [hit.node.kind for hit in found.hits]
    assert kinds.index("event") < kinds.index("article")


def test_the_last_word_is_a_beginning(known: Explorer) -> None:
    """One finds while one types."""
    assert labels(known.search(Asked("coastal lea")))[0] == "Coastal League"
    assert known.search(Asked("lea coastal", kinds=("organization",))).total == 0


def test_all_words_must_be_there(known: Explorer) -> None:
    """More words find less."""
    assert known.search(Asked("saltport arcadia", kinds=("event",))).total == 0
    assert known.search(Asked("saltport fishermen", kinds=("event",))).total == 2


@pytest.mark.parametrize("words", ["noel armann", "NOËL", "Noe\u0308l A\u0301rmann", "árm"])
def test_accents_and_capitals_do_not_matter(known: Explorer, words: str) -> None:
    """Who has no such key finds it all the same."""
    assert labels(known.search(Asked(words))) == ["Noël Ármann"]


def test_other_names_are_found_and_shown(known: Explorer) -> None:
    """A name that is not the label is shown beside it."""
    (hit,) = known.search(Asked("sailmaker")).hits
    assert hit.node.label == "Noël Ármann"
    assert [(piece.text, piece.marked) for piece in hit.snippet] == [("The ", False), ("Sailmaker", True)]


def test_events_are_found_by_their_sentences(known: Explorer) -> None:
    """The words of the evidence lead to the event, and are shown with what fits marked."""
    found = known.search(Asked("burned boats"))
    hit = next(hit for hit in found.hits if hit.node.iri == iri("burning"))
    assert "".join(piece.text for piece in hit.snippet) == "The ministry denied that police had burned boats"
    assert [piece.text for piece in hit.snippet if piece.marked] == ["burned", "boats"]


def test_articles_are_found_by_their_text(known: Explorer) -> None:
    """A word of the body leads to the article, with its day and its words."""
    (hit,) = known.search(Asked("inhabitants", kinds=("article",))).hits
    assert (hit.node.iri, hit.when.start) == (iri("second"), "2030-05-10")
    assert [piece.text for piece in hit.snippet if piece.marked] == ["inhabitants"]


def test_a_type_finds_what_is_below_it(known: Explorer) -> None:
    """A beating and a looting are attacks."""
    found = known.search(Asked(types=("Attack",), size=50))
    assert {"Beating", "Looting", "Arson", "Storming", "Attack"} == {hit.node.type for hit in found.hits}
    assert counts(found, "types")["Attack"] == found.total == 5
    assert counts(found, "types")["Assault"] == 6  # the killing too, if one chose it


def test_statuses_tell_facts_from_what_is_told(known: Explorer) -> None:
    """What is no fact has a value of its own."""
    found = known.search(Asked(statuses=("Disputed", "told"), kinds=("event", "told"), size=50))
    assert {hit.node.status for hit in found.hits} == {"Disputed", None}
    assert counts(found, "statuses") == {"Corroborated": 1, "Reported": 4, "Asserted": 5, "Disputed": 2, "told": 5}


def test_a_place_finds_what_happened_inside_it(known: Explorer) -> None:
    """What was in the customs house of Saltport in Belmar was in Belmar."""
    found = known.search(Asked(places=(iri("belmar"),), size=50))
    assert "Customs house is looted" in labels(found)
    assert counts(found, "places")[iri("saltport")] == 5


def test_a_source_finds_what_it_tells(known: Explorer) -> None:
    """Whoever speaks in the chain of a claim is a source, and so is who publishes it."""
    found = known.search(Asked(sources=(iri("tideline"),)))
    assert set(labels(found)) == {"Fishermen storm the customs house", "Paratroopers are sent"}
    assert counts(found, "sources")[iri("gazette")] > 5


def test_days_are_both_included(known: Explorer) -> None:
    """Whatever overlaps is found, a part of a day and a month that has begun too."""
    found = known.search(Asked(start="2030-05-01", end="2030-05-02", kinds=("event",)))
    assert {hit.node.iri for hit in found.hits} == {iri("killing"), iri("arrest"), iri("deployment")}
    assert iri("strike") in {hit.node.iri for hit in known.search(Asked(end="2030-04-20")).hits}


def test_values_of_one_facet_are_alternatives_and_facets_narrow_each_other(known: Explorer) -> None:
    """Two kinds find more than one; a kind and a place find less."""
    both = known.search(Asked(kinds=("event", "told"))).total
    assert both == known.search(Asked(kinds=("event",))).total + known.search(Asked(kinds=("told",))).total
    assert 0 < known.search(Asked(kinds=("event",), places=(iri("saltport"),))).total < both


def test_what_is_chosen_is_told(known: Explorer) -> None:
    """A chosen value is there even where nothing has it."""
    found = known.search(Asked("arcadia", places=(iri("nowhere"), "x:unheard"), types=("Flood",)))
    chosen = {one.value: one.count for facet in found.facets for one in facet.values if one.chosen}
    assert chosen == {iri("nowhere"): 0, "x:unheard": 0, "Flood": 0}


def test_pages_make_up_the_whole(known: Explorer) -> None:
    """Nothing is twice, and nothing is left out."""
    whole = labels(known.search(Asked(size=100)))
    pages = [known.search(Asked(size=7, page=page)) for page in range(1, 10)]
    assert [label for page in pages for label in labels(page)] == whole
    assert {page.total for page in pages} == {len(whole)}


@pytest.mark.parametrize("page", [-3, 0, 10**30])
def test_pages_that_are_none_break_nothing(known: Explorer, page: int) -> None:
    """The first, or an empty one."""
    assert known.search(Asked("ada", page=page)).total > 0


def test_by_date_the_newest_comes_first(known: Explorer) -> None:
    """Events by their own day, articles by that of their publication."""
    found = known.search(Asked("saltport", order="date", kinds=("event", "article")))
    days = [hit.when.start for hit in found.hits if hit.when.start]
    assert days == sorted(days, reverse=True)
    assert len(days) > 4


def test_the_timeline_counts_what_has_a_date(known: Explorer) -> None:
    """Each result once, by its day or month."""
    found = known.search(Asked(kinds=("event",), size=50))
    assert sum(one.count for one in found.timeline) == sum(hit.when.start is not None for hit in found.hits) > 5
    assert found.timeline[0].when == "2030-04"


HOSTILE = [
    '"', '""', "*", "NEAR(a b)", "a AND", "OR", "NOT a", "(", "a)b(", "name:ada", "{name}: x", "^ada", "a\x00b", "-ada",
    "\ud800", "'; DROP TABLE item; --", "x" * 10_000, "ada " * 10_000, "²", "\u202eada", "%", "<script>", "?s ?p ?o",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(known: Explorer, words: str) -> None:
    """No word is taken for anything else."""
    found = known.search(Asked(words))
    assert found.total == sum(counts(found, "kinds").values())
    assert len(known.suggest(words)) <= 10


@given(st.text(alphabet=st.characters(codec=None, categories=None), max_size=40))
def test_any_words_can_be_asked(known: Explorer, words: str) -> None:
    """Whatever is typed is answered."""
    everything = known.search(Asked()).total
    assert 0 <= known.search(Asked(words)).total <= everything


@given(
    st.builds(
        Asked,
        words=st.sampled_from(["", "ada", "saltport", "soldiers", "p"]),
        kinds=st.lists(st.sampled_from(["event", "told", "person", "article"]), max_size=2).map(tuple),
        types=st.lists(st.sampled_from(["Attack", "Person", "TroopDeployment"]), max_size=2).map(tuple),
        statuses=st.lists(st.sampled_from(["Disputed", "Reported", "told"]), max_size=2).map(tuple),
        places=st.lists(st.sampled_from([iri("belmar"), iri("saltport")]), max_size=2).map(tuple),
        sources=st.lists(st.sampled_from([iri("post"), iri("doctor")]), max_size=2).map(tuple),
        size=st.just(100),
    )
)
def test_a_facet_counts_what_choosing_it_would_find(known: Explorer, asked: Asked) -> None:
    """Each count is the total of the search with that value alone, all other facets as they are."""
    for facet in known.search(asked).facets:
        for value in facet.values[:4]:
            assert known.search(replace(asked, **{facet.name: (value.value,)})).total == value.count


@pytest.mark.parametrize("day", ["", "yesterday", "\ud800", "2030-05", "'"])
def test_days_that_are_none_break_nothing(known: Explorer, day: str) -> None:
    """They are compared as the words that they are."""
    assert known.search(Asked(start=day, end=day)).total >= 0
    assert known.network(iri("ada"), start=day, end=day) is not None


def test_suggestions_are_entities_the_busiest_first(known: Explorer) -> None:
    """Any of the words of a name may begin so; the one of whom an article speaks comes first."""
    assert [one.label for one in known.suggest("b")] == ["Lena Brook", "Belmar"]
    assert [one.label for one in known.suggest("arcadian rep")] == ["Arcadia"]
    assert len(known.suggest("s", limit=1)) == 1
    assert known.suggest("") == known.suggest("?!") == ()
