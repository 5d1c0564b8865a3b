"""These kinds in a live JupyterLab: answered by clicks, read in Python, there again when run anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import gallery
from tests.kinds.ways import WAYS
from tests.support.answering import OWN_WORDS, exercise, saved
from tests.support.answering import WAYS as OTHERS
from tests.support.jupyterlab import ALIVE, SLOW, Lab, run_all, running
from tests.support.visits import Visits

ENTRIES = [entry for entry in gallery.entries() if entry["kind"] in WAYS | OTHERS]
CELL = """from pathlib import Path
from systems_leadership.lesson import Lesson
Lesson({slug!r}, Path({path!r})).show({id!r})"""
VALUES = """import json
from systems_leadership.portfolio.session import session
print(json.dumps({exercise.id: exercise.value for exercise in session().shown}))"""


def write_notebook(path: Path) -> None:
    """One cell for each exercise of the gallery, not yet run."""
    paths = {lesson.slug: str(lesson.path) for lesson in gallery.lessons()}
    cells = [
        nbformat.v4.new_code_cell(CELL.format(slug=one["lesson"], path=paths[one["lesson"]], id=one["id"]))
        for one in ENTRIES
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("notebooks")
    write_notebook(folder / "gallery.ipynb")
    with running(folder, tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def visits(browser: Browser, lab: Lab) -> Iterator[Visits]:
    opened = Visits(browser, lab.url)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def page(lab: Lab, visits: Visits) -> Page:
    opened = visits.context(viewport={"width": 1300, "height": 1000}, locale="en-GB").new_page()
    opened.goto(f"{lab.url}/lab/tree/gallery.ipynb")
    opened.locator(".jp-Notebook .jp-CodeCell").nth(len(ENTRIES) - 1).wait_for(state="attached", timeout=SLOW)
    return opened


def values(lab: Lab) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lab.run(VALUES))
    return found


def test_each_is_answered_by_clicks_and_its_value_is_there_in_python(page: Page, lab: Lab) -> None:
    run_all(page, ALIVE, len(ENTRIES))
    for entry in ENTRIES:
        found = exercise(page, entry)
        (WAYS | OTHERS)[entry["kind"]](found)
        saved(found, "kernel")
    known = values(lab)
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


def test_nothing_was_asked_of_others_and_no_script_failed(page: Page, visits: Visits) -> None:
    assert [
        fault for fault in visits.faults() if "console error" not in fault
    ] == []  # JupyterLab logs some of its own.
