"""Every picture of people in places, over its whole grid: it has room for all, and is what table and words say."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from systems_leadership.models import MODELS
from tests.support.soak import quick
from workbook.kinds.simulator.simulator import pack, pack_traces
from workbook.model import Model
from workbook.model.picture import Place

DRAWN = [name for name, model in MODELS.items() if model.picture and model.picture.draws == "scene"]
#: Which stock of the picture is which measure of chart and table, and at which points of the axis (all, if none).
SAME: dict[str, dict[str, tuple[str, tuple[float, ...]]]] = {
    "fixes": {"waiting": ("waiting", ()), "away": ("away", ())},
    "burden": {"crisis": ("crisis", ()), "at_work": ("team", ())},
    "discharge": {"waiting": ("waiting", (365.0,))},  # one run of many: it meets the median where the sentence speaks
}


@cache
def grid(name: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """A model's heads, its runs as the page has them, and the runs of its picture."""
    model = MODELS[name]
    runs = model.grid()
    return *pack(model, runs), pack_traces(model, runs)


def _line(place: Place) -> tuple[str, ...]:
    return (place.line.count, place.line.shown) if place.line else ()


def room(layout: dict[str, Any]) -> float:
    """How many people a place can show; without end where they are fitted in, or ride."""
    if "rows" in layout:
        return float(sum(row[3] for row in layout["rows"]))
    if "box" not in layout or "slope" in layout:
        return float("inf")
    columns, lines = (int(layout["box"][2 + side] / layout["step"][side]) for side in (0, 1))
    return columns * lines - lines // 2  # every other row is one shorter


def view_problems(model: Model, traces: dict[str, Any]) -> list[str]:
    """What a picture draws that its runs do not have, and places that are too small for them."""
    picture = model.picture
    assert picture
    known = set(traces["stocks"]), set(traces["flows"]), set(traces["runs"][0]["more"])
    found = [f"column {one.stock}" for one in picture.columns if one.stock not in known[0]]
    found += [f"way {name}" for name in picture.walks if name not in known[1]]
    found += [f"mark {one.at}" for one in picture.marks if isinstance(one.at, str) and one.at not in known[2]]
    for name, place in picture.places.items():
        found += [f"{name}: stock {one.stock}" for one in place.groups if one.stock not in known[0]]
        found += [
            f"{name}: number {one}"
            for one in (place.count, place.parts, place.full, *_line(place))
            if one and one not in known[2]
        ]
        if found:
            continue
        indices = [traces["stocks"].index(one.stock) for one in place.groups]
        most = max(max(map(sum, zip(*(run["stocks"][i] for i in indices), strict=True))) for run in traces["runs"])
        for view in (picture.wide, picture.narrow):
            layout = view.places[name]["layout"]
            if layout != {"rows": []} and room(layout) < most:
                found.append(f"{name}: room for {room(layout)}, and {most} come")
    return found


@pytest.mark.parametrize("name", quick(DRAWN, "commons", "fixes"))
def test_all_that_is_drawn_is_there_and_has_room(name: str) -> None:
    assert view_problems(MODELS[name], grid(name)[2]) == []


@pytest.mark.parametrize("name", quick(SAME, "fixes", "burden"))
def test_picture_table_and_sentence_are_the_same_over_the_whole_grid(name: str) -> None:
    heads, packed, traces = grid(name)
    for stock, (measure, points) in SAME[name].items():
        series = next(one for one in heads["series"] if one["name"] == measure)
        column, place = series["columns"][0], traces["stocks"].index(stock)
        for run, values in zip(traces["runs"], packed["values"], strict=True):
            for at, point in enumerate(heads["points"]):
                if point in traces["ticks"] and (not points or point in points):
                    shown = values[column][at] / 10 ** heads["decimals"][column]
                    drawn = run["stocks"][place][traces["ticks"].index(point)]
                    assert abs(drawn - shown) <= 0.5 + 0.5 / 10 ** heads["decimals"][column], (stock, point)


def test_the_list_in_the_sentence_is_the_list_in_the_picture() -> None:
    _, packed, traces = grid("fixes")
    words = MODELS["fixes"].words
    place = traces["stocks"].index("waiting")
    for run, sentence in zip(traces["runs"], packed["sentences"], strict=True):
        early, late = (run["stocks"][place][traces["ticks"].index(week)] for week in (10.0, 120.0))
        said = words.say("list", early=words.say("waiting", float(early)), late=words.say("waiting", float(late)))
        assert sentence in (said, words.say("none"))


@pytest.mark.soak("the runs of a model by chance take eight seconds")
def test_the_line_beside_a_chance_picture_counts_those_who_are_drawn() -> None:
    traces = grid("occupancy")[2]
    gone = traces["stocks"].index("elsewhere")
    for run in traces["runs"]:
        assert MODELS["occupancy"].words.say("gone", float(run["stocks"][gone][-1])) in run["more"]["sentence"]


def test_a_place_that_is_too_small_is_noticed() -> None:
    traces = grid("fixes")[2]
    crowded = {**traces, "runs": [{**traces["runs"][0], "stocks": [[900, 900], [0, 0]]}]}
    assert len(view_problems(MODELS["fixes"], crowded)) == 2


@pytest.mark.parametrize("name", MODELS)
def test_a_run_tells_when_it_turns(name: str) -> None:
    """A mark names a number of the run; each model but one has such a moment at the settings that it starts with."""
    picture, trace = MODELS[name].picture, MODELS[name].trace()
    assert picture
    at = [trace.more[one.at] if isinstance(one.at, str) else one.at for one in picture.marks]
    assert all(one is None or one in trace.ticks for one in at)
    for view in (picture.wide, picture.narrow):
        assert bool(view.mark) == bool(picture.marks)
