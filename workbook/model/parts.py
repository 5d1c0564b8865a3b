"""What a simulation model is made of: its controls, its measures, what it must show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Control:
    """One thing a learner can change.

    Args:
        name: the argument of ``run`` that it sets.
        steps: the values offered in the page, rising.
        default: the value at the start; one of ``steps``.
        low, high: the range that ``run`` takes in a live notebook.
        page: whether the page offers it; a page has room for three, a notebook for five.
        named: whether the steps are kinds and not amounts; then no other value is taken.
        label, unit, names: its words, from ``words.yml``.
    """

    name: str
    steps: tuple[float, ...]
    default: float
    low: float
    high: float
    page: bool = True
    named: bool = False
    label: str = ""
    unit: str = ""
    names: tuple[str, ...] = ()

    def check(self, value: float) -> float:
        """Return ``value`` as a float, or say which values are allowed.

        Raises:
            ValueError: not a finite number from ``low`` to ``high``, or not one of the named steps.
        """
        allowed = f"{self.name} takes a number from {self.low:g} to {self.high:g} ({self.unit})"
        if self.named:
            kinds = (f"{step:g} ({name})" for step, name in zip(self.steps, self.names, strict=True))
            allowed = f"{self.name} takes one of {', '.join(kinds)}"
        try:
            number = float(value)
        except (TypeError, ValueError):
            raise ValueError(f"{allowed}; got {value!r}") from None
        if not self.low <= number <= self.high or (self.named and number not in self.steps):
            raise ValueError(f"{allowed}; got {value!r}")
        return number


@dataclass(frozen=True)
class Series:
    """One measure: a line of the chart.

    Args:
        name: its column in the result of ``run``.
        band: columns of the lower and upper edge of the spread, for random models.
        label, unit: its words, from ``words.yml``.
    """

    name: str
    band: tuple[str, str] | None = None
    label: str = ""
    unit: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.name, *(self.band or ()))


@dataclass(frozen=True)
class Check:
    """Something the model must show, and its proof.

    Args:
        id: short name, unique in the model.
        holds: true when the model shows it.
        source: keys in references.bib, where the behaviour comes from a source.
        says: the behaviour, in one sentence that a lecturer can read, from ``words.yml``.
    """

    id: str
    holds: Callable[[], bool]
    source: tuple[str, ...] = ()
    says: str = ""
