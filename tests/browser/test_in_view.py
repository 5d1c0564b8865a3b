"""What a control changes is in sight while the control is used: on an office screen and on a phone."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from tests.browser.test_pictures import PAGES, answer_drawn
from tests.support.answering import exercise, predict
from tests.support.book import Book
from tests.support.lessons import lessons
from tests.support.sites import Site
from tests.support.soak import quick
from tests.support.visits import Visits

SCREENS: dict[str, ViewportSize] = {
    "office": {"width": 1366, "height": 768},
    "phone": {"width": 360, "height": 740},
}
#: Which share of an element's height can be seen, bars that cover it taken off.
SEEN = """one => {
  const box = one.getBoundingClientRect();
  const rows = Array.from({ length: 41 }, (_, n) => box.top + 1 + ((box.height - 2) * n) / 40);
  const x = box.left + box.width / 2;
  const on = y => { const top = document.elementFromPoint(x, y); return top && one.contains(top); };
  return rows.filter(on).length / 41;
}"""

MOVING = "[data-part=moving] .sl-scene"

each_screen = pytest.mark.parametrize("screen", SCREENS)


def opened(kind: str, screen: str, book: Book, site: Site, visits: Visits) -> tuple[Page, Locator]:
    """The first exercise of a kind that is no drawing of one's own, on its page."""
    page_name, entry = next(
        (name, entry) for name, all in book.lessons.items() for entry in all if entry["kind"] == kind
    )
    page = visits.open(site.url(page_name), viewport=SCREENS[screen])
    return page, exercise(page, entry)


def seen(found: Locator) -> float:
    return float(found.evaluate(SEEN))


@each_screen
def test_the_picture_is_seen_while_a_control_moves(
    screen: str, book: Book, book_http: Site, http_visits: Visits
) -> None:
    """The moving picture and its nearest handle; the words that a further handle changes are as near to that one."""
    page, found = opened("simulator", screen, book, book_http, http_visits)
    predict(found)
    picture = found.locator(MOVING)
    near = found.locator("[data-part=controls] > .sl-field input[type=range]")
    picture.wait_for()
    near.focus()
    page.keyboard.press("ArrowRight")
    assert seen(near) > 0.9, "the picture covers the control"
    assert seen(picture) > 0.8, "the control moves an unseen picture"
    for slider in found.locator(".sl-controls input[type=range]").all():
        slider.focus()
        page.keyboard.press("ArrowRight")
        assert seen(slider) > 0.9
        # A phone shows the end of the words above a further handle: their beginning is still under its bars.
        least = 0.9 if screen == "office" else 0.3
        assert seen(found.locator("[data-part=sentence]")) > least, "the control changes unseen words"


@each_screen
def test_the_map_is_seen_while_it_is_followed(screen: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    _, found = opened("causal-map", screen, book, book_http, http_visits)
    found.locator("select").select_option(index=1)
    found.locator("[data-push=up]").click()
    found.locator("[data-expect=same]").click()
    drawing = found.locator("[data-part=picture] svg:visible")
    step = found.locator("[data-part=step]")
    assert seen(step) > 0.9, "the drawing is in sight and its button is not"
    assert found.locator("[data-part=sentence]").evaluate("one => one.getBoundingClientRect().bottom <= innerHeight")
    assert seen(drawing) > 0.7, "something covers the map"
    step.click()
    found.locator("[data-part=rest]").click()
    verdict = found.locator("[data-part=compare]")
    assert "You skipped" not in verdict.inner_text() and seen(verdict) > 0.9, "the verdict is out of sight"


def test_a_picture_out_of_sight_is_noticed(book: Book, book_http: Site, http_visits: Visits) -> None:
    _, found = opened("simulator", "office", book, book_http, http_visits)
    predict(found)
    picture = found.locator(MOVING)
    picture.wait_for()
    found.locator("[data-part=keep]").evaluate("one => one.scrollIntoView({ block: 'start', behavior: 'instant' })")
    assert seen(picture) < 0.2


#: Answers one exercise by its controls, the button at the foot of the window where it often is, and gives what was
#: told out of sight. A card of a sort is told at once, so each is looked at.
ANSWER = """async id => {
  const found = document.getElementById(id);
  const all = selector => [...found.querySelectorAll(selector)].filter(one => one.checkVisibility());
  const still = async () => {
    for (let last = NaN, same = 0; same < 2; ) {
      await new Promise(requestAnimationFrame);
      same = scrollY === last ? same + 1 : 0;
      last = scrollY;
    }
  };
  const faults = [];
  const told = async (selector, after) => {
    await still();
    const one = found.querySelector(selector);
    if (!one) return faults.push(`${id}: nothing is told ${after}`);
    const box = one.getBoundingClientRect();
    const rows = Array.from({ length: 21 }, (_, n) => box.top + 1 + ((box.height - 2) * n) / 20);
    const seen = rows.filter(y => one.contains(document.elementFromPoint(box.left + box.width / 2, y))).length / 21;
    if (seen < 0.95) faults.push(`${id}: ${Math.round(seen * 100)} % of ${selector} is seen ${after}`);
  };
  const press = button => {
    button.scrollIntoView({ block: 'end', behavior: 'instant' });
    button.focus({ preventScroll: true });
    button.click();
  };
  const kinds = {
    choice: async () => {
      for (const radio of found.querySelectorAll('input')) {
        radio.click();
        press(found.querySelector('form button'));
        await told('.sl-chosen .sl-feedback', `after ${radio.value}`);
      }
    },
    sort: async () => {
      for (let n = 0; found.querySelector('.sl-sorting') || found.querySelector('.sl-pause [data-part=next]'); n += 1) {
        const bins = all('.sl-bin');
        if (found.querySelector('.sl-sorting')) {
          press(bins[n % bins.length]);
          await told('.sl-stage > .sl-told-here', `after card ${n + 1}`);
        }
        found.querySelector('[data-part=next]').click();
        await told('.sl-sorting, .sl-pause > p', 'after the button to the next card');
        if (n > 40) return faults.push(`${id}: its cards come to no end`);
      }
      found.querySelector('[data-part=view]').click();
      press(found.querySelector('form > button'));
      await told('[data-part=result] .sl-sentence', 'as a list');
      found.querySelector('[data-part=view]').click(); // All of the page turned with it.
    },
    scale: async () => {
      [...found.querySelectorAll('fieldset')].forEach((group, n) => group.querySelectorAll('input')[n % 5].click());
      press(found.querySelector('form button'));
      await told('.sl-result .sl-sentence', 'after the button');
    },
  };
  kinds.recall = kinds.choice;
  await (kinds[found.dataset.kind] ?? (async () => {}))();
  return faults;
}"""
TOLD = ("choice", "recall", "sort", "scale")
PAGES_TOLD = [f"{one.page}.html" for one in lessons() if any(spec.kind in TOLD for spec in one.specs.values())]
CHECKED: dict[str, ViewportSize] = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}


