"""Makes one small style sheet of the theme's six, with the icons in it, and removes what no page asks for.

The theme comes with 540 KB of CSS, of which a page of this course uses a tenth, and with its icons twice: as
a script of 1.5 MB and as fonts of 156 KB, for some twenty icons.
"""

from __future__ import annotations

import base64
import hashlib
import io
import itertools
import logging
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2
from fontTools import subset
from fontTools.ttLib import TTFont

from ..bundle.minify import parse, walk
from ..files import visible
from .page_html import PageHtml

#: In the order in which pages would load them.
SHEETS = (
    "basic.css",
    "styles/pydata-sphinx-theme.css",
    "pygments.css",
    "styles/sphinx-book-theme.css",
    "mystnb.*.css",
    "sphinx-design.min.css",
)
SHEET = "styles/book.css"
#: Stands in the pages' links until the sheet's own digest is known.
DIGEST = "digest-of-the-sheet"
LICENCES = (
    "/*! From Sphinx (BSD 2-Clause), sphinx-book-theme, pydata-sphinx-theme and MyST-NB (BSD 3-Clause), "
    "sphinx-design and Bootstrap (MIT), with icons of Font Awesome Free (font: SIL OFL 1.1). */"
)
ICON_FONT = "vendor/fontawesome/webfonts/fa-solid-900.woff2"
UNUSED = (
    "**/*.map",
    "**/*.LICENSE.txt",
    "*webpack-macros.html",
    "images/logo_*",  # of services that open notebooks
    "locales",
    "vendor",
    "file.png",
    "plus.png",
    "minus.png",
    "sphinx_highlight.js",
    "scripts",  # workbook/page/shell.js does what this course needs of them
    "styles/theme.css",
    *SHEETS,
)
#: What the theme takes from everything inside a note, exercises among them; course-theme.css takes it from the note's
#: own children.
TOO_FAR = (".admonition :last-child", "div.admonition :last-child")
#: Rules that hold other rules.
NESTING = ("media", "supports", "container", "layer")
WIDTHS = ("min-width", "max-width")


def is_merged(name: str) -> bool:
    """Whether a page need not load the style sheet ``name``, because `SHEET` holds it."""
    return any(Path(name).match(f"_static/{pattern}") for pattern in SHEETS)


def selectors(prelude: list[Any]) -> Iterator[list[Any]]:
    """Split a rule's selectors at the commas that part them, not at those in brackets."""
    one: list[Any] = []
    for token in prelude:
        if token == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def is_used(selector: list[Any], words: set[str]) -> bool:
    """Whether every class and id of ``selector`` stands somewhere in the book.

    Inside :is(), :not() and their like one name of several is enough, and a value is no name: both are passed over.
    """
    named = [token.value for token in selector if token.type == "hash"]
    for before, token in itertools.pairwise(selector):
        if before == "." and token.type == "ident":
            named.append(token.value)
    return all(name in words for name in named)


def purge(rules: Iterable[Any], words: set[str]) -> Iterator[str]:
    """The rules of a style sheet that some page of the book can match."""
    for rule in rules:
        if rule.type == "qualified-rule":
            named = [(tinycss2.serialize(one).strip(), one) for one in selectors(rule.prelude)]
            kept = [head for head, one in named if is_used(one, words) and head not in TOO_FAR]
            if kept and any(token.type != "whitespace" for token in rule.content):
                yield f"{','.join(kept)}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif rule.type == "at-rule" and rule.at_keyword in NESTING and rule.content is not None:
            rules_inside = list(purge(tinycss2.parse_rule_list(rule.content, True, True), words))
            if rules_inside:
                head = tinycss2.serialize(in_em(rule.prelude)).strip()
                yield f"@{rule.at_keyword} {head}{{{''.join(rules_inside)}}}"
        elif rule.type == "at-rule" and rule.content is not None and rule.at_keyword != "font-face":
            # `icon_font` takes the place of fonts. Only @charset and @import have no content; one sheet needs neither.
            head, inside = tinycss2.serialize(rule.prelude).strip(), tinycss2.serialize(rule.content).strip()
            yield f"@{rule.at_keyword} {head}{{{inside}}}"


