"""Mends the theme: its weight, its accessibility faults, its habits from before this course.

What can be said in a template is in ``book/_templates``, what can be said in CSS in ``book/assets``; here is
the rest. `slim` makes the one style sheet that every page loads.
"""

from __future__ import annotations

import html
import posixpath
import re
from html.parser import HTMLParser
from typing import Any

import slim
from sphinx.application import Sphinx
from sphinx.builders.html._assets import _JavaScript
from sphinx.config import Config
from sphinx.errors import SphinxError

#: Scripts no page of this course needs: tooltips, full screen, a table of contents that hides.
UNUSED_SCRIPTS = {"_static/scripts/sphinx-book-theme.js"}
TABS_SCRIPT = "_static/design-tabs.js"
IMAGE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|webp|avif)$", re.IGNORECASE)


class AltTextError(SphinxError):
    """A picture that a person who cannot see it learns nothing of."""

    category = "Alternative text"


class Pictures(HTMLParser):
    """Collects, for each picture of a page, its address and its alternative text (None: not given)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            given = dict(attrs)
            self.found.append((given.get("src") or "", given["alt"] or "" if "alt" in given else None))


def check_alt_texts(source: str, body: str) -> None:
    """Raise `AltTextError` where a picture has no text, or only its own address, which Sphinx puts there.

    An empty text is accepted: it says, on purpose, that the picture is decoration.
    """
    pictures = Pictures()
    pictures.feed(body)
    for address, text in pictures.found:
        name = posixpath.basename(address)
        if text is None or IMAGE_NAME.search(text.strip()) or text.strip() == address != "":
            raise AltTextError(
                f"{source}: the picture {name} has no alternative text. Say in `:alt:` (or in the brackets of "
                "`![…](…)`) what a person who cannot see it should know."
            )


def mend_body(body: str) -> str:
    """Take the faults out of a page's HTML that myst-nb, docutils and pandas put there.

    The label of a fold hides what stands on it, a list of sources has entries of a role that is no more,
    and an empty header cell is announced as a header.
    """
    body = body.replace('<summary aria-label="Toggle hidden content">', "<summary>")
    body = body.replace(' role="doc-biblioentry"', ' role="listitem"')
    return re.sub(r"<th(\s[^>]*)?>\s*</th>", "<td></td>", body)


def scripts(given: list[_JavaScript], body: str, can_wait: bool) -> list[_JavaScript]:
    """Those of the page's scripts that it needs; deferred where ``can_wait``, so that nothing holds up words."""
    kept = []
    for script in given:
        name = str(script.filename or "")
        inline = str(script.attributes.get("body", ""))
        if (
            name in UNUSED_SCRIPTS
            or (name == TABS_SCRIPT and "sd-tab-set" not in body)
            # Options of the version switcher and of search-as-you-type: neither is used.
            or inline.startswith("DOCUMENTATION_OPTIONS.")
        ):
            continue
        if can_wait and name and "async" not in script.attributes:
            script = _JavaScript(script.filename, priority=script.priority, **{**script.attributes, "defer": "defer"})
        kept.append(script)
    return kept


def mend_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Mend one page on its way to its template."""
    body = context.get("body") or ""
    if body:
        if page in app.env.found_docs:
            check_alt_texts(str(app.env.doc2path(page, base=False)), body)
        context["body"] = body = mend_body(body)
    context["course_id"] = app.config["course_id"]
    # The search page calls its scripts in the middle of the page, so there they cannot wait.
    context["script_files"] = scripts(context["script_files"], body, can_wait=page != "search")
    context["css_files"] = [css for css in context["css_files"] if not slim.is_merged(str(css.filename))]


def first_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """The book's address leads to its first page; Jupyter Book's own redirect has no title and no language."""
    root = app.config.root_doc
    if root == "index":
        return []
    title = html.unescape(app.env.titles[root].astext())
    return [("index", {"target": app.builder.get_target_uri(root), "title": title}, "redirect.html")]


def slim_down(app: Sphinx, error: Exception | None) -> None:
    """After the last page is written: one small style sheet, and none of the files nobody asks for."""
    if error is None and app.builder.format == "html":
        slim.slim_down(app.outdir)


def no_pages_of_symbols(app: Sphinx, config: Config) -> None:
    """Leave out what the theme offers and this course has no use for: an index, the sources."""
    config.html_use_index = False
    config.html_copy_source = False


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("config-inited", no_pages_of_symbols)
    app.connect("html-collect-pages", first_page)
    # After every other extension has had its say.
    app.connect("html-page-context", mend_page, priority=900)
    app.connect("build-finished", slim_down, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
