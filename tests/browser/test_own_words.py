"""The learner's own issue in later prompts; what they typed is text and never HTML."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.support import sample
from tests.support.answering import choose, exercise, saved, write
from tests.support.stores import store, wait_stored
from tests.support.words import words

EVIL = '<img src=x onerror="hacked=1">'


def prompt(page: Page) -> str:
    return exercise(page, sample.entry("choice")).locator(".sl-prompt p").first.inner_text()


def name_issue(page: Page, name: str, place: str) -> None:
    found = exercise(page, sample.entry("issue"))
    write(found, "place", place)
    write(found, "name", name)
    wait_stored(page, "sample-issue", json.dumps(name)[1:-1])


def test_a_blank_issue_reads_well(sample_page: Page) -> None:
    assert prompt(sample_page) == "The first paragraph speaks of the issue you chose in your place."


def test_an_issue_is_echoed_at_once_and_after_reload(sample_page: Page) -> None:
    name_issue(sample_page, "  Damp homes ", "Merrowdale")
    for _ in range(2):
        assert prompt(sample_page) == "The first paragraph speaks of Damp homes in Merrowdale."
        sample_page.reload()


def test_an_issue_taken_back_is_blank_again(sample_page: Page) -> None:
    name_issue(sample_page, "Damp homes", "")
    name_issue(sample_page, " ", "")
    assert prompt(sample_page) == "The first paragraph speaks of the issue you chose in your place."


def test_what_was_asked_is_saved_in_the_words_shown(sample_page: Page) -> None:
    name_issue(sample_page, "Damp homes", "")
    choose(exercise(sample_page, sample.entry("choice")), 0)
    wait_stored(sample_page, "sample-judgement", "wait")
    asked = json.loads(sample_page.evaluate("key => localStorage[key]", sample.key("sample-judgement")))["asked"]
    assert "speaks of Damp homes in your place" in asked


def harmless(page: Page) -> bool:
    """No typed element came to be, and no typed script ran."""
    found: bool = page.evaluate("!document.querySelector('img') && !('hacked' in window)")
    return found


def test_typed_html_stays_text(sample_page: Page) -> None:
    name_issue(sample_page, EVIL, EVIL)
    assert prompt(sample_page) == f"The first paragraph speaks of {EVIL} in {EVIL}."
    reflection = exercise(sample_page, sample.entry("reflection"))
    write(reflection, "what", EVIL * 3)
    saved(reflection)
    write(reflection, "what", "Something else altogether")
    reflection.locator(".sl-version").wait_for(state="attached")
    assert EVIL * 3 in (reflection.locator(".sl-version").text_content() or "")
    assert harmless(sample_page)
    sample_page.reload()
    assert EVIL in prompt(sample_page)
    assert harmless(sample_page)


def test_html_from_a_hostile_record_stays_text(sample_page: Page) -> None:
    record = {
        "kind": "choice",
        "value": {"option": EVIL},
        "saved": "2026-01-02T03:04:05Z",
        "asked": EVIL,
        "said": [[EVIL, EVIL]],
        "earlier": [{"value": {"option": EVIL}, "saved": "2026-01-02T03:04:05Z", "said": [[EVIL, EVIL]]}],
    }
    store(sample_page, "sample-fact", json.dumps(record))
    sample_page.reload()
    found = exercise(sample_page, sample.entries()[1])
    assert EVIL in found.locator(".sl-outdated").inner_text()
    assert words()["outdated"] in found.inner_text()
    assert harmless(sample_page)


@pytest.mark.parametrize("fault", ["document.body.append(document.createElement('img'))", "window.hacked = 1"])
def test_harm_is_noticed(fault: str, sample_page: Page) -> None:
    sample_page.evaluate(fault)
    assert not harmless(sample_page)


def test_the_end_of_the_room_for_a_name_is_told_before_it_is_cut(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("issue"))
    field = found.locator("input[name=name]")
    told = field.locator("xpath=following-sibling::p")
    assert told.is_hidden()
    for typed, said in ((45, words()["issue_room"].replace("{n}", "15")), (70, words()["issue_full"])):
        field.fill("")
        field.press_sequentially("x" * typed)
        assert told.is_visible()
        assert told.inner_text() == said.replace("{most}", "60")
    assert told.inner_text() == found.locator("[data-part=live]").inner_text()
