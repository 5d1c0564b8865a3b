"""Prints on a page which scripts a content security policy must let run: those few that stand in the pages themselves.

Their hashes follow from what was built, so no host has to allow every inline script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from ..files import visible

#: Stands in a page's source where the hashes are to stand.
PLACE = "SCRIPT-HASHES"
TYPES = ("", "module", "text/javascript")


class _Tag(HTMLParser):
    """The attributes of one start tag."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.found: dict[str, str | None] = {}
        self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = dict(attrs)


def inline_scripts(page: str) -> Iterator[str]:
    """What stands in the script elements of a page, as browsers hash it; data is no script."""
    at = page.find("<script")
    while at >= 0:
        start = page.index(">", at) + 1
        end = page.index("</script", start)
        attributes = _Tag(page[at:start]).found
        if "src" not in attributes and (attributes.get("type") or "") in TYPES:
            yield page[start:end]
        at = page.find("<script", end)


def hashes(folder: Path) -> list[str]:
    """The sources for ``script-src`` that let the scripts in the pages below a folder run, in order."""
    scripts = {one for path in visible(folder, "**/*.html") for one in inline_scripts(path.read_text(encoding="utf-8"))}
    return sorted(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in scripts)


def print_hashes(folder: Path) -> None:
    """Put the hashes where a page has a place for them."""
    found = escape(" ".join(hashes(folder)))
    for path in visible(folder, "**/*.html"):
        text = path.read_text(encoding="utf-8")
        if PLACE in text:
            path.write_text(text.replace(PLACE, found), encoding="utf-8")
