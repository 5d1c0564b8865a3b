"""Moving pictures show what their tables say: counted in what is drawn, over the whole grid of five models; and what
they say can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pandas import DataFrame
from playwright.sync_api import Page, Route

from systems_leadership.models import MODELS, Model
from tests.support.book import ROOT
from tests.support.contexts import MOVING
from tests.support.sites import Site
from tests.support.soak import quick, some
from tests.support.spoilt import spoilt
from tests.support.visits import Visits

PAGE = "notebooks/models.html"
LOOK = (ROOT / "tests" / "support" / "moving.mjs").read_text(encoding="utf-8")
ROOMS = {
    "commons": "room-shared-volunteers",
    "thresholds": "room-street-cafe",
    "search": "room-all-see-all",
    "probes": "room-small-difference",
    "referrals": "room-need-doubles-once",
}
EACH = pytest.mark.parametrize("name", ROOMS)
#: Those that stand in a scenery.
PLACES = (
    "room-shared-volunteers",
    "room-street-cafe",
    "room-crisis-team-stops",
    "room-trial-six-weeks",
    "room-last-few-beds",
)
SIZES = (390, 1280)
#: How much of its colour the palest number of a crowd keeps.
PALEST = """scene => Math.min(...[...scene.querySelectorAll('.sl-person text')].map(one => {
  let kept = 1;
  for (let at = one; at !== scene; at = at.parentElement) kept *= Number(getComputedStyle(at).opacity);
  return kept;
}))"""


def opened(page: Page, id: str) -> Page:
    page.locator(f"#{id}.sl-alive").wait_for(state="attached")
    page.evaluate(LOOK)
    return page


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def room(book_http: Site, http_visits: Visits) -> Iterator[Callable[[str], Page]]:
    yield lambda id: opened(http_visits.open(book_http.url(PAGE)), id)


@EACH
def test_what_is_seen_is_what_the_trace_says(name: str, room: Callable[[str], Page]) -> None:
    assert room(ROOMS[name]).evaluate("id => moving.wrong(id)", ROOMS[name]) == []


@EACH
def test_labels_have_room_however_a_run_ends(name: str, room: Callable[[str], Page]) -> None:
    page = room(ROOMS[name])
    for width in SIZES:
        resize(page, width)
        assert page.evaluate("id => moving.cut(id)", ROOMS[name]) == [], width


@pytest.mark.parametrize("id", PLACES)
def test_no_line_of_the_scenery_runs_into_a_label(id: str, room: Callable[[str], Page]) -> None:
    page = room(id)
    for width in SIZES:
        resize(page, width)
        assert page.evaluate("id => moving.crossed(id)", id) == [], width


def test_those_whom_nobody_reaches_keep_a_number_that_can_be_read(book_http: Site, http_visits: Visits) -> None:
    found = http_visits.open(book_http.url(PAGE), reduced_motion="reduce").locator(f"#{ROOMS['thresholds']}.sl-alive")
    found.locator("[data-part=skip]").click()
    found.locator(".sl-off").first.wait_for(state="attached")
    assert found.locator("[data-part=scene]").evaluate(PALEST) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_figure_of_the_book_has_its_people_and_its_time(scheme: Any, book_http: Site, http_visits: Visits) -> None:
    figure = http_visits.open(book_http.url(PAGE), color_scheme=scheme).locator(".sl-figure")
    people = figure.locator(".sl-scene .sl-figure-head.sl-role-waiting").first
    people.wait_for(state="attached")
    many = len(people.get_attribute("d") or "")
    assert many and "wait" in (figure.locator(".sl-label").first.text_content() or "")
    figure.get_by_role("slider", name="Week").press("Home")
    assert 0 < len(people.get_attribute("d") or "") < many, "the list has grown by the end, and is drawn anew"


def test_a_figure_too_few_is_noticed(book_http: Site, http_visits: Visits) -> None:
    text = spoilt(lambda script: script.replace("joined>=0", "joined>=3"))["crowd"]

    def spoil(route: Route) -> None:
        route.fulfill(body=text, content_type="text/javascript")

    context = http_visits.context(**MOVING)
    context.route("**/crowd.js*", spoil)
    page = context.new_page()
    page.goto(book_http.url(PAGE))
    assert opened(page, ROOMS["thresholds"]).evaluate("id => moving.wrong(id)", ROOMS["thresholds"])


#: For each model what its table ends with, by column, as its measures have it; one run of many is
#: from inside the band.
ENDS: dict[str, Callable[[Model, DataFrame, list[int]], bool]] = {
    "commons": lambda model, run, row: row[1] == round(model.at(run, "volunteers")),
    "thresholds": lambda model, run, row: model.at(run, "joined_low") <= row[0] <= model.at(run, "joined_high"),
    "search": lambda model, run, row: model.at(run, "score_low") - 0.6 <= row[1] <= model.at(run, "score_high") + 0.6,
    "probes": lambda model, run, row: model.at(run, "helped_low") <= row[0] <= model.at(run, "helped_high"),
    "referrals": lambda model, run, row: row[0] == round(model.at(run, "cost")),
}


@pytest.mark.parametrize("name", quick(ROOMS, "commons", "probes"))
def test_table_and_sentence_speak_of_the_same_run(name: str, room: Callable[[str], Page]) -> None:
    model, page = MODELS[name], room(ROOMS[name])
    given: dict[str, Any] = page.evaluate("id => document.getElementById(id).model", ROOMS[name])
    runs = model.grid([control["name"] for control in given["controls"]])
    for at in some(range(0, len(runs), 5), 3):
        row = page.evaluate("([id, run]) => moving.table(id, run)", [ROOMS[name], at])
        assert ENDS[name](model, runs[at], row), (runs[at].attrs["settings"], row)
        if name in ("commons", "referrals"):  # no chance: the sentence has the very numbers
            said = [int(one.replace(",", "")) for one in re.findall(r"[\d,]*\d", model.sentence(runs[at]))]
            told = row[1] if name == "commons" else row[0]
            assert told in said or told == 0, (told, said)


@EACH
def test_one_run_of_many_is_called_so(name: str) -> None:
    model = MODELS[name]
    said = model.trace().more.get("sentence", "")
    assert bool(said) == any(series.band for series in model.series)
    assert not said or "one" in said


def test_the_end_of_one_run_becomes_the_end_of_the_next(room: Callable[[str], Page]) -> None:
    """Runs end where they stand still: so whoever looks at the end of one must not be left in the midst of another."""
    page, id = room(ROOMS["thresholds"]), ROOMS["thresholds"]
    ends: list[list[float]] = page.evaluate(
        """async id => {
          const exercise = document.getElementById(id);
          await exercise.load();
          const { moving } = exercise;
          const { player, scene, traces } = moving;
          moving.show(0);
          player.to(player.last);
          return traces.runs.map((run, at) => {
            moving.show(at);
            return [run.more.end, player.time, Number(player.bar.value), Number(player.bar.max), scene.time];
          });
        }""",
        id,
    )
    assert len({end for end, *_ in ends}) > 3
    assert all(set(shown) == {end} for end, *shown in ends)
