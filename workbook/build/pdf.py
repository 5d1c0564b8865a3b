"""Prints the whole course with Chromium to one PDF: tagged, with bookmarks, language, title and page numbers.

It is printed twice: the first time shows on which page each thing stands, the second says so in the contents
and beside the links.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pikepdf
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright

from ..course import Course
from . import onepage
from .book import places

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Nothing of the course is elsewhere; nothing else of the browser's has a need to call out.
FLAGS = ("--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND")
PATIENCE = 180_000  # ms: a slow or busy machine is no fault
PRINTS = 4  # at most; two are usual
WIDTH = 650  # of the printed words in CSS pixels, so that drawings are made for the width they are printed in


class NoChromiumError(Exception):
    """There is no Chromium to print with; the message says how to get one."""


class NotPrintedError(Exception):
    """The course could not be printed as it should be; the message says why."""


def chromium() -> str | None:
    """The Chromium that ``CHROMIUM`` names, else this machine's, else None: Playwright's own.

    Raises:
        NoChromiumError: ``CHROMIUM`` names no program.
    """
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        raise NoChromiumError(f"CHROMIUM is set to '{named}', which is not a program. Correct it or unset it.")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def show(page: Page, html: str, folder: Path) -> None:
    """Show ``html`` as a page beside the built book, whose style sheets and script it uses."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, prefix="whole-", suffix=".html") as file:
        file.write(html)
        file.flush()
        page.goto(Path(file.name).as_uri())
    page.wait_for_function("document.querySelector('.sl-alive') !== null")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


def numbers(path: Path) -> dict[str, int]:
    """On which page of the PDF at ``path`` each thing stands that a link leads to, by its id."""
    with pikepdf.open(path) as pdf:
        pages = {str(page.objgen): number for number, page in enumerate(pdf.pages, 1)}
        found = pdf.Root.get("/Dests", pikepdf.Dictionary())
        return {name.removeprefix("/"): pages[str(target[0].objgen)] for name, target in found.items()}


def finish(course: Course, path: Path) -> int:
    """Say in the PDF at ``path`` what it is, leave out the time, pack it well; return its number of pages."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        language = str(pdf.Root.get("/Lang", ""))
        del pdf.docinfo
        with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            meta["dc:title"] = course.title
            meta["dc:creator"] = [course.author]
            meta["dc:language"] = {language}
            meta["dc:description"] = course.strings["paper_about"]
            meta["pdf:Producer"] = "Chromium, through the course's own make pdf"
        pdf.docinfo["/Title"] = course.title
        pdf.docinfo["/Author"] = course.author
        pages = len(pdf.pages)
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return pages


def make(course: Course, target: Path) -> int:
    """Print the course to ``target``; return its number of pages.

    Raises:
        NoChromiumError: there is none, or it does not start.
        NotPrintedError: page numbers do not come to rest, or a link leads nowhere.
    """
    program = chromium()
    html = places(course).html
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        except PlaywrightError as error:
            raise NoChromiumError(
                f"Chromium does not start ({str(error).splitlines()[0]}). Install it (on Debian: sudo apt-get install "
                "chromium), or set CHROMIUM to the path of one."
            ) from None
        bare = onepage.whole(course, html)
        page = browser.new_page(viewport={"width": WIDTH, "height": 900})
        page.set_default_timeout(PATIENCE)
        known: dict[str, int] = {}
        for _ in range(PRINTS):
            shown = onepage.fill(bare, known) if known else bare
            show(page, shown, html.parent)
            page.pdf(path=target, prefer_css_page_size=True, tagged=True, outline=True)
            before, known = known, numbers(target)
            if before == known:
                break
        else:
            raise NotPrintedError("The page numbers changed with every print. Print again, or look for what moves.")
        browser.close()
    nowhere = onepage.targets(shown) - known.keys()
    if nowhere:
        raise NotPrintedError(f"Links that lead to no page: {', '.join(sorted(nowhere))}")
    return finish(course, target)


def run(course: Course) -> int:
    """Print the course; return the exit status."""
    target = course.output / f"{course.id}.pdf"
    start = time.monotonic()
    print("Printing the course ...", flush=True)
    try:
        pages = make(course, target)
    except (NoChromiumError, NotPrintedError) as error:
        print(error, file=sys.stderr)
        return 1
    size = target.stat().st_size / 1024
    where = target.relative_to(course.root)
    print(f"{where}: {pages} pages, {size:,.0f} KB, in {time.monotonic() - start:.0f} s")
    return 0
