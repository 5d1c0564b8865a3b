"""A session with a group on one lesson: its file in ``data/facilitation``, checked against the lesson."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from ..data import ROOT, DataError, explain, read_yaml
from ..exercises.spec import Id, Part, Text
from ..lesson import Lesson, lessons
from .excerpt import Excerpt
from .sheet import Sheet
from .step import Slot, Step

FOLDER = ROOT / "data" / "facilitation"
#: The plans that each session has, with their length in minutes.
LENGTHS = {"sixty": 60, "ninety": 90}
#: How a text names an exercise: by its id, so that a title is never copied.
NAMED = re.compile(r"\{([a-z0-9-]+)\}")

Model = TypeVar("Model", bound=Part)


class Head(Part):
    """The fields of a session's file.

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
    purpose: Text
    character: Text
    prepare: list[Text] = Field(min_length=2, max_length=8)
    sixty: list[Any] = Field(min_length=3)
    ninety: list[Any] = Field(min_length=3)
    steps: list[Any] = Field(min_length=3)
    debrief: list[Text] = Field(min_length=2, max_length=5)
    tip: Text | None = None
    worksheet: Any
    invented: list[Text] = Field(default=[])


class Session:
    """Two plans and a worksheet for one lesson, from ``data/facilitation/<number>-<slug>.yml``.

    Args:
        path: its file.
        lesson: the lesson it is for; loaded by the file's own word where not given.

    Attributes:
        head: purpose, what to prepare, debrief.
        steps: what happens, by id.
        plans: for ``sixty`` and ``ninety``, the slots in order.
        sheet: the worksheet.

    Raises:
        DataError: a mistake in the file: file, plan or step, field and fix.
    """

    def __init__(self, path: Path, lesson: Lesson | None = None) -> None:
        self.path = path
        raw = read_yaml(path)
        self.head = self._read(Head, "", raw)
        self.lesson = lesson or Lesson(self.head.lesson)
        expected = f"{self.lesson.number}-{self.lesson.slug}"
        if self.head.lesson != self.lesson.slug or path.stem != expected:
            raise DataError(
                path, "field lesson", f"says '{self.head.lesson}', and the lesson's file is {expected}.yml. Agree"
            )
        self._refuse_unknown_names(raw)
        self.steps: dict[str, Step] = {}
        for position, entry in enumerate(self.head.steps, start=1):
            step = self._read(Step, _name(entry, position), entry)
            if step.id in self.steps:
                raise DataError(path, f"step {step.id}, field id", "stands twice. Give each its own id")
            self._fits(step, f"step {step.id}")
            self.steps[step.id] = step
        self.plans = {name: self._plan(name, getattr(self.head, name)) for name in LENGTHS}
        self._refuse_idle_steps()
        self.sheet = self._read(Sheet, "worksheet", self.head.worksheet)
        for position, part in enumerate(self.sheet.parts, start=1):
            self._fits(part, f"worksheet, part {position}")
            if part.grid and not (part.exercise and hasattr(self.lesson.specs[part.exercise], part.grid)):
                raise DataError(path, f"worksheet, part {position}, field grid", f"no {part.grid} there. Take it out")

    def _read(self, model: type[Model], name: str, entry: Any) -> Model:
        try:
            return model.model_validate(entry)
        except ValidationError as error:
            field, problem = explain(error, tuple(model.model_fields))
            raise DataError(self.path, f"{name}, field {field}" if name else f"field {field}", problem) from None

    def _fits(self, excerpt: Excerpt, name: str) -> None:
        wrong = excerpt.check(self.lesson.specs)
        if wrong:
            raise DataError(self.path, f"{name}, field {wrong[0]}", wrong[1])

    def _refuse_unknown_names(self, raw: Any) -> None:
        for id in NAMED.findall(str(raw)):
            if id not in self.lesson.specs:
                there = ", ".join(self.lesson.specs)
                raise DataError(self.path, f"the name {{{id}}}", f"the lesson has no such exercise. It has: {there}")

    def _plan(self, name: str, entries: list[Any]) -> list[Slot]:
        slots: list[Slot] = []
        for position, entry in enumerate(entries, start=1):
            slot = self._read(Slot, f"plan {name}, line {position}", entry)
            where = f"plan {name}, line {position}, field step"
            if slot.step not in self.steps:
                raise DataError(self.path, where, f"no step '{slot.step}'. There are: {', '.join(self.steps)}")
            if slot.step in [one.step for one in slots]:
                raise DataError(self.path, where, f"'{slot.step}' is in this plan already. Keep one")
            slots.append(slot)
        total = sum(slot.minutes for slot in slots)
        if total != LENGTHS[name]:
            raise DataError(
                self.path,
                f"plan {name}, field minutes",
                f"the steps make {total} minutes, not {LENGTHS[name]}. Make a step longer or shorter",
            )
        return slots

    def _refuse_idle_steps(self) -> None:
        used = {slot.step for slots in self.plans.values() for slot in slots}
        for id in self.steps:
            if id not in used:
                raise DataError(self.path, f"step {id}", "is in neither plan. Put it into one, or take it out")

    def named(self, text: str) -> str:
        """A text of the session, with the title of an exercise where it has ``{its-id}``."""
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


def sessions(course: list[Lesson] | None = None, folder: Path = FOLDER) -> list[Session]:
    """The session of every lesson of the course, in order.

    Args:
        course: its lessons, where they are loaded already.
        folder: where the files are.

    Raises:
        DataError: a mistake in a file, a lesson without a file, or a file without a lesson.
    """
    found = [one for one in (lessons() if course is None else course) if not one.optional]
    files = {path.name: path for path in folder.glob("*.yml")}
    made = []
    for lesson in found:
        name = f"{lesson.number}-{lesson.slug}.yml"
        if name not in files:
            raise DataError(folder, f"lesson {lesson.slug}", f"has no plan for groups. Add the file {name}")
        made.append(Session(files.pop(name), lesson))
    for name, path in files.items():
        raise DataError(path, "", f"no lesson has the name {Path(name).stem}. Rename the file or remove it")
    return made
