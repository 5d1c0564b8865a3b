"""The plans for groups: complete, on time, and made of exercises that there are."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.support.book import ROOT
from tests.support.lessons import lessons
from workbook.course import Course, current
from workbook.data import DataError
from workbook.groups import GroupPlan, group_plans
from workbook.groups.plan import LENGTHS
from workbook.lesson import Lesson
from workbook.spec import Excerpt

LESSON = "what-is-systems-leadership"
FOLDER = current().group_plans
FILE = FOLDER / f"1-{LESSON}.yml"

#: Names that plans give for what is no exercise: a loop, a factor, a heading. Each stands in the lesson.
MENTIONED = {
    "3-when-is-it-relevant": ("The chair by the bed", "waits for home care"),
    "4-what-are-the-basic-principles": ("To say it back",),
    "6-how-can-i-begin-in-my-area": ("The first conversation",),
}


@cache
def plans() -> list[GroupPlan]:
    return group_plans(current(), lessons())


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return Lesson(LESSON)


def test_each_lesson_of_the_course_has_a_plan() -> None:
    assert [one.lesson.slug for one in plans()] == [one.slug for one in lessons() if not one.optional]


def test_plans_fill_their_time_without_a_gap() -> None:
    for plan in plans():
        for name, length in LENGTHS.items():
            rows = plan.timed(name)
            assert [start for start, _, _ in rows] == [sum(m for _, m, _ in rows[:n]) for n in range(len(rows))]
            assert rows[-1][0] + rows[-1][1] == length


def test_the_long_plan_has_all_that_the_short_one_has_and_more() -> None:
    for plan in plans():
        short, long = ({slot.step: slot.minutes for slot in plan.plans[name]} for name in LENGTHS)
        assert short.keys() < long.keys(), plan.path.name
        assert all(long[step] >= minutes for step, minutes in short.items()), plan.path.name


def test_most_steps_use_an_exercise_and_say_what_goes_wrong() -> None:
    for plan in plans():
        used = [step.exercise for step in plan.steps.values() if step.exercise]
        assert len(set(used)) >= 4, plan.path.name
        assert sum(step.wrong is not None for step in plan.steps.values()) >= 4, plan.path.name
        assert any(part.take for part in plan.worksheet.parts), plan.path.name


def test_what_else_a_plan_names_stands_in_its_lesson() -> None:
    for name, phrases in MENTIONED.items():
        path = FOLDER / f"{name}.yml"
        plan = next(one for one in plans() if one.path == path)
        notebook = (FOLDER.parents[1] / f"{plan.lesson.page}.ipynb").read_text(encoding="utf-8")
        for phrase in phrases:
            assert f"'{phrase}'" in " ".join(path.read_text(encoding="utf-8").split())
            assert phrase in notebook, f"{name} names '{phrase}'"


def test_an_exercise_is_named_by_its_title_of_today(lesson: Lesson) -> None:
    plan = GroupPlan(FILE, lesson)
    assert plan.named("See {merrowdale-day}.") == f"See '{lesson.specs['merrowdale-day'].title}'."


MISTAKES = {
    "too short": ("{step: names, minutes: 6}", "{step: names, minutes: 5}", "plan sixty, field minutes", "59 minutes"),
    "too long": ("{step: corners, minutes: 18}", "{step: corners, minutes: 19}", "plan ninety", "91 minutes, not 90"),
    "no minutes": ("{step: names, minutes: 6}", "{step: names}", "plan sixty, line 1, field minutes", "Add it"),
    "half a minute": ("minutes: 15}", "minutes: 15.5}", "plan sixty, line 3, field minutes", "Correct it"),
    "unknown step": ("{step: corners,", "{step: edges,", "plan sixty, line 4, field step", "There are: names"),
    "step twice": ("{step: corners,", "{step: names,", "plan sixty, line 4, field step", "Keep one"),
    "unknown exercise": ("exercise: merrowdale-day", "exercise: other", "step corners, field exercise", "It has: ward"),
    "unknown field of it": ("take: [items]", "take: [options]", "step corners, field take", "It has: prompt, groups"),
    "unknown entry of it": (
        "take: [items]",
        "take: [items]\n    only: [x]",
        "step corners, field only",
        "sergeant-rota",
    ),
    "exercise in a text": ("{merrowdale-day}", "{merrowdale-night}", "the name {merrowdale-night}", "It has: ward"),
    "take without exercise": (
        "    how: A word each",
        "    how: A word each\n    take: [prompt]",
        "step close, field take",
        "Add the field exercise",
    ),
    "no title": ("    title: Who is here\n", "", "step names, field the whole entry", "Give it a title"),
    "idle step": ("  - {step: same-money, minutes: 16}\n", "", "plan ninety", "74 minutes"),
    "misspelt field": ("    longer: Take all", "    longr: Take all", "step corners, field longr", "the fields are"),
    "two steps alike": ("  - id: close", "  - id: names", "step names, field id", "Give each its own"),
    "no room to write": ("      lines: 2\n", "", "worksheet, field parts.1", "exactly one of lines, table, box, grid"),
    "foot without a box": ("      lines: 2\n", "      lines: 2\n      across: [x]\n", "field parts.1", "Give it a box"),
    "no worksheet": ("worksheet:", "sheet:", "field worksheet", "Add it"),
    "grid without groups": ("      lines: 1\n", "      grid: points\n", "worksheet, part 2, field grid", "Take it out"),
    "worksheet of another": ("exercise: issue-other-side\n      take", "exercise: x\n      take", "part 3", "It has:"),
    "another lesson": (f"lesson: {LESSON}", "lesson: when-is-it-relevant", "field lesson", "Agree"),
}


@pytest.mark.parametrize("old, new, where, fix", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(old: str, new: str, where: str, fix: str, tmp_path: Path, lesson: Lesson) -> None:
    good = FILE.read_text(encoding="utf-8")
    assert old in good, "the good file has changed: mend this test's mistake"
    path = tmp_path / FILE.name
    path.write_text(good.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        GroupPlan(path, lesson)
    for words in (FILE.name, where, fix):
        assert words in str(caught.value)


def test_of_a_scale_single_statements_can_be_taken() -> None:
    """The worksheet of lesson 3 has one line for each of six signs, not two for each of three."""
    plan = next(one for one in plans() if one.lesson.number == 3)
    signs = plan.worksheet.parts[0]
    heads = [line for piece in signs.pieces(plan.lesson.specs, current()) for line in piece.lines]
    assert [len(one.under) for one in heads] == [1] * 6
    all_of_it = signs.model_copy(update={"only": []})
    assert sum(len(one.under) for piece in all_of_it.pieces(plan.lesson.specs, current()) for one in piece.lines) == 14


def lines(number: int, step: str) -> list[Excerpt]:
    """What a step of a lesson's plan takes from its exercise."""
    plan = next(one for one in plans() if one.lesson.number == number)
    return [line for piece in plan.steps[step].pieces(plan.lesson.specs, current()) for line in piece.lines]


