"""Heavy data of exercises, moved out of a page into a script of its own that the page loads when it is wanted."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sphinx.application import Sphinx

from .assets import ASSETS, up
from .page_html import PageHtml

FOLDER = f"_static/{ASSETS}/bulk"


def part(app: Sphinx, page: str, read: PageHtml) -> None:
    """Write the heavy data of a page beside the book's scripts; in the page stays where to find it.

    A script and no JSON: a page opened from a folder may load the one and not the other.
    """
    for bulk in read.bulks:
        text = f"(globalThis.slBulk||={{}})[{bulk.exercise!r}]={bulk.data};\n"
        name = f"{bulk.exercise}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
        path = Path(app.outdir) / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        source = f"{up(page)}{FOLDER}/{name}"
        read.edit(
            bulk.start, bulk.end, f'<script type="application/json" data-part="bulk" data-src="{source}"></script>'
        )
