"""axe-core: accessibility faults that a program can find, about a third of all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
#: The rules that look at colours; no other one finds anything else in another mode.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class NoAxe(Exception):
    """axe-core is not installed; the message says how to get it."""


#: The page has turned dark.
DARK = "() => document.documentElement.dataset.theme === 'dark'"


def findings(page: Page, colours_only: bool = False) -> list[str]:
    """Every fault axe finds on the page as it stands, with the rule and the first place.

    Args:
        colours_only: for a page that was looked at in full in another mode of colours.

    Raises:
        NoAxe: it is not installed.
    """
    if not AXE.is_file():
        raise NoAxe("axe-core is missing: `make test` installs it.")
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    only = {"type": "rule", "values": OF_COLOURS} if colours_only else {"type": "tag", "values": TAGS}
    found: list[dict[str, Any]] = page.evaluate(
        "only => axe.run({ runOnly: only, resultTypes: ['violations'] }).then(all => all.violations)", only
    )
    return [f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def in_both_modes(page: Page) -> list[str]:
    """Every fault on a page in light mode; then its colours, as the device turns dark and light again."""
    found = findings(page)
    page.add_style_tag(content="* { transition: none !important; }")  # No colour is half on its way.
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(DARK)
    found += [f"dark: {one}" for one in findings(page, colours_only=True)]
    page.emulate_media(color_scheme="light")
    return found


def unnoticed(page: Page, faults: dict[str, str]) -> list[str]:
    """Rules that find nothing once faults are put into a page: a check that axe can fail.

    Args:
        faults: what puts each fault in, as JavaScript, and the rule that is to find it.
    """
    for fault in faults:
        page.evaluate(fault)
    found = " ".join(findings(page))
    return [rule for rule in faults.values() if f": {rule}: " not in found]
