"""What a change of a store has done, in words."""

from collections.abc import Iterable, Sequence

from newsgraph.cli.report import counted, together
from newsgraph.cli.tables import show
from newsgraph.cli.terminal import say
from newsgraph.model.archive import Effect
from newsgraph.pipeline import Added

NO_FACT, GONE = "no fact", "gone"


def came(added: Added) -> None:
    """Says on standard error what came in."""
    for failure in added.failures:
        say(f"failed: {failure.source}: {failure.problem}")
    for note in together(added.notes):
        say(f"note: {note}")
    known = f", {added.known:,} already there" if added.known else ""
    refused = f"; {len(added.rejected):,} statements refused by the ontology" if added.rejected else ""
    say(f"read by {added.model}")
    say(f"{counted(len(added.articles), 'article')} added{known}; {summary(added.effects)}{refused}")


def became(effects: Sequence[Effect]) -> None:
    """Prints what became of facts, and why."""
    rows = ((one.label or one.node, *steps(one), reason(one)) for one in in_order(effects))
    show(("fact", "before", "after", "because"), rows, empty="no fact has changed")


def in_order(effects: Iterable[Effect]) -> list[Effect]:
    """What stands in another way, then what is gone, then what is new; each by its label."""
    return sorted(effects, key=lambda one: (one.before is None, one.after is None, one.label, one.node))


def summary(effects: Iterable[Effect]) -> str:
    """How many facts are new, changed and gone.

    >>> summary([Effect("x:a", "a", None, "Reported"), Effect("x:b", "b", "Reported", None, remains=False)])
    '1 fact new, 1 gone'
    """
    found = tuple(effects)
    new, lost = ([one for one in found if getattr(one, side) is None] for side in ("before", "after"))
    changed = len(found) - len(new) - len(lost)
    parts = [f"{number:,} {word}" for number, word in ((changed, "changed"), (len(lost), "gone")) if number]
    return ", ".join((f"{counted(len(new), 'fact')} new", *parts))


def steps(one: Effect) -> tuple[str, str]:
    """How something stood before and stands after, in a word each."""
    return one.before or NO_FACT, one.after or (NO_FACT if one.remains else GONE)


def reason(one: Effect) -> str:
    """Why, as far as the change itself tells.

    >>> reason(Effect("x:a", "a", "Corroborated", "Reported"))
    'by the sources that there are now'
    """
    if one.after is None:
        return "nobody affirms it any more" if one.remains else "no article tells of it any more"
    return "now it is affirmed" if one.before is None else "by the sources that there are now"
