"""What people say of identifiers elsewhere."""

from newsgraph.model.archive import Judgement
from newsgraph.ontology.prefixes import DATA
from newsgraph.pipeline.entering import entry
from newsgraph.pipeline.judging import Judges
from newsgraph.resolution import Entry
from pipeline.builders import Story

ELSEWHERE = "http://example.org/x"


def story() -> Story:
    """A story of a country that the knowledge files know, and of a company that they do not."""
    made = Story("Acme left Kazakhstan.")
    made.named("Kazakhstan", "Country")
    made.named("Acme", "Company")
    return made


def judges(*judgements: Judgement) -> Judges:
    """Some judgements by their left names."""
    return lambda name: [one for one in judgements if one.left == name]


def entered(*judgements: Judgement) -> Entry:
    """The story as it enters the world under some judgements."""
    made = story()
    return entry(made.document, made.findings, DATA, judges(*judgements))


def test_nobody() -> None:
    """Where nobody has judged, the program's links stand."""
    found = entered()
    assert set(found.known) == {0}
    assert {found.judge(link) for link in found.links} == {"machine"}
    assert found.formerly == ()


def test_rejected() -> None:
    """A link that a person rejects gives no identifier; the link stays, rejected, and the name of before is known."""
    plain = entered()
    name, target = plain.names.entities[0], plain.known[0]
    found = entered(Judgement(name, target, "different", "ann", "not that one"))
    assert found.known.get(0) != target
    assert found.names.entities[0] != name
    assert found.formerly == (name,)
    link = next(link for link in found.links if link.target == target)
    assert (link.judgement, link.reasons, found.judge(link)) == ("rejected", ("not that one",), "ann")


def test_rejected_step_by_step() -> None:
    """What is said of the name that is left when one identifier is gone counts too."""
    plain = entered()
    said: list[Judgement] = []
    for _ in range(4):
        found = entered(*said)
        if 0 not in found.known:
            break
        said.append(Judgement(found.names.entities[0], found.known[0], "different"))
    found = entered(*said, Judgement(found.names.entities[0], ELSEWHERE, "same"))
    assert found.known == {}
    assert plain.names.entities[0] in found.formerly
    assert [link.target for link in found.links if link.judgement == "accepted"] == [ELSEWHERE]


def test_accepted() -> None:
    """A link that a person makes is accepted and sure; the row keeps its name, for the link binds its thing."""
    name = entered().names.entities[1]
    found = entered(Judgement(name, ELSEWHERE, "same"))
    (link,) = (link for link in found.links if link.entity == 1)
    assert (link.target, link.judgement, link.score, found.judge(link)) == (ELSEWHERE, "accepted", 1.0, "a person")
    assert found.names.entities[1] == name
    assert 1 not in found.known


def test_unsure() -> None:
    """A link that a person doubts is unsure, and gives no identifier."""
    plain = entered()
    found = entered(Judgement(plain.names.entities[0], plain.known[0], "unsure", "ann"))
    assert found.known.get(0) != plain.known[0]
    assert "unsure" in {link.judgement for link in found.links if link.target == plain.known[0]}


def test_of_names() -> None:
    """A judgement on two names of the graph is none on a link."""
    names = entered().names.entities
    assert entered(Judgement(names[1], names[0], "same")).links == entered().links
