"""What is called saved can be read again: whatever the controls of a kind let through, used at random."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.kinds import gallery
from tests.support import sample
from tests.support.answering import exercise
from tests.support.soak import SOAK
from tests.support.stores import aside, stored
from workbook.portfolio.record import problem_with

HANDS = Path(__file__).parents[1] / "support" / "hands.mjs"
SEEDS = 60 if SOAK else 1
STEPS = 40
BUILD = next(one for one in gallery.entries() if one["id"] == "my-map")
ON_PAGE = ("causal-map",)


def used(page: Page, entry: dict[str, Any], seeds: range) -> list[str]:
    """Use an exercise; what went wrong, in words."""
    exercise(page, entry)
    for seed in seeds:
        page.evaluate(HANDS.read_text(encoding="utf-8"))
        wrong: list[str] = page.evaluate("args => useControls(...args)", [entry["id"], seed, STEPS])
        if wrong:
            return [f"seed {seed}", *wrong]
    return []


def test_every_value_of_every_control_is_read_again(sample_page: Page) -> None:
    faults = {entry["id"]: wrong for entry in sample.entries() if (wrong := used(sample_page, entry, range(SEEDS)))}
    assert not faults, "\n".join(f"{id}: {wrong}" for id, wrong in faults.items())
    before = {entry["id"]: stored(sample_page, entry["id"]) for entry in sample.entries()}
    assert {id: problem_with(record) for id, record in before.items() if record and problem_with(record)} == {}
    assert sum(record is not None for record in before.values()) >= len(before) - 1
    sample_page.reload()
    for entry in sample.entries():
        exercise(sample_page, entry)
        assert aside(sample_page, entry["id"]) == [], entry["id"]
        assert stored(sample_page, entry["id"]) == before[entry["id"]], entry["id"]


def test_a_map_of_ones_own_is_read_again(gallery_page: Page) -> None:
    assert used(gallery_page, BUILD, range(SEEDS)) == []
    before = gallery.stored(gallery_page, BUILD["id"])
    assert problem_with(before) == ""
    gallery_page.reload()
    exercise(gallery_page, BUILD)
    assert gallery.stored(gallery_page, BUILD["id"]) == before


def test_a_kind_that_lets_too_much_through_is_noticed(sample_page: Page) -> None:
    """The seeded fault: the date of a plan as the field gives it."""
    plan = sample.entry("plan")
    exercise(sample_page, plan)
    sample_page.evaluate(
        """id => { const one = document.getElementById(id); const read = one.read.bind(one);
      one.read = () => { const value = read(); const day = one.querySelector('[type=date]').value;
        return { ...value, lines: value.lines.map(line => ({ ...line, day })) }; }; }""",
        plan["id"],
    )
    assert used(sample_page, plan, range(20))


UNREAD = """id => { const exercise = document.getElementById(id);
  return [...exercise.querySelectorAll('textarea, input[type=text]')].filter((field, n) => {
    field.value = `own words ${n}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return JSON.stringify(exercise.read()).includes(field.value) === Boolean(field.closest('[data-draft]')); }).map(one => one.id); }"""


def test_no_field_is_called_saved_whose_words_are_no_part_of_the_answer(sample_page: Page, gallery_page: Page) -> None:
    for page, entries in ((sample_page, sample.entries()), (gallery_page, [BUILD])):
        for entry in entries:
            exercise(page, entry)
            assert page.evaluate(UNREAD, entry["id"]) == [], entry["id"]


def test_a_name_that_is_not_added_yet_is_not_called_saved(gallery_page: Page) -> None:
    found = exercise(gallery_page, BUILD)
    found.locator("input[name=new]").fill("Not added yet")
    found.locator("input[name=new]").blur()
    gallery_page.reload()
    assert gallery.stored(gallery_page, BUILD["id"]) is None
