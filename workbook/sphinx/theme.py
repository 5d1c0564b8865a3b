"""Mends the theme: its weight, its accessibility faults, its habits from before this course.

What can be said in a template is in ``templates``, what can be said in CSS in ``styles``; here is the rest.
"""

from __future__ import annotations

import html
import posixpath
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html._assets import _JavaScript
from sphinx.config import Config
from sphinx.errors import SphinxError

TABS_SCRIPT = "_static/design-tabs.js"
#: What pages of this course do not need: workbook/page/shell.js does their work, as far as there is any.
UNUSED_SCRIPTS = {
    "_static/doctools.js",
    "_static/sphinx_highlight.js",
    "_static/documentation_options.js",
    "_static/scripts/sphinx-book-theme.js",
}
#: But the search page's own scripts count on these.
OF_SEARCH = {"_static/doctools.js", "_static/documentation_options.js"}
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


class AltTextError(SphinxError):
    """A picture that a person who cannot see it learns nothing of."""

    category = "Alternative text"


def check_alt_texts(source: str, pictures: list[tuple[str, str | None]]) -> None:
    """Raise `AltTextError` where a picture has no text, or only its own address, which Sphinx puts there.

    An empty text is accepted: it says, on purpose, that the picture is decoration.
    """
    for address, text in pictures:
        name = posixpath.basename(address)
        if text is None or text.strip().lower().endswith(PICTURES) or text.strip() == address != "":
            raise AltTextError(
                f"{source}: the picture {name} has no alternative text. Say in `:alt:` (or in the brackets of "
                "`![…](…)`) what a person who cannot see it should know."
            )


def scripts(given: list[_JavaScript], has_tabs: bool, is_search: bool) -> list[_JavaScript]:
    """Those of the page's scripts that it needs; deferred, so that nothing holds up words.

    The search page calls its scripts in the middle of the page, so there they cannot wait.
    """
    kept = []
    for script in given:
        name = str(script.filename or "")
        inline = str(script.attributes.get("body", ""))
        if (
            (name in UNUSED_SCRIPTS and not (is_search and name in OF_SEARCH))
            or (name == TABS_SCRIPT and not has_tabs)
            # Options of the version switcher and of search-as-you-type: neither is used.
            or inline.startswith("DOCUMENTATION_OPTIONS.")
        ):
            continue
        if not is_search and name and "async" not in script.attributes:
            script = _JavaScript(script.filename, priority=script.priority, **{**script.attributes, "defer": "defer"})
        kept.append(script)
    return kept


def first_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """The book's address leads to its first page; Jupyter Book's own redirect has no title and no language."""
    root = app.config.root_doc
    if root == "index":
        return []
    title = html.unescape(app.env.titles[root].astext())
    return [("index", {"target": app.builder.get_target_uri(root), "title": title}, "redirect.html")]


def no_pages_of_symbols(app: Sphinx, config: Config) -> None:
    """Leave out what the theme offers and this course has no use for: an index, the sources."""
    config.html_use_index = False
    config.html_copy_source = False