def test_a_sort_is_told_with_its_reason() -> None:
    plan = next(one for one in plans() if one.lesson.number == 2)
    told = [
        line.told for piece in plan.steps["six-remarks"].pieces(plan.lesson.specs, current()) for line in piece.lines
    ]
    assert len(told) == 6 and all(len(one.split()) > 15 for one in told)


def test_a_place_that_is_a_question_gets_no_full_stop() -> None:
    plan = next(one for one in plans() if one.lesson.number == 5)
    places = [
        line.place for piece in plan.steps["committee"].pieces(plan.lesson.specs, current()) for line in piece.lines
    ]
    assert "Is 'wicked' the right word? Can also be argued: Who answers for it?" in places
    court = [line.place for line in lines(5, "claims")]
    assert "Cost. Can also be argued: Comparison; Before and after." in court


def test_a_step_in_no_plan_is_told(tmp_path: Path, lesson: Lesson) -> None:
    path = tmp_path / FILE.name
    more = "steps:\n  - {id: spare, title: Spare, how: Alone, do: [Wait.]}\n"
    path.write_text(FILE.read_text(encoding="utf-8").replace("steps:\n", more, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"step spare: is in neither plan. Put it into one, or take it out"):
        GroupPlan(path, lesson)


@pytest.fixture
def copy(tmp_path: Path) -> Course:
    """The course with a copy of its plans to spoil."""
    shutil.copy(ROOT / "_config.yml", tmp_path)
    shutil.copytree(FOLDER, tmp_path / "data" / "groups")
    return Course(tmp_path)


def test_a_lesson_without_a_plan_is_told(copy: Course) -> None:
    (copy.group_plans / "3-when-is-it-relevant.yml").unlink()
    with pytest.raises(DataError, match=r"when-is-it-relevant: has no plan .* Add the file 3-when-is-it-relevant.yml"):
        group_plans(copy, lessons())


def test_a_plan_without_a_lesson_is_told(copy: Course) -> None:
    shutil.copy(FILE, copy.group_plans / "7-where-next.yml")
    with pytest.raises(DataError, match=r"7-where-next.yml: no lesson has the name 7-where-next. Rename the file"):
        group_plans(copy, lessons())


def test_mistakes_in_several_plans_are_told_at_once(copy: Course) -> None:
    for path in (copy.group_plans / FILE.name, copy.group_plans / "3-when-is-it-relevant.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("purpose:", "porpose:", 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        group_plans(copy, lessons())
    told = [(one.path.name[0], one.where) for one in caught.value.problems]
    assert sorted(told) == [(n, f"field {name}") for n in "13" for name in ("porpose", "purpose")]
