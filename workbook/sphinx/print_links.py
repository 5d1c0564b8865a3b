"""Notes on links what paper must spell out: the title of the page that a link inside the book leads to.

``print.css`` shows the note behind the link. It also shows the address of a link to another website, unless the
link's own words are that address, which is noted here too.
"""

from __future__ import annotations

import html
from urllib.parse import urldefrag

from .page_html import PageHtml


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
    # A citation leads to an id of docutils; author and year stand in the text, and every source on one page.
    cited = anchor.startswith("id") and anchor[2:].isdecimal()
    if not title or cited or title.casefold() in words.casefold():
        return ""
    return f' data-title="{html.escape(title)}"'


def note_links(page: PageHtml, titles: dict[str, str]) -> None:
    """Note the links of one page."""
    for link in page.links:
        attribute = note(link.address, " ".join("".join(link.words).split()), titles)
        if attribute:
            page.edit(link.end - 1, link.end - 1, attribute)
