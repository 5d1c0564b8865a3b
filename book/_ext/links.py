"""Notes on links what paper must spell out: the title of the page that a link inside the book leads to.

``print.css`` shows the note behind the link. It also shows the address of a link to another website, unless the
link's own words are that address, which is noted here too.
"""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urldefrag

from sphinx.application import Sphinx

LINK = re.compile(r'<a\b([^>]*?)\bhref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
#: Where a citation leads. Author and year stand in the text, and every source on one page.
CITED = re.compile(r"id\d+")


def said(inner: str) -> str:
    """The words of a link, on one line."""
    return " ".join(html.unescape(TAG.sub("", inner)).split())


def note(address: str, words: str, titles: dict[str, str]) -> str:
    """The attribute to add to a link; nothing where its words say enough.

    Args:
        address: where it leads.
        words: what stands on it.
        titles: the title of each page of the book, by its address from the page at hand.
    """
    if address.startswith(("http://", "https://")):
        return " data-spelt" if words and words.removeprefix("doi:") in address else ""
    page, anchor = urldefrag(address)
    title = titles.get(page, "")
    if not title or CITED.fullmatch(anchor) or title.casefold() in words.casefold():
        return ""
    return f' data-title="{html.escape(title)}"'


def noted(body: str, titles: dict[str, str]) -> str:
    """A page's HTML with its links noted."""

    def mark(link: re.Match[str]) -> str:
        before, address, after, inner = link.groups()
        return f'<a{before}href="{address}"{after}{note(html.unescape(address), said(inner), titles)}>{inner}</a>'

    return LINK.sub(mark, body)


def note_links(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Note the links of one page on its way to its template."""
    if context.get("body") and page in app.env.found_docs:
        others = sorted(app.env.found_docs - {page})
        titles = {app.builder.get_relative_uri(page, one): app.env.titles[one].astext() for one in others}
        context["body"] = noted(context["body"], titles)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-page-context", note_links, priority=800)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
