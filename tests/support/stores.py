"""What the browser holds for the sample's exercises."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from tests.support.sample import COURSE, key

#: For before a page's own scripts: a browser that lets it store nothing.
BLOCK = (
    """Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"""
)
#: Fill what is left of the quota to the last letter.
FILL = """() => { for (let size = 2 ** 22; size >= 1; size /= 2) {
  for (let n = 0; ; n++) {
    try { localStorage.setItem(`fill/${size}/${n}`, 'x'.repeat(size)); } catch { break; } } } }"""
EMPTY = "Object.keys(localStorage).filter(key => key.startsWith('fill/')).forEach(key => localStorage.removeItem(key))"
ASIDE = "start => Object.keys(localStorage).filter(key => key.startsWith(start)).map(key => localStorage[key])"


def stored_text(page: Page, id: str) -> str | None:
    found: str | None = page.evaluate("key => localStorage.getItem(key)", key(id))
    return found


def stored(page: Page, id: str) -> Any:
    """The record of one exercise, or None."""
    return json.loads(stored_text(page, id) or "null")


def answer_in_book(page: Page, id: str) -> Any:
    """The answer to an exercise of the built book, as the browser keeps it."""
    text = page.evaluate("id => Object.entries(localStorage).find(([key]) => key.endsWith(`/v1/${id}`))?.[1]", id)
    return json.loads(text)["value"]


def store(page: Page, id: str, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(id), text])


def wait_stored(page: Page, id: str, words: str) -> None:
    """Wait until the record of an exercise holds these words as its answer."""
    page.wait_for_function(
        "([key, words]) => JSON.stringify(JSON.parse(localStorage.getItem(key) || '{}').value || '').includes(words)",
        arg=[key(id), words],
    )


def aside(page: Page, id: str) -> list[str]:
    """Values that were set aside for an exercise."""
    found: list[str] = page.evaluate(ASIDE, f"{COURSE}/aside/{id}/")
    return found
