"""Typing is kept while it goes on, however it comes into a field, and a message about it stands beside the field."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.test_back import REFLECTION
from tests.support import sample
from tests.support.answering import exercise
from tests.support.sites import Site
from tests.support.soak import quick
from tests.support.stores import store, stored, wait_stored
from tests.support.visits import Visits
from tests.support.words import words

ID = REFLECTION["id"]


def test_typing_without_a_pause_is_kept_after_five_seconds(sample_visits: Visits, sample_http: Site) -> None:
    page = sample_visits.context().new_page()
    page.clock.install()
    page.goto(sample_http.url(sample.PAGE))
    field = exercise(page, REFLECTION).locator("[name=what]")
    for _ in range(26):
        field.press("a")
        page.clock.run_for(200)
    assert len(stored(page, ID)["value"]["what"]) >= 15


def test_words_put_in_by_a_tool_are_saved(sample_page: Page) -> None:
    """Dictation and filling tools tell of a change, and of no typing."""
    exercise(sample_page, REFLECTION).locator("[name=what]").evaluate(
        "one => { one.value = 'Dictated'; one.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    wait_stored(sample_page, ID, "Dictated")


@pytest.mark.parametrize("time", ["-000500-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "+012345-01-01T00:00:00Z"])
def test_an_answer_by_any_clock_comes_back(time: str, sample_visits: Visits, sample_http: Site) -> None:
    page = sample_visits.context().new_page()
    page.add_init_script(
        f"{{ const Real = Date; window.Date = class extends Real {{ constructor(...given) {{ given.length ? super(...given) : super('{time}'); }} }}; }}"
    )
    page.goto(sample_http.url(sample.PAGE))
    field = exercise(page, REFLECTION).locator("[name=what]")
    field.fill("Kept")
    field.blur()
    wait_stored(page, ID, "Kept")
    page.reload()
    assert exercise(page, REFLECTION).locator("[name=what]").input_value() == "Kept"
    assert exercise(page, REFLECTION).locator(".sl-problem").count() == 0


def test_two_spoilt_values_in_one_millisecond_are_both_set_aside(sample_visits: Visits, sample_http: Site) -> None:
    page = sample_visits.context().new_page()
    page.clock.install()
    page.goto(sample_http.url(sample.PAGE))
    for text in ("one spoilt", "two spoilt"):
        store(page, ID, text)
        page.evaluate("id => document.getElementById(id).stored()", ID)
    aside = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('/aside/')).map(one => one[1])")
    assert sorted(aside) == ["one spoilt", "two spoilt"]


#: The control in use and the message about it: tied together, and both in the window.
TOLD = """() => { const at = document.activeElement; const ids = (at.getAttribute('aria-describedby') || '').split(' ');
  const message = ids.map(id => document.getElementById(id)).find(one => one && one.classList.contains('sl-problem'));
  if (!message) return ['no message tied to ' + at.outerHTML.slice(0, 120), '', 0];
  const box = message.getBoundingClientRect();
  const seen = box.top > -1 && box.bottom < innerHeight + 1 && box.height > 0 && box.left >= 0 && box.right <= innerWidth + 1;
  return [message.textContent, at.getAttribute('aria-invalid'), seen]; }"""


@pytest.mark.parametrize("window", quick([(390, 844), (320, 256), (1280, 800)], (320, 256)), ids=str)
def test_every_field_that_finds_no_room_says_so_beside_it(
    window: tuple[int, int], sample_visits: Visits, sample_http: Site
) -> None:
    """In each kind with words of one's own, in its first field and its last; what is not added yet is not kept."""
    size: ViewportSize = {"width": window[0], "height": window[1]}
    page = sample_visits.open(sample_http.url(sample.PAGE), viewport=size)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); } }")
    tried = 0
    for entry in sample.entries():
        found = exercise(page, entry)
        kept = found.locator("textarea, input[type=text]:not([data-draft])")
        fields = [one for one in kept.all() if one.is_visible()]
        for field in fields[:1] + fields[1:][-1:]:
            field.focus()
            field.press("x")
            page.wait_for_function(f"({TOLD})()[0].includes({json.dumps(words()['problem_full'][:20])})")
            _, invalid, seen = page.evaluate(TOLD)
            assert (invalid, seen) == ("true", True), (entry["id"], field.get_attribute("name"))
            tried += 1
    assert tried > 5
