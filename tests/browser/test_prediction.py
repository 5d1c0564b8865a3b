"""A prediction drawn on the chart: a level and a curve, by mouse, by finger and by keys; kept, and replayed beside the result."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.support.answering import exercise, spoken, unfold
from tests.support.sites import Site
from tests.support.soak import quick
from tests.support.stores import answer_in_book
from tests.support.visits import Visits
from tests.support.words import words

ROOM = "notebooks/models.html"
FORMS = {"level": "room-trial-six-weeks", "curve": "room-crisis-team-stops"}
HANDS = ["mouse", "touch", "keys"]
CASES = [(form, hand) for form in FORMS for hand in HANDS]


def by_mouse(page: Page, pen: Locator) -> None:
    box = pen.locator("> svg").bounding_box()
    assert box
    left, top, width, height = box["x"], box["y"], box["width"], box["height"]
    page.mouse.move(left + 0.1 * width, top + 0.6 * height)
    page.mouse.down()
    for share in range(15, 101, 5):
        page.mouse.move(left + width * share / 100 - 4, top + height * (0.6 - share / 250))
    page.mouse.up()


def by_touch(page: Page, pen: Locator) -> None:
    box = pen.locator("> svg").bounding_box()
    assert box
    session = page.context.new_cdp_session(page)

    def send(kind: str, share: float) -> None:
        point = {"x": box["x"] + box["width"] * share - 4, "y": box["y"] + box["height"] * (0.6 - share / 2.5)}
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if kind == "touchEnd" else [point]})

    send("touchStart", 0.1)
    for share in range(15, 101, 5):
        send("touchMove", share / 100)
    send("touchEnd", 1)


def by_keys(page: Page, pen: Locator) -> None:
    for slider in pen.locator(".sl-stops input").all():
        slider.focus()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")


WAYS = {"mouse": by_mouse, "touch": by_touch, "keys": by_keys}


@pytest.mark.parametrize("case", quick(CASES, ("curve", "touch")), ids=lambda case: " by ".join(case))
def test_it_is_drawn_kept_and_replayed(case: tuple[str, str], book_http: Site, http_visits: Visits) -> None:
    form, hand = case
    size = {"width": 390, "height": 844}
    page = http_visits.open(book_http.url(ROOM), viewport=size, has_touch=hand == "touch", reduced_motion="reduce")
    found = exercise(page, {"id": FORMS[form]})
    pen = found.locator("sl-pen")
    pen.locator("> svg").wait_for()
    pen.evaluate("pen => pen.scrollIntoView({ block: 'center', behavior: 'instant' })")
    WAYS[hand](page, pen)
    levels = pen.evaluate("pen => pen.levels")
    assert None not in levels and len(levels) == (1 if form == "level" else 5)
    found.locator("[data-part=predict] button.sl-main").click()
    found.locator("[data-part=chart] svg").first.wait_for()
    kept = answer_in_book(page, FORMS[form])["predicted"]
    assert kept == (levels[0] if form == "level" else levels)
    drawn = found.locator("[data-part=chart] :is(.sl-diamond, .sl-guess)").first
    line = drawn.get_attribute("d")
    page.reload()
    found.scroll_into_view_if_needed()
    drawn.wait_for(state="attached")
    assert drawn.get_attribute("d") == line, "the prediction stands beside the result again"


@pytest.mark.parametrize("key", ["Enter", "Space", "ArrowUp"])
def test_that_nothing_will_change_can_be_guessed_by_keys(key: str, book_http: Site, http_visits: Visits) -> None:
    """All 1,000 are there at the start, and more there cannot be: the slider stands at its end already."""
    page = http_visits.open(book_http.url(ROOM), reduced_motion="reduce")
    found = exercise(page, {"id": "room-shared-volunteers"})
    found.locator("sl-pen > svg").wait_for()
    found.locator(".sl-stops input").press(key)
    assert found.locator("[data-part=lab]").is_hidden()
    found.locator("[data-part=predict] button.sl-main").click()
    found.locator("[data-part=lab]").wait_for()
    assert answer_in_book(page, "room-shared-volunteers")["predicted"] == 1000


@pytest.mark.parametrize("form", FORMS)
def test_what_is_missing_is_told_in_the_words_of_the_screen_and_goes(
    form: str, book_http: Site, http_visits: Visits
) -> None:
    page = http_visits.open(book_http.url(ROOM), reduced_motion="reduce")
    found = exercise(page, {"id": FORMS[form]})
    pen = found.locator("sl-pen")
    pen.locator("> svg").wait_for()
    found.locator("[data-part=predict] button.sl-main").click()
    told = found.locator(".sl-message")
    assert told.inner_text() == words()["sim_guess_missing" if form == "level" else "sim_curve_missing"]
    assert "without a guess" in told.inner_text()
    by_mouse(page, pen)
    assert told.count() == 0 and pen.get_attribute("aria-describedby") is None


def test_a_guess_takes_no_other_problem_away(book_http: Site, http_visits: Visits) -> None:
    """That nothing can be saved has to stay in sight, whatever is drawn meanwhile."""
    page = http_visits.open(book_http.url(ROOM), reduced_motion="reduce")
    found = exercise(page, {"id": FORMS["curve"]})
    pen = found.locator("sl-pen")
    pen.locator("> svg").wait_for()
    pen.scroll_into_view_if_needed()
    found.evaluate("(one, words) => one.report(words)", words()["problem_blocked"])
    by_mouse(page, pen)
    assert pen.evaluate("one => one.levels.every(level => level !== null)"), "it is drawn"
    assert found.locator(".sl-problem").inner_text() == words()["problem_blocked"]


#: The words on a sheet, and how far the nearest edge of its frame is from each.
FROM_THE_FRAME = """pen => [...pen.querySelectorAll('text.sl-axis')].map(one => {
  const [at, of] = [one.getBoundingClientRect(), pen.getBoundingClientRect()];
  return Math.min(at.left - of.left, of.right - at.right, at.top - of.top, of.bottom - at.bottom);
})"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_word_of_the_sheet_touches_its_frame(width: int, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(ROOM), viewport={"width": width, "height": 844})
    for id in ("room-shared-volunteers", FORMS["curve"]):
        pen = exercise(page, {"id": id}).locator("sl-pen")
        pen.locator("> svg").wait_for()
        assert min(pen.evaluate(FROM_THE_FRAME)) >= 6, id


