"""How long an author waits: from saving a file of the course to seeing it in the browser, with `make preview`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.publishing.previewing import copy, previewing
from tests.support.book import ROOT
from workbook.lesson import lessons

TIMES = 3
LESSON = lessons()[2]
SEEN = "word => document.body?.innerText.includes(word)"
#: What is changed, where in a file, with what for a word that was not there, on which page, and how it is seen.
CHANGES = {
    "a word of an exercise (YAML)": (
        f"data/exercises/{LESSON.path.name}",
        "    title: ",
        "    title: {} ",
        LESSON.page,
        SEEN,
    ),
    "a word of a page (Markdown)": ("book/how-to-use.md", "\n", "\n\n{}.\n\n", "book/how-to-use", SEEN),
    "a style": (
        "workbook/page/page.css",
        ".sl-exercise {",
        ".sl-exercise {{ --seen: {};",
        LESSON.page,
        "word => { const one = document.querySelector('.sl-exercise');"
        " return one && getComputedStyle(one).getPropertyValue('--seen').trim() === word; }",
    ),
    "a script": (
        "workbook/page/page.js",
        "\n\n",
        "\n\ndocument.documentElement.dataset.seen = '{}';\n\n",
        LESSON.page,
        "word => document.documentElement.dataset.seen === word",
    ),
}


def preview_seconds(browser: Browser) -> Iterator[tuple[str, float]]:
    """Each kind of change with its seconds, the median of some."""
    with tempfile.TemporaryDirectory() as folder, previewing(copy(ROOT, Path(folder))) as writing:
        page = browser.new_page()
        page.goto(f"{writing.address}notebooks/models.html")  # and wait until all models have been run
        for what, (name, old, new, shown, seen) in CHANGES.items():
            page.goto(f"{writing.address}{shown}.html")
            text, times = writing.file(name).read_text(encoding="utf-8"), []
            assert old in text, f"{name} has no '{old}' any more"
            for n in range(TIMES):
                word = f"seen{n}"
                start = time.monotonic()
                writing.file(name).write_text(text.replace(old, new.format(word), 1), encoding="utf-8")
                page.wait_for_function(seen, arg=word, polling=20)
                times.append(time.monotonic() - start)
            yield what, median(times)
        page.close()
