"""The scale: its data, its picture, its rounds."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.kinds import gallery
from tests.kinds.golden import assert_golden
from tests.kinds.mistakes import Mistake, assert_told
from tests.support.answering import saved, spoken
from tests.support.keyboard import press, tab_to
from tests.support.words import words

ON_PAGE = ("scale",)

FILE = gallery.SAMPLES / "4-scale.yml"
ID = "five-habits"
AT = f"#{ID}"
SPEC = gallery.lesson("sample-scale").specs[ID]
WHERE = f"exercise {ID}"

MISTAKES = {
    "four points": Mistake(", Nearly always]", "]", (WHERE, "field points", "at least 5")),
    "six points": Mistake("Nearly always]", "Nearly always, Always]", (WHERE, "field points", "at most 5")),
    "a point twice": Mistake("Nearly always]", "often]", (WHERE, "point 'Often' stands twice", "its own words")),
    "a number for a point": Mistake("[Hardly ever,", '["1",', (WHERE, "point '1' is a number", "Say it in words")),
    "a point without quotes": Mistake("[Hardly ever,", "[no,", (WHERE, "points.1", "Put it in quotes")),
    "a long point": Mistake(
        "[Hardly ever,", "[Hardly ever or never in all these weeks,", (WHERE, "points.1", "Shorten")
    ),
    "two statements with one id": Mistake("id: honest-room", "id: honest-early", (WHERE, "'honest-early'", "its own")),
    "one id in two dimensions": Mistake("id: trial-learn", "id: results-step", (WHERE, "'results-step'", "its own")),
    "two dimensions with one id": Mistake(
        "      - id: honest\n", "      - id: results\n", (WHERE, "'results'", "its own")
    ),
    "no text": Mistake("text: Room to try things", 'text: ""', (WHERE, "dimensions.3.text", "Write it")),
    "one statement": Mistake(
        "          - id: adapt-drop\n            text: I changed a plan when those who do the work told me that it did not fit.\n",
        "",
        (WHERE, "dimensions.5.statements", "at least 2"),
    ),
    "a score": Mistake("    points:", "    total: 65\n    points:", (WHERE, "field total", "take it out")),
    "four ideas": Mistake("[G4.5, G4.7, G4.9]", "[G4.5, G4.6, G4.7, G4.9]", (WHERE, "field ideas", "at most 3")),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def statements(page: Page) -> list[Locator]:
    return page.locator(f"{AT} fieldset").all()


def click_through(page: Page, first: int, step: int) -> None:
    """Answer every statement by single clicks, from one point on in steps, then show the picture."""
    for index, statement in enumerate(statements(page)):
        statement.locator("label").nth((first + index * step) % 5).click()
    page.locator(f"{AT} form button").click()
    page.locator(f"{AT} .sl-dot-lines svg").wait_for()


def answer(page: Page, first: int, step: int) -> None:
    """The same in one go, for tests that are not about clicking."""
    page.evaluate(
        """([at, first, step]) => { const form = document.querySelector(`${at} form`);
        [...form.querySelectorAll('fieldset')].forEach((one, index) => one.querySelectorAll('input')[(first + index * step) % 5].click());
        form.querySelector('button').click(); }""",
        [AT, first, step],
    )


def test_by_clicks_alone_twice_with_the_change_in_words(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    reading = found.locator(".sl-reading")
    assert reading.is_hidden()
    click_through(gallery_page, 1, 0)
    saved(found)
    assert reading.inner_text().startswith(words()["scale_reading"])
    assert found.locator(".sl-then").count() == 0
    found.get_by_role("button", name=words()["scale_again"]).click()
    assert found.locator("input:checked").count() == 0
    assert words()["scale_kept"].partition("{")[0] in spoken(found)
    click_through(gallery_page, 2, 0)
    changes = found.locator(".sl-result li").all_inner_texts()
    assert len(changes) == 5
    assert changes[0] == "Results before process: 3 moved towards ‘Nearly always’."
    assert found.locator(".sl-then").count() == len(_all_statements())
    assert all(change in spoken(found) for change in changes)
    value = gallery.value(gallery_page, ID)
    assert set(value["answers"].values()) == {"3"} and set(value["rounds"][0]["answers"].values()) == {"2"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", value["rounds"][0]["on"])


def test_by_keyboard_alone(gallery_page: Page) -> None:
    for statement in statements(gallery_page):
        tab_to(gallery_page, f"{AT} [data-statement={statement.get_attribute('data-statement')}] input")
        gallery_page.keyboard.press("Space")
        gallery_page.keyboard.press("ArrowRight")
    press(gallery_page, f"{AT} form button")
    tab_to(gallery_page, f"{AT} [data-part=again]")
    gallery_page.keyboard.press("Enter")
    # The statements are open again, and the focus waits at the first.
    assert gallery_page.evaluate(f"document.activeElement.matches('{AT} [data-statement=results-drift] input')")
    assert len(gallery.value(gallery_page, ID)["rounds"]) == 1


def test_a_reload_brings_answers_picture_and_rounds_back(gallery_page: Page) -> None:
    answer(gallery_page, 0, 1)
    gallery_page.locator(f"{AT} [data-part=again]").click()
    answer(gallery_page, 3, 2)
    saved(gallery_page.locator(AT))
    before = gallery_page.locator(f"{AT} .sl-result").all_text_contents()
    value = gallery.value(gallery_page, ID)
    gallery_page.reload()
    assert gallery_page.locator(f"{AT} .sl-result").all_text_contents() == before
    assert gallery.value(gallery_page, ID) == value


def test_another_earlier_round_can_be_compared(gallery_page: Page) -> None:
    for first in (0, 4, 2):
        answer(gallery_page, first, 0)
        if first != 2:
            gallery_page.locator(f"{AT} [data-part=again]").click()
    changes = gallery_page.locator(f"{AT} .sl-result li").first
    assert "towards ‘Hardly ever’" in changes.inner_text()
    gallery_page.locator(f"{AT} select").focus()
    gallery_page.locator(f"{AT} select").select_option("0")
    assert "towards ‘Nearly always’" in changes.inner_text()
    assert gallery_page.evaluate(f"document.activeElement.matches('{AT} select')")


def test_twelve_rounds_are_kept_and_the_oldest_goes_to_earlier_answers(gallery_page: Page) -> None:
    for n in range(13):
        answer(gallery_page, n % 5, 1)
        gallery_page.locator(f"{AT} [data-part=again]").click()
    assert words()["scale_full"] in spoken(gallery_page.locator(AT))
    record = gallery.stored(gallery_page, ID)
    assert len(record["value"]["rounds"]) == 12
    first = {statement.id: str((index % 5) + 1) for index, statement in enumerate(_all_statements())}
    assert record["value"]["rounds"][0]["answers"] != first
    assert any(
        version["value"]["rounds"][:1] and version["value"]["rounds"][0]["answers"] == first
        for version in record["earlier"]
    )


def _all_statements() -> list[Any]:
    return [statement for dimension in SPEC.dimensions for statement in dimension.statements]  # type: ignore[attr-defined]


def test_a_part_left_out_is_told_and_gets_the_focus(gallery_page: Page) -> None:
    statements(gallery_page)[0].locator("label").first.click()
    gallery_page.locator(f"{AT} form button").click()
    problem = gallery_page.locator(f"{AT} .sl-problem").inner_text()
    assert "Listening to the other side" in problem and "Results before process" not in problem
    assert gallery_page.evaluate(f"document.activeElement.matches('{AT} [data-statement=honest-early] input')")


def test_statements_may_be_left_out(gallery_page: Page) -> None:
    for dimension in gallery_page.locator(f"{AT} [data-dimension]").all():
        if dimension.get_attribute("open") is None:
            dimension.locator("summary").click()
        dimension.locator("fieldset").first.locator("label").nth(3).click()
    gallery_page.locator(f"{AT} form button").click()
    table = gallery_page.locator(f"{AT} table")
    assert table.locator("td", has_text=words()["scale_none"]).count() == len(_all_statements()) - 5
    assert words()["scale_alike"] in spoken(gallery_page.locator(AT))


def test_nothing_is_added_up(gallery_page: Page) -> None:
    answer(gallery_page, 0, 3)
    text = "".join(gallery_page.locator(f"{AT} .sl-result").all_text_contents()) + str(
        gallery.stored(gallery_page, ID)["said"]
    )
    assert re.findall(r"\d", text) == []
    assert words()["scale_caution"] in gallery_page.locator(AT).inner_text()


def test_the_picture_has_a_title_its_words_and_a_table(gallery_page: Page) -> None:
    answer(gallery_page, 0, 3)
    svg = gallery_page.locator(f"{AT} .sl-dot-lines svg")
    assert "Five habits" in (svg.locator("> title").text_content() or "")
    told = svg.locator("desc").text_content() or ""
    assert "Results before process: ‘Hardly ever’ to ‘Often’." in told
    assert gallery_page.locator(f"{AT} tbody tr").count() == len(_all_statements()) + 5


#: What stands one under the other once the picture is open, as far as it is seen.
SEEN = """found => ['.sl-dot-lines', '.sl-reading', 'details:has(table)', 'table'].flatMap(one => {
  const element = found.querySelector(one);
  return element && element.checkVisibility() ? [[one, element.getBoundingClientRect().top]] : [];
}).sort((one, other) => one[1] - other[1]).map(([one]) => one)"""


def test_what_to_make_of_it_follows_the_picture_and_the_table_waits_behind_a_fold(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    assert found.evaluate(SEEN) == []
    answer(gallery_page, 0, 3)
    assert found.evaluate(SEEN) == [".sl-dot-lines", ".sl-reading", "details:has(table)"]
    tab_to(gallery_page, f"{AT} details:has(table) summary")
    gallery_page.keyboard.press("Enter")
    assert found.evaluate(SEEN)[-1] == "table"
    # It stays open, and the focus where it is, while an answer is changed and the picture drawn anew.
    found.evaluate("one => one.querySelectorAll('fieldset input')[2].click()")
    gallery_page.set_viewport_size({"width": 360, "height": 740})
    assert found.evaluate(SEEN) == [".sl-dot-lines", ".sl-reading", "details:has(table)", "table"]
    assert gallery_page.evaluate(f"document.activeElement.matches('{AT} details:has(table) summary')")


def test_equal_answers_do_not_hide_each_other_and_what_changed_is_drawn(gallery_page: Page) -> None:
    answer(gallery_page, 3, 0)
    dots = gallery_page.locator(f"{AT} .sl-dot-lines .sl-dot")
    boxes = dots.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert len(boxes) == len(_all_statements()) == len(set(boxes)), "a line for each statement"
    assert all(later - one >= 14 for one, later in pairwise(boxes)), "no dot touches another"
    gallery_page.locator(f"{AT} [data-part=again]").click()
    answer(gallery_page, 3, 1)
    picture = gallery_page.locator(f"{AT} .sl-dot-lines")
    moved = sum((3 + index) % 5 != 3 for index in range(len(_all_statements())))
    assert picture.locator(".sl-then").count() == picture.locator(".sl-moved").count() == moved


def quoted(place: int) -> str:
    return words()["scale_named"].format(text=_all_statements()[place].text.removesuffix("."))


def test_the_picture_takes_no_middle_of_anything(gallery_page: Page) -> None:
    """Nothing is measured: the ends are told by single answers."""
    for place, statement in enumerate(statements(gallery_page)):
        statement.locator("label").nth(4 if place == 0 else 0 if place < 3 else 2).click()
    gallery_page.locator(f"{AT} form button").click()
    assert spoken(gallery_page.locator(AT)) == words()["scale_extremes"].format(
        high="Nearly always", low="Hardly ever", out=quoted(0), **{"in": f"{quoted(1)}; {quoted(2)}"}
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_the_picture_names_the_statement_of_each_line(width: int, gallery_page: Page) -> None:
    gallery_page.set_viewport_size({"width": width, "height": 740})
    answer(gallery_page, 0, 3)
    drawn = gallery_page.locator(f"{AT} .sl-dot-lines")
    shown = " ".join(drawn.locator("text").all_text_contents())
    assert [one.text for one in _all_statements() if one.text not in shown] == []
    room = drawn.bounding_box()
    assert room
    for text in drawn.locator("text").all():
        box = text.bounding_box()
        assert box and box["x"] + box["width"] <= room["x"] + room["width"] + 1, text.text_content()


def test_many_statements_at_one_end_are_neither_listed_nor_counted(gallery_page: Page) -> None:
    for place, statement in enumerate(statements(gallery_page)):
        statement.locator("label").nth(4 if place == 0 else 0).click()
    gallery_page.locator(f"{AT} form button").click()
    said = spoken(gallery_page.locator(AT))
    assert words()["scale_many"] in said and quoted(0) in said and quoted(1) not in said


#: Many plays by chance, and the values that were not read again as they were.
PLAYS = """found => {
  let state = 11; const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const pick = all => all[Math.floor(random() * all.length)];
  const wrong = [];
  for (let step = 0; step < 300; step += 1) {
    const can = [...found.querySelectorAll(pick(['input', 'input', 'input', 'form button', '[data-part=again]']))];
    const open = can.filter(one => one.checkVisibility());
    if (open.length) pick(open).click();
    const value = found.read();
    found.show(structuredClone(value));
    if (JSON.stringify(found.read()) !== JSON.stringify(value)) wrong.push(value);
  }
  return wrong;
}"""


def test_whatever_one_does_is_read_again(gallery_page: Page) -> None:
    assert gallery_page.locator(AT).evaluate(PLAYS) == []


def test_a_value_of_edition_0_1_opens(gallery_page: Page) -> None:
    answers = {statement.id: "2" for statement in _all_statements()}
    value = {
        "answers": answers,
        "shown": True,
        "rounds": [{"on": "2026-01-02", "answers": {**answers, "adapt-drop": "5"}}],
    }
    record = {"kind": "scale", "value": value, "saved": "2026-02-01T10:00:00Z", "asked": "x", "said": [], "earlier": []}
    gallery_page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [f"{gallery.COURSE}/v1/{ID}", json.dumps(record)]
    )
    gallery_page.reload()
    assert gallery_page.locator(f"{AT} .sl-dot-lines .sl-moved").count() == 1
    assert gallery_page.locator(AT).evaluate("one => one.read()") == value


@pytest.mark.parametrize("width", [320, 360, 390, 600, 1280])
def test_five_points_stand_in_one_row(width: int, gallery_page: Page) -> None:
    gallery_page.set_viewport_size({"width": width, "height": 740})
    points = gallery_page.locator(f"{AT} fieldset").first.locator("label")
    boxes: list[Any] = [point.bounding_box() for point in points.all()]
    assert len({round(box["y"]) for box in boxes}) == 1 and len({round(box["width"]) for box in boxes}) == 1
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
    # The words stand under their button, inside their box.
    for point in points.all():
        assert point.evaluate(
            "one => one.firstChild.getBoundingClientRect().bottom <= one.lastChild.getBoundingClientRect().top"
        )
        assert point.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_one_heading_is_open_at_a_time_and_the_next_opens_once_all_of_it_is_answered(
    gallery_page: Page,
) -> None:
    folds = gallery_page.locator(f"{AT} [data-dimension]")
    opened = "all => all.map(one => one.open)"
    assert folds.evaluate_all(opened) == [True] + [False] * (folds.count() - 1)
    for statement in folds.first.locator("fieldset").all():
        assert folds.evaluate_all(opened)[1] is False
        statement.locator("label").first.click()
    assert folds.evaluate_all(opened)[:3] == [True, True, False]
    n = folds.first.locator("fieldset").count()
    said = words()["scale_answered"].format(n=n, total=n)
    assert said in folds.first.locator("summary").inner_text()
    gallery.settled(gallery_page, AT[1:], f"Object.keys(v.answers).length === {n}")
    gallery_page.reload()
    gallery_page.locator(f"{AT}.sl-alive").wait_for()
    gallery_page.locator(f"{AT} [data-dimension]:nth-of-type(2)[open]").wait_for()
    assert folds.evaluate_all(opened)[:3] == [False, True, False]
    assert said in folds.first.locator("summary").inner_text()
    gallery_page.locator(f"{AT} form button").click()  # Asked for what is open, it opens that.
    assert folds.nth(1).get_attribute("open") is not None


@pytest.mark.parametrize("mode", ["print", "screen"])
def test_before_the_picture_there_is_no_empty_table(mode: str, gallery_page: Page) -> None:
    gallery_page.emulate_media(media=mode)  # type: ignore[arg-type]
    assert gallery_page.locator(f"{AT} details:has([data-part=table])").is_hidden()


def test_what_is_said_is_enough(gallery_page: Page) -> None:
    """Asked for too little, two rounds, and what has changed between them."""
    found = gallery_page.locator(AT)
    show = found.locator("form button[type=submit]")
    show.click()
    lines = [spoken(found)]
    answer(gallery_page, 0, 3)
    lines.append(spoken(found))
    found.get_by_role("button", name=words()["scale_again"]).click()
    answer(gallery_page, 1, 3)
    lines.append(spoken(found))
    assert_golden("scale", lines)
