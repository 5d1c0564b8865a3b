"""The case in the browser: by clicks, by keyboard, path beside path, after a reload, without scripts."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from tests.kinds import gallery
from tests.kinds.golden import assert_golden
from tests.kinds.sight import OVERLAPS, SCREENS, SEEN_WHOLE
from tests.support.answering import OWN_WORDS, spoken
from tests.support.keyboard import tab_to
from tests.support.visits import Visits
from tests.support.words import words

from .test_case import ID, SPEC, paths

ON_PAGE = ("case",)

AT = f"#{ID}"


def decide(found: Locator, option: int) -> None:
    form = found.locator(".sl-case-now [data-part=fork]")
    form.locator("label").nth(option).click()
    form.get_by_role("button", name=words()["case_decide"]).click()


def through(found: Locator, options: list[int]) -> None:
    for option in options:
        decide(found, option)


def test_by_clicks_alone_twice_and_compared(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    assert found.locator(".sl-case-scene:visible").count() == 1
    assert not found.locator("[data-part=back]").is_visible()
    decide(found, 1)
    first = SPEC.scenes[0].options[1]
    told = "Trust in the group: good, was some."
    assert spoken(found) == f"{first.consequence.strip()} {told} Next: December: forty rounds"
    assert found.locator(".sl-case-turn:visible").all_inner_texts()[0].startswith(f"You chose: {first.text}")
    assert first.consequence.strip() in found.inner_text()
    # Neither the ways not taken nor the verdict are shown before the end.
    assert found.locator(".sl-case-turn:visible").count() == 1
    assert not found.locator(".sl-case-verdict").first.is_visible()
    through(found, [2, 1, 0, 0])
    assert "The case ends. In the end: four who could teach it" in spoken(found)
    assert found.locator(".sl-case-scene:visible").count() == 6
    taken = [scene for scene, _ in paths()[0][:-1]]
    assert found.locator(".sl-case-turn:visible").count() == 3 + 3 + 2 + 2 + 2 and len(taken) == 5
    other = found.locator(".sl-case-turn:visible:not(.sl-chosen)").first
    other.locator("summary").click()
    assert SPEC.scenes[0].options[0].consequence.strip() in other.inner_text()
    assert "Defensible. What this decision tests: results before process." in other.inner_text()
    found.get_by_role("button", name=words()["case_again"]).click()
    assert spoken(found) == words()["case_begun"]
    assert gallery_page.evaluate("document.activeElement.matches('input[type=radio]')")
    assert found.locator("input:checked").count() == 0
    through(found, [0, 0, 0, 1, 1])
    heads = found.locator("thead th").all_inner_texts()
    assert heads == [words()["case_idea"], "Path 2 (this one)", "Path 1"]
    rows = [row.split("\t") for row in found.locator("tbody tr").all_inner_texts()]
    outcome = [words()["case_ended"], *(stake.text for stake in SPEC.stakes)]
    assert [row[0] for row in rows] == [*SPEC.tested.values(), *outcome]
    cells = found.locator("tbody tr").first.locator("td").all_inner_texts()
    assert [cell.split("\n")[0] for cell in cells] == [SPEC.scenes[0].options[0].text, first.text]
    assert [cell.split()[-1] for cell in cells] == ["Defensible.", "supported."]
    assert rows[-3] == ["People waiting", "10", "10"]
    assert rows[-2] == ["Trust in the group", "gone", "thin"]


def test_what_is_at_stake_is_seen_and_the_footpath_shows_both_ways(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    bars = found.locator(".sl-stakes-now:visible")
    assert bars.all_inner_texts()[0].split() == [
        "People",
        "waiting",
        "31",
        "Trust",
        "in",
        "the",
        "group",
        "some",
        "Money",
        "to",
        "try",
        "things",
        "with",
        "some",
    ]
    decide(found, 0)
    waiting = bars.nth(1).locator("[data-stake=waiting]")
    assert "34 (was 31)" in waiting.inner_text() and waiting.get_attribute("data-turn") == "worse"
    assert not found.locator("[data-part=map]").is_visible()
    through(found, [2, 1, 1, 0])
    # Ten people wait in this March, as its scene says, whatever was decided before.
    assert "ten people are waiting" in found.locator("[data-scene=march-teams]").inner_text()
    assert "10 (was 29)" in found.locator("[data-scene=march-teams]").inner_text()
    ways = found.locator(".sl-way")
    assert ways.count() == sum(len(scene.options) for scene in SPEC.scenes)
    assert found.locator(".sl-way-now").count() == 5 and found.locator(".sl-way-earlier").count() == 0
    assert found.locator("[data-part=map] button").count() == 6
    marks = found.locator("[data-part=map] .sl-mark")
    assert [mark.get_attribute("data-verdict") for mark in marks.all()].count("defensible") == 4
    found.locator("[data-part=map] button").first.click()
    assert gallery_page.evaluate("document.activeElement.textContent") == SPEC.scenes[0].title
    found.get_by_role("button", name=words()["case_again"]).click()
    through(found, [1, 1, 0, 0, 1])
    assert found.locator(".sl-way-now").count() == 5 and found.locator(".sl-way-earlier").count() == 5


def test_a_path_of_the_first_edition_ends_where_it_ended(gallery_page: Page) -> None:
    """It decided in March on another trial's page; the decision is now taken in that trial's own March."""
    options = ["finish-form", "tell-all", "tell-him", "two-teams", "one-page"]
    scenes = ["november", "december", "january-man", "february-minutes", "march-friday"]
    steps = [{"scene": scene, "option": option} for scene, option in zip(scenes, options, strict=True)]
    value = {"paths": [{"steps": steps, "ended": True}], "debrief": ["", "", "", ""]}
    record = {
        "kind": "case",
        "value": value,
        "saved": "2026-03-01T10:00:00.000Z",
        "asked": "",
        "said": [],
        "earlier": [],
    }
    put = "([key, text]) => localStorage.setItem(key, text)"
    gallery_page.evaluate(put, [f"{gallery.COURSE}/v1/{ID}", json.dumps(record)])
    gallery_page.reload()
    found = gallery_page.locator(AT)
    assert words()["outdated"] not in found.inner_text()
    assert found.locator(".sl-case-scene:visible").count() == 6
    assert found.locator("[data-scene=march-teams] .sl-chosen").count() == 1
    assert "In the end: four who could teach it" in found.locator("tr[data-ends]").inner_text()


@pytest.mark.parametrize("size", SCREENS, ids=["phone", "desk"])
def test_what_came_of_it_is_in_sight_and_no_name_covers_another(
    size: ViewportSize, gallery_visits: Visits, gallery_url: str
) -> None:
    page = gallery_visits.open(gallery_url, viewport=size)
    found = page.locator(AT)
    for option in (0, 2, 1, 1, 0):
        decide(found, option)
        assert page.evaluate(SEEN_WHOLE, f"{AT} .sl-case-past:last-of-type .sl-chosen, {AT} .sl-chosen") is True
    assert page.evaluate(OVERLAPS, f"{AT} .sl-path-node") == []


def test_what_is_said_reads_as_the_whole_story(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    lines = []
    for option in (2, 0, 1, 1, 0):
        decide(found, option)
        lines.append(spoken(found))
    assert_golden("case", lines)


def test_by_keyboard_alone_and_reloading(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    for n in range(5):
        tab_to(gallery_page, f"{AT} .sl-case-now input")
        gallery_page.keyboard.press("Space")
        gallery_page.keyboard.press("ArrowDown")
        gallery_page.keyboard.press("Enter")
        # The form is gone; the focus is on what came of it.
        assert gallery_page.evaluate("document.activeElement.closest('.sl-chosen') !== null")
        assert len(gallery.value(gallery_page, ID)["paths"][0]["steps"]) == n + 1
    for n in range(3):
        tab_to(gallery_page, f"#{ID}-debrief{n}")
        gallery_page.keyboard.type(f"{OWN_WORDS} {n}")
    gallery.settled(gallery_page, ID, f"v.debrief[2] === {json.dumps(OWN_WORDS + ' 2')}")
    value, text = gallery.value(gallery_page, ID), found.inner_text()
    assert value["paths"][0]["ended"] is True
    gallery_page.reload()
    assert found.locator(".sl-case-scene:visible").count() == 6
    assert found.inner_text().split("Looking back")[0] == text.split("Looking back")[0]
    assert found.locator("textarea").nth(2).input_value() == f"{OWN_WORDS} 2"
    assert gallery.value(gallery_page, ID) == value


def test_half_a_path_waits_where_it_was_left(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    through(found, [1, 1])
    gallery_page.reload()
    assert found.locator(".sl-case-now").get_attribute("data-scene") == "january-man"
    through(found, [1, 1, 1])
    assert gallery.value(gallery_page, ID)["paths"][0]["ended"] is True


def test_a_decision_without_a_choice_is_told(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    found.get_by_role("button", name=words()["case_decide"]).first.click()
    assert spoken(found) == words()["case_pick"]
    assert found.locator(".sl-case-past").count() == 0


def test_a_step_that_the_story_no_longer_has_is_kept_and_said(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    through(found, [1, 1])
    record = gallery.stored(gallery_page, ID)
    record["value"]["paths"][0]["steps"][1]["option"] = "gone"
    put = "([key, text]) => localStorage.setItem(key, text)"
    gallery_page.evaluate(put, [f"{gallery.COURSE}/v1/{ID}", json.dumps(record)])
    gallery_page.reload()
    assert found.locator(".sl-case-now").get_attribute("data-scene") == "december"
    assert words()["outdated"] in found.inner_text() and SPEC.scenes[1].options[1].text in found.inner_text()


def test_no_sideways_scroll(gallery_visits: Visits, gallery_url: str) -> None:
    """Nor a finding of axe: test_gallery.py looks at it before and after."""
    page = gallery_visits.open(gallery_url, viewport={"width": 320, "height": 700})
    found = page.locator(AT)
    through(found, [0, 0, 0, 1, 0])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert found.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_without_scripts_in_the_browser(gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.open(gallery_url, java_script_enabled=False)
    found = page.locator(AT)
    assert found.locator("input[type=radio]:visible").count() == 0
    found.locator("details.sl-case-scene summary").first.click()
    assert "forty new rounds" in found.inner_text()
    assert SPEC.scenes[1].options[0].consequence.strip() not in found.inner_text()
