import pytest

from newsgraph.model.explorer import Node
from newsgraph.storage.explorer import Explorer
from storage.explorer.world import iri

HOSTILE = ["", "no IRI", "\ud800", "x:unheard", "https://w3id.org/newsgraph/data/<script>", "_:b0", "x:" + "y" * 10_000]


def test_the_first_page_counts(known: Explorer) -> None:
    """How much there is of each kind."""
    counted = dict(known.overview().counts)
    assert counted["articles"] == 4
    assert counted["events"] == 12
    assert counted["told"] == 5
    assert counted["disputed"] == 2
    assert counted["triples"] == len(known.quads)  # type: ignore[arg-type]


def test_the_first_page_shows_what_is_new_and_what_there_is_most_of(known: Explorer) -> None:
    """The busiest are things with a name, the newest are facts."""
    page = known.overview()
    assert [(node.label, count) for node, count in page.busiest[:2]] == [("Saltport", 4), ("Belmar", 3)]
    assert page.latest[0].node.kind == "event"
    assert sum(one.count for one in page.timeline) == 8


def test_an_entity_has_its_names_links_and_merges(known: Explorer) -> None:
    """What it is called, what it is elsewhere, and why it is one."""
    arcadia, ada = known.entity(iri("arcadia")), known.entity(iri("ada"))
    assert arcadia is not None and ada is not None
    assert arcadia.names == ("Arcadian Republic",)
    assert [(one.iri, one.accepted, one.score) for one in arcadia.links] == [
        ("https://example.org/id/arcadia", True, 0.95)
    ]
    assert ada.merges == ("the same name in full (score 0.9, machine)",)


def test_a_link_that_waits_for_a_judgement_is_not_accepted(known: Explorer) -> None:
    """It is shown as what it is."""
    page = known.entity(iri("saltport"))
    assert page is not None
    assert [(one.accepted, one.reasons) for one in page.links] == [(False, ("a city of this name in another country",))]


def test_an_entity_has_its_offices_and_relations(known: Explorer) -> None:
    """Offices apart, facts before what is told, a date as the words that it is."""
    page = known.entity(iri("ada"))
    assert page is not None
    assert [(one.predicate, one.object.label) for one in page.offices] == [("holds office", "president")]
    assert [(one.predicate, one.object.label, one.relation.status) for one in page.relations] == [
        ("birth date", "1990-01-02", "Reported"), ("member of", "Coastal League", None),
    ]  # fmt: skip
    assert page.relations[0].object.iri == ""


def test_an_entity_has_its_events_apart_from_what_is_told(known: Explorer) -> None:
    """The newest first, with its role and who else was there."""
    page = known.entity(iri("ada"))
    assert page is not None
    assert {(one.node.label, one.roles) for one in page.events} == {
        ("Ada Quill dismisses Finn Marlow", ("agent",)),
        ("Ada Quill and Finn Marlow meet in Saltport", ("agent",)),
    }
    assert [one.node.label for one in page.told] == ["Ada Quill appoints Lena Brook"]
    assert {node.label for line in page.events for node in line.others} == {"Finn Marlow", "interior minister"}
    assert page.seen_with == ((Node(iri("finn"), "Finn Marlow", "person", "Person"), 2),)
    assert page.totals["events"] == 2


def test_a_speaker_has_what_it_said(known: Explorer) -> None:
    """Claims of which it is the innermost speaker, with the words."""
    page = known.entity(iri("ministry"))
    assert page is not None
    said = {claim.about.label: claim.speakers[0].view for claim in page.said}
    assert said["Police burn boats"] == "certain that not, actual"
    assert page.totals["said"] == len(page.said) == 4


def test_lists_turn_their_pages(known: Explorer) -> None:
    """A page after the last is empty and has the same totals."""
    first, far = known.entity(iri("saltport")), known.entity(iri("saltport"), page=9)
    assert first is not None and far is not None
    assert first.events and not far.events
    assert first.totals == far.totals
    assert (far.page, far.size) == (9, 25)


def test_an_event_has_who_where_and_when(known: Explorer) -> None:
    """Roles in the order in which one reads them."""
    page = known.fact(iri("arrest"))
    assert page is not None
    assert [(role, [one.label for one in who]) for role, who in page.roles] == [
        ("agent", ["police"]), ("patient", ["Lena Brook"]), ("place", ["Saltport"]),
    ]  # fmt: skip
    assert page.when.start == page.when.end == "2030-05-01T22:00:00"


