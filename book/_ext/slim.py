"""Makes one small style sheet of the theme's six, with the icons in it, and removes what no page asks for.

The theme comes with 540 KB of CSS, of which a page of this course uses a tenth, and with its icons twice: as
a script of 1.5 MB and as fonts of 156 KB, for some twenty icons.
"""

from __future__ import annotations

import base64
import hashlib
import io
import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

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
    "scripts/fontawesome.js",
    "scripts/bootstrap.js",
    "scripts/sphinx-book-theme.js",
    "styles/theme.css",
    *SHEETS,
)
TOKEN = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]""", re.DOTALL)
NAME = re.compile(r"[.#](-?[A-Za-z_](?:[\w-]|\\.)*)")
#: Icons live in the range of Unicode that is for private use: written as an escape, or as they are.
ICON = re.compile(r"\\([ef][0-9a-f]{3})|([\ue000-\uf8ff])")


def is_merged(name: str) -> bool:
    """Whether a page need not load the style sheet ``name``, because `SHEET` holds it."""
    return any(Path(name).match(f"_static/{pattern}") for pattern in SHEETS)


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield the top level of a style sheet as (prelude, block), block None for statements such as @charset."""
    depth = start = opened = 0
    for token in TOKEN.finditer(css):
        match token.group():
            case "{":
                depth += 1
                if depth == 1:
                    opened = token.start()
            case "}":
                depth -= 1
                if depth == 0:
                    yield css[start:opened].strip(), css[opened + 1 : token.start()]
                    start = token.end()
            case ";" if depth == 0:
                yield css[start : token.start()].strip(), None
                start = token.end()


def selectors(prelude: str) -> list[str]:
    """Split a rule's selectors at the commas that part them, not at those in brackets."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(prelude[start:place])
            start = place + 1
    return [*parts, prelude[start:]]


def is_used(selector: str, words: set[str]) -> bool:
    """Whether every class and id of ``selector`` stands somewhere in the book; alternatives count as used."""
    # Inside :is(), :not() and their like one name of several is enough, and a value is no name.
    plain = re.sub(r"\[[^]]*\]|:(?:is|not|where|has|any)\([^()]*(?:\([^()]*\)[^()]*)*\)", "", selector)
    return all(name.replace("\\", "") in words for name in NAME.findall(plain))


def purge(css: str, words: set[str]) -> str:
    """Return ``css`` without the rules that no page of the book can match."""
    kept = []
    for prelude, block in rules(css):
        if block is None:
            continue  # only @charset and @import; the sheets stand in one file, all UTF-8
        if prelude.startswith(("@media", "@supports", "@container", "@layer")):
            block = purge(block, words)
        elif not prelude.startswith("@"):
            prelude = ",".join(one for one in selectors(prelude) if is_used(one, words))
        elif prelude.startswith("@font-face"):
            continue  # `icon_font` takes their place
        if prelude and block:
            kept.append(f"{prelude}{{{block}}}")
    return "\n".join(kept)


def icon_font(font: Path, css: str) -> str:
    """Return a font with the icons that ``css`` still names, as a rule to put before it."""
    icons = {int(code, 16) if code else ord(sign) for code, sign in ICON.findall(css)}
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    options = subset.Options(flavor="woff2", layout_features=[], hinting=False, notdef_outline=True)
    glyphs = TTFont(font, recalcTimestamp=False)  # so that the same icons give the same bytes
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=icons)
    subsetter.subset(glyphs)
    data = io.BytesIO()
    subset.save_font(glyphs, data, options)
    source = base64.b64encode(data.getvalue()).decode()
    return (
        '@font-face{font-family:"Font Awesome 6 Free";font-style:normal;font-weight:900;font-display:block;'
        f'src:url(data:font/woff2;base64,{source}) format("woff2")}}'
    )


def vocabulary(out: Path) -> set[str]:
    """Every word of the pages and scripts: a class or id that is not among them cannot be on any page."""
    files = [*out.rglob("*.html"), *(out / "_static").rglob("*.js")]
    skipped = [name for pattern in UNUSED for name in (out / "_static").glob(pattern)]
    texts = (path.read_text(encoding="utf-8") for path in files if path not in skipped)
    return {word for text in texts for word in re.findall(r"[\w-]+", text)}


def slim_down(out: Path) -> None:
    """Write `SHEET` below ``out``, the built book, and delete the files that no page asks for."""
    static = out / "_static"
    sheets = [path for pattern in SHEETS for path in sorted(static.glob(pattern))]
    text = "\n".join(re.sub(r"/\*.*?\*/", "", s.read_text(encoding="utf-8"), flags=re.DOTALL) for s in sheets)
    words = vocabulary(out)
    css = purge(text, words)
    # In em, so that columns also give way to a reader's larger letters, not to narrow windows only.
    css = re.sub(r"((?:min|max)-width:\s*)([\d.]+)px\)", lambda found: f"{found[1]}{float(found[2]) / 16:g}em)", css)
    sheet = "\n".join(['@charset "utf-8";', LICENCES, icon_font(static / ICON_FONT, css), css, ""])
    (static / SHEET).write_text(sheet, encoding="utf-8")
    digest = hashlib.sha256(sheet.encode()).hexdigest()[:8]
    for page in out.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(DIGEST, digest), encoding="utf-8")
    for pattern in UNUSED if "design-tabs" in words else (*UNUSED, "design-tabs.js"):
        for path in static.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
