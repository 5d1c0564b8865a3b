"""Edition 0.1 opens: what it kept, and what it exported, stands on the pages of this edition as it stood on its own.

``shown-0.1.json`` is what the book of edition 0.1 showed for the two other fixtures; see tests/migration for those.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, StorageState

from tests.support.book import ROOT, Book
from tests.support.sites import Site
from tests.support.soak import quick
from tests.support.visits import Visits
from tests.support.words import words

FIXTURES = ROOT / "tests" / "migration" / "fixtures"
PORTFOLIO = "book/portfolio.html"
COURSE = "leading-across-boundaries"

#: By exercise: controls that are filled in or picked, and which feedback is open. Handles of a model are no answer.
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('.sl-exercise[data-kind]')].map(
  exercise => [exercise.id, {
  controls: [...exercise.querySelectorAll(
    'input:not([type=file], [type=range], [data-control]), input[name=curve], textarea, select')]
    .filter(one => one.matches('[type=radio], [type=checkbox]') ? one.checked : one.value)
    .map(one => [one.name || one.id, one.value]),
  open: [...exercise.querySelectorAll('details.sl-feedback[open], .sl-item > .sl-told-here')].map(one =>
    one.dataset.option || one.closest('[data-item]')?.dataset.item || ''),
}]))"""


#: Models that were mended since and ask something else now: what was predicted stands in a sentence, and no more in
#: fields that ask for something else. All else of the answer is as it was.
ASKED_ANEW = {"room-all-see-all", "room-crisis-team-stops", "room-need-doubles-once"}
OF_THE_QUESTION = ("curve", "level")


def fixture(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))


def storage(name: str) -> dict[str, str]:
    """What a browser kept: as it is, or the answers of a file under their keys."""
    found = fixture(name)
    if "answers" not in found:
        return dict(found)
    return {f"{COURSE}/v1/{id}": json.dumps(record) for id, record in found["answers"].items()}


def state(kept: dict[str, str], site: Site) -> StorageState:
    items = [{"name": name, "value": value} for name, value in kept.items()]
    return {"cookies": [], "origins": [{"origin": site.origin, "localStorage": items}]}  # type: ignore[typeddict-item]


def written(found: dict[str, Any]) -> dict[str, Any]:
    """What somebody wrote, without the fields of the question and what the chart shows first."""
    controls = [
        one for one in found["controls"] if not one[0].endswith(("-measure", "-view", "-direction", *OF_THE_QUESTION))
    ]
    return {**found, "controls": controls}


def in_any_order(found: dict[str, Any]) -> dict[str, Any]:
    """What is written where, whichever field comes first on the page."""
    return {**found, "controls": sorted(found["controls"], key=str)}


def answers(page: Page) -> dict[str, Any]:
    """The records that the browser keeps, and what was set aside, by key."""
    kept: dict[str, str] = page.evaluate("({ ...localStorage })")
    return {key: json.loads(text) for key, text in kept.items() if "/v1/" in key or "/aside/" in key}


def shown(page: Page, book: Book, site: Site) -> dict[str, Any]:
    """What every lesson shows of the answers that are kept."""
    found: dict[str, Any] = {}
    for name, entries in book.lessons.items():
        page.goto(site.url(name))
        page.locator(f"#{entries[-1]['id']}.sl-alive").wait_for(state="attached")
        found |= page.evaluate(SHOWN)
    return found


@pytest.mark.parametrize("name", quick(["storage-0.1", "rich-0.1"], "rich-0.1"))
def test_each_answer_stands_on_its_page_as_it_did(name: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    kept = storage(name)
    page = http_visits.open(book_http.url(book.home), storage_state=state(kept, book_http))
    now, then = shown(page, book, book_http), fixture("shown-0.1")[name]
    for id in ASKED_ANEW:
        now[id], then[id] = written(now[id]), written(then[id])
    known = {entry["id"] for entries in book.lessons.values() for entry in entries}
    replaced = then.keys() - known
    assert {id: in_any_order(one) for id, one in now.items() if id in then} == {
        id: in_any_order(one) for id, one in then.items() if id in known
    }
    # A question that was replaced stands in the portfolio, with what was answered.
    page.goto(book_http.url("book/portfolio.html"))
    words_there = page.locator("sl-portfolio.sl-alive").inner_text()
    asked = [
        json.loads(kept[f"{COURSE}/v1/{id}"])["asked"].splitlines()[0] for id in replaced if f"{COURSE}/v1/{id}" in kept
    ]
    assert [one for one in asked if one not in words_there] == []
    there = {id: kept[f"{COURSE}/v1/{id}"] for id in ASKED_ANEW if f"{COURSE}/v1/{id}" in kept}
    predicted = {id: json.loads(record)["value"]["predicted"] for id, record in there.items()}
    page.goto(book_http.url("notebooks/models.html"))
    for id, one in predicted.items():
        if one not in (None, "skipped"):
            page.locator(f"#{id}").scroll_into_view_if_needed()
            said = words()[f"sim_way_{one}"] if isinstance(one, str) else ", ".join(map(str, one))
            page.locator(
                f"#{id} [data-part=compare]", has_text=re.compile(rf"You predicted .*{re.escape(said[:2])}")
            ).wait_for()
    page.goto(book_http.url(PORTFOLIO))
    page.locator("sl-portfolio.sl-alive").wait_for()
    listed = page.locator("sl-portfolio [data-id]").evaluate_all("all => all.map(one => one.dataset.id)")
    records = {key: json.loads(text) for key, text in kept.items() if "/v1/" in key}
    assert sorted(listed) == sorted(key.rpartition("/")[2] for key in records)
    assert answers(page) == records, "nothing is changed, and nothing set aside"


def test_the_file_of_that_edition_brings_the_same(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(PORTFOLIO))
    page.locator("#sl-bring").set_input_files(FIXTURES / "portfolio-0.1.json")
    page.get_by_role("button", name=words()["bring_do"]).click()
    page.wait_for_function("Object.keys(localStorage).length > 60")
    kept = storage("storage-0.1")
    assert answers(page) == {key: json.loads(text) for key, text in kept.items() if "/v1/" in key}


def test_an_answer_that_does_not_open_is_noticed(book: Book, book_http: Site, http_visits: Visits) -> None:
    kept = storage("storage-0.1")
    key = f"{COURSE}/v1/my-issue"
    spoilt = json.loads(kept[key])
    del spoilt["value"]["place"]
    page = http_visits.open(book_http.url(book.home), storage_state=state({key: json.dumps(spoilt)}, book_http))
    page.goto(book_http.url(f"{next(e['page'] for e in book.manifest['exercises'] if e['id'] == 'my-issue')}.html"))
    assert page.evaluate(SHOWN)["my-issue"] != fixture("shown-0.1")["storage-0.1"]["my-issue"]
    assert [one for one in answers(page) if "/aside/" in one]


OLD = {"mode": "dark", "theme": "dark"}


def test_the_colours_set_in_that_edition_are_taken_over_once(book: Book, book_http: Site, http_visits: Visits) -> None:
    """It kept them under keys without the course's name, which any book of the same origin has."""
    page = http_visits.open(book_http.url(book.home), storage_state=state(OLD, book_http))
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("({ ...localStorage })") == {f"{COURSE}/mode": "dark"}
    # Another book's keys of that kind, set later, change nothing here and stay.
    page.evaluate("localStorage.setItem('mode', 'light')")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("button.theme-switch-button:visible").first.click()
    assert page.evaluate("({ ...localStorage })") == {f"{COURSE}/mode": "auto", "mode": "light"}