def test_a_claim_has_the_words_that_tell_the_event(known: Explorer) -> None:
    """The sentence, the words marked where a mention tells them, and where they start."""
    page = known.fact(iri("arrest"))
    assert page is not None
    ((quotation,),) = (claim.quotations for claim in page.claims)
    assert (quotation.before, quotation.words, quotation.after) == (
        "Police ", "arrested Lena Brook", ", the ministry said.",
    )  # fmt: skip
    assert (quotation.article.node.label, quotation.article.day, quotation.start) == (
        "Soldiers arrive in Belmar", "2030-05-04", 161,
    )  # fmt: skip


def test_a_chain_goes_from_the_innermost_speaker_outwards(known: Explorer) -> None:
    """Who says it, who says that, and who says that in turn."""
    page = known.fact(iri("storming"))
    assert page is not None
    (claim,) = page.claims
    assert [one.node and one.node.label for one in claim.speakers] == ["spokesperson", "Tideline", "Gull Gazette"]
    assert claim.speakers[0].view == "certain, attempted"
    assert page.node == Node(iri("storming"), "Fishermen storm the customs house", "told", "Storming")


def test_an_article_of_nobody_known_speaks_for_itself(known: Explorer) -> None:
    """There is no speaker to show."""
    page = known.fact(iri("fire"))
    assert page is not None
    assert [one.node for one in page.claims[0].speakers] == [None]
    assert page.claims[0].quotations[0].before == "🔥 Perhaps a "
    assert page.claims[0].confidence == 0.7


def test_figures_stand_with_their_speakers(known: Explorer) -> None:
    """From how many to how many, open where it is open."""
    page = known.fact(iri("killing"))
    assert page is not None
    assert [(one.minimum, one.maximum, len(one.claims)) for one in page.figures] == [(4.0, 4.0, 2), (9.0, None, 1)]
    assert page.figures[1].day == "2030-05-08"


def test_contradictions_stand_side_by_side_once(known: Explorer) -> None:
    """Each pair once, whichever of the two says that it contradicts the other."""
    page = known.fact(iri("beating"))
    assert page is not None
    ((left, right),) = page.contradictions
    assert {left.iri, right.iri} == {iri("c-beating"), iri("c-no-beating")}
    assert page.totals["contradictions"] == 1


@pytest.mark.parametrize(("event", "sources"), [("deployment", 2), ("strike", 1), ("meeting", 1), ("storming", 0)])
def test_copies_are_one_source(known: Explorer, event: str, sources: int) -> None:
    """Sources are counted as the question about single sources counts them."""
    page = known.fact(iri(event))
    assert page is not None
    assert page.sources == sources


def test_events_are_tied_to_others(known: Explorer) -> None:
    """What came true, and what is part of what, seen from both ends."""
    pages = {name: known.fact(iri(name)) for name in ("withdrawal", "plan", "killing", "strike")}
    ties = {name: [(how, one.iri) for how, one in page.related] for name, page in pages.items() if page}
    assert ties == {
        "withdrawal": [("fulfils", iri("plan"))], "plan": [("fulfilled by", iri("withdrawal"))],
        "killing": [("part of", iri("strike"))], "strike": [("has part", iri("killing"))],
    }  # fmt: skip


def test_a_relation_is_a_fact_with_two_ends(known: Explorer) -> None:
    """Its roles are subject and object."""
    page = known.fact(iri("presides"))
    assert page is not None
    assert [(role, who[0].label) for role, who in page.roles] == [("subject", "Ada Quill"), ("object", "president")]
    assert len(page.claims) == 1


def test_a_figure_is_a_fact_of_something(known: Explorer) -> None:
    """It leads to what it is of."""
    page = known.fact(iri("people"))
    assert page is not None
    assert [(role, who[0].label) for role, who in page.roles] == [("figure of", "Belmar")]
    assert page.figures[0].approximate


def test_a_merged_name_leads_to_the_whole(known: Explorer) -> None:
    """What had another name before is found under it."""
    page = known.entity(iri("ada-told-later"))
    assert page is not None
    assert page.node.iri == iri("ada")
    assert known.node(iri("deployment-told-later")) == known.node(iri("deployment"))


