"""Lesson 1 in a live JupyterLab: run all, answer one exercise of each kind, read the answers in Python."""

from __future__ import annotations

import json
import re
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from systems_leadership.lesson import lessons
from systems_leadership.words import words
from tests.support.answering import ISSUE, OWN_WORDS, Entry, answer, exercise, saved, shown
from tests.support.book import ROOT
from tests.support.jupyterlab import ALIVE, SLOW, VALUES, Lab, own_faults, run_all
from tests.support.visits import Visits

LESSON = lessons()[0]
ENTRIES: list[Entry] = [{"id": id, "kind": spec.kind} for id, spec in LESSON.specs.items()]
EACH_KIND = list({entry["kind"]: entry for entry in reversed(ENTRIES)}.values())
SPECS: dict[str, Any] = {spec.kind: spec for spec in reversed(LESSON.specs.values())}


def put(folder: Path) -> None:
    shutil.copy(ROOT / f"{LESSON.page}.ipynb", folder)


@pytest.fixture(scope="module")
def page(lab: Lab, visits: Visits) -> Page:
    """Lesson 1's notebook, open, not yet run."""
    opened = visits.context(viewport={"width": 1300, "height": 1000}).new_page()
    opened.goto(f"{lab.url}/lab/tree/{Path(LESSON.page).name}.ipynb")
    # JupyterLab cleans stored HTML: of an exercise not yet run it leaves the inside, without its element.
    opened.locator(".jp-RenderedHTML .sl-title").nth(len(ENTRIES) - 1).wait_for(timeout=SLOW)
    return opened


RENDERED = """cited => {
    const words = Array.from(document.querySelectorAll(".jp-MarkdownCell"), cell => cell.innerText).join(" ")
    return cited.every(key => words.includes(key)) && !words.includes("{cite")
}"""


def test_the_words_between_are_rendered(page: Page) -> None:
    """By jupyterlab-myst: without it, a reader would see the roles as they are written."""
    cited = re.findall(r"\{cite:p\}`(\w+)`", (ROOT / f"{LESSON.page}.ipynb").read_text(encoding="utf-8"))
    assert cited
    # JupyterLab draws the cells out of sight when it is idle, after the stored outputs.
    page.wait_for_function(RENDERED, arg=cited, timeout=SLOW)


def whole(kind: str, value: Any) -> bool:
    """Has all of an answer come to the kernel? Each save is a message of its own."""
    if value is None:
        return False
    return kind != "simulator" or bool(value["debrief"][-1])


def values(lab: Lab) -> dict[str, Any]:
    """Every exercise's ``.value`` in the kernel, once the answers of each kind are there."""
    end = time.monotonic() + SLOW / 1000
    while True:
        found: dict[str, Any] = json.loads(lab.run(VALUES))
        if all(whole(one["kind"], found.get(one["id"])) for one in EACH_KIND) or time.monotonic() > end:
            return found


def test_feedback_is_shut_before_the_notebook_is_run(page: Page) -> None:
    stored = page.locator(".jp-RenderedHTML")
    feedback = stored.locator("details.sl-feedback p")
    assert feedback.count() >= sum(len(spec.feedback()) for spec in LESSON.specs.values())
    assert feedback.evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0
    assert stored.locator(".sl-asleep").first.is_visible()


def test_each_kind_is_answered_and_its_value_is_read_in_python(page: Page, lab: Lab) -> None:
    run_all(page, ALIVE, len(ENTRIES))
    for entry in EACH_KIND:
        saved(answer(page, entry), "kernel")
    found = values(lab)
    assert set(found) == set(LESSON.specs)
    by_kind = {entry["kind"]: found[entry["id"]] for entry in EACH_KIND}
    choice, sort = by_kind["choice"], by_kind["sort"]
    assert choice["option"] in {option.id for option in SPECS["choice"].options}
    assert sort["checked"] and len(sort["placed"]) == len(SPECS["sort"].items)
    assert by_kind["issue"]["name"] == ISSUE
    assert by_kind["reflection"]["what"] == f"{OWN_WORDS}: what"
    assert by_kind["if-then"] == {"cue": OWN_WORDS, "action": OWN_WORDS}
    assert by_kind["simulator"]["predicted"] is not None and len(by_kind["simulator"]["runs"]) == 2
    unanswered = set(LESSON.specs) - {entry["id"] for entry in EACH_KIND}
    assert all(found[id] is None for id in unanswered)


def test_later_prompts_speak_of_the_issue(page: Page) -> None:
    echo = page.locator(".sl-host sl-echo[data-of=issue]").first
    echo.get_by_text(ISSUE).wait_for()
    assert words()["echo_issue"] not in page.locator(".sl-host sl-echo").all_text_contents()


def test_answers_are_back_when_the_notebook_is_run_again(page: Page) -> None:
    before = [shown(page, entry) for entry in EACH_KIND]
    page.evaluate("document.querySelectorAll('.sl-host').forEach(one => one.remove())")
    run_all(page, ALIVE, len(ENTRIES))
    for entry in EACH_KIND:
        exercise(page, entry)
    assert [shown(page, entry) for entry in EACH_KIND] == before


def test_nothing_was_asked_of_others_and_no_script_of_ours_failed(page: Page, visits: Visits) -> None:
    assert own_faults(visits) == []
