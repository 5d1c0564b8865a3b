"""What every simulation model of the course has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Control:
    """One thing a learner can change.

    Args:
        name: the argument of ``run`` that it sets.
        label: its name on the page.
        unit: what its numbers count, such as ``beds``.
        steps: the values offered in the page, rising.
        default: the value at the start; one of ``steps``.
        low, high: the range that ``run`` takes in a live notebook.
        page: whether the page offers it; a page has room for three, a notebook for five.
        names: what the steps are called, where they are kinds and not amounts; then no other
            value is taken.
    """

    name: str
    label: str
    unit: str
    steps: tuple[float, ...]
    default: float
    low: float
    high: float
    page: bool = True
    names: tuple[str, ...] = ()

    def check(self, value: float) -> float:
        """Return ``value`` as a float, or say which values are allowed.

        Raises:
            ValueError: not a finite number from ``low`` to ``high``, or not one of the named steps.
        """
        allowed = f"{self.name} takes a number from {self.low:g} to {self.high:g} ({self.unit})"
        if self.names:
            kinds = (f"{step:g} ({name})" for step, name in zip(self.steps, self.names, strict=True))
            allowed = f"{self.name} takes one of {', '.join(kinds)}"
        try:
            number = float(value)
        except (TypeError, ValueError):
            raise ValueError(f"{allowed}; got {value!r}") from None
        if not self.low <= number <= self.high or (self.names and number not in self.steps):
            raise ValueError(f"{allowed}; got {value!r}")
        return number


@dataclass(frozen=True)
class Series:
    """One line of the chart.

    Args:
        name: its column in the result of ``run``.
        label: its name on the page.
        unit: what its numbers count.
        band: columns of the lower and upper edge of the spread, for random models.
    """

    name: str
    label: str
    unit: str
    band: tuple[str, str] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.name, *(self.band or ()))


@dataclass(frozen=True)
class Check:
    """Something the model must show, in words a lecturer can read, and its proof.

    Args:
        id: short name, unique in the model.
        says: the behaviour, in one sentence.
        holds: true when the model shows it.
        source: keys in references.bib, where the behaviour comes from a source.
    """

    id: str
    says: str
    holds: Callable[[], bool]
    source: tuple[str, ...] = ()


class Model(ABC):
    """A small simulation: controls in, series over time out. Knows nothing of pages.

    A subclass states its class attributes and ``simulate``; the rest follows.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    axis: ClassVar[tuple[str, str]]  # label and unit of the horizontal axis
    controls: ClassVar[tuple[Control, ...]]
    series: ClassVar[tuple[Series, ...]]
    points: ClassVar[tuple[float, ...]]  # where on the axis the page shows values, at most 40
    assumptions: ClassVar[tuple[str, ...]]  # 'how this model works', a sentence each
    invented: ClassVar[tuple[str, ...]]  # values that are made up or teaching values
    data: ClassVar[tuple[str, ...]]  # values with a source, and which
    cannot_answer: ClassVar[str]  # one question the model cannot answer
    sources: ClassVar[tuple[str, ...]]  # keys in references.bib
    caveats: ClassVar[tuple[str, ...]] = ()  # published doubts the learner must be told, a sentence each
    checks: ClassVar[tuple[Check, ...]] = ()
    chart: ClassVar[Literal["line", "band"]] = "line"
    # A small picture of who is linked with whom, for a model of a network: the control that decides,
    # the number of people drawn, and for each of the control's steps how many neighbours each has.
    network: ClassVar[dict[str, Any] | None] = None

    @abstractmethod
    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        """Run every setting at once.

        Args:
            settings: for each control an array of shape (runs,).
            points: axis values to report, shape (points,), rising.

        Returns:
            Values of shape (runs, points, columns), columns in the order of ``columns``.
        """

    @abstractmethod
    def sentence(self, run: pd.DataFrame) -> str:
        """Say in one plain sentence, at most 30 words, what the run shows."""

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for one in self.series for column in one.columns)

    @property
    def page_controls(self) -> tuple[Control, ...]:
        return tuple(control for control in self.controls if control.page)

    def settings(self, **given: float) -> dict[str, float]:
        """Fill in the defaults and check each value.

        Raises:
            TypeError: a control the model does not have.
            ValueError: a value out of its range.
        """
        known = {control.name: control for control in self.controls}
        for name in given:
            if name not in known:
                raise TypeError(f"{self.name} has no control {name!r}; it has {', '.join(known)}")
        return {name: known[name].check(given.get(name, known[name].default)) for name in known}

    def run(self, **given: float) -> pd.DataFrame:
        """Run the model once.

        Args:
            given: controls by name, each within its range; left out, its default.

        Returns:
            One row for each point of the axis, one column for each series;
            ``attrs`` holds the model's name and the settings.
        """
        settings = self.settings(**given)
        points = np.asarray(self.points, dtype=float)
        values = self.simulate({k: np.array([v]) for k, v in settings.items()}, points)[0]
        return self.frame(values, settings)

    def frame(self, values: Floats, settings: Mapping[str, float]) -> pd.DataFrame:
        """Dress one run, shape (points, columns), as the table that ``run`` returns."""
        index = pd.Index(self.points, name=self.axis[0])
        frame = pd.DataFrame(values, index=index, columns=list(self.columns))
        frame.attrs.update(model=self.name, settings=dict(settings))
        return frame

    @staticmethod
    def at(run: pd.DataFrame, column: str, point: float | None = None) -> float:
        """One value of a run: at ``point`` of the axis, or at the end."""
        values = run[column].to_numpy(dtype=float)
        return float(values[-1] if point is None else values[list(run.index).index(point)])

    def grid(self, names: Sequence[str] | None = None) -> list[pd.DataFrame]:
        """Run every combination of some controls' steps, the last control changing fastest.

        Args:
            names: the controls to vary, the page's unless said; the others stay at their default.
        """
        known = {control.name: control for control in self.controls}
        chosen = [known[name] for name in names or [control.name for control in self.page_controls]]
        steps = product(*(control.steps for control in chosen))
        keys = [control.name for control in chosen]
        runs = [self.settings(**dict(zip(keys, combo, strict=True))) for combo in steps]
        settings = {c.name: np.array([run[c.name] for run in runs]) for c in self.controls}
        values = self.simulate(settings, np.asarray(self.points, dtype=float))
        return [self.frame(v, run) for v, run in zip(values, runs, strict=True)]

    def explore(self, **given: float) -> Any:
        """Sliders over the whole range of every control, with chart, table and sentence following.

        Args:
            given: where the sliders start; left out, the defaults.
        """
        # Imported here, and only here: a model is complete without pages.
        from ..explorer import Explorer

        return Explorer(self, self.settings(**given))
