"""Each of these kinds when storage is blocked, full or spoilt, in two tabs, and carried from one device to another.

What is one way for all kinds is tried with two of them, and with all by `make soak`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, StorageState

from tests.kinds import gallery
from tests.kinds.ways import WAYS
from tests.support.answering import WAYS as OTHERS
from tests.support.answering import exercise, problem, saved, spoken
from tests.support.stores import ASIDE, BLOCK, EMPTY, FILL
from tests.support.visits import PATIENCE, Visits
from tests.support.words import words
from workbook.course import current
from workbook.portfolio import Portfolio

MINE = ("recall", "timeline", "scale", "plan", "stakeholders")
ENTRIES = [entry for entry in gallery.entries() if entry["kind"] in MINE]
SOME = ENTRIES if os.environ.get("SOAK") else [ENTRIES[0], ENTRIES[-1]]

CONTROLS = """one => [...one.querySelectorAll('input, select, textarea')].map(f => [f.id, f.name, f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value])"""

ON_PAGE = (*MINE, "if-then")  # A plan gathers the lines of the last.

Entry = dict[str, Any]


def answer(page: Page, entry: Entry) -> None:
    (WAYS | OTHERS)[entry["kind"]](exercise(page, entry))


@pytest.fixture(scope="module")
def kept(browser: Browser, gallery_url: str) -> StorageState:
    """What the browser keeps once each of them is answered."""
    with closing(browser.new_context(**gallery.BRITISH)) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(gallery_url)
        for entry in ENTRIES:
            answer(page, entry)
            saved(exercise(page, entry))
        return context.storage_state()


@pytest.fixture
def kept_page(gallery_visits: Visits, gallery_url: str, kept: StorageState) -> Page:
    return gallery_visits.open(gallery_url, storage_state=kept, **gallery.BRITISH)


def test_blocked_storage_is_told_and_the_answers_stay(gallery_visits: Visits, gallery_url: str) -> None:
    context = gallery_visits.context()
    context.add_init_script(BLOCK)
    page = context.new_page()
    page.goto(gallery_url)
    for entry in SOME:
        answer(page, entry)
        found = exercise(page, entry)
        problem(found).filter(has_text=words()["problem_blocked"]).wait_for()
        assert any(value not in ("", False) for *_, value in found.evaluate(CONTROLS)), entry["id"]


def test_full_storage_is_told_and_saved_once_there_is_room(gallery_page: Page) -> None:
    gallery_page.evaluate(FILL)
    for entry in SOME:
        answer(gallery_page, entry)
        problem(exercise(gallery_page, entry)).filter(has_text=words()["problem_full"]).wait_for()
        assert gallery.stored(gallery_page, entry["id"]) is None
    gallery_page.evaluate(EMPTY)
    for entry in SOME:
        answer(gallery_page, entry)
        saved(exercise(gallery_page, entry))
        assert gallery.stored(gallery_page, entry["id"]) is not None


def cut_off(record: Any) -> str:
    return json.dumps(record)[:-20]


def of_another_form(record: Any) -> str:
    return json.dumps(record | {"value": {"html": "<b>"}})


@pytest.mark.parametrize("spoil", [cut_off, of_another_form])
def test_spoilt_answers_are_set_aside_and_told(spoil: Callable[[Any], str], kept_page: Page) -> None:
    spoilt = {entry["id"]: spoil(gallery.stored(kept_page, entry["id"])) for entry in ENTRIES}
    for id, text in spoilt.items():
        kept_page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{gallery.COURSE}/v1/{id}", text])
    kept_page.reload()
    for entry in ENTRIES:
        assert spoken(exercise(kept_page, entry)) == words()["problem_corrupt"], entry["id"]
        assert kept_page.evaluate(ASIDE, f"{gallery.COURSE}/aside/{entry['id']}/") == [spoilt[entry["id"]]]
    for entry in ENTRIES:
        answer(kept_page, entry)
        saved(exercise(kept_page, entry))


#: Another answer than the one that `answer` gives, by the value that a second tab would store.
OTHER: dict[str, Any] = {
    "recall": {"option": "letter"},
    "timeline": {"marks": [{"id": "commons", "why": "Written in the other tab"}]},
    "scale": {"answers": {"results-drift": "4"}, "shown": False, "rounds": []},
    "plan": {
        "lines": [
            {"id": "own-7", "cue": "Written in the other tab", "action": "x", "day": "2026-12-01", "time": ""}
            | dict.fromkeys(("why", "obstacle", "helper", "first", "rehearsal"), "")
        ],
        "calendar": "",
    },
    "stakeholders": {
        "people": [{"id": "p9", "who": "Written in the other tab", "power": "", "interest": ""}],
        "talks": [],
        "missing": "",
    },
}


def test_an_answer_from_another_tab_comes_up_and_the_one_before_is_kept(kept_page: Page) -> None:
    other = kept_page.context.new_page()
    other.goto(kept_page.url)
    for entry in ENTRIES:
        if entry["id"] == "all-milestones":
            continue  # A second timeline.
        assert gallery.value(kept_page, entry["id"]) != OTHER[entry["kind"]]
        record = {
            "kind": entry["kind"],
            "value": OTHER[entry["kind"]],
            "saved": "2026-11-23T10:00:00.000Z",
            "asked": "",
            "said": [],
            "earlier": [],
        }
        key = f"{gallery.COURSE}/v1/{entry['id']}"
        other.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(record)])
        told = exercise(kept_page, entry).locator("[data-part=live]", has_text=words()["other_tab"])
        told.wait_for(state="attached")
        answer(kept_page, entry)
        kept_page.wait_for_function(
            "([key, words]) => JSON.stringify(JSON.parse(localStorage.getItem(key)).earlier.map(one => one.value)).includes(words)",
            arg=[key, json.dumps(record["value"], separators=(",", ":"))[1:40]],
        )
    other.close()


def test_answers_go_by_file_to_python_and_to_another_browser(
    kept_page: Page, gallery_visits: Visits, gallery_url: str, tmp_path: Path
) -> None:
    with kept_page.expect_download() as caught:
        kept_page.locator("sl-portfolio [data-take=json]").click()
    path = tmp_path / "portfolio.json"
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    # The gallery is a course of its own; its answers are such as Python takes.
    course = current()
    path.write_text(text.replace(f'"course": "{gallery.COURSE}"', f'"course": "{course.id}"'), "utf-8")
    in_python = Portfolio(path, course).answers
    assert {id: record["value"] for id, record in in_python.items()} == {
        entry["id"]: gallery.value(kept_page, entry["id"]) for entry in ENTRIES
    }
    there = gallery_visits.open(gallery_url)
    path.write_text(text, "utf-8")
    there.locator("#sl-bring").set_input_files(path)
    there.get_by_role("button", name=words()["bring_do"]).click()
    for entry in ENTRIES:
        assert gallery.value(there, entry["id"]) == gallery.value(kept_page, entry["id"])
        if entry["kind"] != "timeline":  # Which fields it shows is a view, not an answer.
            # Options stand in another order where the page was open before the file came, with its own.
            one, other = (exercise(page, entry).evaluate(CONTROLS) for page in (there, kept_page))
            assert sorted(map(str, one)) == sorted(map(str, other))
