"""What the book shows for groups: plans, worksheets, and the table of ideas, as HTML in blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..course import Course
from ..ideas import lesson_number, served
from ..lesson import Lesson
from ..rendering import environment
from .plan import LENGTHS, GroupPlan
from .worksheet import Space

#: The way to a page of the book, and to an exercise on it where an id is given.
Way = Callable[[str, str], str]
ENVIRONMENT = environment(Path(__file__).parent)


@dataclass(frozen=True)
class Block:
    """A heading with what stands below it.

    Args:
        title: the heading.
        html: what follows it.
        under: blocks one level down.
    """

    title: str
    html: str = ""
    under: tuple[Block, ...] = ()


def plan_page(plan: GroupPlan, way: Way) -> tuple[str, list[Block]]:
    """A plan's page: what stands above the first heading, and the blocks below it."""
    course = plan.lesson.course
    strings = course.strings
    # The parts of the template are macros, of which nothing more is known than that they can be called.
    make: Any = ENVIRONMENT.get_template("plan.html").make_module(
        {"plan": plan, "way": way, "strings": strings, "course": course}
    )
    specs = plan.lesson.specs
    minutes: dict[str, dict[int, int]] = {}
    for name, slots in plan.plans.items():
        for slot in slots:
            minutes.setdefault(slot.step, {})[LENGTHS[name]] = slot.minutes
    steps = tuple(
        Block(step.heading(specs), str(make.step(step, minutes[id], step.pieces(specs, course))))
        for id, step in plan.steps.items()
    )
    return str(make.opening()), [
        Block(strings["groups_prepare"], str(make.bullets(plan.head.prepare))),
        *(
            Block(strings["groups_minutes"].format(n=length), str(make.timetable(plan.timed(name))))
            for name, length in LENGTHS.items()
        ),
        Block(strings["groups_steps"], under=steps),
        Block(strings["groups_end"], str(make.ending())),
    ]


def _grid(plan: GroupPlan, part: Space) -> tuple[list[str], list[str]]:
    """The heads of a grid's columns and of its rows, from the exercise."""
    spec = plan.lesson.specs[part.exercise or ""]
    heads = [getattr(one, "text", one) for one in getattr(spec, part.grid or "")]
    lines = [line for piece in part.pieces(plan.lesson.specs, plan.lesson.course) for line in piece.lines]
    return heads, [one.text for line in lines for one in (line.under or (line,))]


def worksheet(plan: GroupPlan) -> Block:
    """A plan's worksheet."""
    lesson, course = plan.lesson, plan.lesson.course
    parts = [
        (part, part.pieces(lesson.specs, course), _grid(plan, part) if part.grid else None)
        for part in plan.worksheet.parts
    ]
    html = ENVIRONMENT.get_template("worksheet.html").render(
        sheet=plan.worksheet, lesson=lesson, parts=parts, strings=course.strings, course=course
    )
    return Block(_row(course, lesson.number, plan.worksheet.title), html)


def overview(plans: list[GroupPlan], way: Way) -> str:
    """A list of all plans, each with the way to its page."""
    return ENVIRONMENT.get_template("overview.html").render(plans=plans, way=way)


def ideas_table(course: Course, lessons: list[Lesson], way: Way) -> list[Block]:
    """Each idea with the lessons and exercises that serve it, a block for each lesson that teaches some."""
    found = served(course, lessons)
    by_slug = {one.slug: one for one in lessons}
    template = ENVIRONMENT.get_template("ideas.html")
    blocks = []
    for lesson in (one for one in lessons if not one.optional):
        entries = []
        for id, exercises in found.items():
            if lesson_number(id, exercises) != lesson.number:
                continue
            places: dict[str, list[object]] = {}
            for where, spec in exercises:
                places.setdefault(where.slug, []).append(spec)
            entries.append((id, course.ideas[id], [(by_slug[slug], specs) for slug, specs in places.items()]))
        if entries:
            html = template.render(entries=entries, way=way, strings=course.strings)
            blocks.append(Block(_row(course, lesson.number, lesson.title), html))
    return blocks


def _row(course: Course, number: int, title: str) -> str:
    return course.strings["groups_index_row"].format(n=number, title=title)