@pytest.mark.parametrize(
    "where", quick(product(PAGES_TOLD, CHECKED), (PAGES_TOLD[0], "phone"), (PAGES_TOLD[1], "desk")), ids="-".join
)
def test_what_was_told_is_seen(where: tuple[str, str], book: Book, book_http: Site, http_visits: Visits) -> None:
    """After every Check of every exercise of the book, without a scroll."""
    name, screen = where
    page = http_visits.open(book_http.url(name), viewport=CHECKED[screen], reduced_motion="reduce")
    faults = []
    for entry in book.lessons[name]:
        if entry["kind"] in TOLD:
            exercise(page, entry)
            faults += page.evaluate(ANSWER, entry["id"])
    assert faults == []


def test_what_is_told_out_of_sight_is_noticed(book: Book, book_http: Site, http_visits: Visits) -> None:
    name, entry = next((name, one) for name, all in book.lessons.items() for one in all if one["kind"] == "choice")
    page = http_visits.open(book_http.url(name), viewport=CHECKED["phone"], reduced_motion="reduce")
    exercise(page, entry)
    page.add_style_tag(content=".sl-chosen .sl-feedback { margin-top: 200vh !important; }")
    page.evaluate("Element.prototype.scrollIntoView = () => {}")
    assert page.evaluate(ANSWER, entry["id"]) != []


@pytest.mark.parametrize("name", quick(PAGES, *PAGES[1:3], "notebooks/models.html"))
def test_no_label_covers_another_and_none_is_cut(name: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    """In every picture of the exercises, once they are answered."""
    page = http_visits.open(book_http.url(name))
    answer_drawn(page, book, name)
    for screen in SCREENS.values():
        page.set_viewport_size(screen)
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("pictures.labels()") == []


def test_nothing_is_given_away_before_the_guess(book: Book, book_http: Site, http_visits: Visits) -> None:
    page, found = opened("simulator", "office", book, book_http, http_visits)
    assert found.locator(".sl-notes").is_hidden()
    predict(found)
    assert found.locator(".sl-notes").is_visible()
    page.emulate_media(media="print")
    assert found.locator(".sl-notes").is_visible()


#: At which level the line that one draws sets out, by the axis that stands beside it.
SETS_OUT = """pen => {
  const at = name => [...pen.querySelectorAll('text[text-anchor=end]')].map(one => [Number(one.textContent), Number(one.getAttribute('y')) - 4])
    .find(([value]) => value === name)[1];
  const start = pen.querySelector('.sl-start');
  return (Number(start.getAttribute('cy')) - at(0)) / (at(20) - at(0)) * 20;
}"""


def test_a_drawn_curve_sets_out_from_where_the_model_does(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url("notebooks/2-where-does-the-idea-come-from.html"))
    pen = exercise(page, {"id": "list-falls"}).locator("sl-pen")
    pen.locator("svg").wait_for()
    assert page.locator("#list-falls input[name=curve]").first.input_value() == "10"
    assert pen.evaluate(SETS_OUT) == pytest.approx(10)
