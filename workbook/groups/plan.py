"""A plan for a group on one lesson: its file in ``data/groups``, checked against the lesson."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from ..course import Course
from ..data import DataError, Document, Loc, Problem, explained, read_document
from ..lesson import Lesson
from ..spec import Id, PlainText, StrictModel
from .step import Slot, Step
from .taken import Taken
from .worksheet import Worksheet

#: The plans that each lesson has, with their length in minutes.
LENGTHS = {"sixty": 60, "ninety": 90}
#: How a text names an exercise: by its id, so that a title is never copied.
NAMED = re.compile(r"\{([a-z0-9-]+)\}")

Model = TypeVar("Model", bound=StrictModel)


class Head(StrictModel):
    """The fields of a plan's file.

    Args:
        lesson: the slug of its lesson.
        purpose: what people leave with.
        character: what sort of session it is, in a line.
        prepare: what to have ready.
        sixty, ninety: the plans, as steps with minutes.
        steps: what happens in each step.
        debrief: questions for the end.
        tip: what to keep where there is far less time.
        worksheet: the page that each person gets.
        invented: numbers in its words that are made up or are the session's own, as it writes them.
    """

    lesson: Id
    purpose: PlainText
    character: PlainText
    prepare: list[PlainText] = Field(min_length=2, max_length=8)
    sixty: list[Any] = Field(min_length=3)
    ninety: list[Any] = Field(min_length=3)
    steps: list[Any] = Field(min_length=3)
    debrief: list[PlainText] = Field(min_length=2, max_length=5)
    tip: PlainText | None = None
    worksheet: Any
    invented: list[PlainText] = Field(default=[])


class GroupPlan:
    """Two plans and a worksheet for one lesson, from ``data/groups/<number>-<slug>.yml``.

    Args:
        path: its file.
        lesson: the lesson it is for.

    Attributes:
        head: purpose, what to prepare, debrief.
        steps: what happens, by id.
        plans: for ``sixty`` and ``ninety``, the slots in order.
        worksheet: the page that each person gets.

    Raises:
        DataError: mistakes in the file, all of them: file, line, plan or step, field and fix.
    """

    def __init__(self, path: Path, lesson: Lesson) -> None:
        self.path, self.lesson = path, lesson
        self._document = read_document(path)
        self._problems: list[Problem] = []
        head = self._read(Head, "", self._document.value)
        if head is None:
            raise DataError.of(self._problems)
        self.head = head
        expected = f"{lesson.number}-{lesson.slug}"
        if head.lesson != lesson.slug or path.stem != expected:
            self._wrong(
                "field lesson", f"says '{head.lesson}', and the lesson's file is {expected}.yml. Agree", "lesson"
            )
        self._refuse_unknown_names(self._document)
        self.steps: dict[str, Step] = {}
        for position, entry in enumerate(head.steps):
            step = self._read(Step, _name(entry, position + 1), entry, "steps", position)
            if step is None:
                continue
            if step.id in self.steps:
                self._wrong(f"step {step.id}, field id", "stands twice. Give each its own id", "steps", position)
            self._fits(step, f"step {step.id}", "steps", position)
            self.steps[step.id] = step
        self.plans = {name: self._plan(name, getattr(head, name)) for name in LENGTHS}
        self._refuse_idle_steps()
        sheet = self._read(Worksheet, "worksheet", head.worksheet, "worksheet")
        for position, part in enumerate(sheet.parts if sheet else []):
            where = f"worksheet, part {position + 1}"
            self._fits(part, where, "worksheet", "parts", position)
            if part.grid and not (part.exercise and hasattr(lesson.specs.get(part.exercise), part.grid)):
                self._wrong(
                    f"{where}, field grid", f"no {part.grid} there. Take it out", "worksheet", "parts", position
                )
        if self._problems or sheet is None:
            raise DataError.of(self._problems)
        self.worksheet = sheet

    def _wrong(self, where: str, problem: str, *loc: int | str) -> None:
        self._problems.append(self._document.error(where, problem, loc))

    def _read(self, model: type[Model], name: str, entry: Any, *loc: int | str) -> Model | None:
        try:
            return model.model_validate(entry, context={"course": self.lesson.course})
        except ValidationError as error:
            for inner, field, problem in explained(error, tuple(model.model_fields)):
                self._wrong(f"{name}, field {field}" if name else f"field {field}", problem, *loc, *inner)
            return None

    def _fits(self, taken: Taken, name: str, *loc: int | str) -> None:
        wrong = taken.check(self.lesson.specs)
        if wrong:
            self._wrong(f"{name}, field {wrong[0]}", wrong[1], *loc, wrong[0])

    def _refuse_unknown_names(self, document: Document) -> None:
        def look(value: Any, loc: Loc) -> None:
            if isinstance(value, dict | list):
                for key, one in value.items() if isinstance(value, dict) else enumerate(value):
                    look(one, (*loc, key))
            elif isinstance(value, str):
                for id in NAMED.findall(value):
                    if id not in self.lesson.specs:
                        there = ", ".join(self.lesson.specs)
                        self._wrong(f"the name {{{id}}}", f"the lesson has no such exercise. It has: {there}", *loc)

        look(document.value, ())

    def _plan(self, name: str, entries: list[Any]) -> list[Slot]:
        slots: list[Slot] = []
        for position, entry in enumerate(entries):
            where = f"plan {name}, line {position + 1}"
            slot = self._read(Slot, where, entry, name, position)
            if slot is None:
                continue
            if slot.step not in self.steps:
                there = ", ".join(self.steps)
                self._wrong(f"{where}, field step", f"no step '{slot.step}'. There are: {there}", name, position)
            if slot.step in [one.step for one in slots]:
                self._wrong(f"{where}, field step", f"'{slot.step}' is in this plan already. Keep one", name, position)
            slots.append(slot)
        total = sum(slot.minutes for slot in slots)
        if total != LENGTHS[name] and len(slots) == len(entries):
            problem = f"the steps make {total} minutes, not {LENGTHS[name]}. Make a step longer or shorter"
            self._wrong(f"plan {name}, field minutes", problem, name)
        return slots

    def _refuse_idle_steps(self) -> None:
        used = {slot.step for slots in self.plans.values() for slot in slots}
        for id in self.steps:
            if id not in used:
                self._wrong(f"step {id}", "is in neither plan. Put it into one, or take it out", "steps")

    def named(self, text: str) -> str:
        """A text of the plan, with the title of an exercise where it has ``{its-id}``."""
        return NAMED.sub(lambda found: f"'{self.lesson.specs[found[1]].title}'", text)

    def timed(self, plan: str) -> list[tuple[int, int, Step]]:
        """The steps of a plan: the minute each starts at, its minutes, and the step."""
        rows, start = [], 0
        for slot in self.plans[plan]:
            rows.append((start, slot.minutes, self.steps[slot.step]))
            start += slot.minutes
        return rows


def _name(entry: Any, position: int) -> str:
    id = entry.get("id") if isinstance(entry, dict) else None
    return f"step {id}" if id else f"step number {position}"


def group_plans(course: Course, lessons: list[Lesson]) -> list[GroupPlan]:
    """The plan of every lesson that counts, in order; none where the course has no plans.

    Args:
        course: whose they are.
        lessons: its lessons.

    Raises:
        DataError: mistakes in the files, a lesson without a file, or a file without a lesson.
    """
    folder = course.group_plans
    if not folder.is_dir():
        return []
    files = {path.name: path for path in folder.glob("[0-9]*.yml")}
    made: list[GroupPlan] = []
    problems: list[Problem] = []
    for lesson in (one for one in lessons if not one.optional):
        name = f"{lesson.number}-{lesson.slug}.yml"
        if name not in files:
            problems.append(Problem(folder, f"lesson {lesson.slug}", f"has no plan for groups. Add the file {name}"))
            continue
        try:
            made.append(GroupPlan(files.pop(name), lesson))
        except DataError as error:
            problems += error.problems
    for name, path in files.items():
        problems.append(Problem(path, "", f"no lesson has the name {Path(name).stem}. Rename the file or remove it"))
    if problems:
        raise DataError.of(problems)
    return made
