"""What a screen reader is told: once, of the right thing, and that what one writes is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, StorageState

from tests.support import sample
from tests.support.answering import all_shown, complete, exercise, spoken
from tests.support.book import Book
from tests.support.contexts import VIEW
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.words import words

#: Descriptions that are part of a name, too, and values that a slider says and an output beside it says again.
TWICE = """root => {
  const all = which => [...root.querySelectorAll(which)];
  const ids = (one, name) => (one.getAttribute(name) || '').split(' ').map(id => root.getElementById(id));
  const sliders = one => [...one.parentElement.querySelectorAll('input'), ...ids(one, 'for')];
  const described = by => by?.localName === 'desc';
  const named = all('[aria-labelledby]').filter(one => ids(one, 'aria-labelledby').some(described));
  const loose = all('svg[role=img] > desc').filter(one => !ids(one.parentElement, 'aria-describedby').includes(one));
  const outputs = all('output:not([aria-live=off])').filter(one => sliders(one).some(by => by?.type === 'range'));
  return [...named, ...loose, ...outputs].map(one => one.outerHTML.slice(0, 120));
}"""
#: Names of buttons and folds that tell nobody which of several things they are for.
ALIKE = """() => [...document.querySelectorAll('.sl-exercise')].flatMap(exercise => {
  exercise.querySelectorAll('details').forEach(one => { one.open = true; });
  const by = one => (one.getAttribute('aria-describedby') || '').split(' ').map(id => document.getElementById(id));
  const told = [...exercise.querySelectorAll('button, summary')].filter(one => one.checkVisibility()).map(one =>
    [one.getAttribute('aria-label') || one.innerText.trim(), ...by(one).map(one => one?.innerText ?? '')].join(' | '));
  return told.filter((one, at) => told.indexOf(one) !== at).map(one => `${exercise.id}: ${one}`);
})"""
#: A person stands in two pictures, and both buttons lead to the same one; so do the two sketches of a case's path.
SAME_PLACE = ("sample-people: Role ", "sample-winter: ")


@pytest.fixture(scope="module")
def answers(browser: Browser, sample_http: Site) -> StorageState:
    """What the browser keeps once every exercise of the sample is answered."""
    context = browser.new_context(**VIEW)
    page = context.new_page()
    page.goto(sample_http.url(sample.PAGE))
    for entry in sample.entries():
        complete(page, entry)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def answered_page(sample_visits: Visits, sample_http: Site, answers: StorageState) -> Page:
    page = sample_visits.open(sample_http.url(sample.PAGE), storage_state=answers)
    assert all_shown(page, sample.entries())
    return page


def test_pictures_and_sliders_say_each_thing_once(answered_page: Page) -> None:
    assert answered_page.locator("sl-chart svg desc, .sl-map svg desc").count() > 2
    assert answered_page.evaluate(f"() => ({TWICE})(document)") == []
    answered_page.evaluate("""() => {
      const svg = document.querySelector('sl-chart svg');
      svg.setAttribute('aria-labelledby', svg.querySelector('desc').id);
      document.querySelector('output').removeAttribute('aria-live');
    }""")
    assert len(answered_page.evaluate(f"() => ({TWICE})(document)")) == 2


def test_pictures_and_sliders_of_every_page_say_each_thing_once(book: Book, sample_page: Page) -> None:
    """As the pages come from the build: read as text, without visiting each."""
    texts = {name: (book.root / name).read_text(encoding="utf-8") for name in book.full_pages}
    assert sum(text.count("<desc") for text in texts.values()) > 5
    told = f"text => ({TWICE})(new DOMParser().parseFromString(text, 'text/html'))"
    assert {name: found for name, text in texts.items() if (found := sample_page.evaluate(told, text))} == {}


def test_buttons_of_one_exercise_have_names_of_their_own(answered_page: Page) -> None:
    alike = answered_page.evaluate(ALIKE)
    assert [one for one in alike if not one.startswith(SAME_PLACE)] == []
    answered_page.evaluate(
        "document.querySelectorAll('[data-person] button').forEach(one => one.removeAttribute('aria-label'))"
    )
    assert [one for one in answered_page.evaluate(ALIKE) if words()["stakeholders_remove"] in one]


def test_links_say_where_they_lead(book: Book, sample_page: Page) -> None:
    """Read out of their sentence, as a list of links is."""
    here = """text => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('article a[href]')]
      .map(one => one.textContent.trim())
      .filter(text => ['here', 'click here', 'this', 'more', 'link'].includes(text.toLowerCase()))"""
    texts = {name: (book.root / name).read_text(encoding="utf-8") for name in book.full_pages}
    assert {name: found for name, text in texts.items() if (found := sample_page.evaluate(here, text))} == {}
    assert sample_page.evaluate(here, "<article>See <a href='x.html'>here</a>.</article>") == ["here"]


def test_that_what_is_typed_is_kept_is_said_once_and_after_a_problem(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("reflection"))
    kept = words()["saved_page"].partition("{")[0]
    found.locator("[name=what]").fill("We met")
    sample_page.wait_for_function(
        "id => document.querySelector(`#${id} [data-part=live]`).textContent", arg="sample-reflection"
    )
    assert spoken(found).startswith(kept)
    assert spoken(found) == found.locator("[data-part=saved]").inner_text()
    found.locator("[data-part=live]").evaluate("one => { one.textContent = ''; }")
    found.locator("[name=what]").fill("We met again")
    found.locator("[name=what]").blur()
    assert spoken(found) == "", "said at each pause, it talks over somebody who is thinking"
    sample_page.evaluate("""() => { const set = Storage.prototype.setItem; window.full = true;
      Storage.prototype.setItem = function (key, text) {
        if (window.full) throw new DOMException('no room', 'QuotaExceededError');
        return set.call(this, key, text);
      }; }""")
    found.locator("[name=what]").fill("We met again, on Monday")
    found.locator("[name=what]").blur()
    assert spoken(found) == words()["problem_full"]
    sample_page.evaluate("() => { window.full = false }")
    found.locator("[name=what]").fill("We met again, on Monday and on Friday")
    found.locator("[name=what]").blur()
    assert spoken(found).startswith(kept)


def test_what_a_check_says_is_not_talked_over(sample_page: Page) -> None:
    """The result of a check is heard, and not that it was saved."""
    entry = sample.entry("sort")
    complete(sample_page, entry)
    assert not spoken(exercise(sample_page, entry)).startswith(words()["saved_page"].partition("{")[0])
