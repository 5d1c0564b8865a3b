"""The preview for authors: what is saved is seen, a mistake is told above the page, and goes when it is mended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.publishing.previewing import Writing, copy, previewing
from tests.support.book import ROOT
from tests.support.soak import quick

LESSON, WELCOME = "notebooks/1-the-kettle", "book/welcome"
YAML, MARKDOWN = "data/exercises/1-the-kettle.yml", "book/welcome.md"
NOTEBOOK, STRINGS = "notebooks/1-the-kettle.ipynb", "strings.en-IE.yml"
STYLE, SCRIPT, CODE = "workbook/page/page.css", "workbook/page/page.js", "workbook/rendering.py"
SETTINGS = "_config.yml"
PATIENCE = 60_000  # ms: starting over takes some seconds


@pytest.fixture(scope="module")
def writing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writing]:
    course = copy(ROOT / "tests" / "second_course", tmp_path_factory.mktemp("writing [ü]"))
    with previewing(course) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def says(words: str) -> str:
    return f"document.body?.innerText.includes({words!r})"


#: What is changed, where it is looked at, and how it is seen there.
CHANGES = {
    "a word of an exercise": (YAML, "You come for tea", "You came for tea", LESSON, says("You came for tea")),
    "a word of a plan that another page shows": (YAML, "title: Empty again", "title: Gone", LESSON, says("Gone")),
    "a word of a page": (MARKDOWN, "four offices", "nine offices", WELCOME, says("nine offices")),
    "a word between exercises": (NOTEBOOK, "The kettle", "The old kettle", LESSON, says("The old kettle")),
    "a word of the interface": (STRINGS, "See what happens", "And then?", LESSON, says("And then?")),
    "a style": (
        STYLE,
        ".sl-exercise {",
        ".sl-exercise { outline-offset: 7px;",
        LESSON,
        "document.querySelector('.sl-exercise') && "
        "getComputedStyle(document.querySelector('.sl-exercise')).outlineOffset === '7px'",
    ),
    "a script": (
        SCRIPT,
        "\n\n",
        "\n\ndocument.documentElement.dataset.seen = 'yes';\n\n",
        LESSON,
        "document.documentElement.dataset.seen === 'yes'",
    ),
}


@pytest.mark.parametrize("what", quick(CHANGES, "a word of an exercise"))
def test_a_change_is_seen_without_a_hand(what: str, writing: Writing, page: Page) -> None:
    name, old, new, shown, seen = CHANGES[what]
    stored = writing.file(NOTEBOOK).read_bytes()
    page.goto(f"{writing.address}{shown}.html")
    assert not page.evaluate(seen)
    writing.change(name, old, new)
    page.wait_for_function(seen)
    assert page.locator("[role=alert]").count() == 0
    assert name == NOTEBOOK or writing.file(NOTEBOOK).read_bytes() == stored, "a notebook was run"


#: A mistake, and a word of what is said of it.
MISTAKES = {
    "a field that is none": (YAML, "    kind: choice", "    kindd: choice", "1-the-kettle.yml line"),
    "a role that is none": (MARKDOWN, "one kettle", "one {kettle}`x`", "welcome.md:3: "),
    "a word that is none": (STRINGS, "check:", "chekc:", "Correct its key"),
    "a broken script": (SCRIPT, "\n\n", "\n\nconst = 1;\n\n", "page.js, line"),
    "a broken style": (STYLE, "}", "}\n.x { color: rgb(1 }\n", "page.css"),
    "a broken notebook": (NOTEBOOK, '"cells"', '"cells', "1-the-kettle"),
}


@pytest.mark.parametrize("what", quick(MISTAKES, "a field that is none"))
def test_a_mistake_is_told_and_goes_when_it_is_mended(what: str, writing: Writing, page: Page) -> None:
    name, old, new, told = MISTAKES[what]
    page.goto(f"{writing.address}{WELCOME}.html")
    title = page.locator("h1").first.inner_text()
    writing.change(name, old, new)
    page.locator("[role=alert]", has_text=told).wait_for()
    assert page.locator("h1").first.inner_text() == title, "the last good page stays below"
    assert any(told in line for line in writing.said), "the terminal says it too"
    writing.change(name, new, old)
    page.locator("[role=alert]").wait_for(state="detached")


@pytest.mark.soak
def test_changed_code_starts_it_over_and_broken_code_is_told(writing: Writing, page: Page) -> None:
    page.goto(f"{writing.address}{LESSON}.html")
    writing.change(CODE, "def tidy", "def def tidy")
    page.locator("[role=alert]", has_text="SyntaxError").wait_for()
    writing.change(CODE, "def def tidy", "def tidy")
    writing.change(CODE, "line.strip() for line", 'line.strip().replace("Fill it", "Leave it") for line')
    page.get_by_text("Leave it and say nothing").first.wait_for()
    assert page.locator("[role=alert]").count() == 0


@pytest.mark.soak("it builds its course anew")
@pytest.mark.soak
def test_broken_settings_are_told_and_new_ones_taken(writing: Writing, page: Page) -> None:
    page.goto(f"{writing.address}{WELCOME}.html")
    writing.change(SETTINGS, "course_id: shared-kettle", "course_id: Shared Kettle")
    page.locator("[role=alert]", has_text="course_id").wait_for()
    writing.change(SETTINGS, "course_id: Shared Kettle", "course_id: shared-kettle")
    page.locator("[role=alert]").wait_for(state="detached")
