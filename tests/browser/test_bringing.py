"""Portfolio files of odd forms, brought in in a browser: told in a sentence, all or nothing, and quickly."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.test_back import REFLECTION
from tests.portfolio.hostile import good_record
from tests.support import sample
from tests.support.answering import exercise, saved, write
from tests.support.stores import store
from tests.support.words import words

MANY = 600


def bring(page: Page, content: bytes) -> str:
    """What the page says to a file."""
    page.locator(".sl-portfolio-say").evaluate("one => { one.textContent = ''; }")
    page.locator("#sl-bring").set_input_files({"name": "p.json", "mimeType": "application/json", "buffer": content})
    page.wait_for_function("document.querySelector('.sl-portfolio-say').textContent")
    return page.locator(".sl-portfolio-say").inner_text()


def whole(answers: dict[str, Any], course: Any = sample.COURSE) -> str:
    return json.dumps({"course": course, "version": 1, "answers": answers}, ensure_ascii=False)


def deep(levels: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(levels):
        value = {"a": value}
    return value


@pytest.mark.parametrize("levels", [25, 2200, 20_000])
def test_a_deep_value_is_refused_and_stops_nothing(sample_page: Page, levels: int) -> None:
    record = {**good_record("reflection"), "kind": "of-a-later-edition"}
    nested = '{"a":' * levels + "{}" + "}" * levels
    text = whole({"later": {**record, "value": "HERE"}}).replace('"HERE"', nested)
    assert "Nothing was changed" in bring(sample_page, text.encode())
    # And where such a value is stored already, the page works and the other answers can be taken away.
    store(sample_page, "later", json.dumps({**record, "value": "HERE"}).replace('"HERE"', nested))
    store(sample_page, REFLECTION["id"], json.dumps({**good_record("reflection")}))
    sample_page.reload()
    assert sample_page.locator("sl-portfolio .sl-written").count() > 0
    for what in ("json", "word", "markdown"):
        with sample_page.expect_download():
            sample_page.locator(f"sl-portfolio [data-take={what}]").click()


@pytest.mark.parametrize("id", ["constructor", "tostring", "valueof"])
def test_an_exercise_named_as_a_property_of_objects_is_taken_in(sample_page: Page, id: str) -> None:
    assert "new here: 1" in bring(sample_page, whole({id: good_record("reflection")}).encode())
    sample_page.get_by_role("button", name=words()["bring_do"]).click()
    sample_page.locator(f"[data-id={id}]").wait_for()


@pytest.mark.parametrize("course", [{"toString": "x"}, None, ["sample-course"], 7])
def test_a_course_that_is_no_name_is_refused(sample_page: Page, course: Any) -> None:
    assert "Nothing was changed" in bring(sample_page, whole({}, course).encode())


def test_hundreds_of_answers_come_in_at_once(sample_page: Page) -> None:
    answers = {f"older-{n}": good_record("reflection") for n in range(MANY)}
    bring(sample_page, whole(answers).encode())
    began = time.monotonic()
    sample_page.get_by_role("button", name=words()["bring_do"]).click()
    sample_page.get_by_text(words()["brought"].format(n=MANY)).wait_for()
    assert time.monotonic() - began < 8, "each answer draws the whole page"  # A second where nothing else runs.
    assert sample_page.locator(".sl-written").count() >= MANY


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "windows-1252"])
def test_a_file_in_another_code_is_read_or_refused_and_never_spoilt(sample_page: Page, code: str) -> None:
    record = good_record("reflection")
    text = whole({REFLECTION["id"]: {**record, "value": {**record["value"], "what": "Café – so"}}})
    said = bring(sample_page, text.replace("\n", "\r\n").encode(code))
    assert said == words()["file_not_text"] if code == "windows-1252" else "new here: 1" in said


def test_ones_own_answer_stays_whatever_the_file_holds(sample_page: Page) -> None:
    """Also under twenty earlier answers that are all newer than it."""
    write(exercise(sample_page, REFLECTION), "what", "Mine, from here")
    saved(exercise(sample_page, REFLECTION))
    record = good_record("reflection")
    earlier = [
        {"value": {**record["value"], "what": f"Theirs {n}"}, "saved": f"2099-01-{n + 1:02}T00:00:00Z", "said": []}
        for n in range(20)
    ]
    bring(sample_page, whole({REFLECTION["id"]: {**record, "earlier": earlier}}).encode())
    sample_page.locator("sl-portfolio input[value=file]").check()
    sample_page.get_by_role("button", name=words()["bring_do"]).click()
    sample_page.wait_for_function(
        "key => localStorage.getItem(key).includes('Theirs 1')", arg=sample.key(REFLECTION["id"])
    )
    assert "Mine, from here" in sample_page.evaluate("key => localStorage.getItem(key)", sample.key(REFLECTION["id"]))


def test_a_store_that_fails_half_way_and_cannot_be_mended_loses_nothing(sample_page: Page) -> None:
    """The second write fails, and so does every one after it: what was replaced is kept under the new answer."""
    one, two = REFLECTION["id"], sample.entry("issue")["id"]
    write(exercise(sample_page, REFLECTION), "what", "Mine, from here")
    saved(exercise(sample_page, REFLECTION))
    bring(sample_page, whole({one: good_record("reflection"), two: good_record("issue")}).encode())
    sample_page.locator("sl-portfolio input[value=file]").check()
    sample_page.evaluate("""() => { const set = Storage.prototype.setItem; let left = 1;
      Storage.prototype.setItem = function (...given) {
        if (given[0].includes('/v1/') && left-- <= 0) throw new DOMException('', 'QuotaExceededError');
        return set.apply(this, given); }; }""")
    sample_page.get_by_role("button", name=words()["bring_do"]).click()
    sample_page.get_by_text(words()["problem_full"]).first.wait_for()
    assert "Mine, from here" in sample_page.evaluate("key => localStorage.getItem(key)", sample.key(one))
