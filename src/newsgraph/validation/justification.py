"""Why something is contradictory: a smallest part of it that still is."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def justification(items: Sequence[Item], contradictory: Callable[[Sequence[Item]], bool]) -> list[Item]:
    """Some of the items that contradict each other, of which none can be left out, in their order.

    All together must be contradictory, and what holds a contradiction must be one (both are so of logic). The items are
    halved again and again, so that a few among many are found with few questions.

    >>> justification(range(100), lambda some: {17, 80} <= set(some))
    [17, 80]
    """
    if contradictory(()):
        return []
    places = sorted(_needed([], False, list(range(len(items))), lambda some: contradictory([items[i] for i in some])))
    return [items[place] for place in places]


def _needed(base: list[int], grown: bool, among: list[int], contradictory: Callable[[list[int]], bool]) -> list[int]:
    """What of `among` is needed beside a base for a contradiction (the QuickXplain scheme)."""
    if grown and contradictory(sorted(base)):
        return []
    if len(among) == 1:
        return among
    left, right = among[: len(among) // 2], among[len(among) // 2 :]
    of_right = _needed(base + left, bool(left), right, contradictory)
    of_left = _needed(base + of_right, bool(of_right), left, contradictory)
    return of_left + of_right
