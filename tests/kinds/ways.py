"""Answering each of these kinds to the full by single clicks and typing, as ``tests.support.answering`` does others."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator

from tests.support import answering
from tests.support.answering import OWN_WORDS


def scale(found: Locator) -> None:
    """Once; and where a round is there, a second one beside it."""
    again = found.locator("[data-part=again]")
    if again.is_visible():
        again.click()
    for index, statement in enumerate(found.locator("fieldset").all()):
        answering.unfold_to(statement)
        statement.locator("label").nth(index % 5).click()
    found.locator("form button").click()
    found.locator(".sl-dot-lines svg").wait_for()


def opened_list(found: Locator) -> None:
    """The list as fields, which lies in a fold below the pictures."""
    fold = found.locator("[data-part=list]")
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()


def stakeholders(found: Locator) -> None:
    opened_list(found)
    for n in range(3):
        row = found.locator("[data-person]").nth(n)
        row.locator("[name=who]").fill(f"Role {n + 1}")
        row.locator("[name=power]").select_option(index=n + 1)
        row.locator("[name=interest]").select_option(index=n + 1)
    talks = found.locator("[data-person] details").first
    if talks.get_attribute("open") is None:
        talks.locator("summary").click()
    talks.locator("label").first.click()
    found.locator("textarea").fill(OWN_WORDS)
    found.locator("textarea").blur()


def plan(found: Locator) -> None:
    card = found.locator("details[data-line]").first
    if card.get_attribute("open") is None:
        card.locator("> summary").click()
    if card.locator("[data-part=more]").get_attribute("open") is None:
        card.locator("[data-part=more] > summary").click()
    for field in card.locator("textarea, input[type=text]").all():
        field.fill(OWN_WORDS)
    card.locator("[name=day]").fill("2027-03-29")
    card.locator("[name=time]").fill("09:30")
    card.locator("[name=time]").blur()


def timeline(found: Locator) -> None:
    found.locator("[data-part=filter] label").first.click()
    first = found.locator("li[data-milestone]").first
    if not first.locator("input").is_checked():
        first.locator("label").first.click()
    first.locator("textarea").fill(OWN_WORDS)
    first.locator("textarea").blur()


def free_recall(found: Locator) -> None:
    found.locator("textarea").fill(OWN_WORDS)
    if found.locator("[data-part=reveal]").is_visible():
        found.locator("[data-part=reveal]").click()
    found.locator("[data-part=compare] label").first.click()


WAYS: dict[str, Callable[[Locator], None]] = {
    "scale": scale,
    "stakeholders": stakeholders,
    "plan": plan,
    "timeline": timeline,
    "recall": answering.WAYS["choice"],
    "free-recall": free_recall,
}
