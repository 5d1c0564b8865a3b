"""Two tabs of one browser: neither overwrites the other's answers."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page

from tests.support import sample
from tests.support.answering import complete, exercise, shown, spoken, write
from tests.support.stores import EMPTY, FILL, store, stored, wait_stored
from tests.support.words import words

REFLECTION = sample.entry("reflection")
ID = REFLECTION["id"]


def type_in(page: Page, text: str) -> None:
    """Type without leaving the field: not saved yet."""
    field = exercise(page, REFLECTION).locator("[name=what]")
    field.fill(text)


def wait_text(page: Page, text: str) -> None:
    page.wait_for_function("([id, text]) => document.getElementById(id).value === text", arg=[f"{ID}-what", text])


def test_answers_to_two_exercises_are_both_kept(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    complete(one, sample.entry("choice"))
    complete(two, sample.entry("sort"))
    count = words()["progress_done"].format(done=2, all=len(sample.entries()))
    for page in (one, two):
        page.get_by_text(count).wait_for()
    one.reload()
    assert shown(one, sample.entry("choice"))["feedback"]
    assert shown(one, sample.entry("sort"))["feedback"]


def test_the_other_tab_shows_the_later_answer_and_says_so(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    write(exercise(one, REFLECTION), "what", "From the first tab")
    wait_text(two, "From the first tab")
    write(exercise(two, REFLECTION), "what", "Quite another text")
    wait_text(one, "Quite another text")
    assert spoken(exercise(one, REFLECTION)) == words()["other_tab"]
    assert [version["value"]["what"] for version in stored(one, ID)["earlier"]] == ["From the first tab"]


def test_what_a_tab_put_back_outlives_a_tab_that_did_not_know_of_it(tab: Callable[[], Page]) -> None:
    """Of three tabs that write within a few milliseconds, the third may write over what the first has put back."""
    one, two = tab(), tab()
    for text in ("From the first tab", "From the second tab"):
        write(exercise(one, REFLECTION), "what", text)
        wait_stored(two, ID, text)
    third = json.loads(json.dumps(stored(one, ID)).replace("From the second tab", "From the third tab"))
    two.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [sample.key(ID), json.dumps({**third, "earlier": []})]
    )
    wait_text(one, "From the third tab")
    one.wait_for_function(
        "key => JSON.parse(localStorage.getItem(key)).earlier.map(one => one.value.what).sort().join()"
        " === 'From the first tab,From the second tab'",
        arg=sample.key(ID),
    )


def test_typing_in_two_tabs_at_once_loses_neither(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    type_in(one, "Typed in the first tab")
    type_in(two, "And this in the second")
    for page in (one, two):
        exercise(page, REFLECTION).locator("[name=what]").blur()
    one.wait_for_function(
        "key => (JSON.parse(localStorage.getItem(key) || '{}').earlier || []).length", arg=sample.key(ID)
    )
    record = stored(one, ID)
    texts = {record["value"]["what"], *(version["value"]["what"] for version in record["earlier"])}
    assert texts == {"Typed in the first tab", "And this in the second"}


def test_an_issue_named_in_one_tab_is_echoed_in_the_other(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    write(exercise(one, sample.entry("issue")), "name", "Damp homes")
    wait_stored(one, "sample-issue", "Damp homes")
    exercise(two, sample.entry("choice")).locator(".sl-prompt").get_by_text("Damp homes").wait_for()


#: The browser never tells this page of another tab's write.
UNTOLD = "addEventListener('storage', event => event.stopImmediatePropagation())"


def test_an_answer_overwritten_just_before_its_tab_came_anew_is_put_back(tab: Callable[[], Page]) -> None:
    """What another tab wrote had not been heard of yet, and the page that would have put its own back is gone."""
    one, two = tab(), tab()
    one.add_init_script(UNTOLD)
    one.reload()
    write(exercise(one, REFLECTION), "what", "Mine")
    wait_stored(two, ID, "Mine")
    record = stored(one, ID) | {"value": {"what": "Theirs", "so_what": "", "now_what": ""}, "earlier": []}
    store(two, ID, json.dumps(record))
    one.reload()
    wait_text(one, "Theirs")
    assert [version["value"]["what"] for version in stored(two, ID)["earlier"]] == ["Mine"]


def test_an_answer_that_another_tab_overwrote_unseen_is_put_back(tab: Callable[[], Page]) -> None:
    """Browsers tell a tab of another's write a moment late; here the other one writes as if it had heard nothing."""
    one, two = tab(), tab()
    write(exercise(one, REFLECTION), "what", "Mine")
    wait_stored(one, ID, "Mine")
    record = stored(one, ID) | {"value": {"what": "Theirs", "so_what": "", "now_what": ""}, "earlier": []}
    store(two, ID, json.dumps(record))
    wait_text(one, "Theirs")
    two.wait_for_function(
        "([key, text]) => (localStorage.getItem(key) || '').includes(text)", arg=[sample.key(ID), "Mine"]
    )
    kept = stored(two, ID)
    assert kept["value"]["what"] == "Theirs"
    assert [version["value"]["what"] for version in kept["earlier"]] == ["Mine"]


def without_room(page: Page, text: str) -> None:
    """Answer while the storage that all tabs share is full."""
    page.evaluate(FILL)
    write(exercise(page, REFLECTION), "what", text)
    exercise(page, REFLECTION).locator(".sl-problem[data-part=saved]").wait_for()


def test_what_found_no_room_is_not_replaced_by_the_other_tab(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    without_room(one, "Found no room")
    two.evaluate(EMPTY)
    write(exercise(two, REFLECTION), "what", "Written over there")
    wait_stored(two, ID, "Found no room")
    assert exercise(one, REFLECTION).locator("[name=what]").input_value() == "Found no room"
    assert [version["value"]["what"] for version in stored(two, ID)["earlier"]] == ["Written over there"]


def test_what_found_no_room_is_saved_when_one_comes_back_to_the_tab(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    without_room(one, "Found no room")
    two.evaluate(EMPTY)
    one.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    wait_stored(two, ID, "Found no room")
    assert exercise(one, REFLECTION).locator(".sl-problem[data-part=saved]").count() == 0
