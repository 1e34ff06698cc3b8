"""What a validation finds, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """Something that is wrong: at which node, in words, and by which check.

    `node` is the IRI of the node (or the label of a blank one), `check` the shape that it fails, or "consistency";
    `path` and `value` are the property and the value at fault, empty where there is none. `label` names the node.
    """

    node: str
    problem: str
    check: str
    path: str = ""
    value: str = ""
    label: str = ""

    def __str__(self) -> str:
        """One line for a person."""
        name = f"{self.node} ({self.label!r})" if self.label else self.node
        place = " ".join(part for part in (self.path, self.value) if part)
        return f"{name}: {self.problem}" + (f" [{place}]" if place else "") + f" (check: {self.check})"


@dataclass(frozen=True, slots=True)
class Validation:
    """All violations, sorted; and notes on what was checked and what could not be."""

    violations: tuple[Violation, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong. Read the notes: a check may have been left out."""
        return not self.violations
