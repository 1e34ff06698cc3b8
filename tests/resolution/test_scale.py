"""What is linked does not depend on how cheaply it is found."""

from newsgraph.resolution.standing import ENOUGH
from pipeline.builders import links
from pipeline.worlds import Outcome
from resolution.stories import bombing, mixed

MANY = 3 * ENOUGH


def named(found: Outcome) -> list[str]:
    """The named entities, each after the number of stories that speak of it."""
    firsts = [(len(one.members), one.members[0]) for one in found.entities]
    entities = [(size, found.articles[ref.article].findings.entities[ref.index]) for size, ref in firsts]
    return sorted(f"{size} {entity.label}" for size, entity in entities if entity.named)


def test_mixed_events() -> None:
    """In a mixed set each event is one, and stands as the claims about it say."""
    found = sorted((len(one.members), one.status) for one in links(*mixed()).events)
    assert found == [(2, "Reported"), (2, "Reported"), (7, "Disputed")]


def test_mixed_entities() -> None:
    """In a mixed set names are one where they may be, and namesakes are two."""
    assert named(links(*mixed())) == [
        "1 Ada Moreno", "1 Peru", "1 Red Crescent", "2 Ada Moreno", "2 Herat", "2 Kazakhstan", "2 Mali", "2 Palace",
        "2 Rebels", "2 Russia", "2 TASS", "4 Army", "7 Kabul",
    ]  # fmt: skip


def test_mixed_contradictions() -> None:
    """Few contradictions are all told: five affirm what two deny, and tolls of 8 and 20 by different speakers."""
    assert len(links(*mixed()).contradictions) == 5 * 2 + 4


def test_mixed_order() -> None:
    """The order in which stories come changes no link."""
    assert links(*reversed(mixed())).links == links(*mixed()).links


def test_many_tolls() -> None:
    """Of many tolls each that has a rival is known to have one, and pairs do not grow with the square."""
    found = links(*(bombing(n, dead=8 + n % 3, speaker=f"Source {n % 5}") for n in range(MANY)))
    assert {figure.status for figure in found.figures} == {"Disputed"}
    assert {ref.article for pair in found.contradictions for ref in pair} == set(range(MANY))
    assert len(found.contradictions) < MANY * 2 * ENOUGH < MANY * MANY


def test_one_speaker() -> None:
    """A speaker who revises a toll many times contradicts nobody."""
    assert links(*(bombing(n, dead=n, speaker="Army") for n in range(1, MANY))).contradictions == ()


def test_many_denials() -> None:
    """Of many claims that are denied by many, each is linked with one that it excludes."""
    told = [bombing(n, dead=8, speaker=f"Source {n}") for n in range(MANY)]
    denied = [bombing(MANY + n, dead=0, speaker="Palace", denied=True) for n in range(MANY)]
    found = links(*told, *denied).contradictions
    assert {ref.article for pair in found for ref in pair} == set(range(2 * MANY))
    assert len(found) <= 2 * MANY * ENOUGH


def test_every_speaker() -> None:
    """Where many deny, those that stand for them are of different speakers first."""
    denied = [bombing(n, dead=0, speaker="Palace" if n < MANY else "Mosque", denied=True) for n in range(MANY + 1)]
    affirmed = [bombing(n, dead=8, speaker="Army") for n in range(MANY, 2 * MANY)]
    found = links(*denied, *affirmed)
    mosque = next(n for n, one in enumerate(found.articles) if "Mosque" in one.document.text)
    assert sum(mosque in {left.article, right.article} for left, right in found.contradictions) == MANY
