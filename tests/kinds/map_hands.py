"""The hands of a test on causal maps: nudging the given one, building the learner's own."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.support.words import words

GIVEN, OWN = "#merrowdale-map", "#my-map"
START = ["people waiting for help", "time that staff have to talk", "trust between organisations"]
WAITING, TIME, TRUST = START
EVIL = '<img src=x onerror="window.hacked=1">'


def nudge(page: Page, factor: str, change: str = "map_up", expected: str = "map_expect_both") -> None:
    """Push a factor of the given map, tapped in the drawing, and guess unless it was guessed before."""
    found = page.locator(GIVEN)
    found.locator(f"svg:visible [data-factor={factor}]").click()
    button(found, change).click()
    if found.locator("[data-part=run]").get_attribute("data-state") == "ask":
        button(found, expected).click()


def button(found: Locator, word: str) -> Locator:
    return found.get_by_role("button", name=words()[word], exact=True)


def add(page: Page, *names: str) -> None:
    for name in names:
        page.locator(f"{OWN} [name=new]").fill(name)
        page.locator(f"{OWN} [name=new]").press("Enter")


def link(page: Page, cause: str, effect: str, way: str = "same", delay: bool = False) -> None:
    found = page.locator(OWN)
    found.locator("[name=cause]").select_option(label=cause)
    found.locator("[name=effect]").select_option(label=effect)
    found.locator(f"[value={way}]").check()
    found.locator("[name=delay]").set_checked(delay)
    button(found, "map_add_link").click()
