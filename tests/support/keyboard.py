"""Answering an exercise by the keyboard alone: Tab, Space, Enter, arrows and letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page

from tests.support.answering import Entry, exercise

MOST = 400  # stops from one control to the next; more means that the focus goes round in circles

TYPED = "Mine"  # Short, as each letter is pressed.

FOCUSED = """selector => document.activeElement.matches(selector)"""
#: Does a control lie before the focus? Then Shift+Tab is the short way, as anyone would go.
BEFORE = """selector => [...document.querySelectorAll(selector)].some(one =>
  one.checkVisibility() && document.activeElement.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)"""
#: Has the control the focus, and is that to be seen: an outline of at least 2 px, as the style asks for everywhere?
SEEN = """selector => { const style = getComputedStyle(document.activeElement);
  return !document.activeElement.matches(selector) ? 'elsewhere'
    : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'seen' : 'unseen'; }"""

#: The questions of a game's turn of which nothing is chosen yet, by the names of their radios; one may bring another.
UNDECIDED = """game => [...game.querySelectorAll('fieldset')]
  .filter(one => one.checkVisibility() && one.querySelector('[type=radio]') && !one.querySelector(':checked'))
  .map(one => one.querySelector('input').name)"""


class Unreachable(AssertionError):
    """Tab does not lead to a control, or what has the focus cannot be seen to have it."""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab, or Shift+Tab where that is the way, until the focus is on a control.

    Raises:
        Unreachable: it never comes there, or it does unseen.
    """
    key = "Shift+Tab" if page.evaluate(BEFORE, selector) else "Tab"
    for _ in range(MOST):
        page.keyboard.press(key)
        match page.evaluate(SEEN, selector):
            case "seen":
                return
            case "unseen":
                raise Unreachable(f"the focus on {selector} is not to be seen")
    raise Unreachable(f"{key} does not lead to {selector}")


def reach(page: Page, selector: str) -> None:
    """Press Tab until the focus is on a control, if it is not there already."""
    if not page.evaluate(FOCUSED, selector):
        tab_to(page, selector)


def press(page: Page, selector: str) -> None:
    """Go to a button and press it; the focus stays on it.

    Raises:
        Unreachable: also where pressing it moves the focus elsewhere.
    """
    tab_to(page, selector)
    page.keyboard.press("Space")
    if not page.evaluate(FOCUSED, selector):
        raise Unreachable(f"pressing {selector} moved the focus")


def _choice(page: Page, at: str, _: Locator) -> None:
    tab_to(page, f"{at} input[type=radio]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, f"{at} form button")
    page.keyboard.press("Space")  # The button goes; what follows has the focus.
    if not page.evaluate(FOCUSED, f"{at} .sl-chosen details"):
        raise Unreachable(f"checking {at} lost the focus")


def _sort(page: Page, at: str, found: Locator) -> None:
    tab_to(page, f"{at} .sl-bin")
    while found.locator(".sl-sorting").count() or found.locator(".sl-pause [data-part=next]").count():
        if found.locator(".sl-sorting").count():
            page.keyboard.press("1")
        if found.locator("[data-part=next]").count():
            page.keyboard.press("Enter")  # The focus is on the button to the next card.


def _unfold(page: Page, at: str, found: Locator) -> None:
    """Open by key what folds some of the questions."""
    if found.locator("details.sl-more:not([open])").count():
        press(page, f"{at} details.sl-more > summary")


def _fields(page: Page, at: str, found: Locator) -> None:
    _write(page, at, found, "input[type=text], textarea")


def _write(page: Page, at: str, found: Locator, fields: str = "textarea") -> None:
    """Write into every field of an exercise; what folds some of them is opened on the way."""
    for field in found.locator(fields).all():
        if not field.is_visible():
            _unfold(page, at, found)
        tab_to(page, f"#{field.get_attribute('id')}")
        page.keyboard.type(TYPED)


def _simulator(page: Page, at: str, found: Locator) -> None:
    form = f"{at} [data-part=predict]"
    press(page, f"{form} [data-part=other] > summary")
    for number in found.locator("form[data-part=predict] input[type=number]").all():
        tab_to(page, f"{form} input[type=number]")
        page.keyboard.type(number.get_attribute("max") or "")
    for slider in found.locator("[data-part=other] input[type=range]").all():
        tab_to(page, f"#{slider.get_attribute('id')}")
        page.keyboard.press("ArrowRight")
    if found.locator("[data-part=other] input[type=radio]").count():
        tab_to(page, f"{form} [data-part=other] input[type=radio]")
        page.keyboard.press("Space")
    tab_to(page, f"{form} button.sl-main")
    page.keyboard.press("Space")  # Where a picture begins to move, the focus goes to its Pause.
    last = found.locator("[data-control]").last
    tab_to(page, f"{at} [data-control={last.get_attribute('data-control')}]")
    page.keyboard.press("ArrowRight" if page.evaluate("document.activeElement.value === '0'") else "ArrowLeft")
    press(page, f"{at} [data-part=keep]")
    _write(page, at, found)


def _causal_map(page: Page, at: str, found: Locator) -> None:
    if found.locator("[data-part=nudge]").count():
        for factor in (1, 2):
            tab_to(page, f"{at} select")
            for _ in range(factor):
                page.keyboard.press("ArrowDown")
            tab_to(page, f"{at} [data-push=up]")
            page.keyboard.press("Enter")
            page.keyboard.press("Enter")  # The first guess has the focus.
            tab_to(page, f"{at} [data-part=rest]")
            page.keyboard.press("Space")  # The button is gone then, so the focus is elsewhere.
    else:
        for cause, effect in ((1, 2), (2, 3), (3, 1)):
            for name, steps in (("cause", cause), ("effect", effect)):
                reach(page, f"{at} [name={name}]")
                for _ in range(steps):
                    page.keyboard.press("ArrowDown")
            tab_to(page, f"{at} input[value=same]")
            page.keyboard.press("Space")
            page.keyboard.press("Enter")
    _write(page, at, found)


def _case(page: Page, at: str, found: Locator) -> None:
    while found.locator(".sl-case-now [data-part=fork]").count():
        tab_to(page, f"{at} .sl-case-now input")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
    _write(page, at, found)


def _game(page: Page, at: str, found: Locator) -> None:
    """Take the first role, the first way of all that is decided, and the same again to the end of each round."""
    tab_to(page, f"{at} .sl-live-role button")
    page.keyboard.press("Enter")
    on = f"{at} :is([data-part=live-pass], [data-part=stage] button.sl-main)"
    here = page.locator(f"{on}, {at} [data-part=words]:not([hidden])").first
    here.wait_for()
    while page.locator(on).count():
        for name in found.evaluate(UNDECIDED):
            tab_to(page, f'{at} [name="{name}"]')
            page.keyboard.press("Space")
        tab_to(page, on)
        page.keyboard.press("Enter")
        here.wait_for()  # What is decided comes a moment behind what the quarter came to.
    _write(page, at, found)


WAYS: dict[str, Callable[[Page, str, Locator], Any]] = {
    "choice": _choice,
    "sort": _sort,
    "issue": _fields,
    "reflection": _fields,
    "if-then": _fields,
    "simulator": _simulator,
    "causal-map": _causal_map,
    "case": _case,
    "game": _game,
}


def complete(page: Page, entry: Entry) -> None:
    """Answer an exercise to the full, from wherever the focus is before it.

    Raises:
        KeyError: a kind whose keyboard test is elsewhere, in tests/kinds.
    """
    found = exercise(page, entry)
    WAYS[entry["kind"]](page, f"#{entry['id']}", found)
