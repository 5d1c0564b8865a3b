"""Predict, run and compare a model of the course, then say what was learnt."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd
from pydantic import Field, ValidationInfo, model_validator

from ...course import Course
from ...model import Model
from ...spec import Answer, PlainText, Spec, Text, course_of
from .prediction import Prediction

Levels = Annotated[list[float], Field(min_length=1, max_length=7)]
FINE = 200  # the largest value of a column is sent as a whole number of at least this


class SimulatorAnswer(Answer):
    """What was predicted, the settings of the runs kept, and what the learner made of them."""

    predicted: float | Literal["skipped", "higher", "same", "lower"] | Levels | None
    runs: list[dict[str, float]] = Field(max_length=6)
    explain: str
    debrief: list[str] = Field(max_length=3)


class Simulator(Spec):
    """A model with its controls, the prediction before and the debrief after."""

    minutes = 8
    near = True  # a third of all script on a lesson
    heavy = True  # it runs its model over all settings
    answer = SimulatorAnswer
    silent = Spec.silent | {"model"}

    model: PlainText
    controls: list[str] = Field(min_length=1, max_length=3)
    start: dict[str, float]
    predict: Prediction
    notes: list[Text] = Field(default=[])
    caveats: bool = True  # print the model's own caveats beside the notes
    explain: Text
    debrief: list[Text] = Field(min_length=1, max_length=3)

    @model_validator(mode="after")
    def _consistent(self, info: ValidationInfo) -> Simulator:
        models = course_of(info).models
        if self.model not in models:
            raise ValueError(f"there is no model '{self.model}'. The models are {', '.join(models) or 'none yet'}")
        model = models[self.model].in_setting(self.setting)  # in the words of that setting, if it has some
        steps = {control.name: control.steps for control in model.controls}
        for name in (*self.controls, *self.start):
            if name not in steps:
                raise ValueError(f"the model '{self.model}' has no control '{name}'. It has {', '.join(steps)}")
        for name, value in self.start.items():
            if value not in steps[name]:
                offered = ", ".join(f"{step:g}" for step in steps[name])
                raise ValueError(f"'{name}' cannot start at {value:g}. Its steps are {offered}")
        names = [series.name for series in model.series]
        if self.predict.series not in names:
            raise ValueError(f"predict: no series '{self.predict.series}'. The series are {', '.join(names)}")
        for point in self.predict.points():
            if point not in model.points:
                raise ValueError(f"predict: the model shows no value at {point:g}. Use one of its points")
        return self

    def subject(self, course: Course) -> Model:
        """The model, in the words of its setting."""
        return course.models[self.model].in_setting(self.setting)

    def rooms(self, course: Course) -> tuple[str, ...]:
        picture = self.subject(course).picture
        return (picture.draws,) if picture else ()

    def on_paper(self, course: Course) -> dict[str, Any]:
        """What was asked about, in every run: enough for a picture of those that were kept."""
        model = self.subject(course)
        heads, packed = pack(model, self._runs(course))
        series = next(one for one in heads["series"] if one["name"] == self.predict.series)
        column = series["columns"][0]
        return {
            "controls": [
                {name: one[name] for name in ("name", "steps", "start")} for one in self._controls(model, course)
            ],
            "axis": heads["axis"][0],
            "points": heads["points"],
            "label": series["label"],
            "unit": series["unit"],
            "decimals": heads["decimals"][column],
            "values": [run[column] for run in packed["values"]],
        }

    def _runs(self, course: Course) -> list[pd.DataFrame]:
        """Every run: the same in the words of each setting, and so made once for all of them."""
        return _grid(course.models[self.model], tuple(self.controls))

    def _controls(self, model: Model, course: Course) -> list[dict[str, Any]]:
        return [
            {
                "name": control.name,
                "label": control.label,
                "named": control.named,
                "steps": list(control.steps),
                "shown": [model.shown(control, step, course.number) for step in control.steps],
                "start": self._start(model, control.name),
            }
            for name in self.controls
            for control in model.controls
            if control.name == name
        ]

    def context(self, course: Course) -> dict[str, Any]:
        model = self.subject(course)
        runs = self._runs(course)
        controls = self._controls(model, course)
        heads, packed = pack(model, runs)
        picture = model.picture
        traces, pictured = without_words(pack_traces(model, runs)) if picture else ({}, [])
        return {
            "caveats": self.caveats,
            "subject": model,
            "controls": controls,
            "heads": heads,
            # In pieces: all but the last are the same in every setting, and a page has them once.
            "bulk": [
                {"values": packed["values"]},
                *([{"traces": traces}] if traces else []),
                {"sentences": packed["sentences"], "pictured": pictured},
            ],
            "picture_data": picture.for_page() if picture else None,
            "scenery": self._scenery(model, course),
            "time": picture.time.label if picture and picture.time else heads["axis"][0],
            "places": [one.head for one in picture.columns] if picture else [],
            "at": self.predict.points()[-1],
            "begins": self._begins(model, runs),
            "network": model.network,
            "table": [self._row(run) for run in runs if self._is_near_start(model, run)],
        }

    def _scenery(self, model: Model, course: Course) -> str | None:
        """The place that is drawn behind the people.

        It shows where a model is at home. Another setting does without, unless it says that it fits there, or names
        one of its own.
        """
        said = model.words.picture.scenery if self.setting and model.words.picture else not self.setting
        name = model.name if said is True else f"{model.name}-{said}"
        return name if said and f"m-{name}-wide" in course.art.symbols else None

    def _begins(self, model: Model, runs: list[pd.DataFrame]) -> float:
        """Where the series starts: what is drawn sets out from there, as it is no part of the question."""
        if self.predict.form == "direction":
            return 0
        at_start = {name: self._start(model, name) for name in self.controls}
        first = next(run for run in runs if at_start.items() <= run.attrs["settings"].items())
        column = next(one.columns[0] for one in model.series if one.name == self.predict.series)
        step = self.predict.step
        return min(max(round(float(first[column].iloc[0]) / step) * step, self.predict.low), self.predict.high)

    def _is_near_start(self, model: Model, run: pd.DataFrame) -> bool:
        """Runs for readers without scripts: the start, with its last control moved."""
        fixed = self.controls[:-1]
        return all(run.attrs["settings"][name] == self._start(model, name) for name in fixed)

    def _start(self, model: Model, name: str) -> float:
        defaults = {control.name: control.default for control in model.controls}
        return self.start.get(name, defaults[name])

    def _row(self, run: pd.DataFrame) -> dict[str, Any]:
        values = run.loc[self.predict.points()[-1]]
        return {"settings": run.attrs["settings"], "values": values}


@cache
def _grid(model: Model, controls: tuple[str, ...]) -> list[pd.DataFrame]:
    """What ``Model.grid`` gives, once for all exercises with the same model and controls."""
    return model.grid(controls)


def pack(model: Model, runs: list[pd.DataFrame]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Every run as whole numbers, so that the page only looks one up.

    Args:
        model: whose runs they are.
        runs: from ``model.grid``, in its order.

    Returns:
        What the page needs to show them; and ``values`` of shape (runs, columns, points): whole numbers, each column
        multiplied by ten to the power of its ``decimals``, with a sentence for each run.
    """
    cube = np.stack([run.to_numpy().T for run in runs])
    tops = np.maximum(np.abs(cube).max(axis=(0, 2)), 1e-6)
    decimals = np.maximum(np.ceil(np.log10(FINE / tops)), 0).astype(int)
    size = 10.0 ** decimals[None, :, None]
    scaled = np.rint(cube * size).astype(int)
    # The sentence is made of the numbers that chart and table show: 20.52 kept as 20.5 must not be 21 in one of them.
    shown = [pd.DataFrame(values.T, run.index, run.columns) for values, run in zip(scaled / size, runs, strict=True)]
    heads = {
        "axis": list(model.axis),
        "points": list(model.points),
        "series": [
            {"name": s.name, "label": s.label, "unit": s.unit, "columns": [model.columns.index(c) for c in s.columns]}
            for s in model.series
        ],
        "chart": model.chart,
        "decimals": decimals.tolist(),
    }
    return heads, {"values": scaled.tolist(), "sentences": [model.sentence(run) for run in shown]}