#: Points of the guess that lie in its own name: of the line and of its diamonds.
IN_ITS_NAME = """chart => {
  const { x, y, width, height } = chart.querySelector('.sl-mark-label').getBBox();
  const lines = [...chart.querySelectorAll(':is(.sl-guess, .sl-diamond)')];
  const points = lines.flatMap(line => Array.from({ length: Math.ceil(line.getTotalLength()) }, (_, at) => line.getPointAtLength(at)));
  const inside = at => at.x > x && at.x < x + width && at.y > y + 2 && at.y < y + height - 2;
  return points.filter(inside).length;
}"""
#: Flat at the foot, flat at the top, rising and falling to the end.
GUESSES = {"foot": (0,) * 5, "top": (150,) * 5, "rise": (0, 10, 20, 90, 150), "fall": (150, 140, 100, 80, 10)}


@pytest.mark.parametrize("guess", GUESSES)
def test_the_name_of_the_guess_lies_on_no_line_of_it(guess: str, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(ROOM), reduced_motion="reduce")
    found = exercise(page, {"id": FORMS["curve"]})
    found.locator("sl-pen > svg").wait_for()
    found.evaluate("(one, levels) => one.run(levels)", list(GUESSES[guess]))
    chart = found.locator("sl-chart[data-part=chart]")
    chart.locator(".sl-mark-label").wait_for()
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert chart.evaluate(IN_ITS_NAME) == 0, width


def test_sliders_that_nobody_moved_are_no_guess(book_http: Site, http_visits: Visits) -> None:
    """The fold may be open and its sliders stand where the list begins: nobody has said that it stays there."""
    found = exercise(http_visits.open(book_http.url(ROOM), reduced_motion="reduce"), {"id": FORMS["curve"]})
    found.locator("sl-pen > svg").wait_for()
    unfold(found.locator("[data-part=other]"))
    found.locator("[data-part=predict] button.sl-main").click()
    assert spoken(found) == words()["sim_curve_missing"]
    assert found.locator("[data-part=lab]").is_hidden()
    found.locator("[data-part=other] input").last.press("ArrowRight")
    found.locator("[data-part=predict] button.sl-main").click()
    found.locator("[data-part=lab]").wait_for()
