"""axe-core: accessibility faults that a program can find, about a third of all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class NoAxe(Exception):
    """axe-core is not installed; the message says how to get it."""


def findings(page: Page) -> list[str]:
    """Every fault axe finds on the page as it stands, with the rule and the first place.

    Raises:
        NoAxe: it is not installed.
    """
    if not AXE.is_file():
        raise NoAxe("axe-core is missing: `make test` installs it.")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "tags => axe.run({ runOnly: { type: 'tag', values: tags } }).then(all => all.violations)", TAGS
    )
    return [f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
