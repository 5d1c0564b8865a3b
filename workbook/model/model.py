"""What every simulation model has in common."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .parts import Check, Control, Series
from .picture import Picture
from .trace import Trace
from .words import ModelWords

Floats = NDArray[np.float64]


class Model(ABC):
    """A small simulation: controls in, series over time out. Knows nothing of pages.

    A subclass states its class attributes, ``simulate`` and ``sentence``, and has a file ``words.yml`` beside its
    own; the rest follows.

    Args:
        words: what it says; the words in that file, if not given.
        checks: what it must show.
        setting: where the words are at home, if not where the model is.

    Raises:
        DataError: a control, a measure or a check has no words.
    """

    name: ClassVar[str]
    controls: tuple[Control, ...]
    series: tuple[Series, ...]
    points: ClassVar[tuple[float, ...]]  # where on the axis the page shows values, at most 40
    sources: ClassVar[tuple[str, ...]]  # keys in references.bib
    chart: ClassVar[Literal["line", "band"]] = "line"
    # A small picture of who is linked with whom, for a model of a network: the control that decides,
    # the number of people drawn, and for each of the control's steps how many neighbours each has.
    network: ClassVar[dict[str, Any] | None] = None
    #: Shows a model with sliders; what has pages puts it here, so that models need to know of none.
    explorer: ClassVar[Callable[[Model, dict[str, float]], Any] | None] = None

    def __init__(
        self, words: ModelWords | None = None, checks: tuple[Check, ...] = (), setting: str | None = None
    ) -> None:
        self.setting = setting
        given = words or ModelWords.read(self.words_file(setting))
        given.refuse_gaps(
            self.words_file(setting),
            controls=[one.name for one in type(self).controls],
            series=[one.name for one in type(self).series],
            checks=[one.id for one in checks] or list(given.checks),  # checks run a model that has none
        )
        self.words = given
        self.controls = tuple(
            replace(one, label=said.label, unit=said.unit, names=tuple(said.names))
            for one in type(self).controls
            for said in [given.controls[one.name]]
        )
        self.series = tuple(
            replace(one, label=said.label, unit=said.unit)
            for one in type(self).series
            for said in [given.series[one.name]]
        )
        self.checks = tuple(replace(one, says=given.checks[one.id]) for one in checks)

    @classmethod
    def words_file(cls, setting: str | None = None) -> Path:
        """Where its words are, or those of another setting: beside the file it is written in."""
        own = Path(str(sys.modules[cls.__module__].__file__))
        return own.with_name(f"words.{setting}.yml" if setting else "words.yml")

    @cached_property
    def settings_known(self) -> dict[str, Model]:
        """The same model in other settings, by their names: each has a file ``words.<setting>.yml``.

        Raises:
            DataError: such a file lacks words, or has words that nothing says.
        """
        own = self.words_file()
        found = {}
        for name in sorted(path.name.split(".")[1] for path in own.parent.glob("words.*.yml")):
            other = type(self)(None, self.checks, name)
            other.words.refuse_gaps(self.words_file(name), sentences=list(self.words.sentences))
            found[name] = other
        return found

    def in_setting(self, setting: str | None) -> Model:
        """The same model in the words of another setting; itself for None.

        Raises:
            ValueError: it has no words for it.
        """
        if setting is None:
            return self
        if setting not in self.settings_known:
            known = ", ".join(self.settings_known) or "none"
            raise ValueError(f"the model '{self.name}' has no setting '{setting}'. It has {known}")
        return self.settings_known[setting]

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

    @cached_property
    def picture(self) -> Picture | None:
        """How its runs are drawn; None where there is no ``picture.yml`` beside its words, or where a setting says
        nothing of it.

        Raises:
            DataError: it draws what the model does not have.
        """
        path = self.words_file().with_name("picture.yml")
        if not path.is_file() or (self.setting and not self.words.picture):
            return None
        picture = Picture.read(path)
        return picture.in_words(self.words.picture) if self.words.picture else picture

    def scenery(self, drawn: Container[str]) -> str | None:
        """The name of the drawing behind its people: that of its setting, or its own where that one fits; else None.

        Args:
            drawn: ids of all drawings there are.
        """
        fits = not self.setting or bool(self.words.picture and self.words.picture.scenery)
        names = [f"{self.name}-{self.setting}"] + [self.name] * fits
        return next((name for name in names if f"m-{name}-wide" in drawn), None)

    def trace(self, **given: float) -> Trace:
        """One run told person by person, for a picture; a model that has a picture states it.

        Args:
            given: controls by name, as for ``run``.
        """
        raise NotImplementedError(f"{self.name} tells no run person by person")

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def assumptions(self) -> list[str]:
        """How it works, a sentence each."""
        return self.words.assumptions

    @property
    def invented(self) -> list[str]:
        """Its values that are made up or teaching values."""
        return self.words.invented

    @property
    def data(self) -> list[str]:
        """Its values with a source, and which."""
        return self.words.data

    @property
    def caveats(self) -> list[str]:
        """Published doubts that a learner must be told."""
        return self.words.caveats

    @property
    def cannot_answer(self) -> str:
        """One question that it cannot answer."""
        return self.words.cannot_answer

    @property
    def axis(self) -> tuple[str, str]:
        """Label and unit of the horizontal axis."""
        return self.words.axis.label, self.words.axis.unit

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for one in self.series for column in one.columns)

    @property
    def page_controls(self) -> tuple[Control, ...]:
        return tuple(control for control in self.controls if control.page)

    def shown(self, control: Control, value: float, number: Callable[[float], str]) -> str:
        """A control's value as people say it.

        Args:
            control: one of the model's.
            value: one that it takes.
            number: writes a number in the language of the page.
        """
        if control.named:
            return control.names[control.steps.index(value)]
        unit = self.words.units.get(control.unit)
        return unit.say(value, number(value)) if unit else f"{number(value)} {control.unit}"

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

        Raises:
            RuntimeError: nothing that shows pages is there.
        """
        show = type(self).explorer
        if show is None:
            raise RuntimeError("nothing here shows sliders. Set Model.explorer to workbook.explorer.Explorer first")
        return show(self, self.settings(**given))
