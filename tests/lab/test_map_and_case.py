"""Causal maps and the case in a live JupyterLab: by keyboard and by clicks, answers read in Python."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Page

from systems_leadership.words import words
from tests.kinds import gallery
from tests.kinds.map_hands import GIVEN, OWN, TIME, WAITING, button, link
from tests.support.jupyterlab import ALIVE, SLOW, Lab, run_all, running
from tests.support.keyboard import tab_to
from tests.support.visits import Visits

CASE = "#one-merrowdale-winter"
SHOWN = (
    ("sample-causal-map", "3-causal-map", GIVEN[1:]),
    ("sample-causal-map", "3-causal-map", OWN[1:]),
    ("sample-case", "4-case", CASE[1:]),
)


def notebook() -> Any:
    """One cell for each exercise; the exercises stay in a dict for the test to look at."""
    start = "from pathlib import Path\nfrom systems_leadership.lesson import Lesson\nshown = {}"
    cells = [nbformat.v4.new_code_cell(start)]
    for slug, file, id in SHOWN:
        path = gallery.SAMPLES / f"{file}.yml"
        code = f"shown[{id!r}] = Lesson({slug!r}, Path({str(path)!r})).show({id!r})\nshown[{id!r}]"
        cells.append(nbformat.v4.new_code_cell(code))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("notebooks")
    nbformat.write(notebook(), folder / "kinds.ipynb")
    with running(folder, tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def page(lab: Lab, browser: Browser) -> Iterator[Page]:
    visits = Visits(browser, lab.url)
    opened = visits.context(viewport={"width": 1300, "height": 1000}).new_page()
    opened.goto(f"{lab.url}/lab/tree/kinds.ipynb")
    opened.locator(".jp-CodeCell").nth(len(SHOWN)).wait_for(timeout=SLOW)
    run_all(opened, ALIVE, len(SHOWN))
    yield opened
    visits.close()


def value(lab: Lab, id: str, whole: Callable[[Any], bool]) -> Any:
    """The answer in the kernel, once it is whole: each save is a message of its own."""
    end = time.monotonic() + SLOW / 1000
    while True:
        found = json.loads(lab.run(f"import json; print(json.dumps(shown[{id!r}].value))"))
        if (found and whole(found)) or time.monotonic() > end:
            return found


def test_exploring_by_keyboard(page: Page, lab: Lab) -> None:
    page.locator(f"{GIVEN} summary").first.focus()
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
    found = value(lab, GIVEN[1:], lambda it: bool(it["runs"]))
    assert found["runs"] == [{"factor": "waits", "change": "up", "expected": "against"}]


def test_building_by_clicks(page: Page, lab: Lab) -> None:
    link(page, WAITING, TIME, "opposite")
    page.locator(f"{OWN} [data-factor=time]").click()
    page.locator(f"{OWN} [data-factor=waiting]").click()
    page.locator(f"{OWN} [value=opposite]").click()
    button(page.locator(OWN), "map_add_link").click()
    assert page.locator(f"{OWN} [data-part=found] strong").inner_text() == words()["map_reinforcing"]
    found = value(lab, OWN[1:], lambda it: len(it["links"]) == 2)
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
    found = value(lab, CASE[1:], lambda it: it["paths"][0]["ended"])
    assert len(found["paths"][0]["steps"]) == 5
