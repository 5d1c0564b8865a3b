"""A model with sliders over its whole range: alive in a notebook, a figure in the book."""

from __future__ import annotations

from typing import Any

import anywidget
import ipywidgets
import pandas as pd
import traitlets

from . import bundle
from .course import Course, current
from .model import Control, Model, Series
from .rendering import ENVIRONMENT, tidy


class Figure(anywidget.AnyWidget):
    """The course's chart of one run, with its sentence and table.

    Attributes:
        html: the figure as it stands in the book, with the symbols that its picture uses.
    """

    # Named here, since anywidget passes over a style that is no trait.
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    html = traitlets.Unicode().tag(sync=True)

    def __init__(self, course: Course) -> None:
        super().__init__(_esm=bundle.figure_script(course), _css=bundle.figure_style(course))

    def __repr__(self) -> str:
        return "<Figure>"


def figure_html(course: Course, model: Model, run: pd.DataFrame, series: Series) -> str:
    """One run as HTML: chart, sentence, settings, and the numbers as a table.

    Args:
        course: whose words it shows.
        model: whose run it is.
        run: from ``model.run``.
        series: the measure to draw.
    """
    band = [[float(f"{value:.5g}") for value in run[column]] for column in series.band or ()]
    chart = {
        "title": f"{model.title} {series.label}",
        "x": {"label": model.axis[0], "points": list(model.points)},
        "y": {"label": series.label, "unit": series.unit},
        "lines": [
            {
                "name": "A",
                "current": True,
                "values": [float(f"{value:.5g}") for value in run[series.name]],
                **({"band": band} if band else {}),
            }
        ],
        "marks": [],
        "markLabel": "",
    }
    settings = [
        (control.label, model.shown(control, run.attrs["settings"][control.name], course.number))
        for control in model.controls
    ]
    scenery = model.scenery(course.art.symbols) if model.picture else None
    html = ENVIRONMENT.get_template("page/chart/figure.html").render(
        moving=moving(model, run),
        scenery=scenery,
        picture=course.art.picture,
        course=course,
        strings=course.strings,
        model=model,
        chart=chart,
        settings=settings,
        sentence=model.sentence(run),
        rows=run.iloc[:: max(1, len(run) // 8)],
    )
    return tidy(html)


def moving(model: Model, run: pd.DataFrame) -> dict[str, Any] | None:
    """The run of a figure, person by person, with how it is drawn; None for a model without a picture.

    Args:
        model: whose run it is.
        run: from ``model.run``.
    """
    picture = model.picture
    if not picture:
        return None
    trace = model.trace(**run.attrs["settings"])
    ticks = [tick for tick in trace.ticks if picture.until is None or tick <= picture.until]
    return {
        "picture": picture.for_page(),
        "axis": picture.time.label if picture.time else model.axis[0],
        "trace": {
            "ticks": ticks,
            "stocks": {name: people[: len(ticks)] for name, people in trace.stocks.items()},
            "flows": {name: people[: len(ticks)] for name, people in trace.flows.items()},
            "more": {"sentence": "", **trace.more},
        },
    }


class Explorer(ipywidgets.VBox):  # type: ignore[misc]
    """Sliders for every control, a menu of measures, and the chart that follows them.

    Args:
        model: the model to run.
        settings: where the sliders start.
        course: whose words it shows; the course at hand, if not given.
    """

    def __init__(self, model: Model, settings: dict[str, float], course: Course | None = None) -> None:
        self.model = model
        self.course = course or current()
        self.sliders = {control.name: _slider(control, settings[control.name]) for control in model.controls}
        self.measure = ipywidgets.Dropdown(
            options=[(series.label, series.name) for series in model.series],
            description=self.course.strings["explorer_show"],
            style=WIDE,
            layout=ROW,
        )
        self.figure = Figure(self.course)
        for widget in (*self.sliders.values(), self.measure):
            widget.observe(self._follow, "value")
        super().__init__([*self.sliders.values(), self.measure, self.figure])
        self._follow()

    def _follow(self, _change: object = None) -> None:
        run = self.model.run(**{name: slider.value for name, slider in self.sliders.items()})
        series = next(one for one in self.model.series if one.name == self.measure.value)
        self.page_html = figure_html(self.course, self.model, run, series)
        self.figure.html = self.page_html + str(self.course.art.sheet(self.page_html))

    def __repr__(self) -> str:
        return f"<Explorer {self.model.name}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | dict[str, Any]:
        bundle: Any = super()._repr_mimebundle_(**kwargs)
        formats, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**formats, "text/html": self.page_html, "text/plain": repr(self)}, metadata


WIDE = {"description_width": "22rem"}
ROW = ipywidgets.Layout(width="100%", max_width="48rem")


def _slider(control: Control, value: float) -> ipywidgets.Widget:
    """A plain ipywidgets slider over the control's whole range; kinds get a menu."""
    if control.names:
        options = list(zip(control.names, control.steps, strict=True))
        return ipywidgets.Dropdown(options=options, value=value, description=control.label, style=WIDE, layout=ROW)
    whole = all(float(step).is_integer() for step in (*control.steps, control.low, control.high))
    return ipywidgets.FloatSlider(
        value=value,
        min=control.low,
        max=control.high,
        step=1 if whole else (control.high - control.low) / 100,
        description=f"{control.label} ({control.unit})",
        continuous_update=False,
        readout_format=",.0f" if whole else ",.2f",
        style=WIDE,
        layout=ROW,
    )
