"""What people judge wins, whenever they do so, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path
from re import findall

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.errors import InputError
from newsgraph.model.archive import Judgement
from newsgraph.pipeline import consistent
from newsgraph.storage import Graph, doubts
from pipeline.builders import Story
from storage.keeping import THEMES, Desk, desk, digest, of, passing_desk

BASE = "https://w3id.org/newsgraph/data/"
NUMBER = st.integers(0, 10_000)
DRAWN = st.lists(
    st.tuples(NUMBER, NUMBER, st.booleans(), st.sampled_from(["same", "different", "unsure"])), min_size=1, max_size=8
)
STEPS = st.lists(st.sampled_from(["judge", "add", "remove", "forget"]), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def shared() -> Iterator[Desk]:
    """One store for all examples, each of which leaves it empty and without judgements."""
    with passing_desk() as made:
        yield made


def judgements(stories: list[Story], drawn: list[tuple[int, int, bool, str]]) -> tuple[Judgement, ...]:
    """Judgements on names and links of some stories, as the numbers say, as far as they fit together."""
    lines = "".join([of(stories), *(of([story]) for story in stories)])
    names = sorted(set(findall(f"<({BASE}(?:entity|event)/[0-9a-f]+)>", lines)))
    targets = sorted({*findall("ontology#linkTo> <([^>]+)>", lines), "http://example.org/x"})
    found: tuple[Judgement, ...] = ()
    for left, right, outward, verdict in drawn:
        goals = targets if outward else names
        one = Judgement(names[left % len(names)], goals[right % len(goals)], verdict, "ann", "it is known")
        try:
            found = consistent((*found, one), BASE)
        except InputError:
            continue
    return found


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(THEMES), DRAWN, DRAWN, STEPS)
def test_any_way(
    shared: Desk,
    theme: list[Story],
    drawn: list[tuple[int, int, bool, str]],
    others: list[tuple[int, int, bool, str]],
    steps: list[str],
) -> None:
    """The bytes are those of the set of articles and the judgements in force, whichever came first."""
    stories, said = theme[:8], judgements(theme[:8], drawn)
    shared.clear()
    shared.keeper.judge(judgements(stories, others))
    for number, step in enumerate(steps):
        if step == "add":
            shared.add(stories[number % 2 :: 2])
        elif step == "remove":
            shared.remove(stories[number % 3 :: 3])
        else:
            shared.keeper.judge(said if step == "judge" else ())
    shared.keeper.judge(said)
    assert shared.lines() == (of(shared.here.values(), said) if shared.here else "")
    shared.keeper.judge(())
    assert shared.lines() == (of(shared.here.values()) if shared.here else "")


@pytest.fixture
def bombed(tmp_path: Path) -> Iterator[Desk]:
    """A store with two tellings of one bombing."""
    with desk(tmp_path / "store") as at:
        at.add(THEMES[0][:2])
        yield at


def asked(at: Desk, sparql: str) -> list[tuple[object, ...]]:
    """The rows of an answer, as text."""
    return [tuple(map(str, row)) for row in Graph(at.archive.store()).query(sparql)]


def test_parted(bombed: Desk) -> None:
    """Two tellings that are judged not to be one are two events, and the graph says who says so, and why."""
    left, right = bombed.pair()
    bombings = "SELECT ?e { ?e a ng:Bombing }"
    assert len(asked(bombed, bombings)) == 1
    bombed.keeper.judge([Judgement(left, right, "different", "ann", "two streets")])
    assert len(asked(bombed, bombings)) == 2
    match = "?m ng:judgement ng:Rejected ; ng:left ?l ; ng:right ?r ; ng:judgedBy ?who ; ng:reason ?why"
    sparql = f"SELECT ?l ?r ?who ?why {{ {match} }}"
    assert asked(bombed, sparql) == [(left, right, "ann", "two streets")]


def test_joined(bombed: Desk) -> None:
    """Two entities that are judged to be one are one node, which was merged from the other."""
    sql = "SELECT name FROM entity WHERE article = ? ORDER BY name LIMIT 1"
    left, right = (bombed.archive.index.value(sql, number) for number in (1, 2))
    bombed.keeper.judge([Judgement(left, right, "same")])
    assert asked(bombed, f"SELECT ?who {{ ?m ng:left <{left}> ; ng:matchOf ?e ; ng:judgedBy ?who }}") == [("a person",)]
    names = {one for (one,) in asked(bombed, "SELECT ?e { ?e a/rdfs:subClassOf* ng:Entity }")}
    assert len(names & {left, right}) == 1


def test_identified(bombed: Desk) -> None:
    """A link that a person makes is accepted, and can be taken back by another judgement."""
    name = bombed.archive.index.value("SELECT min(name) FROM entity")
    bombed.keeper.judge([Judgement(name, "http://example.org/x", "same", "ann")])
    link = "?l ng:linkTo <http://example.org/x> ; ng:judgement ?j ; ng:judgedBy ?who ; ng:score ?score"
    links = f"SELECT ?j ?who ?score {{ {link} }}"
    assert asked(bombed, links) == [("https://w3id.org/newsgraph/ontology#Accepted", "ann", "1")]
    assert asked(bombed, "SELECT ?e { ?e skos:exactMatch <http://example.org/x> }")
    bombed.keeper.judge([Judgement(name, "http://example.org/x", "different", "bob")])
    assert [row[:2] for row in asked(bombed, links)] == [("https://w3id.org/newsgraph/ontology#Rejected", "bob")]
    assert asked(bombed, "SELECT ?e { ?e skos:exactMatch <http://example.org/x> }") == []


def test_one_identifier(bombed: Desk) -> None:
    """What people give one identifier is one thing, though no text says so."""
    sql = "SELECT name FROM entity WHERE article = ? ORDER BY name LIMIT 1"
    names = [bombed.archive.index.value(sql, number) for number in (1, 2)]
    bombed.keeper.judge([Judgement(name, "http://example.org/x", "same") for name in names])
    assert len(asked(bombed, "SELECT DISTINCT ?e { ?e skos:exactMatch <http://example.org/x> }")) == 1


def test_in_history(bombed: Desk) -> None:
    """Judging is a deed, with the articles on which it bears; judging the same again is none."""
    judged = [Judgement(*bombed.pair(), "different")]
    bombed.keeper.judge(judged)
    bombed.keeper.judge(judged)
    deeds = list(bombed.archive.history())
    assert [deed.what for deed in deeds] == ["add", "judge"]
    assert {iri.rsplit("/", 1)[1] for iri, _ in deeds[1].articles} <= {digest(story) for story in THEMES[0][:2]}
    assert deeds[1].effects


def test_doubts(tmp_path: Path) -> None:
    """What is doubtful waits for a judgement, with its names, score and reasons; a judgement ends the doubt."""
    with desk(tmp_path / "store") as at:
        at.add(story for theme in THEMES for story in theme)
        waiting = doubts(Graph(at.archive.store()))
        assert waiting
        assert all(one.reasons and 0 < one.score < 1 and all(one.names) for one in waiting)
        first = waiting[0]
        at.keeper.judge([Judgement(first.left, first.right, "different", "ann")])
        left = {(one.left, one.right) for one in doubts(Graph(at.archive.store()))}
        assert (first.left, first.right) not in left


@pytest.mark.parametrize(
    "wrong",
    [
        [("entity/a", "entity/b", "same"), ("entity/b", "entity/c", "same"), ("entity/c", "entity/a", "different")],
        [("entity/a", "entity/b", "same"), ("entity/a", "entity/b", "unsure")],
        [("entity/a", "entity/a", "same")],
    ],
)
def test_contradictions(wrong: list[tuple[str, str, str]]) -> None:
    """Judgements that cannot all hold are refused."""
    with pytest.raises(InputError):
        consistent([Judgement(BASE + left, BASE + right, verdict) for left, right, verdict in wrong], BASE)
