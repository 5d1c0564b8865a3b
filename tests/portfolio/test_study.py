"""The record of study: what a learner declares, two pages of it, and nothing that they did not choose."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
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


def test_headings_go_step_by_step_and_each_picture_is_told_in_words(page: Page, book_http: Site) -> None:
    opened(page, book_http, "portfolio", answers())
    document = Document(io.BytesIO(taken(page, "word")))
    named = [(str(getattr(one.style, "name", "")), one.text) for one in document.paragraphs]
    heads = [(int(name[-1]), text) for name, text in named if name.startswith("Heading")]
    levels = [level for level, _ in heads]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in heads)
    told = [one.get("descr") for one in document.element.iter(qn("wp:docPr"))]
    # Of the models that were mended since that edition, its runs are told in words only.
    kinds = {"scale_paper": 3, "stakeholders_paper": 1, "map_own_title": 1, "sim_said_runs": 9}
    assert {key: sum(one.startswith(words()[key]) for one in told) for key in kinds} == kinds
    assert len(told) == sum(kinds.values())
    assert min(map(len, told)) > 60 and len(set(told)) == len(told)


def test_scales_and_runs_are_drawn_as_they_were_answered(page: Page, book_http: Site) -> None:
    given = answers()
    opened(page, book_http, "record-of-study", given)
    scale, run = "conditions-check", "room-street-cafe"
    for id, said in ((scale, "Your organisation: ‘"), (run, "A goes from ")):
        page.locator(f"[name=picture][value={id}]").check()
        picture = page.locator("[data-part=sheet] figure svg")
        assert said in (picture.locator("title").text_content() or "")
    assert picture.locator("path[stroke-dasharray]").count() == len(given[run]["value"]["runs"])
    page.locator(f"[name=picture][value={scale}]").check()
    assert picture.locator("circle").count() == len(given[scale]["value"]["answers"])


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
    options = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    kind = f"pdf:writer_pdf_Export:{options}"
    command = ["libreoffice", "--headless", "--convert-to", kind, "--outdir", str(tmp_path), "all.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120, capture_output=True)
    read = pypdf.PdfReader(tmp_path / "all.pdf")
    assert len(read.pages) <= BEFORE / 3
    marked = [*elements(read.root_object["/StructTreeRoot"])]
    levels = [int(kind[-1]) for kind, _ in marked if kind in ("/H1", "/H2", "/H3")]
    assert len(levels) > 30 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    pictures = [told for kind, told in marked if kind == "/Figure"]
    assert len(pictures) > 10 and all(len(told) > 60 for told in pictures), "a picture without words"


def elements(node: Any) -> Iterator[tuple[str, str]]:
    """What a reader hears of a tagged PDF, in order: what each element is, and the words in place of a picture."""
    node = node.get_object()
    if "/S" in node:
        yield str(node["/S"]), str(node.get("/Alt", ""))
    inside = node.get("/K", [])
    for one in inside if isinstance(inside, list) else [inside]:
        if isinstance(one.get_object(), dict):
            yield from elements(one)
