"""Copies: texts that repeat one another, as papers print what an agency sends them.

Papers put another headline and dateline before a story, cut it from the end, change a word here and there and spell
it their way, but keep its names and numbers. Reports in a standing form (two earthquakes, two results) share their
wording and differ in just these; stories of one event in their own words share names and numbers only. So copies
share sequences of words, and the names and numbers too.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any

from newsgraph.resolution.wording import hashes, name_words, numbers, sequences, words

# How many hashes are kept of each kind, the smallest ones: all of a text of a thousand words, a fair sample of others.
_SAMPLE = 1024
# How many words a paper keeps at least of a story that it cuts to a brief.
_LEAD = 40
# Bands of three hashes each. Two texts with half of their sequences in common share one of the first kind in 98 of
# 100 cases; a brief shares one of the second kind with the story that it was cut from.
_WHOLE, _FIRST, _ROWS = 32, 16, 3
_SEED = 20_240_401

# Half of all sequences, or most of the shorter text's, are common to copies. Of two short sentences only the same
# words say that they are copies: there are not many ways to tell one event in ten words.
_JACCARD, _CONTAINED, _LEAST = 0.5, 0.8, 16
# What share of the fewer names, and of the fewer numbers where there are several, copies have in common. A toll that is
# brought up to date still leaves a copy.
_NAMES, _NUMBERS, _SEVERAL = 0.6, 0.5, 2


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to know its copies by.

    `size` is the number of distinct sequences of three words, `hashes` are theirs, `lead` those of the first words;
    `names` and `numbers` are the hashes of words with a capital and of figures. All hashes have 32 bits and are sorted;
    of each kind only the 1024 smallest are kept.
    """

    size: int
    hashes: tuple[int, ...]
    lead: tuple[int, ...]
    names: tuple[int, ...]
    numbers: tuple[int, ...]


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text: the same on every machine; case, punctuation, accents and spaces are passed over."""
    said = words(text)
    found = hashes(sequences(said))
    lead = hashes(sequences(said[:_LEAD]))
    samples = (one[:_SAMPLE] for one in (found, lead, hashes(name_words(text)), hashes(numbers(text))))
    return Fingerprint(len(found), *samples)


def bands(fingerprint: Fingerprint) -> tuple[str, ...]:
    """Keys of which a text shares at least one with nearly all its copies, and with few other texts; sorted.

    They are the same for the same fingerprint on every machine. None for a text without words.
    """
    keys = {*_keys("w", fingerprint.hashes, _WHOLE), *_keys("f", fingerprint.lead, _FIRST)}
    return tuple(sorted(keys))


def overlap(one: Fingerprint, other: Fingerprint) -> tuple[float, float]:
    """The share of common sequences among all of two texts (Jaccard), and among those of the shorter one; 0 to 1.

    Exact where both texts have no more than 1024 sequences, an estimate where one is longer.
    """
    left, right = _comparable(one.hashes, other.hashes)
    common = len(left & right)
    contained = common / min(len(left), len(right)) if left and right else 0.0
    return (common / len(left | right) if common else 0.0, contained)


def copied(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one text is a copy of the other, or both of a third; the same in either order."""
    jaccard, contained = overlap(one, other)
    if min(one.size, other.size) < _LEAST:
        return jaccard == 1.0
    alike = jaccard >= _JACCARD or contained >= _CONTAINED
    return alike and _same_names(one, other) and _same_numbers(one, other)


def _same_names(one: Fingerprint, other: Fingerprint) -> bool:
    return _share(one.names, other.names) >= _NAMES


def _same_numbers(one: Fingerprint, other: Fingerprint) -> bool:
    few = min(len(one.numbers), len(other.numbers)) < _SEVERAL
    return few or _share(one.numbers, other.numbers) >= _NUMBERS


def _share(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """What part of the smaller set the larger one has; all of it where there is none."""
    left, right = _comparable(one, other)
    return len(left & right) / min(len(left), len(right)) if left and right else 1.0


def _comparable(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """Two sets of hashes as far as both are known: up to the largest one kept of a set of which not all were kept."""
    ends = [hashes[-1] for hashes in (one, other) if len(hashes) == _SAMPLE]
    if not ends:
        return frozenset(one), frozenset(other)
    return frozenset(h for h in one if h <= min(ends)), frozenset(h for h in other if h <= min(ends))


def _keys(kind: str, hashes: tuple[int, ...], number: int) -> list[str]:
    """A key for each band: the least hashes under some permutations."""
    if not hashes:
        return []
    sketch = _empty(number * _ROWS).copy()
    sketch.update_batch(hashes)
    lines = sketch.hashvalues.reshape(number, _ROWS).astype(">u4")
    return [f"{kind}{n}-{blake2b(line.tobytes(), digest_size=6).hexdigest()}" for n, line in enumerate(lines)]


@cache
def _empty(permutations: int) -> Any:
    """A MinHash of nothing, which keeps its permutations: they cost more than a story."""
    # Here, since the package takes more than a second to load, and most commands never compare texts.
    from datasketch import MinHash

    return MinHash(permutations, seed=_SEED, hashfunc=int, scheme="affine32")
