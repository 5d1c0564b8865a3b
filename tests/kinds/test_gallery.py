"""All of these kinds on one page: no accessibility fault, no sideways scroll, all of it in the portfolio."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState

from tests.kinds import gallery
from tests.kinds.ways import WAYS
from tests.support.answering import OWN_WORDS, exercise, saved
from tests.support.answering import WAYS as OTHERS
from tests.support.axe import in_both_modes, unnoticed
from tests.support.visits import PATIENCE, Visits
from tests.support.words import words

ENTRIES = [entry for entry in gallery.entries() if entry["kind"] in WAYS | OTHERS]
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: Controls smaller than 24 px, those inside a label that is large enough aside.
SMALL = """() => [...document.querySelectorAll('.sl-exercise :is(button, input, select, textarea, summary)')]
  .filter(one => one.checkVisibility() && !one.closest('label'))
  .filter(one => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
  .map(one => one.outerHTML.slice(0, 80))"""


#: These show something more once they are answered again: a round, a path, the answer before.
AGAIN = ("recall", "scale", "case")


def answer_all(page: Page, entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        found = exercise(page, entry)
        (WAYS | OTHERS)[entry["kind"]](found)
        saved(found)


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


@pytest.fixture(scope="module")
def answers(browser: Browser, gallery_url: str) -> list[StorageState]:
    """What the browser keeps once all is answered, and once more: then rounds and earlier answers show as well."""
    context = browser.new_context(**gallery.BRITISH)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(gallery_url)
    states = []
    for entries in (ENTRIES, [entry for entry in ENTRIES if entry["kind"] in AGAIN]):
        answer_all(page, entries)
        states.append(context.storage_state())
    context.close()
    return states


@pytest.fixture
def answered_page(gallery_visits: Visits, gallery_url: str, answers: list[StorageState]) -> Page:
    return gallery_visits.open(gallery_url, storage_state=answers[0], **gallery.BRITISH)


@pytest.mark.soak
def test_axe_finds_nothing(gallery_visits: Visits, gallery_url: str, answers: list[StorageState]) -> None:
    page = gallery_visits.open(gallery_url)
    assert in_both_modes(page) == []
    for button in page.locator(".sl-main:visible").all():
        button.click()
    assert in_both_modes(page) == []
    page = gallery_visits.open(gallery_url, storage_state=answers[1])
    open_all(page)
    assert in_both_modes(page) == []


@pytest.mark.soak("every kind is answered first")
def test_faults_are_found(answered_page: Page) -> None:
    """One of each sort: a control and a reason without a label, a picture without words, faint words."""
    faults = {
        "document.querySelector('#who-has-a-part [data-part=list]').open = true;"
        "document.querySelector('#who-has-a-part-p1-power').previousElementSibling.remove()": "select-name",
        "document.querySelectorAll('#five-habits svg :is(desc, title)').forEach(one => one.remove())": "svg-img-alt",
        "document.querySelector('#five-habits .sl-sentence').style.color = '#bbb'": "color-contrast",
        "document.querySelector('#nine-milestones .sl-field label').remove()": "label",
    }
    assert unnoticed(answered_page, faults) == []


@pytest.mark.soak("every kind is answered first")
@pytest.mark.parametrize("width, size", [(320, "100%"), (1280, "200%")], ids=["320 px", "text twice as large"])
def test_nothing_sticks_out_and_targets_are_large_enough(
    width: int, size: str, gallery_visits: Visits, gallery_url: str, answers: list[StorageState]
) -> None:
    for kept in (None, answers[1]):
        page = gallery_visits.open(gallery_url, viewport={"width": width, "height": 700}, storage_state=kept)
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        assert page.evaluate(SIDEWAYS) <= 0
    open_all(page)
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(SMALL) == []


def in_portfolio(page: Page, id: str) -> Locator:
    return page.locator(f"sl-portfolio [data-id={id}]")


@pytest.mark.soak("every kind is answered first")
def test_every_answer_stands_in_the_portfolio_in_words(answered_page: Page) -> None:
    for entry in ENTRIES:
        text = in_portfolio(answered_page, entry["id"]).locator("dl").inner_text()
        assert len(text) > 20, entry["id"]
        assert "p1" not in text.split() and "undefined" not in text and "{" not in text
    scale = in_portfolio(answered_page, "five-habits").inner_text()
    assert "what would be different for the people we serve. Hardly ever" in scale
    people = in_portfolio(answered_page, "who-has-a-part").inner_text()
    assert words()["stakeholders_talks_now"].replace("{names}", "Role 2") in people
    plan = in_portfolio(answered_page, "my-plan").inner_text()
    assert "Monday, 29 March 2027, 09:30" in plan or "Monday 29 March 2027, 09:30" in plan
    assert OWN_WORDS in in_portfolio(answered_page, "nine-milestones").inner_text()


@pytest.mark.soak("every kind is answered first")
def test_forced_colours_keep_pictures_visible(
    gallery_visits: Visits, gallery_url: str, answers: list[StorageState]
) -> None:
    page = gallery_visits.open(gallery_url, forced_colors="active", storage_state=answers[0])
    for shape in (".sl-dot-lines .sl-lane", ".sl-people-net line", ".sl-lanes circle"):
        stroke, ground = page.locator(shape).first.evaluate(
            "one => [getComputedStyle(one).stroke, getComputedStyle(document.body).backgroundColor]"
        )
        assert stroke not in ("none", ground), shape


def test_without_scripts_questions_and_controls_are_all_there(gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.context(java_script_enabled=False).new_page()
    page.goto(gallery_url)
    for entry in ENTRIES:
        found: Any = page.locator(f"#{entry['id']}")
        assert found.locator("input:visible, textarea:visible, select:visible").count() > 0, entry["id"]
        assert found.locator("button:visible").count() == 0  # Nothing to press that does nothing.
    assert page.locator("#nine-milestones li").count() == 9
    assert page.locator("#five-habits fieldset").count() == 13
