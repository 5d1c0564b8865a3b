"""Every other kind and a model in one live notebook: by keyboard and by clicks, read in Python, there when run anew."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbformat import write
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page

from systems_leadership.words import words
from tests.kinds import gallery
from tests.kinds.map_hands import GIVEN, OWN, TIME, WAITING, button, link
from tests.kinds.ways import WAYS
from tests.support.answering import OWN_WORDS, exercise, saved
from tests.support.answering import WAYS as OTHERS
from tests.support.jupyterlab import ALIVE, SLOW, VALUES, Lab, own_faults, run_all
from tests.support.keyboard import tab_to
from tests.support.visits import Visits

NAME = "kinds.ipynb"
ENTRIES = [entry for entry in gallery.entries() if entry["kind"] in WAYS | OTHERS]
CASE = "#one-merrowdale-winter"
MODEL = (
    "from systems_leadership import models\nrun = models.discharge.run(extra_money=1234, to_care=61.5)",
    "explorer = models.discharge.explore()\nexplorer",
)
CELL = """from pathlib import Path
from systems_leadership.lesson import Lesson
Lesson({slug!r}, Path({path!r})).show({id!r})"""


def cells() -> list[str]:
    """The model's cells, and one for each exercise of the gallery."""
    paths = {lesson.slug: str(lesson.path) for lesson in gallery.lessons()}
    shown = [CELL.format(slug=one["lesson"], path=paths[one["lesson"]], id=one["id"]) for one in ENTRIES]
    return [*MODEL, *shown]


def put(folder: Path) -> None:
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    write(new_notebook(cells=[new_code_cell(source) for source in cells()], metadata=kernel), folder / NAME)


@pytest.fixture(scope="module")
def page(lab: Lab, visits: Visits) -> Page:
    """The notebook, run."""
    opened = visits.context(viewport={"width": 1300, "height": 1000}, locale="en-GB").new_page()
    opened.goto(f"{lab.url}/lab/tree/{NAME}")
    opened.locator(".jp-Notebook .jp-CodeCell").nth(len(cells()) - 1).wait_for(state="attached", timeout=SLOW)
    run_all(opened, ALIVE, len(ENTRIES))
    opened.locator("sl-chart svg").first.wait_for(timeout=SLOW)
    return opened


def value(lab: Lab, selector: str, whole: Callable[[Any], bool]) -> Any:
    """The answer in the kernel, once it is whole: each save is a message of its own."""
    end = time.monotonic() + SLOW / 1000
    while True:
        found = json.loads(lab.run(VALUES))[selector[1:]]
        if (found and whole(found)) or time.monotonic() > end:
            return found


def test_any_value_gives_a_table_that_pandas_plots(page: Page, lab: Lab) -> None:
    assert lab.run("print(type(run).__name__, run.attrs['settings']['to_care'])").split() == ["DataFrame", "61.5"]


def test_a_slider_moves_chart_and_sentence(page: Page, lab: Lab) -> None:
    explorer = page.locator(".jp-OutputArea-output", has=page.locator(".jupyter-widgets.widget-slider"))
    sentence = explorer.locator("figcaption")
    before = sentence.inner_text()
    sliders = explorer.locator(".jupyter-widgets.widget-slider")
    assert sliders.count() == int(lab.run("print(sum(1 for c in explorer.model.controls if not c.names))"))
    handle = sliders.nth(1).locator(".noUi-handle")
    handle.focus()
    handle.press("End")
    sentence.filter(has_not_text=before).wait_for(timeout=SLOW)
    assert lab.run("print(explorer.sliders['to_care'].value)").strip() == "100.0"
    wanted = "print(explorer.model.sentence(explorer.model.run(to_care=100)))"
    assert sentence.inner_text() == lab.run(wanted).strip()
    assert explorer.locator("sl-chart svg desc").text_content()


def test_the_sliders_cover_the_whole_range(page: Page, lab: Lab) -> None:
    code = "print(all((explorer.sliders[c.name].min, explorer.sliders[c.name].max) == (c.low, c.high) for c in %s))"
    assert lab.run(code % "explorer.model.controls").strip() == "True"


