"""A page that Back brings out of the browser's memory, as Safari and Firefox do it: no answer lost, none come back.

The browser that is driven here keeps no such pages, so what the others do is done to the page: WebKit empties the
fields, and no page hears what happened while it was away. `make soak` goes Back in Firefox and in WebKit themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page

from tests.support import sample
from tests.support.answering import complete, exercise, saved, shown, write
from tests.support.stores import stored, wait_stored

ID = "sample-reflection"
REFLECTION = sample.entry("reflection")


def away(page: Page) -> None:
    page.evaluate("window.away = true; window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")


def back(page: Page, emptied: bool = True) -> None:
    page.evaluate(
        """emptied => {
          window.away = false;
          if (emptied) for (const form of document.forms) form.reset();
          window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        }""",
        emptied,
    )


def text(page: Page) -> str:
    return exercise(page, REFLECTION).locator("[name=what]").input_value()


def test_every_answer_is_on_screen_again(sample_page: Page) -> None:
    entries = sample.entries()
    for entry in entries:
        complete(sample_page, entry)
    before = {
        entry["id"]: (shown(sample_page, entry)["controls"], stored(sample_page, entry["id"])) for entry in entries
    }
    away(sample_page)
    back(sample_page)
    for entry in entries:
        controls = shown(sample_page, entry)["controls"]
        assert (controls, stored(sample_page, entry["id"])) == before[entry["id"]], entry["id"]
    write(exercise(sample_page, REFLECTION), "so_what", "One more word")
    saved(exercise(sample_page, REFLECTION))
    assert stored(sample_page, ID)["value"]["what"] == before[ID][1]["value"]["what"], "the next word replaced it"


def test_what_found_no_room_is_on_screen_again(sample_page: Page) -> None:
    sample_page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); } }"
    )
    write(exercise(sample_page, REFLECTION), "what", "Found no room")
    away(sample_page)
    back(sample_page)
    assert text(sample_page) == "Found no room"


def test_a_newer_answer_is_not_replaced_by_the_older_page(tab: Callable[[], Page]) -> None:
    page, other = tab(), tab()
    write(exercise(page, REFLECTION), "what", "The older answer")
    wait_stored(page, ID, "The older answer")
    away(page)
    write(exercise(other, REFLECTION), "what", "Quite another, and newer")
    wait_stored(other, ID, "Quite another, and newer")
    back(page, emptied=False)
    assert text(page) == "Quite another, and newer"
    write(exercise(page, REFLECTION), "so_what", "x")
    wait_stored(page, ID, '"so_what":"x"')
    assert stored(page, ID)["value"]["what"] == "Quite another, and newer"
    assert "The older answer" in json.dumps(stored(page, ID)["earlier"])
