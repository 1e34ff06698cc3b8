"""What the history says became of facts."""

from pathlib import Path

from newsgraph.model.archive import Effect
from newsgraph.pipeline import Keeper
from newsgraph.storage import Archive
from newsgraph.storage.effects import effects
from pipeline.builders import Story
from pipeline.extractors import Memory
from storage.keeping import MANNER, WHEN, digest

NG, RDF = "https://w3id.org/newsgraph/ontology#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def event(name: str, status: str | None, *merged: str) -> list[str]:
    """The lines of an event."""
    said = [(f"{RDF}type", f"<{NG}{'Attack' if status else 'IrrealisEvent'}>"), (LABEL, '"An \\"attack\\""')]
    said += [(f"{NG}status", f"<{NG}{status}>")] if status else []
    said += [(f"{NG}mergedFrom", f"<x:{one}>") for one in merged]
    return [f"<x:{name}> <{predicate}> {value} <x:g> .\n" for predicate, value in said]


def changed(before: list[str], after: list[str]) -> list[Effect]:
    """What a change from some lines to others does."""
    return effects(set(before) - set(after), set(after) - set(before), lambda node: f"label of {node}")


def test_new_and_gone() -> None:
    """A fact that comes has no status before, one that goes has none after and does not remain."""
    assert changed([], event("a", "Reported")) == [Effect("x:a", 'An "attack"', None, "Reported")]
    assert changed(event("a", "Reported"), []) == [Effect("x:a", 'An "attack"', "Reported", None, remains=False)]


def test_no_fact_any_more() -> None:
    """What nobody affirms any more, though it is told of, remains."""
    (one,) = changed(event("a", "Disputed"), event("a", None))
    assert (one.before, one.after, one.remains) == ("Disputed", None, True)


def test_another_status() -> None:
    """A label that has not changed is looked up."""
    (one,) = changed(event("a", "Reported"), event("a", "Corroborated"))
    assert (one.label, one.before, one.after) == ("label of x:a", "Reported", "Corroborated")


def test_another_name() -> None:
    """What has another name, for its earliest telling came or went, has not changed; nor what is part of another."""
    alone, both = event("b", "Reported"), event("a", "Reported", "b")
    assert changed(alone, both) == changed(both, alone) == []
    (one,) = changed(alone, event("a", "Corroborated", "b"))
    assert (one.node, one.before, one.after) == ("x:a", "Reported", "Corroborated")
    assert changed([*event("a", "Reported"), *alone], both) == []


def relation(name: str, status: str) -> list[str]:
    """The lines of a relation."""
    said = [(f"{RDF}type", f"<{NG}Relation>"), (LABEL, '"A in B"'), (f"{NG}status", f"<{NG}{status}>")]
    return [f"<x:/relation/{name}> <{predicate}> {value} <x:g> .\n" for predicate, value in said]


def test_relation_of_another_name() -> None:
    """A relation whose end has another name now is one, before and after."""
    assert changed(relation("a", "Reported"), relation("b", "Reported")) == []
    (one,) = changed(relation("a", "Corroborated"), relation("b", "Asserted"))
    assert (one.node, one.before, one.after, one.remains) == ("x:/relation/b", "Corroborated", "Asserted", True)


def told(number: int) -> Story:
    """A story of an attack in the words of its paper."""
    story = Story(
        f"Rebels attacked Ulm, as reader {number} knows.", publisher=f"Paper {number}", date=f"2022-01-0{number}"
    )
    rebels, ulm = story.named("Rebels", "ArmedGroup"), story.named("Ulm", "City")
    return story.says(story.event("Attack", "attacked", day="2022-01-01", agent=rebels, place=ulm))


def test_removed(tmp_path: Path) -> None:
    """Where the earlier of two sources goes, a corroborated fact is asserted by one: no fact comes, and none goes."""
    stories = [told(2), told(3)]
    with Archive.write(tmp_path / "store") as archive:
        keeper = Keeper(archive, WHEN)
        keeper.add([story.document for story in stories], Memory(stories), MANNER)
        found = keeper.remove([digest(stories[0])])
    assert [(one.before, one.after, one.remains) for one in found] == [("Corroborated", "Asserted", True)]
    assert found[0].label
