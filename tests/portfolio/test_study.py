"""The record of study: what a learner declares, two pages of it, and nothing that they did not choose."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import pypdf
import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page

from tests.portfolio.test_word import manifest_of, store
from tests.support.book import ROOT
from tests.support.sites import Site
from tests.support.words import words
from workbook.course import current

NAME = "Amina O'Kafor <&>"
FULL = ROOT / "tests" / "migration" / "fixtures" / "portfolio-0.1.json"
MAPPED, PLANNED = "my-map", "my-plan"
#: Pages of the Word file of all these answers, before it began with a record and was set in two columns.
BEFORE = 30


def answers() -> dict[str, Any]:
    """Every exercise answered, with words that can be told apart."""
    found: dict[str, Any] = json.loads(FULL.read_text(encoding="utf-8"))["answers"]
    for id, record in found.items():
        if record["kind"] == "reflection":
            record["said"] = [[label, f"Learned {at} in {id}"] for at, (label, _) in enumerate(record["said"])]
    return found


def opened(page: Page, site: Site, name: str, given: dict[str, Any]) -> Page:
    page.goto(site.url(f"book/{name}.html"))
    store(page, manifest_of(page)["course"], given)
    return page


@pytest.fixture
def page(browser: Browser, book_http: Site) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True, locale="en-GB")
    yield context.new_page()
    context.close()


def taken(page: Page, what: str) -> bytes:
    with page.expect_download() as caught:
        page.locator(f"[data-take={what}]").click()
    return Path(caught.value.path()).read_bytes()


def text_of(document: DocumentType) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def tick(page: Page, n: int) -> str:
    """Tick one of the learner's own texts; return it."""
    page.locator("sl-study details").evaluate_all("all => all.forEach(one => (one.open = true))")
    box = page.locator("sl-study input[name=learned]").nth(n)
    box.check()
    return box.get_attribute("data-words") or ""


def declare(page: Page) -> list[str]:
    """Fill the form in; return what was ticked."""
    page.locator("[name=name]").fill(NAME)
    page.locator("[name=alone]").fill("3.5")
    page.locator("[name=group]").fill("6")
    page.locator("[name=bearing]").fill("It bears on my night shifts.")
    page.locator(f"[name=picture][value={MAPPED}]").check()
    return [tick(page, n) for n in (0, 4, 7)]


def test_the_record_says_what_was_declared_and_only_what_was_ticked(page: Page, book_http: Site) -> None:
    given = answers()
    opened(page, book_http, "record-of-study", given)
    ticked = declare(page)
    content = taken(page, "study-word")
    document = Document(io.BytesIO(content))
    text = text_of(document)
    declared = (NAME, "Alone: 3.5.", "Together: 9.5.", "It bears on my night shifts.")
    for said in (*declared, f"edition {current().edition}", *ticked):
        assert said in text
    assert "Self-declared, not assessed" in text
    assert "certificate" not in text.lower()
    assert text.count("Learned ") == len(ticked), "a reflection went along that nobody ticked"
    sentence = given[PLANNED]["said"][0][0]
    assert sentence in text and "29 March 2027" in text
    (drawn,) = document.element.iter(qn("wp:docPr"))
    assert len(drawn.get("descr")) > 40
    properties = document.core_properties
    assert properties.author == NAME and properties.title == words()["study_title"]
    made = properties.created
    assert made and abs((datetime.now(UTC) - made.replace(tzinfo=UTC)).total_seconds()) < 600
    foot = document.sections[0].footer._element
    assert {one.get(qn("w:instr")) for one in foot.iter(qn("w:fldSimple"))} == {"PAGE", "NUMPAGES"}
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    assert "Kafor" not in kept and "night shifts" not in kept
    page.reload()
    assert page.locator("[name=name]").input_value() == ""


