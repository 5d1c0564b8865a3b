"""Every exercise by the keyboard alone, in one walk down the page; and what the live region says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from systems_leadership.lesson import lessons
from systems_leadership.words import words
from tests.support import keyboard, sample
from tests.support.answering import complete, exercise, saved, spoken
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits

#: What each kind says through its live region once it is answered; kinds that only save say nothing.
SAYS = {
    "choice": [words()[key] for key in words() if key.startswith("verdict_")],
    "sort": [words()["sort_result"].partition("{")[0]],
    "simulator": [words()["sim_kept"].split("{name}")[0]],
}


def walk(page: Page, entries: list[dict[str, str]]) -> None:
    """Complete the exercises from the top of the page to its end.

    Kinds that are walked by keyboard in tests/kinds are answered by pointer here.
    """
    for entry in entries:
        if entry["kind"] not in keyboard.WAYS:
            complete(page, entry)
            continue
        keyboard.complete(page, entry)
        found = exercise(page, entry)
        said = spoken(found)
        assert any(words in said for words in SAYS.get(entry["kind"], [""])), f"{entry['id']} says: {said}"
        saved(found)
    everything = words()["progress_done"].format(done=len(entries), all=len(entries))
    page.locator("sl-progress [data-part=count]", has_text=everything).wait_for()


@pytest.mark.parametrize("lesson_page", [f"{one.page}.html" for one in lessons()])
def test_a_lesson_by_keyboard_alone(lesson_page: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    walk(http_visits.open(book_http.url(lesson_page)), book.lessons[lesson_page])


def test_every_kind_by_keyboard_alone(sample_page: Page) -> None:
    walk(sample_page, sample.entries())


def test_an_earlier_answer_by_keyboard_alone(sample_page: Page) -> None:
    entry = sample.entry("choice")
    for _ in range(2):
        keyboard.tab_to(sample_page, "#sample-judgement input[type=radio]")
        sample_page.keyboard.press("ArrowDown")
        keyboard.press(sample_page, "#sample-judgement form button")
        sample_page.evaluate("document.activeElement.blur()")
        sample_page.keyboard.press("Shift+Tab")
    keyboard.tab_to(sample_page, "#sample-judgement .sl-earlier summary")
    sample_page.keyboard.press("Enter")
    keyboard.tab_to(sample_page, "#sample-judgement .sl-version button")
    sample_page.keyboard.press("Enter")
    assert spoken(exercise(sample_page, entry)) == words()["brought_back"]
    assert sample_page.evaluate("document.activeElement.matches('#sample-judgement .sl-earlier summary')")


@pytest.mark.parametrize(
    "fault, told",
    [
        (
            "document.querySelectorAll('#sample-judgement input').forEach(one => { one.tabIndex = -1; })",
            "does not lead",
        ),
        (
            "document.head.insertAdjacentHTML('beforeend', '<style>* { outline: none !important }</style>')",
            "not to be seen",
        ),
        (
            "addEventListener('submit', () => { document.activeElement.blur(); })",
            "moved the focus",
        ),
    ],
    ids=["no way by Tab", "focus unseen", "focus moved"],
)
def test_a_barrier_is_noticed(fault: str, told: str, sample_page: Page) -> None:
    sample_page.evaluate(fault)
    with pytest.raises(keyboard.Unreachable, match=told):
        keyboard.complete(sample_page, sample.entry("choice"))
