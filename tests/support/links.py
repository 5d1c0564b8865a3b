"""Links inside a set of pages, and whether each leads to a file and an anchor that are there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from lxml import html

ELSEWHERE = ("http://", "https://", "mailto:", "data:", "javascript:", "blob:")


def links_of(tree: Any) -> list[str]:
    """What a page, parsed by lxml, links to and what it loads, in order."""
    return [str(one) for one in tree.xpath("//@href | //@src")]


def target(page: str, link: str) -> str:
    """The file that a link on a page leads to: both as paths below the root of the pages."""
    way = unquote(urldefrag(link)[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), way)) if way else page


def broken(root: Path, pages: Iterable[str]) -> list[str]:
    """Links that lead nowhere, as 'page: link'.

    Args:
        root: the folder that holds the pages.
        pages: their paths below it.
    """
    trees = {page: html.parse(root / page) for page in pages}
    anchors = {page: {str(one) for one in tree.xpath("//@id | //@name")} for page, tree in trees.items()}

    @cache
    def there(name: str) -> bool:
        return not name.startswith("..") and (root / name).is_file()

    found = []
    for page, tree in trees.items():
        for link in links_of(tree):
            if link.startswith(ELSEWHERE):
                continue
            name, anchor = target(page, link), unquote(urldefrag(link)[1])
            if not there(name) or (anchor and name in anchors and anchor not in anchors[name]):
                found.append(f"{page}: {link}")
    # '#' alone is the theme's way to the top of the page.
    return [one for one in found if not one.endswith(" #")]
