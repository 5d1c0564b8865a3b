"""No word for learners stands in Python, scripts or templates: a course in a made-up language shows none of English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.answering import all_alive
from tests.support.book import Book
from tests.support.contexts import Contexts
from tests.support.other_courses import LANGUAGE, made_up
from tests.support.server import serving
from tests.support.visits import Visits, visiting

MINE = "Ḿéíń"
#: What is no word: the course's id, names of files, letters that stand for runs, spokes and keys.
NO_WORDS = re.compile(r"shared-kettle|[\w-]+\.(json|docx|md|ics|csv|svg|txt|zip)|\b[A-Z]\b")

#: Every text of the page, code aside, and every attribute that is read out or shown.
TEXTS = """() => {
  const found = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (!at.closest('script, style, noscript, pre')) found.push(walker.currentNode.textContent);
  }
  for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext', 'data-step'])
    for (const one of document.querySelectorAll(`[${name}]`)) found.push(one.getAttribute(name));
  return [...new Set(found.map(one => one.replace(/\\s+/g, ' ').trim()))].filter(one => /[A-Za-z]/.test(one));
}"""

#: Press everything there is to press, before and after answering each exercise in some way.
PRESS = """async mine => {
  const visible = (one) => one.checkVisibility() && !one.disabled;
  const tell = (one) => ['input', 'change'].forEach(name => one.dispatchEvent(new Event(name, { bubbles: true })));
  const said = new Set();
  const press = (exercise) => {
    for (const button of exercise.querySelectorAll('button:not([data-take], [data-part=calendar])')) {
      if (visible(button)) button.click();
      for (const text of exercise.querySelectorAll('.sl-problem, [data-part=live]')) said.add(text.textContent.trim());
    }
  };
  for (const exercise of document.querySelectorAll('.sl-exercise[data-kind]')) {
    exercise.querySelectorAll('details:not(.sl-feedback)').forEach(one => { one.open = true; });
    press(exercise);
    for (let round = 0; round < 3; round += 1) {
      const groups = new Set();
      for (const one of exercise.querySelectorAll('input, textarea, select')) {
        if (one.type === 'file' || !visible(one)) continue;
        if (one.type === 'radio') {
          if (!groups.has(one.name)) one.click();
          groups.add(one.name);
        } else if (one.type === 'checkbox') {
          if (round !== 1 || one.checked) one.click(); // On, off and on again.
        } else if (one.tagName === 'SELECT') {
          one.selectedIndex = Math.min(one.options.length - 1, one.name === 'effect' ? 2 : 1);
          tell(one);
        } else if (one.type === 'date' || one.type === 'time') {
          one.value = one.type === 'date' ? '2027-03-29' : '09:30';
          tell(one);
        } else {
          if (one.type !== 'range') one.value = `${mine} ${round}`;
          tell(one);
        }
      }
      press(exercise);
    }
  }
  // Some of what was pressed takes people off their list again.
  for (const name of document.querySelectorAll('input[data-draft]')) {
    for (const who of ['1', '2', '3']) {
      name.value = `${mine} ${who}`;
      tell(name);
      name.form?.requestSubmit();
    }
  }
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  return [...said];
}"""
#: A map is kept once its change has run.
KEPT = "ids => ids.every(id => Object.keys(localStorage).some(key => key.endsWith(`/${id}`)))"

#: Dates as the browser writes them for a language that it does not know.
DATE = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?=\d)|\b[A-Z][a-z]+day, |"
    r"(?<=\d) at (?=\d)|(?<=\d)\s[AP]M\b"
)


def english(texts: list[str]) -> list[str]:
    """The texts that have a letter of the English alphabet left."""
    return [one for one in texts if re.search("[A-Za-z]", DATE.sub("", NO_WORDS.sub("", one)))]


def texts(page: Page) -> list[str]:
    found: list[str] = page.evaluate(TEXTS)
    return found


def walked(visits: Visits, address: str, book: Book) -> dict[str, list[str]]:
    """What is left of English on every page: as it comes up, answered, written up, and erased."""
    found: dict[str, list[str]] = {}
    page = visits.open(f"{address}/index.html")
    page.wait_for_url(f"{address}/book/welcome.html")
    for name in book.full_pages:
        page.goto(f"{address}/{name}")
        found[name] = english(texts(page))
        if name in book.lessons:
            all_alive(page)
            said: list[str] = page.evaluate(PRESS, MINE)
            assert len(said) > 10
            page.wait_for_function(KEPT, arg=[one["id"] for one in book.lessons[name]])
            found[f"{name}, answered"] = english([*said, *texts(page)])
            page.reload()
            found[f"{name}, again"] = english(texts(page))
    page.goto(f"{address}/search.html?q={made_up('kettle')}")
    page.locator("#search-results .search-summary, #search-results li").first.wait_for()
    found["search"] = english(texts(page))
    page.goto(f"{address}/book/portfolio.html")
    kept = page.locator("sl-portfolio [data-id]").evaluate_all("all => all.map(one => one.dataset.id)")
    assert {one["id"] for one in book.manifest["exercises"]} - {*kept} == set(), "answered, and not in the portfolio"
    found["portfolio"] = english(texts(page))
    page.locator(".sl-care input").check()
    page.locator(".sl-erase button").click()
    found["portfolio, asked"] = english(texts(page))
    page.locator(".sl-erase button").last.click()
    found["portfolio, erased"] = english(texts(page))
    return {where: some for where, some in found.items() if some}


def test_no_english_word_is_left(made_up_course: Path, browser: Browser, contexts: Contexts) -> None:
    html = made_up_course / "_build" / "html"
    with serving(html) as address:
        for visits in visiting(browser, address, contexts):
            assert walked(visits, address, Book(html)) == {}


@pytest.mark.parametrize("text", [f"{made_up('Saved at')} 9:30. {made_up('What now')}? OK", "aria"])
def test_an_english_word_is_noticed(text: str) -> None:
    assert english([made_up("The kettle"), text]) == [text]
    assert made_up("{name} of {n}") == f"{{name}} {made_up('of')} {{n}}" and LANGUAGE not in made_up(LANGUAGE)