def pack_traces(model: Model, runs: list[pd.DataFrame]) -> dict[str, Any]:
    """One run of each setting, person by person, up to the last moment that the picture shows.

    Returns:
        ``ticks``; the names of ``stocks`` and of ``flows``; for each run its counts in that order, and its ``more``.
    """
    until = model.picture.until if model.picture else None
    traces = [model.trace(**run.attrs["settings"]) for run in runs]
    ticks = [tick for tick in traces[0].ticks if until is None or tick <= until]
    if any(one.ticks != traces[0].ticks for one in traces):
        raise ValueError(f"the model '{model.name}' does not tell all its runs at the same times")
    return {
        "ticks": ticks,
        "stocks": list(traces[0].stocks),
        "flows": list(traces[0].flows),
        "runs": [
            {
                "stocks": [counts[: len(ticks)] for counts in one.stocks.values()],
                "flows": [counts[: len(ticks)] for counts in one.flows.values()],
                "more": one.more,
            }
            for one in traces
        ],
    }


def without_words(traces: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Runs from ``pack_traces`` without what a setting says of each; and that, a sentence for each run."""
    runs = traces["runs"]
    bare = [{**one, "more": {name: value for name, value in one["more"].items() if name != "sentence"}} for one in runs]
    return {**traces, "runs": bare}, [one["more"].get("sentence", "") for one in runs]


KIND = Simulator
