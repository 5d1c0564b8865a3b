"""One piece of work everywhere: begun in the zip from disk, gone on with on a site, in JupyterLab, and back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.answering import Entry, answer, complete, exercise, saved
from tests.support.book import ROOT, Book
from tests.support.jupyterlab import ALIVE, SLOW, run_all, running
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.words import words

Portfolio = dict[str, dict[str, Any]]


def take(page: Page, to: Path) -> Path:
    """Take the portfolio file away from the portfolio page."""
    with page.expect_download() as caught:
        page.get_by_role("button", name=words()["take_json"], exact=True).click()
    caught.value.save_as(to)
    return to


def bring(page: Page, file: Path) -> None:
    """Bring a portfolio file in; where both sides hold an answer that differs, the file's is chosen."""
    page.locator("#sl-bring").set_input_files(file)
    form = page.locator("sl-portfolio .sl-review form")
    form.wait_for()
    for radio in form.locator("input[value=file]").all():
        radio.check()
    form.locator("button[type=submit]").click()
    form.wait_for(state="detached")


def answers(file: Path) -> Portfolio:
    found: Portfolio = json.loads(file.read_text(encoding="utf-8"))["answers"]
    return found


def in_jupyterlab(browser: Browser, file: Path, page: str, entries: list[Entry], folder: Path) -> Path:
    """Go on in a live notebook with a portfolio file beside it: see what is there, answer the last exercise."""
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    shutil.copy(ROOT / f"{page.removesuffix('.html')}.ipynb", notebooks)
    shutil.copy(file, notebooks / "portfolio.json")
    home = folder / "home"
    home.mkdir()
    with running(notebooks, home) as lab:
        visits = Visits(browser, lab.url)
        opened = visits.context(viewport={"width": 1300, "height": 1000}).new_page()
        opened.goto(f"{lab.url}/lab/tree/{Path(page).stem}.ipynb")
        opened.locator(".jp-CodeCell").nth(len(entries)).wait_for(timeout=SLOW)
        run_all(opened, ALIVE, len(entries))
        first = exercise(opened, entries[0])
        assert first.locator("input:checked").count() == 1, "what was answered on the site is there"
        saved(answer(opened, entries[-1]), "kernel")
        visits.close()
    return notebooks / "portfolio.json"


@pytest.mark.soak("four browsers and a JupyterLab: `make soak` only")
def test_one_portfolio_goes_round_without_loss(
    browser: Browser,
    book: Book,
    folder_site: Site,
    folder_visits: Visits,
    book_http: Site,
    http_visits: Visits,
    tmp_path: Path,
) -> None:
    (first, begun), (second, others) = list(book.lessons.items())[:2]
    by_kind = list({one["kind"]: one for one in begun}.values())
    # From disk: one exercise of each kind of lesson 1.
    disk = folder_visits.open(folder_site.url(first), accept_downloads=True)
    for entry in by_kind:
        complete(disk, entry)
    disk.goto(folder_site.url("book/portfolio.html"))
    from_disk = take(disk, tmp_path / "disk.json")
    assert set(answers(from_disk)) == {entry["id"] for entry in by_kind}
    # On a site, in another browser: bring it in, and do the first exercise of lesson 2.
    site = http_visits.open(book_http.url("book/portfolio.html"), accept_downloads=True)
    bring(site, from_disk)
    site.goto(book_http.url(second))
    complete(site, others[0])
    site.goto(book_http.url("book/portfolio.html"))
    from_site = take(site, tmp_path / "site.json")
    assert {id: one for id, one in answers(from_site).items() if id != others[0]["id"]} == answers(from_disk)
    # In JupyterLab: the last exercise of lesson 2.
    from_lab = in_jupyterlab(browser, from_site, second, others, tmp_path)
    assert {id: one for id, one in answers(from_lab).items() if id != others[-1]["id"]} == answers(from_site)
    # And back on disk: all of it, as it was.
    bring(disk, from_lab)
    home = take(disk, tmp_path / "back.json")
    assert answers(home) == answers(from_lab)
    assert len(answers(home)) == len(by_kind) + 2
