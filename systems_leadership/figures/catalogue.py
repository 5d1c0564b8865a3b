"""The charts by name: their words from ``data/figures.yml``, their numbers from ``data/facts``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd
from markupsafe import Markup, escape
from pydantic import Field, TypeAdapter, ValidationError

from workbook.course import Course
from workbook.data import DataError, explained, read_document
from workbook.html_output import HtmlOutput
from workbook.rendering import environment
from workbook.spec import Id, PlainText, StrictModel
from workbook.tables import load
from workbook.tables.agreement import keys
from workbook.tables.references import works

from ..directory.entries import FIELDS
from .bars import Bar, bars, shown
from .svg import Picture
from .times import Event, dots, events

ENVIRONMENT = environment(Path(__file__).parent)


class Panel(StrictModel):
    """One picture of a chart.

    Args:
        desc: what it shows, for those who do not see it; its values are added.
        chart: which rows of the table of values it draws.
        heading: needed where a chart has more than one picture.
        compare: labels of bars that are no value of the fact itself, drawn with stripes.
        caution: in place of those of its facts, where they speak of more than is drawn.
    """

    desc: PlainText
    chart: str = ""
    heading: str = ""
    compare: list[str] = Field(default=[])
    caution: str = ""


class FigureSpec(StrictModel):
    """The words of a chart."""

    kind: Literal["bars", "milestones", "events", "known"] = "bars"
    title: PlainText
    says: PlainText
    panels: list[Panel] = Field(min_length=1)


@dataclass(frozen=True)
class Drawn:
    """A picture and the notes under it."""

    picture: Picture
    heading: str
    notes: list[tuple[str, Markup]]


@cache
def specs(course: Course) -> dict[str, FigureSpec]:
    """The charts of a course by name.

    Raises:
        DataError: ``data/figures.yml`` has mistakes: all of them, with their lines.
    """
    document = read_document(course.root / "data" / "figures.yml")
    try:
        return TypeAdapter(dict[Id, FigureSpec]).validate_python(document.value)
    except ValidationError as error:
        raise DataError.of(
            document.error(f"field {field}", problem, loc) for loc, field, problem in explained(error)
        ) from None


def figure(course: Course, name: str) -> HtmlOutput:
    """The chart with this name.

    Raises:
        KeyError: no such chart; the message lists those there are.
        DataError: its words or its numbers cannot be read: where and how to mend it.
    """
    found = specs(course)
    if name not in found:
        raise KeyError(f"there is no figure '{name}'. There are: {', '.join(found)}")
    spec = found[name]
    panels, head, rows, cited = MAKERS[spec.kind](course, name, spec)
    it = {"name": name, "title": spec.title, "says": spec.says.strip(), "panels": panels, "head": head, "rows": rows}
    html = ENVIRONMENT.get_template("figure.html").render(it={**it, "facts": cited}, strings=course.strings)
    return HtmlOutput("\n".join(line for line in html.splitlines() if line.strip()) + "\n", f"Figure {name}")


Made = tuple[list[Drawn], list[str], list[list[str]], list[str]]


def _bars(course: Course, name: str, spec: FigureSpec) -> Made:
    """Bars from the table of values, with the notes of the facts they belong to."""
    values, about = load(course, "values"), _facts(course)
    panels, rows, cited = [], [], []
    for number, panel in enumerate(spec.panels, start=1):
        found = values[values["chart"] == panel.chart]
        if found.empty:
            raise DataError(
                course.root / "data" / "figures.yml",
                f"figure {name}, field chart",
                f"no value has the chart '{panel.chart}'. Correct it",
            )
        lines = []
        for _, one in found.iterrows():
            text = shown(float(one["value"]), str(one["unit"]), str(one["precision"]))
            striped = one["precision"] != "exact" or one["label"] in panel.compare
            lines.append(Bar(str(one["label"]), float(one["value"]), text, striped))
            cells = [panel.heading] if len(spec.panels) > 1 else []
            unit = "" if one["unit"] == "%" else f" {one['unit']}"
            rows.append(
                [str(one["label"]), *cells, text + unit, str(one["period"]), sources(course, keys(one["sources"]))]
            )
        ids = list(dict.fromkeys(found["fact"]))
        picture = bars(f"figure-{name}-{number}", panel.heading or spec.title, panel.desc, lines)
        panels.append(Drawn(picture, panel.heading, _notes(course, about.loc[ids], found, panel)))
        cited += ids
    said = course.strings
    count = [said["figure_count"]] if len(spec.panels) > 1 else []
    head = [said["figure_what"], *count, said["figure_value"], said["note_period"], said["note_source"]]
    return panels, head, rows, cited


def _milestones(course: Course, name: str, spec: FigureSpec) -> Made:
    table = load(course, "milestones")
    lines = []
    for one in table["field"].cat.categories:
        years = sorted(int(year) for year in table.loc[table["field"] == one, "year"])
        lines.append((str(one).capitalize(), years))
    picture = dots(f"figure-{name}", spec.title, spec.panels[0].desc, lines, 1945, 2025, [1950, 1970, 1990, 2010])
    rows = [[str(r["year"]), str(r["who"]), str(r["idea"]), str(r["field"])] for _, r in table.iterrows()]
    said = course.strings
    head = [said["figure_year"], said["figure_who"], said["figure_idea"], said["figure_field"]]
    return [Drawn(picture, "", [])], head, rows, list(table.index)


def _events(course: Course, name: str, spec: FigureSpec) -> Made:
    table, about = load(course, "events"), _facts(course)
    order = [str(one) for one in table["strand"].cat.categories]
    table = table.sort_values(["strand", "start"], kind="stable")
    found = [
        Event(str(r["strand"]), str(r["label"]), str(r["start"]), "" if pd.isna(r["end"]) else str(r["end"]))
        for _, r in table.iterrows()
    ]
    found.sort(key=lambda one: order.index(one.group))
    picture = events(f"figure-{name}", spec.title, spec.panels[0].desc, found, 2009, 2023, [2010, 2014, 2018, 2022])
    rows = [
        [one.when, one.group, one.label, sources(course, keys(about.loc[fact, "sources"]))]
        for one, fact in zip(found, table["fact"], strict=True)
    ]
    said = course.strings
    head = [said["figure_when"], said["figure_strand"], said["figure_what"], said["note_source"]]
    return [Drawn(picture, "", [])], head, rows, list(dict.fromkeys(table["fact"]))


def _known(course: Course, name: str, spec: FigureSpec) -> Made:
    """How many places of the directory have each cell filled: counted here, not written down."""
    table = load(course, "places")
    table = table[table["kind"] == "fact"]
    said, lines, rows = course.strings, [], []
    for field in FIELDS:
        have = int(table[field].notna().sum())
        label = said[f"directory_{field}"]
        text = said["figure_of"].format(n=have, all=len(table))
        lines.append(Bar(label, have / len(table), text))
        rows.append([label, str(have), str(len(table) - have)])
    picture = bars(f"figure-{name}", spec.title, spec.panels[0].desc, lines, longest=1)
    return [Drawn(picture, "", [])], [said["figure_what"], said["figure_known"], said["figure_not_known"]], rows, []


MAKERS = {"bars": _bars, "milestones": _milestones, "events": _events, "known": _known}


def _facts(course: Course) -> pd.DataFrame:
    """Every fact that a chart may belong to, from all tables that charts draw on."""
    names = ("statistics", "programme", "pioneers", "total_place")
    return pd.concat([load(course, name) for name in names])


def sources(course: Course, cited: list[str]) -> Markup:
    """The works behind a number, as links where they have an address."""
    return Markup("; ").join(link(course, key) for key in cited)


def link(course: Course, key: str) -> Markup:
    """One work as prose names it."""
    work = works(course.references)[key]
    return Markup('<a href="{}">{}</a>').format(work.url, work.label) if work.url else escape(work.label)


def _notes(course: Course, rows: pd.DataFrame, values: pd.DataFrame, panel: Panel) -> list[tuple[str, Markup]]:
    """Period, area, definition, source and caution of what a picture draws, each said once."""
    found: dict[str, Markup | str] = {
        "period": "; ".join(dict.fromkeys(str(one) for one in values["period"])),
        "source": sources(course, list(dict.fromkeys(key for cell in rows["sources"] for key in keys(cell)))),
    }
    for field in ("area", "definition", "caution"):
        texts = dict.fromkeys(str(one) for one in rows.get(field, pd.Series(dtype="string")).dropna())
        found[field] = ". ".join(one for one in texts if not re.search(r"\bas F\d", one, re.IGNORECASE))
    found["caution"] = panel.caution.strip() or found["caution"]
    order = ("period", "area", "definition", "source", "caution")
    return [(course.strings[f"note_{field}"], escape(found[field])) for field in order if found[field]]
