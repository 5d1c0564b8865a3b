"""Erase all means all: in every tab, in what a tab has in memory, and in a page that Back brings out again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_back import REFLECTION, away, back
from tests.support import sample
from tests.support.answering import exercise, saved, write
from tests.support.away import DEAF
from tests.support.stores import FILL, wait_stored
from tests.support.words import words

SECRET = "About the ward sister"
#: All that the browser holds of the course, in both its storages.
HELD = """course => [localStorage, sessionStorage].flatMap(one => Object.keys(one).filter(key => key.startsWith(course)
  && !key.startsWith(course + '/shared')).map(key => `${key}: ${one.getItem(key)}`)).join('\\n')"""
#: Everything of an exercise that a learner or the next save could bring up again.
MEMORY = """() => [...document.querySelectorAll('.sl-exercise')].map(one => JSON.stringify([one.read?.(), one.lastSeen, one.fullest,
  one.pending]) + one.innerText).join('\\n')"""


def erase(page: Page) -> None:
    page.get_by_role("button", name=words()["erase"]).click()
    page.get_by_role("button", name=words()["erase_yes"]).click()


def expect_none(page: Page) -> None:
    """Nothing of the secret is in this tab, and typing on does not bring it back."""
    page.wait_for_function(f"!({MEMORY})().includes('{SECRET}')")
    write(exercise(page, REFLECTION), "so_what", "New")
    saved(exercise(page, REFLECTION))
    assert SECRET not in page.evaluate(HELD, sample.COURSE)
    assert SECRET not in page.evaluate(MEMORY)


def test_what_another_tab_shows_goes(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    write(exercise(one, REFLECTION), "what", SECRET)
    wait_stored(two, REFLECTION["id"], SECRET)
    erase(two)
    expect_none(one)
    expect_none(two)


def test_what_another_tab_is_typing_goes(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    exercise(one, REFLECTION).locator("[name=what]").fill(SECRET)
    erase(two)
    expect_none(one)


def test_what_found_no_room_goes(tab: Callable[[], Page]) -> None:
    """It is stored nowhere: only the mark tells the tab that it must go."""
    one, two = tab(), tab()
    one.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); } }"
    )
    write(exercise(one, REFLECTION), "what", SECRET)
    exercise(one, REFLECTION).locator(".sl-problem").first.wait_for()
    erase(two)
    expect_none(one)


@pytest.mark.parametrize("emptied", [True, False], ids=["as WebKit", "as Firefox"])
def test_back_does_not_bring_it_up(tab: Callable[[], Page], emptied: bool) -> None:
    one, two = tab(), tab()
    one.add_init_script(DEAF)  # A page that is away hears of nothing.
    one.reload()
    write(exercise(one, REFLECTION), "what", SECRET)
    wait_stored(two, REFLECTION["id"], SECRET)
    away(one)
    erase(two)
    back(one, emptied)
    expect_none(one)


def test_full_storage_can_be_erased(tab: Callable[[], Page]) -> None:
    one = tab()
    write(exercise(one, REFLECTION), "what", SECRET)
    wait_stored(one, REFLECTION["id"], SECRET)
    one.evaluate(FILL)
    erase(one)
    one.wait_for_function(f"!({MEMORY})().includes('{SECRET}')")
    assert SECRET not in one.evaluate(HELD, sample.COURSE)


def test_what_is_written_after_it_stays(tab: Callable[[], Page]) -> None:
    """Another tab hears of the erasing a moment late: it may not take away what was written in that moment."""
    one, two = tab(), tab()
    write(exercise(one, REFLECTION), "what", SECRET)
    wait_stored(two, REFLECTION["id"], SECRET)
    erase(two)
    write(exercise(two, REFLECTION), "what", "Afterwards")
    wait_stored(two, REFLECTION["id"], "Afterwards")
    expect_none(one)
    assert "Afterwards" in one.evaluate(HELD, sample.COURSE)


def test_what_was_written_late_and_taken_away_is_not_stored_again(tab: Callable[[], Page]) -> None:
    """A third tab hears of the erasing last, and takes away what it wrote in between: another tab has it on screen."""
    one, two = tab(), tab()
    write(exercise(one, REFLECTION), "what", SECRET)
    two.wait_for_function(f"({MEMORY})().includes('{SECRET}')")
    one.evaluate(
        "key => { localStorage.setItem(key, 'null'); localStorage.removeItem(key); location.href = 'about:blank'; }",
        sample.key(REFLECTION["id"]),
    )
    expect_none(two)


#: Holds back what the browser tells of another tab's storage. While it is told, the page reads what it was told, as it
#: does where the two tabs run in processes of their own.
LATE = """(() => {
  const add = window.addEventListener, get = Storage.prototype.getItem;
  const held = window.held = [];
  window.addEventListener = function (type, heard, ...rest) {
    add.call(this, type, type === 'storage' ? event => held.push([heard, event]) : heard, ...rest);
  };
  window.tellAll = () => {
    for (const [heard, event] of held.splice(0)) {
      Storage.prototype.getItem = function (key) {
        return key === event.key && this === localStorage ? event.newValue : get.call(this, key);
      };
      heard(event);
      Storage.prototype.getItem = get;
    }
  };
})()"""


def test_an_answer_heard_of_after_its_erasing_is_not_stored_again(tab: Callable[[], Page]) -> None:
    """Tabs tell one another at once that all was erased; the browser may tell of the answer and its end later."""
    one, two = tab(), tab()
    two.add_init_script(LATE)
    two.reload()
    exercise(two, REFLECTION).locator("[name=what]").wait_for()
    write(exercise(one, REFLECTION), "what", SECRET)
    erase(one)
    two.wait_for_function("course => sessionStorage.getItem(course + '.erased')", arg=sample.COURSE)
    key = sample.key(REFLECTION["id"])
    two.wait_for_function("key => held.some(([, event]) => event.key === key && event.newValue === null)", arg=key)
    two.evaluate("tellAll()")  # Then the page comes anew by itself.
    expect_none(two)


def test_what_something_else_takes_away_is_stored_again(tab: Callable[[], Page]) -> None:
    """Not the course: a browser's own tool, or a program that cleans up."""
    one, two = tab(), tab()
    write(exercise(one, REFLECTION), "what", SECRET)
    two.wait_for_function(f"({MEMORY})().includes('{SECRET}')")
    two.evaluate("key => localStorage.removeItem(key)", sample.key(REFLECTION["id"]))
    wait_stored(one, REFLECTION["id"], SECRET)
