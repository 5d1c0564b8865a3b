"""A page with Merrowdale Live alone, as the book shows it, and a hand that plays it; no book is needed for it."""

from __future__ import annotations

import json

from playwright.sync_api import Locator, Page

from tests.support import sample
from workbook import bundle
from workbook.course import current
from workbook.lesson import Lesson, by_page
from workbook.rendering import render

COURSE = "live-course"
ID = "merrowdale-live"
KEY = f"{COURSE}/v1/{ID}"
ON = "[data-part=live-pass]"  # the quarter passes
MAIN = "[data-part=stage] button.sl-main"
HEAD = "[data-part=live-head]"


def html() -> str:
    course = current()
    body = render(Lesson(ID).specs[ID], ID, course)
    entry = {"id": ID, "kind": "game", "title": "Six desks", "lesson": ID, "page": "live", "optional": True}
    manifest = {"course": COURSE, "root": "", "lessons": {ID: "Live"}, "pages": by_page([entry])}
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Live</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f"<style>{sample.HOST}{bundle.style(course)}</style>{sample.MARK}</head><body><main><h1>Live</h1><h2>Play</h2>"
        f'{body}{course.art.sheet(body)}</main><script type="application/json" id="sl-course">{json.dumps(manifest)}'
        f"</script>{sample.scripts()}</body></html>"
    )


def role(page: Page, id: str) -> Locator:
    return page.locator(f'.sl-live-role[data-role="{id}"] button')


def heading(page: Page) -> str:
    return page.locator(HEAD).inner_text()


def choose_all(page: Page, at: int = 1) -> None:
    """Take a way of everything that is not chosen yet."""
    questions = page.locator("fieldset.sl-live-choice:has(input[type=radio])")
    for one in range(questions.count()):  # Choosing an aim brings the tokens with it.
        if not questions.nth(one).locator("input:checked").count():
            questions.nth(one).locator("label").nth(at).click()


def quarters(page: Page, count: int) -> None:
    """Let some quarters pass, each with the choices of the one before."""
    for _ in range(count):
        choose_all(page)
        page.locator(ON).click()


def kept(page: Page) -> list[dict[str, object]]:
    """The plays as they are stored."""
    record = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or '{"value": {"plays": []}}')
    plays: list[dict[str, object]] = record["value"]["plays"]
    return plays
