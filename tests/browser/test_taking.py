"""Taking the portfolio away where the browser makes no file of it, and being reminded of it."""

from __future__ import annotations

import json

from playwright.sync_api import Frame, Page

from tests.browser.test_back import REFLECTION
from tests.support import sample
from tests.support.answering import exercise, saved, write
from tests.support.sites import Site
from tests.support.stores import BLOCK
from tests.support.visits import Visits
from tests.support.words import words

SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups"


def framed(visits: Visits, site: Site, blocked: bool = False) -> Frame:
    """The page of samples in a frame that lets no file through, as learning platforms make them."""
    context = visits.context()
    if blocked:
        context.add_init_script(BLOCK)
    page = context.new_page()
    page.goto(site.url("blank-page.html"))
    page.set_content(f'<iframe sandbox="{SANDBOX}" src="{site.url(sample.PAGE)}" width=900 height=700></iframe>')
    frame = page.frames[1]
    frame.locator("sl-portfolio.sl-alive").wait_for()
    return frame


def test_no_file_is_promised_and_the_text_can_be_copied(sample_visits: Visits, sample_http: Site) -> None:
    frame = framed(sample_visits, sample_http)
    field = frame.locator(f"#{REFLECTION['id']} [name=what]")
    field.fill("Worth keeping")
    field.blur()
    for what in ("json", "word", "markdown"):
        frame.locator(f"sl-portfolio [data-take={what}]").click()
        said = frame.locator(".sl-portfolio-say").inner_text()
        assert "handed to your browser" in said and "was made" not in said
        copy = frame.locator("details.sl-copy")
        copy.locator("summary").click() if copy.get_attribute("open") is None else None
        assert "Worth keeping" in copy.locator("textarea").input_value()
    frame.locator("sl-portfolio [data-take=json]").click()
    text = frame.locator("details.sl-copy textarea").input_value()
    assert json.loads(text)["answers"][REFLECTION["id"]]["value"]["what"] == "Worth keeping"
    link = frame.get_by_role("link", name=words()["own_tab"])
    assert link.get_attribute("target") == "_blank"
    with frame.page.context.expect_page() as opened:
        link.click()
    assert exercise(opened.value, REFLECTION).locator("[name=what]").input_value() == "Worth keeping"
    sample_visits.complaints.clear()  # The browser says only in its console that no file was made.


def test_a_frame_without_storage_shows_the_way_out(sample_visits: Visits, sample_http: Site) -> None:
    frame = framed(sample_visits, sample_http, blocked=True)
    portfolio = frame.locator("sl-portfolio")
    assert words()["framed_blocked"] in portfolio.inner_text()
    assert portfolio.get_by_role("link", name=words()["own_tab"]).is_visible()


def remind(page: Page) -> str:
    return " ".join(page.locator("sl-portfolio [data-part=remind]").all_inner_texts())


def test_a_file_older_than_a_week_is_asked_for(sample_page: Page) -> None:
    key = f"{sample.COURSE}/taken"
    assert remind(sample_page) == ""
    write(exercise(sample_page, REFLECTION), "what", "Written")
    saved(exercise(sample_page, REFLECTION))
    sample_page.locator("[data-part=remind]").wait_for()
    assert remind(sample_page) == words()["keep_never"]
    with sample_page.expect_download():
        sample_page.locator("sl-portfolio [data-take=json]").click()
    sample_page.reload()
    assert remind(sample_page) == ""
    for days, due in ((6, False), (8, True)):
        sample_page.evaluate(
            "([key, days]) => localStorage.setItem(key, new Date(Date.now() - days * 864e5).toISOString())", [key, days]
        )
        sample_page.reload()
        assert (words()["keep_old"].partition("{")[0] in remind(sample_page)) is due
    sample_page.get_by_role("button", name=words()["erase"]).click()
    sample_page.get_by_role("button", name=words()["erase_yes"]).click()
    sample_page.wait_for_function("key => localStorage.getItem(key) === null", arg=key)


def test_the_browser_is_asked_to_keep_answers_only_when_one_wants_it(sample_visits: Visits, sample_http: Site) -> None:
    context = sample_visits.context()
    context.add_init_script("""(() => { let kept = false; window.asked = 0;
      if (!navigator.storage) return; // A page not yet loaded has none.
      navigator.storage.persisted = async () => kept;
      navigator.storage.persist = async () => { window.asked += 1; return (kept = true); }; })()""")
    page = context.new_page()
    page.goto(sample_http.url(sample.PAGE))
    button = page.get_by_role("button", name=words()["keep_ask"])
    button.wait_for()
    assert page.evaluate("window.asked") == 0
    button.click()
    page.get_by_text(words()["keep_granted"]).wait_for()
    assert page.evaluate("window.asked") == 1 and button.is_hidden()