def in_em(prelude: list[Any]) -> list[Any]:
    """A question on width in em: columns so give way to a reader's larger letters, and not to narrow windows only."""
    for block in prelude:
        if block.type == "() block" and any(one.type == "ident" and one.value in WIDTHS for one in block.content):
            for one in block.content:
                if one.type == "dimension" and one.lower_unit == "px":
                    one.representation, one.unit, one.lower_unit = f"{one.value / 16:g}", "em", "em"
    return prelude


def icons(css: str) -> set[int]:
    """The signs that a style sheet shows of Unicode's range for private use, where icon fonts keep their icons."""
    found: set[int] = set()

    def look(tokens: list[Any]) -> None:
        for token in tokens:
            if token.type == "string":
                found.update(ord(sign) for sign in token.value if "\ue000" <= sign <= "\uf8ff")
            for inner in ("content", "arguments"):
                look(getattr(token, inner, None) or [])

    look(tinycss2.parse_component_value_list(css))
    return found


def icon_font(font: Path, css: str) -> str:
    """Return a font with the icons that ``css`` still names, as a rule to put before it."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    options = subset.Options(flavor="woff2", layout_features=[], hinting=False, notdef_outline=True)
    glyphs = TTFont(font, recalcTimestamp=False)  # so that the same icons give the same bytes
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=icons(css))
    subsetter.subset(glyphs)
    data = io.BytesIO()
    subset.save_font(glyphs, data, options)
    source = base64.b64encode(data.getvalue()).decode()
    return (
        '@font-face{font-family:"Font Awesome 6 Free";font-style:normal;font-weight:900;font-display:block;'
        f'src:url(data:font/woff2;base64,{source}) format("woff2")}}'
    )


def vocabulary(out: Path) -> set[str]:
    """The classes and ids of all pages, and the words of the strings of all scripts, which can make some."""
    words: set[str] = set()
    for path in visible(out, "**/*.html"):
        words |= PageHtml(path.read_text(encoding="utf-8")).classes
    skipped = [name for pattern in UNUSED for name in visible(out / "_static", pattern)]
    for path in visible(out / "_static", "**/*.js"):
        if not any(path == one or one in path.parents for one in skipped):
            root = parse(path.read_bytes(), path.name)
            for node in walk(root):
                if node.type == "string_fragment" and node.text:
                    text = node.text.decode("utf-8")
                    words.update("".join(sign if sign.isalnum() or sign in "_-" else " " for sign in text).split())
    return words


class AllWords(set[str]):
    """As if every class and id stood somewhere."""

    def __contains__(self, word: object) -> bool:
        return True


def purge_css(out: Path, keep_all: bool = False) -> None:
    """Write `SHEET` below ``out``, the built book, and delete the files that no page asks for.

    Args:
        out: the folder of the book.
        keep_all: keep what no page uses now, as for a book that is being written.
    """
    static = out / "_static"
    sheets = [path for pattern in SHEETS for path in visible(static, pattern)]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    words = AllWords() if keep_all else vocabulary(out)
    css = "\n".join(purge(tinycss2.parse_stylesheet(text, True, True), words))
    sheet = "\n".join(['@charset "utf-8";', LICENCES, icon_font(static / ICON_FONT, css), css, ""])
    (static / SHEET).write_text(sheet, encoding="utf-8")
    digest = hashlib.sha256(sheet.encode()).hexdigest()[:8]
    for page in visible(out, "**/*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(DIGEST, digest), encoding="utf-8")
    for pattern in UNUSED if "design-tabs" in words else (*UNUSED, "design-tabs.js"):
        for path in visible(static, pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
