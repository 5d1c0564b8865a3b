"""The content security policy of the sheet for IT teams: under it a lesson works, and no rule is broken."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.answering import complete
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.soak import some
from tests.support.visits import Visits
from tests.support.words import words

HEARD = "addEventListener('securitypolicyviolation', event => (window.broken ||= []).push(event.violatedDirective))"


PLATFORM = "https://learning.example.org"  # as the sheet has it


def policy(book: Book, framed: bool = False) -> str:
    """As the sheet of the built book prints it: alone, or framed by a named platform."""
    found = book.soups["book/it-sheet.html"].find_all("pre")[int(framed)].get_text()
    assert found.startswith("default-src ") and "sha256-" in found
    return " ".join(found.split())


def under(context: BrowserContext, rules: str) -> Page:
    """A page whose every document comes with a policy."""

    def answer(route, request):  # type: ignore[no-untyped-def]
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": rules})

    context.route("**/*.html*", answer)
    context.add_init_script(HEARD)
    return context.new_page()


def test_a_lesson_and_the_portfolio_work_under_it(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = under(http_visits.context(accept_downloads=True), policy(book))
    lesson, entries = next(iter(book.lessons.items()))
    page.goto(book_http.url(lesson))
    for entry in {one["kind"]: one for one in entries}.values():
        complete(page, entry)
    assert page.evaluate("window.broken || []") == []
    page.goto(book_http.url("book/portfolio.html"))
    with page.expect_download():
        page.get_by_role("button", name=words()["take_word"], exact=True).click()
    assert page.evaluate("window.broken || []") == []
    page.goto(book_http.url("search.html?q=stakeholder"))
    page.locator("#search-results li a").first.wait_for()
    assert page.evaluate("window.broken || []") == []
    page.context.unroute_all(behavior="ignoreErrors")  # The search is still asking for pages.


def test_a_stricter_rule_is_broken_and_noticed(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = under(http_visits.context(), policy(book).replace("style-src 'self' 'unsafe-inline'", "style-src 'none'"))
    page.goto(book_http.url(next(iter(book.lessons))))
    assert page.evaluate("window.broken || []")
    http_visits.complaints.clear()  # The browser's own complaint is what was wanted.


def test_no_script_is_let_in_but_the_books_own(book: Book, book_http: Site, http_visits: Visits) -> None:
    """Every page, in a short run one of four, opens with no rule broken; a script put into a page does not run."""
    rules = policy(book)
    assert "script-src 'self' 'unsafe-inline'" not in rules and "'unsafe-eval'" not in rules
    page = under(http_visits.context(), rules)
    for name in some(book.full_pages, 4):
        page.goto(book_http.url(name))
        page.wait_for_function("document.readyState === 'complete'")
        assert page.evaluate("window.broken || []") == [], name
    page.evaluate("""() => { const one = document.createElement('script'); one.textContent = 'window.let_in = 1';
      document.body.append(one); }""")
    assert page.evaluate("[window.let_in, window.broken]") == [None, ["script-src-elem"]]
    page.context.unroute_all(behavior="ignoreErrors")
    http_visits.complaints.clear()


def frames(page: Page, url: str) -> bool:
    """Does a page of another origin get to show the course in a frame?"""
    page.goto(url.replace("127.0.0.1", "localhost"))
    page.evaluate(
        "url => new Promise(done => { const frame = document.createElement('iframe');"
        " frame.onload = done; frame.src = url; document.body.replaceChildren(frame); })",
        url,
    )
    return page.frame_locator("iframe").locator("main").count() > 0


def test_the_named_platform_may_frame_it_and_no_other(book: Book, book_http: Site, browser: Browser) -> None:
    lesson = next(iter(book.lessons))
    rules = policy(book, framed=True)
    assert PLATFORM in rules and PLATFORM not in policy(book)
    context = browser.new_context()
    page = context.new_page()
    url = book_http.url(lesson)

    def answer(given: str) -> None:
        def fulfil(route, request):  # type: ignore[no-untyped-def]
            response = route.fetch()
            route.fulfill(response=response, headers={**response.headers, "content-security-policy": given})

        page.unroute_all(behavior="ignoreErrors")
        page.route("**/127.0.0.1*/**/*.html*", fulfil)

    answer(rules.replace(PLATFORM, book_http.origin.replace("127.0.0.1", "localhost")))
    assert frames(page, url)
    for given in (rules, policy(book)):
        answer(given)
        assert not frames(page, url), "a page that nobody named showed it in a frame"
    context.close()
