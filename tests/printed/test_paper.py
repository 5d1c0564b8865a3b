"""Each page on paper: a worksheet with an answer key, dark on white, nothing cut, and gone again afterwards."""

from __future__ import annotations

import io
import unicodedata

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from tests.support.answering import ISSUE, OWN_WORDS, all_alive, complete, exercise
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits

from .paper import A4, ON_PAPER, faults, lay, lift

LONG = "\n".join(f"{OWN_WORDS}, line {n}." for n in range(40))


def printed(page: Page) -> list[str]:
    """The words of each page that the browser prints, white space folded."""
    read = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))
    # NFKC: in print, 'fi' is one sign.
    return [" ".join(unicodedata.normalize("NFKC", one.extract_text()).split()) for one in read.pages]


def a_lesson(book: Book) -> str:
    return book.course_lessons[0]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_page_has_a_fault(mode: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.context(viewport=A4, color_scheme=mode).new_page()
    found = []
    # The colours are the same rules on every page: one lesson and one table of facts show them.
    for name in book.full_pages if mode == "light" else [a_lesson(book), "notebooks/directory.html"]:
        if name == "search.html":
            continue
        page.emulate_media(media="screen")
        page.goto(book_http.url(name))
        found += faults(page)
        if name in book.course_lessons and page.locator(".sl-key .sl-told:visible").count() < 8:
            found.append(f"{name}: a key with nearly nothing in it")
    assert found == []


def test_there_is_room_to_write(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(a_lesson(book)), viewport=A4)
    all_alive(page)
    areas = page.locator(f"{ON_PAPER} textarea").count()
    lay(page)
    rooms = page.locator(f"{ON_PAPER} textarea + .sl-room")
    assert rooms.count() == areas > 5
    # By hand a line needs 8 mm, which are 30 pixels.
    assert min(rooms.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")) >= 3 * 30


#: Until nothing of the page has changed for thirty frames.
STILL = """() => new Promise(done => {
  let last = '', same = 0;
  const look = () => {
    const now = document.querySelector('article').innerHTML;
    same = now === last ? same + 1 : 0;
    last = now;
    if (same > 30) done(); else requestAnimationFrame(look);
  };
  look();
})"""


def test_the_page_is_as_it_was_afterwards(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(a_lesson(book)))
    complete(page, book.lessons[a_lesson(book)][0])
    all_alive(page)
    # Paper brings the runs of every model, near or not: so they are there before.
    page.evaluate("Promise.all([...document.querySelectorAll('sl-simulator.sl-exercise')].map(one => one.load()))")
    page.evaluate(STILL)  # And drawn.
    before = page.locator("article").evaluate("one => one.innerHTML")
    for _ in range(2):
        lay(page)
    lift(page)
    assert page.locator("article").evaluate("one => one.innerHTML") == before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".sl-key:visible, .sl-room:visible").count() == 0, "on a screen nothing of it may show"


def test_what_one_has_written_is_printed_whole(book: Book, book_http: Site, http_visits: Visits) -> None:
    lesson = a_lesson(book)
    page = http_visits.open(book_http.url(lesson))
    first = {one["kind"]: one for one in reversed(book.lessons[lesson])}
    complete(page, first["issue"])
    exercise(page, first["reflection"]).locator("textarea").first.fill(LONG)
    words = " ".join(printed(page))
    assert ISSUE in words
    assert all(line in words for line in LONG.splitlines())


def test_feedback_stands_at_the_end(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(a_lesson(book)))
    verdicts = [" ".join(one.split()) for one in page.locator(f"{ON_PAPER} [data-part=feedback]").all_text_contents()]
    pages = printed(page)
    key = next(n for n, words in enumerate(pages) if words.startswith("Answer key") or "Answer key:" in words)
    sheets, answers = " ".join(pages[:key]), " ".join(pages[key:])
    assert len(verdicts) > 10
    for verdict in verdicts:
        assert verdict[:40] in answers and verdict[:40] not in sheets


def test_without_scripts_feedback_is_printed_all_the_same(book: Book, book_http: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(book_http.url(a_lesson(book)))
    words = " ".join(printed(page))
    verdicts = [" ".join(one.get_text().split()) for one in book.soups[a_lesson(book)].select("[data-part=feedback]")]
    context.close()
    assert all(verdict[:40] in words for verdict in verdicts)


def test_the_lessons_of_the_course_are_on_paper(book: Book, book_http: Site, http_visits: Visits) -> None:
    """Their cards stand under headings that would have nothing to say without them."""
    page = http_visits.open(book_http.url(book.home), viewport=A4)
    lay(page)
    for title in (book.manifest["lessons"][book.lessons[name][0]["lesson"]] for name in book.course_lessons):
        assert page.locator(".sl-lesson-card strong", has_text=title).is_visible()
    assert page.locator(".sl-go-on:visible").count() == 0


def test_links_are_spelled_out(book: Book, book_http: Site, http_visits: Visits) -> None:
    behind = "link => getComputedStyle(link, '::after').content"
    page = http_visits.open(book_http.url("book/accessibility.html"))
    page.emulate_media(media="print")
    assert "equalityadvisoryservice.com" in page.locator("article a[href^=http]").first.evaluate(behind)
    page.goto(book_http.url("book/welcome.html"))
    assert "The model room" in page.locator("article a[href*='models.html']").first.evaluate(behind)
    # Its words are its title already.
    assert page.locator("article a[href$='portfolio.html']").first.evaluate(behind) == "none"


@pytest.mark.parametrize(
    "fault, noticed",
    [
        ("document.querySelector('.sl-prompt p').innerHTML = '<nav>Next</nav>'", "on paper"),
        ("document.querySelector('.sl-prompt p').style.width = '900px'", "sticks out"),
        ("document.querySelector('.sl-prompt p').style.cssText = 'overflow: hidden; white-space: nowrap'", "cut"),
        ("document.querySelector('.sl-prompt p').style.color = '#ccc'", "on rgb"),
        ("document.querySelector('.sl-alive[data-kind]').answerKey = () => []", "not in the key"),
        (
            "document.querySelector('.sl-feedback').style.setProperty('display', 'block', 'important')",
            "beside the question",
        ),
        ("document.querySelectorAll('link[media=print]').forEach(one => one.remove())", "on paper"),
    ],
)
def test_a_fault_is_noticed(fault: str, noticed: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(a_lesson(book)), viewport=A4)
    page.evaluate(fault)
    assert any(noticed in one for one in faults(page))
