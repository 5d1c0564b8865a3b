"""Answers when the browser's storage is blocked, full or spoilt: told plainly, nothing lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support import sample
from tests.support.answering import OWN_WORDS, answer, choose, complete, exercise, problem, saved, shown, spoken, write
from tests.support.sites import Site
from tests.support.soak import of_kinds
from tests.support.stores import BLOCK, EMPTY, FILL, aside, store, stored, stored_text
from tests.support.visits import Visits
from tests.support.words import words

#: Those that stand for all in a short run: words, a press, a list, pictures.
ENTRIES = of_kinds(sample.entries(), "choice", "reflection", "plan", "sort", "scale")


def answered(page: Page, entry: dict[str, Any]) -> bool:
    """Is there anything of an answer on the screen?"""
    values = [value for _, value in shown(page, entry)["controls"]]
    return any(value[1] if isinstance(value, list) else value for value in values)


def test_blocked_storage_is_told_and_the_answers_stay(sample_visits: Visits, sample_http: Site) -> None:
    context = sample_visits.context()
    context.add_init_script(BLOCK)
    page = context.new_page()
    page.goto(sample_http.url(sample.PAGE))
    for entry in ENTRIES:
        found = answer(page, entry)
        assert problem(found).inner_text() == spoken(found) == words()["problem_blocked"], entry["id"]
    assert all(answered(page, entry) for entry in ENTRIES)
    assert words()["progress_blocked"] in page.locator("sl-progress").inner_text()


def test_full_storage_is_told_and_the_answers_stay(sample_page: Page) -> None:
    sample_page.evaluate(FILL)
    for entry in ENTRIES:
        found = answer(sample_page, entry)
        assert problem(found).inner_text() == words()["problem_full"], entry["id"]
        assert stored(sample_page, entry["id"]) is None, entry["id"]
    assert all(answered(sample_page, entry) for entry in ENTRIES)


def test_full_storage_keeps_the_answer_before(sample_page: Page) -> None:
    entry = sample.entry("choice")
    complete(sample_page, entry)
    before = stored(sample_page, entry["id"])
    sample_page.evaluate(FILL)
    found = exercise(sample_page, entry)
    choose(found, 1)
    assert problem(found).inner_text() == words()["problem_full"]
    assert stored(sample_page, entry["id"]) == before


def test_an_answer_is_saved_once_there_is_room_again(sample_page: Page) -> None:
    entry = sample.entry("reflection")
    sample_page.evaluate(FILL)
    found = answer(sample_page, entry)
    problem(found).wait_for()
    sample_page.evaluate(EMPTY)
    write(found, "what", f"{OWN_WORDS}: what, and more")
    saved(found)
    assert stored(sample_page, entry["id"])["value"]["so_what"] == f"{OWN_WORDS}: so_what"


def test_an_earlier_answer_does_not_replace_what_found_no_room(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("reflection"))
    for text in ("One", "Quite another"):
        write(found, "what", text)
        saved(found)
    sample_page.evaluate(FILL)
    write(found, "what", "A third, for which there is no room")
    found.locator("details.sl-earlier summary").click()
    back = found.get_by_role("button", name=words()["bring_back"]).first
    back.click()
    assert found.locator("[name=what]").input_value() == "A third, for which there is no room"
    assert problem(found).inner_text() == words()["problem_full"]
    sample_page.evaluate(EMPTY)
    back.click()
    assert found.locator("[name=what]").input_value() in ("One", "Quite another")
    assert "A third, for which there is no room" in str(stored(sample_page, "sample-reflection")["earlier"])


GOOD = {
    "kind": "choice",
    "value": {"option": "two"},
    "saved": "2026-01-02T03:04:05Z",
    "asked": "",
    "said": [],
    "earlier": [],
}


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "choice", "val',
        "null of JSON",
        '"words"',
        json.dumps(GOOD | {"kind": "sort"}),
        json.dumps(GOOD | {"value": {"option": 3}}),
        json.dumps(GOOD | {"saved": "yesterday"}),
        json.dumps({"kind": "choice", "value": {"option": "two"}}),
    ],
    ids=["cut off", "not JSON", "a text", "another kind", "another value", "no date", "fields missing"],
)
def test_a_spoilt_answer_is_set_aside_and_told(text: str, sample_page: Page) -> None:
    entry = sample.entries()[1]
    store(sample_page, entry["id"], text)
    sample_page.reload()
    found = exercise(sample_page, entry)
    assert problem(found).inner_text() == spoken(found) == words()["problem_corrupt"]
    assert aside(sample_page, entry["id"]) == [text]
    assert stored(sample_page, entry["id"]) is None
    complete(sample_page, entry)
    assert stored(sample_page, entry["id"])["value"] == {"option": "one"}
    assert aside(sample_page, entry["id"]) == [text]


def test_a_good_answer_is_not_set_aside(sample_page: Page) -> None:
    entry = sample.entries()[1]
    store(sample_page, entry["id"], json.dumps(GOOD))
    sample_page.reload()
    assert exercise(sample_page, entry).locator("input:checked").get_attribute("value") == "two"
    assert aside(sample_page, entry["id"]) == []


def test_a_spoilt_answer_without_room_is_not_overwritten(sample_page: Page) -> None:
    entry = sample.entry("reflection")
    store(sample_page, entry["id"], "spoilt" * 10)
    sample_page.evaluate(FILL)
    sample_page.reload()
    found = answer(sample_page, entry)
    assert problem(found).inner_text() == words()["problem_corrupt_stuck"]
    assert stored_text(sample_page, entry["id"]) == "spoilt" * 10
    assert found.locator("[name=what]").input_value() == f"{OWN_WORDS}: what"


def test_an_option_that_is_gone_shows_what_was_said(sample_page: Page) -> None:
    entry = sample.entries()[1]
    said = "Nine, <b>once</b>"
    gone = GOOD | {"value": {"option": "nine"}, "said": [["Your choice", said]]}
    store(sample_page, entry["id"], json.dumps(gone))
    sample_page.reload()
    outdated = exercise(sample_page, entry).locator(".sl-outdated").inner_text()
    assert words()["outdated"] in outdated
    assert said in outdated
    assert stored(sample_page, entry["id"]) == gone
