"""The timeline: its data, its filter, its marks."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from tests.kinds import gallery
from tests.kinds.golden import assert_golden
from tests.kinds.mistakes import Mistake, assert_told
from tests.kinds.sight import OVERLAPS, SCREENS, SEEN_WHOLE
from tests.support.answering import saved, spoken
from tests.support.keyboard import tab_to
from tests.support.visits import Visits
from tests.support.words import words
from workbook.course import current
from workbook.kinds.timeline import timeline

ON_PAGE = ("timeline",)

FILE = gallery.SAMPLES / "2-timeline.yml"
ID = "nine-milestones"
AT = f"#{ID}"
WHERE = f"exercise {ID}"
TABLE = "exercise all-milestones"

MISTAKES = {
    "no such field": Mistake("field: biology", "field: botany", (WHERE, "'landscapes'", "The fields are physics,")),
    "an empty field": Mistake(
        "        field: biology", "        field: economics", (WHERE, "'biology'", "Take the field out")
    ),
    "an id twice": Mistake("id: weak-ties", "id: wicked", (WHERE, "two milestones", "its own")),
    "a year in words": Mistake("year: 1948", "year: after the war", (WHERE, "milestones.1.year", "Correct it")),
    "a year out of range": Mistake("year: 1948", "year: 19480", (WHERE, "milestones.1.year", "Correct it")),
    "no idea": Mistake(
        "        idea: Nobody has the time to find the best answer. People search until one is good enough.\n",
        "",
        (WHERE, "milestones.2.idea", "Add it"),
    ),
    "both lists": Mistake("    milestones:\n", "    table: milestones\n    milestones:\n", (WHERE, "not both")),
    "neither list": Mistake("    table: milestones\n", "", (TABLE, "give either", "add one")),
    "no such table": Mistake(
        "    table: milestones\n", "    table: milestone\n", (TABLE, "no table 'milestone'", "The tables are")
    ),
    "a table of something else": Mistake(
        "    table: milestones\n", "    table: places\n", (TABLE, "no column", "Add it")
    ),
    "too many marks": Mistake("    why: Mark", "    most: 9\n    why: Mark", (WHERE, "field most", "Correct it")),
    "two lanes with one id": Mistake("{id: physics,", "{id: economics,", (WHERE, "two fields", "its own")),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


GOOD = pd.DataFrame(
    {
        "source": ["a", "b"],
        "field": ["Social movements", "physics"],
        "idea": ["One.", "Two."],
        "who": ["A. B.", "C"],
        "year": ["1978", "1948"],
    },
    index=pd.Index(["M15", "M01"], name="id"),
)


def test_a_table_may_hold_its_columns_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "load", lambda *_: GOOD)
    found = timeline.from_table(current(), "milestones")
    assert [(one.id, one.year, one.who, one.field) for one in found] == [
        ("M15", 1978, "A. B.", "social-movements"),
        ("M01", 1948, "C", "physics"),
    ]


@pytest.mark.parametrize(
    "frame, told",
    [
        (GOOD.drop(columns="who"), "no column who"),
        (GOOD.assign(year=["1978", "in spring"]), "row M01, column year"),
        (GOOD.assign(idea=["", "Two."]), "row M15, column idea"),
        (GOOD.set_axis(["M 15", "M01"]), "row M 15, column id"),
    ],
    ids=["a column is missing", "no year", "no idea", "no id"],
)
def test_a_mistake_in_a_table_is_told(frame: pd.DataFrame, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "load", lambda *_: frame)
    with pytest.raises(ValueError, match=told):
        timeline.from_table(current(), "milestones")


def test_every_milestone_of_the_sample_has_its_source() -> None:
    keys = set(re.findall(r"@\w+\{([^,\s]+),", current().references.read_text(encoding="utf-8")))
    sources = [one.source for one in gallery.lesson("sample-timeline").specs[ID].milestones]  # type: ignore[attr-defined]
    assert len(sources) == 9 and set(sources) <= keys


def dot(page: Page, id: str, at: str = AT) -> Locator:
    return page.locator(f"{at} [data-dot={id}]")


def items(page: Page) -> Locator:
    return page.locator(f"{AT} li[data-milestone]")


def box(page: Page, id: str) -> Locator:
    return page.locator(f"{AT} [data-milestone={id}] input")


def test_the_list_is_in_order_and_the_line_shows_the_same(gallery_page: Page) -> None:
    years = [int(one.get_attribute("data-year") or 0) for one in items(gallery_page).all()]
    assert years == sorted(years) and len(years) == 9
    dots = gallery_page.locator(f"{AT} .sl-dot")
    named = [dot.get_attribute("aria-label") or "" for dot in dots.all()]
    assert sorted(int(name.split(",")[0]) for name in named) == years
    assert gallery_page.locator(f"{AT} .sl-stream circle").count() == 9


def test_the_years_stand_above_the_line_too(gallery_page: Page) -> None:
    """Below they lie out of sight, or are pushed away by the entry that is opened."""
    found = gallery_page.locator(AT)
    above, below = (axis.locator("text").all_text_contents() for axis in found.locator(".sl-axis").all())
    assert above == below and len(above) >= 3
    order = found.locator("[data-part=line]").evaluate("one => [...one.children].map(part => part.className)")
    assert order[0] == order[-1] == "sl-axis"


def test_the_line_has_one_name() -> None:
    """Who reads 'river' in one place and 'stream' in another looks for two things."""
    said = " ".join(text for key, text in words().items() if key.startswith("timeline_"))
    assert "on the line" in said and "river" not in said and "stream" not in said


def test_the_whole_table_is_shown(gallery_page: Page) -> None:
    found = gallery_page.locator("#all-milestones li[data-milestone]")
    assert found.count() >= 30
    assert gallery_page.locator("#all-milestones svg circle").count() == found.count()


LONG = "#all-milestones"


def test_a_long_list_begins_with_the_ends_of_each_field(gallery_page: Page) -> None:
    page = gallery_page
    found = page.locator(LONG)
    all = found.locator("li[data-milestone]")
    seen = all.locator("visible=true")
    lanes: dict[str, list[str]] = {}
    for one in all.all():
        lanes.setdefault(one.get_attribute("data-lane") or "", []).append(one.get_attribute("data-milestone") or "")
    ends = {id for ids in lanes.values() for id in (ids[0], ids[-1])}
    ids = "all => all.map(one => one.dataset.milestone)"
    assert set(seen.evaluate_all(ids)) == ends and len(ends) == 10
    assert spoken(found) == ""  # Nobody asked yet.
    # All of them and a few again, by keys; the focus stays on the button.
    more = found.get_by_role("button", name=words()["timeline_all"].replace("{n}", str(all.count())), exact=True)
    tab_to(page, f"{LONG} .sl-short button")
    assert more.is_visible()
    page.keyboard.press("Enter")
    assert seen.count() == all.count()
    assert spoken(found) == words()["timeline_whole"].replace("{n}", str(all.count()))
    inner = all.nth(1)
    inner.locator("label").first.click()
    found.get_by_role("button", name=words()["timeline_few"], exact=True).click()
    # What is marked stays in sight, here and after a reload.
    marked = inner.get_attribute("data-milestone")
    assert marked not in ends and set(seen.evaluate_all(ids)) == ends | {marked}
    saved(found)
    page.reload()
    assert set(seen.evaluate_all(ids)) == ends | {marked}
    assert found.locator(".sl-mark-spot").count() == 1
    inner.locator("input").click()
    assert inner.is_visible() and page.evaluate(f"document.activeElement.value === '{marked}'")
    # A field that is ticked is shown whole, and then there is no more to ask for.
    found.locator("[data-part=filter] label").first.click()
    assert seen.evaluate_all(ids) == next(iter(lanes.values()))
    assert found.locator(".sl-short").is_hidden()


def test_paper_and_a_page_without_scripts_have_the_whole_list(
    gallery_page: Page, gallery_visits: Visits, gallery_url: str
) -> None:
    plain = gallery_visits.context(java_script_enabled=False).new_page()
    plain.goto(gallery_url)
    gallery_page.emulate_media(media="print")
    for page in (plain, gallery_page):
        assert page.locator(f"{LONG} li[data-milestone]:visible").count() == 34
        assert page.locator(f"{LONG} .sl-short:visible").count() == 0


def test_a_short_list_is_shown_whole(gallery_page: Page) -> None:
    assert items(gallery_page).locator("visible=true").count() == 9
    assert gallery_page.locator(f"{AT} .sl-short").count() == 0


def test_by_clicks_alone_filter_mark_and_say_why(gallery_page: Page) -> None:
    page = gallery_page
    page.locator(f"{AT} [data-part=filter] label", has_text="Economics").click()
    assert items(page).locator("visible=true").locator("[data-part=who]").all_inner_texts() == [
        "Herbert Simon",
        "Elinor Ostrom",
    ]
    assert spoken(page.locator(AT)) == page.locator(f"{AT} [data-part=count]").inner_text()
    page.locator(f"{AT} [data-milestone=commons] label").first.click()
    page.locator(f"{AT} [data-milestone=commons] textarea").click()
    page.keyboard.type("We share one bus.")
    # What is marked stays in sight whatever is filtered.
    page.locator(f"{AT} [data-part=filter] label", has_text="Economics").click()
    page.locator(f"{AT} [data-part=filter] label", has_text="Physics").click()
    shown = [one for one in items(page).all() if one.is_visible()]
    assert [one.get_attribute("data-milestone") for one in shown] == ["feedback", "commons"]
    gallery.settled(page, ID, "v.marks[0].why === 'We share one bus.'")


def test_by_keyboard_alone(gallery_page: Page) -> None:
    page = gallery_page
    tab_to(page, f"{AT} [data-part=filter] input[value=leadership]")
    page.keyboard.press("Space")
    tab_to(page, f"{AT} [data-milestone=wicked] input")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.value") == "wicked"  # The focus stays where it was.
    page.keyboard.press("Tab")
    page.keyboard.type("Ours has no last page.")
    tab_to(page, f"{AT} [data-milestone=adaptive] input")
    page.keyboard.press("Space")
    saved(page.locator(AT))
    gallery.settled(page, ID, "v.marks.length === 2 && v.marks[0].why")
    assert gallery.value(page, ID)["marks"] == [
        {"id": "wicked", "why": "Ours has no last page."},
        {"id": "adaptive", "why": ""},
    ]


def test_a_fourth_mark_is_refused_and_told(gallery_page: Page) -> None:
    for id in ("feedback", "delays", "wicked", "adaptive"):
        box(gallery_page, id).click()
    assert not box(gallery_page, "adaptive").is_checked()
    assert spoken(gallery_page.locator(AT)) == words()["timeline_most"].replace("{n}", "3")
    assert len(gallery.value(gallery_page, ID)["marks"]) == 3


def test_a_mark_without_a_reason_is_in_the_portfolio(gallery_page: Page) -> None:
    box(gallery_page, "wicked").click()
    gallery.settled(gallery_page, ID, "v.marks.length === 1")
    shown = gallery_page.locator(f"sl-portfolio [data-id={ID}]")
    shown.get_by_text(words()["timeline_no_reason"]).wait_for()


def test_a_reload_brings_marks_and_reasons_back(gallery_page: Page) -> None:
    box(gallery_page, "wicked").click()
    gallery_page.locator(f"{AT} textarea").fill("No stopping rule")
    gallery.settled(gallery_page, ID, "v.marks[0].why")
    gallery_page.reload()
    assert box(gallery_page, "wicked").is_checked()
    assert gallery_page.locator(f"{AT} textarea").input_value() == "No stopping rule"
    assert gallery_page.locator(f"{AT} .sl-mark-spot").count() == 1


def test_a_mark_taken_back_keeps_its_reason_among_earlier_answers(gallery_page: Page) -> None:
    box(gallery_page, "wicked").click()
    gallery_page.locator(f"{AT} textarea").fill("No stopping rule")
    gallery.settled(gallery_page, ID, "v.marks[0].why")
    box(gallery_page, "wicked").click()
    gallery.settled(gallery_page, ID, "v.marks.length === 0")
    record = gallery.stored(gallery_page, ID)
    assert record["earlier"][0]["value"]["marks"][0]["why"] == "No stopping rule"
    box(gallery_page, "wicked").click()
    assert gallery_page.locator(f"{AT} textarea").input_value() == "No stopping rule"


def test_a_dot_opens_its_entry_and_an_entry_shows_its_dot(gallery_page: Page) -> None:
    page = gallery_page
    before = items(page).evaluate_all("all => all.map(one => one.dataset.milestone)")
    dot(page, "wicked").click()
    card = page.locator(f"{AT} .sl-opened")
    assert card.locator("[data-milestone=wicked]").count() == 1 and items(page).count() == 9
    assert dot(page, "wicked").get_attribute("aria-expanded") == "true"
    # The entry itself stands there: marked beside its dot, it is marked in the list.
    card.locator("label").first.click()
    card.locator("textarea").fill("Ours has no last page.")
    gallery.settled(page, ID, "v.marks[0].why === 'Ours has no last page.'")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    # From the list, also where its field is filtered out.
    page.locator(f"{AT} [data-part=filter] label", has_text="Physics").click()
    assert dot(page, "wicked").count() == 0 and card.count() == 0
    page.locator(f"{AT} [data-milestone=wicked]").get_by_role("button").click()
    assert card.locator("[data-milestone=wicked] textarea").input_value() == "Ours has no last page."
    assert page.evaluate("document.activeElement.dataset.dot") == "wicked"
    dot(page, "wicked").click()
    assert card.count() == 0
    assert items(page).evaluate_all("all => all.map(one => one.dataset.milestone)") == before
    page.reload()
    assert page.locator(f"{AT} textarea").input_value() == "Ours has no last page."


@pytest.mark.parametrize("size", SCREENS, ids=["phone", "desk"])
def test_an_opened_entry_is_in_sight_and_no_dot_covers_another(
    size: ViewportSize, gallery_visits: Visits, gallery_url: str
) -> None:
    page = gallery_visits.open(gallery_url, viewport=size)
    assert page.evaluate(OVERLAPS, f"{LONG} .sl-dot") == []
    for id in ("M01", "M13", "M34"):
        dot(page, id, LONG).click()
        assert page.evaluate(SEEN_WHOLE, f"{LONG} .sl-opened") is True
        assert page.evaluate(SEEN_WHOLE, f"{LONG} [data-dot={id}]") is True


def test_what_is_said_is_enough_to_read_the_river_by_keys(gallery_page: Page) -> None:
    page, found = gallery_page, gallery_page.locator(AT)
    lines = []
    tab_to(page, f"{AT} [data-dot=good-enough]")
    for keys in ("Enter", "ArrowRight Enter", "End Enter", "Escape"):
        for key in keys.split():
            page.keyboard.press(key)
        name = page.evaluate("document.activeElement.getAttribute('aria-label')")
        lines += [f"[{name}]", spoken(found)]
    assert_golden("timeline", lines)
