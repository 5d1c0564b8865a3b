"""The content security policy of the sheet for IT teams: under it a lesson works, and no rule is broken."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

from tests.support.answering import complete
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.words import words

HEARD = "addEventListener('securitypolicyviolation', event => (window.broken ||= []).push(event.violatedDirective))"


def policy(book: Book) -> str:
    """As the sheet of the built book prints it."""
    printed = book.soups["book/it-sheet.html"].find("pre")
    assert printed
    found = printed.get_text()
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
    """Every page opens under it with no rule broken; a script put into a page does not run."""
    rules = policy(book)
    assert "script-src 'self' 'unsafe-inline'" not in rules and "'unsafe-eval'" not in rules
    page = under(http_visits.context(), rules)
    for name in book.full_pages:
        page.goto(book_http.url(name))
        page.wait_for_function("document.readyState === 'complete'")
        assert page.evaluate("window.broken || []") == [], name
    page.evaluate("""() => { const one = document.createElement('script'); one.textContent = 'window.let_in = 1';
      document.body.append(one); }""")
    assert page.evaluate("[window.let_in, window.broken]") == [None, ["script-src-elem"]]
    page.context.unroute_all(behavior="ignoreErrors")
    http_visits.complaints.clear()
