"""Print the whole course with Chromium to one PDF: tagged, with bookmarks, language, title and page numbers.

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

import onepage
import pikepdf
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "_build" / "html"
NAME = "leading-across-boundaries.pdf"
OUT = ROOT / "_build" / NAME
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Nothing of the course is elsewhere; nothing else of the browser's has a need to call out.
FLAGS = ("--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND")
PATIENCE = 180_000  # ms: a slow or busy machine is no fault
PRINTS = 4  # at most; two are usual
WIDTH = 650  # of the printed words in CSS pixels, so that drawings are made for the width they are printed in


class NoChromium(Exception):
    """There is no Chromium to print with; the message says how to get one."""


class NotPrinted(Exception):
    """The course could not be printed as it should be; the message says why."""


def chromium() -> str | None:
    """The Chromium that ``CHROMIUM`` names, else this machine's, else None: Playwright's own.

    Raises:
        NoChromium: ``CHROMIUM`` names no program.
    """
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        raise NoChromium(f"CHROMIUM is set to '{named}', which is not a program. Correct it or unset it.")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def show(page: Page, html: str) -> None:
    """Show ``html`` as a page beside the built book, whose style sheets and script it uses."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=HTML.parent, prefix="whole-", suffix=".html") as file:
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


def finish(path: Path, config: dict[str, object]) -> int:
    """Say in the PDF at ``path`` what it is, leave out the time, pack it well; return its number of pages."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        language = str(pdf.Root.get("/Lang", ""))
        del pdf.docinfo
        with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            meta["dc:title"] = str(config["title"])
            meta["dc:creator"] = [str(config["author"])]
            meta["dc:language"] = {language}
            meta["dc:description"] = "An interactive course in systems leadership, as worksheets on paper"
            meta["pdf:Producer"] = "Chromium, through the course's own make pdf"
        pdf.docinfo["/Title"] = str(config["title"])
        pdf.docinfo["/Author"] = str(config["author"])
        pages = len(pdf.pages)
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return pages


def make(target: Path) -> int:
    """Print the course to ``target``; return its number of pages.

    Raises:
        NoChromium: there is none, or it does not start.
        NotPrinted: page numbers do not come to rest, or a link leads nowhere.
    """
    program = chromium()
    config, toc = onepage.settings(ROOT)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        except PlaywrightError as error:
            raise NoChromium(
                f"Chromium does not start ({str(error).splitlines()[0]}). Install it (on Debian: sudo apt-get install "
                "chromium), or set CHROMIUM to the path of one."
            ) from None
        bare = onepage.whole(HTML, config, toc)
        page = browser.new_page(viewport={"width": WIDTH, "height": 900})
        page.set_default_timeout(PATIENCE)
        known: dict[str, int] = {}
        for _ in range(PRINTS):
            shown = onepage.fill(bare, known) if known else bare
            show(page, shown)
            page.pdf(path=target, prefer_css_page_size=True, tagged=True, outline=True)
            before, known = known, numbers(target)
            if before == known:
                break
        else:
            raise NotPrinted("The page numbers changed with every print. Print again, or look for what moves.")
        browser.close()
    nowhere = onepage.targets(shown) - known.keys()
    if nowhere:
        raise NotPrinted(f"Links that lead to no page: {', '.join(sorted(nowhere))}")
    return finish(target, config)


def main() -> int:
    """Print the course; return the exit status."""
    start = time.monotonic()
    print("Printing the course ...", flush=True)
    try:
        pages = make(OUT)
    except (NoChromium, NotPrinted) as error:
        print(error, file=sys.stderr)
        return 1
    size = OUT.stat().st_size / 1024
    print(f"{OUT.relative_to(ROOT)}: {pages} pages, {size:,.0f} KB, in {time.monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
