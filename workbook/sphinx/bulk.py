"""Heavy data of exercises, moved out of a page into scripts of their own that the page loads when they are wanted."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from .assets import ASSETS, up
from .page_html import PageHtml

FOLDER = f"_static/{ASSETS}/bulk"


def part(app: Sphinx, page: str, read: PageHtml) -> None:
    """Write the heavy data of a page beside the book's scripts; in the page stays where to find it.

    A script and no JSON: a page opened from a folder may load the one and not the other. What several exercises have
    in common, such as versions of one, is one script.
    """
    names: dict[str, str] = {}  # by key
    for bulk in read.bulks:
        name = names.setdefault(bulk.key, f"{bulk.exercise}-{bulk.key}.js")
        if bulk.data:
            path = Path(app.outdir) / FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"(globalThis.slBulk||={{}})[{bulk.key!r}]={bulk.data};\n", encoding="utf-8")
        place = f'data-part="bulk" data-key="{bulk.key}" data-src="{up(page)}{FOLDER}/{name}"'
        read.edit(bulk.start, bulk.end, f'<script type="application/json" {place}></script>')
