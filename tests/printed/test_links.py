"""What the build notes on links for paper."""

from __future__ import annotations

import pytest

from workbook.sphinx.page_html import PageHtml
from workbook.sphinx.print_links import note_links

TITLES = {"portfolio.html": "My portfolio", "../notebooks/models.html": "The 'model' room", "sources.html": "Sources"}


def noted(link: str) -> str:
    page = PageHtml(link)
    note_links(page, TITLES)
    return page.changed()


@pytest.mark.parametrize(
    "link, note",
    [
        ('<a href="../notebooks/models.html">models</a>', """data-title="The &#x27;model&#x27; room">"""),
        ('<a class="x" href="portfolio.html#top"><span>bring it</span></a>', 'data-title="My portfolio">'),
        ('<a href="https://a.example/b">https://a.example/b</a>', "data-spelt>"),
        ('<a href="https://doi.org/10.1/x">doi:10.1/x</a>', "data-spelt>"),
    ],
)
def test_a_link_gets_its_note(link: str, note: str) -> None:
    assert note in noted(link)


@pytest.mark.parametrize(
    "link",
    [
        '<a href="portfolio.html">see <em>my portfolio</em></a>',
        '<a href="sources.html#id7">Grint, 2005</a>',
        '<a href="#here">here</a>',
        '<a href="https://a.example/b">A body</a>',
        '<a href="unknown.html">x</a>',
    ],
)
def test_a_link_that_says_enough_gets_none(link: str) -> None:
    assert noted(link) == link