def test_an_article_has_its_marks_and_what_it_tells(known: Explorer) -> None:
    """Overlapping marks lie on the same pieces of text."""
    page = known.article(iri("first"))
    assert page is not None
    both = next(one for one in page.segments if one.text == "Lena Brook")
    assert [(page.marks[one].kind, page.marks[one].node.label) for one in both.marks] == [
        ("event", "Police arrest Lena Brook"), ("mention", "Lena Brook"),
    ]  # fmt: skip
    assert {line.node.iri for line in page.told} == {iri("plan"), iri("storming")}
    assert page.publisher is not None and page.publisher.label == "Gull Gazette"
    assert page.totals == {"facts": 5, "told": 2}
    assert [one.iri for one in page.copies] == [iri("third")]


def test_attributions_and_cues_are_marked(known: Explorer) -> None:
    """Whose words they are leads to the speaker."""
    page = known.article(iri("second"))
    assert page is not None
    marks = {(one.kind, one.node.label, one.start, one.end) for one in page.marks}
    assert marks >= {("attribution", "doctor", 264, 292), ("cue", "doctor", 259, 263)}
    assert {one.node.iri for one in page.marks if one.kind == "relation"} == {iri("presides")}


def test_offsets_are_code_points(known: Explorer) -> None:
    """What is written in two units elsewhere is one."""
    page = known.article(iri("fourth"))
    assert page is not None
    assert [one.text for one in page.segments if one.marks] == ["fire"]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_nothing_has_no_page(known: Explorer, name: str) -> None:
    """No IRI breaks anything."""
    pages = (known.entity(name), known.fact(name), known.article(name), known.network(name), known.resource(name))
    assert pages == (None,) * 5
    assert known.node(name) is None


def test_each_kind_has_its_own_page(known: Explorer) -> None:
    """What is asked for as something else is not there."""
    assert known.entity(iri("arrest")) is known.fact(iri("ada")) is known.article(iri("ada")) is None


def test_a_resource_is_all_that_is_said(known: Explorer) -> None:
    """What it says and what says something of it, in words."""
    page = known.resource(iri("c-storming"))
    assert page is not None
    says = dict(page.says)
    assert [one.label for one in says["claimant"] if isinstance(one, Node)] == ["spokesperson"]
    assert page.node.kind == "claim"
    assert [(name, [one.iri for one in who]) for name, who in page.said_by] == [("about", [iri("c-storming-outer")])]


@pytest.mark.parametrize(
    ("sort", "told"),
    [
        ("denied", {"burning", "beating"}),
        ("uncertain", {"fire"}),
        ("contradicted", {"beating"}),
        ("figures", {"killing"}),
    ],
)
def test_disputes_are_what_the_questions_find(known: Explorer, sort: str, told: set[str]) -> None:
    """Each sort has its things, and all totals are told."""
    page = known.disputes(sort)
    assert {one.node.iri for one in page.disputes} == {iri(name) for name in told}
    assert page.totals == {"denied": 2, "uncertain": 1, "contradicted": 1, "figures": 1}


def test_what_somebody_affirms_comes_before_what_nobody_does(known: Explorer) -> None:
    """The denials first among the claims."""
    first = known.disputes("denied").disputes[0]
    assert first.node.iri == iri("beating")
    assert [claim.speakers[0].factuality for claim in first.claims] == ["CertainNegative", "CertainPositive"]


def test_figures_that_disagree_stand_together(known: Explorer) -> None:
    """Both, with who says so."""
    (dispute,) = known.disputes("figures").disputes
    assert [one.node.label for one in dispute.figures] == ["4 deaths", "at least 9 deaths"]
    assert all(one.claims for one in dispute.figures)


def test_a_sort_that_is_none_is_the_first(known: Explorer) -> None:
    """Nothing breaks."""
    assert known.disputes("<script>").sort == "denied"
    assert known.disputes("denied", page=99).disputes == ()


def test_hostile_labels_come_through_as_they_are(known: Explorer) -> None:
    """It is for who shows them to escape them."""
    node = known.node(iri("hostile"))
    assert node is not None
    assert node.label == '<script>alert(1)</script>\u202e "x" ?s { }'
