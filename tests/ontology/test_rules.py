from pathlib import Path

import pyoxigraph
import pytest

from newsgraph.errors import OntologyError
from newsgraph.ontology.prefixes import sparql_prologue
from newsgraph.ontology.rules import _read, rules
from newsgraph.ontology.vocabulary import vocabulary

RULES = rules()


def derived(data: str) -> set[str]:
    """What the rules derive from some Turtle, each triple as "s p o" of local names."""
    store = pyoxigraph.Store()
    store.update(f"{sparql_prologue()} PREFIX : <https://example.org/> INSERT DATA {{ {data} }}")
    told, count = set(store), -1
    while len(store) != count:
        count = len(store)
        for rule in RULES:
            store.extend([pyoxigraph.Quad(*triple) for triple in store.query(rule.text)])
    new = (quad for quad in store if quad not in told)
    return {
        " ".join(str(t.value).rsplit("#")[-1].rsplit("/")[-1] for t in (q.subject, q.predicate, q.object)) for q in new
    }


def test_shortcut() -> None:
    """Who sends troops somewhere deploys troops to there."""
    assert "r deploysTroopsTo k" in derived(":e a ng:TroopDeployment ; ng:agent :r ; ng:destination :k .")


def test_shortcut_of_subclass() -> None:
    """A shortcut holds for the classes below its own, with no ontology in the store."""
    assert "r attacks k" in derived(":e a ng:Storming ; ng:agent :r ; ng:patient :k .")


def test_no_shortcut_from_irrealis() -> None:
    """From what is no fact nothing is derived, for SEM neither."""
    assert not derived(
        ":e a ng:IrrealisEvent ; ng:eventType ng:TroopDeployment ; ng:agent :r ; ng:destination :k ; ng:place :k ."
        ":r a ng:Country . :k a ng:Country ."
    )


def test_parties_meet_one_another() -> None:
    """All agents of one meeting meet, in both directions, and nobody meets himself."""
    found = derived(":e a ng:Summit ; ng:agent :a, :b .")
    assert {"a meets b", "b meets a"} <= found
    assert "a meets a" not in found


def test_sem() -> None:
    """A fact is an event of SEM with its actors and its place; a matter that fills a role is no actor."""
    found = derived(
        ":e a ng:Killing ; ng:agent :a ; ng:patient :t ; ng:place :p . :a a ng:Group . :t a ng:Topic . :p a ng:City ."
    )
    assert {"e type Event", "e eventType Killing", "e hasActor a", "e hasPlace p"} <= found
    assert "e hasActor t" not in found


def test_rules_build_on_each_other() -> None:
    """A capital lies in its country, which lies in a region: so does the capital."""
    found = derived(":astana ng:capitalOf :kazakhstan . :kazakhstan ng:locatedIn :asia .")
    assert {"astana locatedIn kazakhstan", "astana locatedIn asia"} <= found


def test_both_directions() -> None:
    """Symmetric and inverse properties are filled in from either side."""
    assert "b spouseOf a" in derived(":a ng:spouseOf :b .")
    assert "b childOf a" in derived(":a ng:parentOf :b .")
    assert "b parentOf a" in derived(":a ng:childOf :b .")


def test_every_shortcut_has_a_rule() -> None:
    """Each shortcut of the ontology becomes one rule, whose text names the property."""
    texts = {rule.name: rule.text for rule in RULES}
    shortcuts = [term.name for term in vocabulary().terms.values() if term.shortcut]
    assert len(shortcuts) > 20
    assert all(f"#{name}>" in texts[f"shortcut-{name}"] for name in shortcuts)


def test_sorted_and_unique() -> None:
    """Rules come sorted by name, and no two share one."""
    names = [rule.name for rule in RULES]
    assert names == sorted(set(names))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("CONSTRUCT {} WHERE {}", "comment lines"),
        ("# rule: a\n# says: b\n# each: moon\n", "moon"),
        ("# rule: a\n# says: b\n$classes(Moon)", "Moon"),
    ],
)
def test_malformed(text: str, problem: str, tmp_path: Path) -> None:
    """A rule without its header, for an unknown kind of property or of an unknown class is refused."""
    path = tmp_path / "bad.rq"
    path.write_text(text)
    with pytest.raises(OntologyError, match=problem):
        list(_read(path, vocabulary()))
