"""Links inside a set of pages, and whether each leads to a file and an anchor that are there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag

from bs4 import BeautifulSoup

ELSEWHERE = ("http://", "https://", "mailto:", "data:", "javascript:", "blob:")


def broken(root: Path, soups: Mapping[str, BeautifulSoup]) -> list[str]:
    """Links that lead nowhere, as 'page: link'.

    Args:
        root: the folder that holds the pages.
        soups: the pages, by their path below it.
    """
    anchors = {
        page: {str(one[name]) for name in ("id", "name") for one in soup.select(f"[{name}]")}
        for page, soup in soups.items()
    }
    found = []
    for page, soup in soups.items():
        links = [str(one[name]) for name in ("href", "src") for one in soup.select(f"[{name}]")]
        for link in links:
            if link.startswith(ELSEWHERE):
                continue
            way, anchor = urldefrag(link)
            way = unquote(way.partition("?")[0])
            target = (root / page).parent.joinpath(way).resolve() if way else (root / page).resolve()
            name = str(target.relative_to(root.resolve())) if target.is_relative_to(root.resolve()) else ""
            if not target.is_file() or (anchor and name in anchors and unquote(anchor) not in anchors[name]):
                found.append(f"{page}: {link}")
    # '#' alone is the theme's way to the top of the page.
    return [one for one in found if not one.endswith(" #")]
