"""The Word file that the page makes: opened by python-docx, with headings, language and header rows."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page

from tests.portfolio.hostile import good_record
from tests.support.book import expanded
from tests.support.sites import Site
from tests.support.words import words

RTL = "שלום עולם"
SECONDS = 2.0


@pytest.fixture
def portfolio_page(browser: Browser, book_http: Site) -> Any:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(book_http.url("book/portfolio.html"))
    yield page
    context.close()


def manifest_of(page: Page) -> dict[str, Any]:
    return expanded(json.loads(page.locator("#sl-course").text_content() or ""))


def store(page: Page, course: str, answers: dict[str, Any]) -> None:
    page.evaluate(
        "([course, all]) => Object.entries(all).forEach(([id, one]) =>"
        " localStorage.setItem(`${course}/v1/${id}`, JSON.stringify(one)))",
        [course, answers],
    )
    page.reload()


def word_file(page: Page) -> tuple[bytes, float]:
    start = time.monotonic()
    with page.expect_download() as download:
        page.get_by_role("button", name=words()["take_word"], exact=True).click()
    path = download.value.path()
    return Path(path).read_bytes(), time.monotonic() - start


def made(page: Page) -> tuple[DocumentType, bytes, dict[str, Any]]:
    manifest = manifest_of(page)
    answers = {}
    for entry in manifest["exercises"]:
        if entry["kind"] in ("reflection", "issue", "if-then"):
            said = [["What?", f"Line one & <two>\nline \u0007 two 👋🏽 {entry['id']}"], ["So what?", RTL]]
            answers[entry["id"]] = good_record(entry["kind"]) | {"said": said}
    store(page, manifest["course"], answers)
    content, _ = word_file(page)
    return Document(io.BytesIO(content)), content, answers


def test_word_file_has_headings_language_and_words(portfolio_page: Page) -> None:
    document, content, answers = made(portfolio_page)
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2"} <= set(styles)
    assert styles.count("Heading 2") == len(answers)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-GB"
    assert document.core_properties.language == "en-GB"
    said = document.core_properties
    assert (said.author, said.last_modified_by, said.comments) == ("", "", words()["study_note"])
    assert said.created.year >= 2026 and said.modified.year >= 2026, "the tool's own template is of 2013"
    assert b"python-docx" not in b"".join(
        zipfile.ZipFile(io.BytesIO(content)).read(one) for one in ("docProps/core.xml",)
    )
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for id in answers:
        assert f"Line one & <two>\nline  two 👋🏽 {id}" in text  # the bell, which XML forbids, is left out
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def test_word_file_turns_right_to_left_text(portfolio_page: Page) -> None:
    document, _, answers = made(portfolio_page)
    turned = [one for one in document.paragraphs if one.text.endswith(RTL)]
    assert len(turned) == len(answers)
    assert all(one._p.find(f".//{qn('w:bidi')}") is not None for one in turned)


def test_word_tables_have_heads_and_say_what_they_are(portfolio_page: Page) -> None:
    document, _, _ = made(portfolio_page)
    _facts, lessons, _signs = document.tables
    assert [cell.text for cell in lessons.rows[0].cells] == [
        words()[key] for key in ("portfolio_lesson", "study_exercises", "study_when", "study_outcomes")
    ]
    headers = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in lessons.rows]
    assert headers == [True] + [False] * (len(lessons.rows) - 1)
    for table in document.tables:
        for name in ("w:tblCaption", "w:tblDescription"):
            assert len(table._tbl.tblPr.find(qn(name)).get(qn("w:val"))) > 5


def test_word_file_of_a_full_course_is_made_in_time(portfolio_page: Page) -> None:
    """Every exercise of the course answered at length; measured so that a slow machine has room."""
    page = portfolio_page
    manifest = manifest_of(page)
    page.evaluate("() => localStorage.clear()")
    answers = {
        entry["id"]: good_record("reflection") | {"value": {"what": "w" * 3000, "so_what": RTL, "now_what": "x"}}
        for entry in manifest["exercises"]
        if entry["kind"] == "reflection"
    }
    store(page, manifest["course"], answers)
    _, seconds = word_file(page)
    assert seconds < SECONDS


@pytest.mark.soak("LibreOffice is opened by `make soak` only")
def test_word_file_opens_in_libreoffice(portfolio_page: Page, tmp_path: Path) -> None:
    assert shutil.which("libreoffice"), "install LibreOffice Writer for `make soak`"
    _, content, _ = made(portfolio_page)
    (tmp_path / "portfolio.docx").write_bytes(content)
    command = ["libreoffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "portfolio.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120, capture_output=True)
    assert (tmp_path / "portfolio.pdf").read_bytes().startswith(b"%PDF")