def test_the_printed_record_is_two_pages_of_nothing_else(page: Page, book_http: Site) -> None:
    opened(page, book_http, "record-of-study", answers())
    declare(page)
    read = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = "\n".join(one.extract_text() for one in read.pages)
    assert len(read.pages) == 2
    assert "Kafor" in text and words()["study_sign_self"].split()[0] in text
    assert words()["study_form"] not in text and words()["study_form_learned"][:20] not in text


def test_three_things_are_the_most_and_hours_are_numbers(page: Page, book_http: Site) -> None:
    opened(page, book_http, "record-of-study", answers())
    for n in range(3):
        tick(page, n)
    assert page.locator("input[name=learned]:enabled").count() == 3
    assert page.get_by_text(words()["study_form_learned_full"]).is_visible()
    page.locator("[name=alone]").fill("a day")
    assert page.locator("[data-part=hours-problem]").is_visible()
    page.locator("[data-take=study-word]").click()
    assert page.evaluate("document.activeElement.name") == "alone", "a file was made of hours that are none"
    page.locator("[name=alone]").fill("2,5")
    assert page.locator("[data-part=hours-problem]").is_hidden()
    assert "Alone: 2.5." in page.locator("[data-part=sheet]").inner_text()


def test_the_annex_has_verdicts_questions_pictures_and_what_was_not_begun(page: Page, book_http: Site) -> None:
    given = answers()
    manifest_page = opened(page, book_http, "portfolio", {})
    last = [one for one in manifest_of(manifest_page)["exercises"] if not one.get("optional")][-1]["lesson"]
    left = [one["id"] for one in manifest_of(page)["exercises"] if one["lesson"] == last]
    opened(page, book_http, "portfolio", {id: record for id, record in given.items() if id not in left})
    for content in (taken(page, "word"), taken(page, "markdown")):
        is_word = content.startswith(b"PK")
        text = text_of(Document(io.BytesIO(content))) if is_word else content.decode()
        plain = text.replace("\\", "")
        choice = given["ward-full-first-move"]["said"][0][1]
        assert f"{choice} ({words()['mark_well_supported']})" in plain
        assert f"({words()['sort_paper_best']})" in plain and f"({words()['sort_paper_off']})" in plain
        assert "What do you do first?" in plain
        assert plain.count(words()["portfolio_not_begun"]) >= 1
        assert words()["study_note"][:40] in plain
        for id, record in given.items():
            if id not in left and record["kind"] == "reflection":
                assert f"Learned 0 in {id}" in plain, "an answer is lost"
        if is_word:
            assert len([*Document(io.BytesIO(content)).element.iter(qn("wp:docPr"))]) >= 1


def test_the_calendar_has_first_step_deed_and_look_back(page: Page, book_http: Site) -> None:
    opened(page, book_http, "portfolio", answers())
    events = [icalendar.Calendar.from_ical(taken(page, "calendar")).walk("VEVENT") for _ in range(2)]
    first, again = ([(str(one["UID"]), str(one["SUMMARY"])) for one in found] for found in events)
    assert first == again, "a second file would double the entries"
    starts = [summary.partition(":")[0] for _, summary in first]
    assert starts == [
        words()[key].partition(":")[0] for key in ("plan_summary_first", "plan_summary_deed", "plan_summary")
    ]
    look_back = events[0][-1].decoded("DTSTART")
    assert look_back.astimezone(UTC).isoformat() == "2027-03-29T08:30:00+00:00"  # Half past nine, in summer time.
    days = [one.decoded("DTSTART") for one in events[0][:2]]
    assert all(day < look_back.date() for day in days)


@pytest.mark.soak("LibreOffice is opened by `make soak` only")
def test_the_whole_file_is_a_third_of_what_it_was(page: Page, book_http: Site, tmp_path: Path) -> None:
    opened(page, book_http, "portfolio", answers())
    (tmp_path / "all.docx").write_bytes(taken(page, "word"))
    command = ["libreoffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "all.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120, capture_output=True)
    assert len(pypdf.PdfReader(tmp_path / "all.pdf").pages) <= BEFORE / 3