def test_a_refused_value_names_the_range(page: Page, lab: Lab) -> None:
    with pytest.raises(RuntimeError, match="to_care takes a number from 0 to 100"):
        lab.run("models.discharge.run(to_care=101)")


def test_exploring_a_map_by_keyboard(page: Page, lab: Lab) -> None:
    page.locator(f"{GIVEN} select").focus()
    page.keyboard.press("Shift+Tab")
    tab_to(page, f"{GIVEN} select")
    page.keyboard.press("ArrowDown")
    for name in ("change", "expected"):
        tab_to(page, f"{GIVEN} input[name$={name}]")
        page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, f"{GIVEN} [data-part=nudge] button")
    page.keyboard.press("Enter")
    tab_to(page, f"{GIVEN} [data-part=step]")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert page.locator(f"{GIVEN} [data-part=steps] li").count() == 2
    found = value(lab, GIVEN, lambda it: bool(it["runs"]))
    assert found["runs"] == [{"factor": "waits", "change": "up", "expected": "against"}]


def test_building_a_map_by_clicks(page: Page, lab: Lab) -> None:
    link(page, WAITING, TIME, "opposite")
    page.locator(f"{OWN} [data-factor=time]").click()
    page.locator(f"{OWN} [data-factor=waiting]").click()
    page.locator(f"{OWN} [value=opposite]").click()
    button(page.locator(OWN), "map_add_link").click()
    assert page.locator(f"{OWN} [data-part=found] strong").inner_text() == words()["map_reinforcing"]
    found = value(lab, OWN, lambda it: len(it["links"]) == 2)
    assert [(one["cause"], one["effect"]) for one in found["links"]] == [("waiting", "time"), ("time", "waiting")]


def test_the_case_by_keyboard(page: Page, lab: Lab) -> None:
    page.locator(f"{CASE} input").first.focus()
    for n in range(5):
        if n:
            tab_to(page, f"{CASE} .sl-case-now input")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    assert page.locator(f"{CASE} .sl-scene:visible").count() == 6
    found = value(lab, CASE, lambda it: it["paths"][0]["ended"])
    assert len(found["paths"][0]["steps"]) == 5


def test_each_is_answered_by_clicks_and_its_value_is_there_in_python(page: Page, lab: Lab) -> None:
    for entry in ENTRIES:
        if entry["kind"] in ("causal-map", "case"):
            continue  # Answered above.
        found = exercise(page, entry)
        (WAYS | OTHERS)[entry["kind"]](found)
        saved(found, "kernel")
    known = json.loads(lab.run(VALUES))
    assert known["five-habits"]["shown"] and len(known["five-habits"]["answers"]) == 13
    assert [one["who"] for one in known["who-has-a-part"]["people"]] == ["Role 1", "Role 2", "Role 3"]
    assert known["nine-milestones"]["marks"][0]["why"] == OWN_WORDS
    assert known["recall-chemist-boxes"] == {"option": "sit-in"}
    # The plan has gathered the lines that other cells hold.
    assert known["my-plan"]["lines"][0]["id"] == "plan-line-one"
    assert known["my-plan"]["lines"][0]["cue"] == OWN_WORDS
    assert page.locator("#my-plan [data-line]").count() == 2


def test_a_calendar_file_is_made_there_too(page: Page) -> None:
    with page.expect_download() as caught:
        page.locator("#my-plan [data-part=calendar]").click()
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    assert "DTSTART;TZID=Europe/London:20270329T093000" in text


def test_all_of_it_is_back_when_the_notebook_is_run_again(page: Page) -> None:
    # Which fields a timeline shows is a view and not an answer, so its marks are compared and not its line.
    parts = (".sl-radar desc", ".sl-people-net desc", ".sl-plan-card [data-part=line]", ".sl-marked")
    shown = [page.locator(f".sl-host {part}").all_text_contents() for part in parts]
    assert all(shown)
    page.evaluate("document.querySelectorAll('.sl-host').forEach(one => one.remove())")
    run_all(page, ALIVE, len(ENTRIES))
    for entry in ENTRIES:
        exercise(page, entry)
    assert [page.locator(f".sl-host {part}").all_text_contents() for part in parts] == shown


def test_nothing_was_asked_of_others_and_no_script_of_ours_failed(page: Page, visits: Visits) -> None:
    assert own_faults(visits) == []
