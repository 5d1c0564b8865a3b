"""A lesson: its file in ``data/exercises``, checked, and the exercises it can show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from .course import Course, current
from .data import DataError, Document, Problem, explained
from .exercise import Exercise
from .kinds import kinds
from .portfolio.kernel_session import session
from .spec import Id, PlainText, Spec, StrictModel, Text


class Head(StrictModel):
    """The fields of a lesson's file that stand above its exercises.

    Args:
        lesson: its slug, as in the file's name.
        number: its place in the course.
        outcomes: what a learner can do after it, at most five.
        page: the notebook that shows it, where it is not named after the lesson.
        optional: outside the course's progress.
        invented: numbers in its words that are made up, as it writes them; all others must be facts.
    """

    lesson: Id
    number: int = Field(ge=1, le=99)
    title: Text
    outcomes: list[Text] = Field(min_length=1, max_length=5)
    page: PlainText | None = None
    optional: bool = False
    invented: list[PlainText] = Field(default=[])
    exercises: list[Any] = Field(min_length=1)


class Lesson:
    """One lesson's exercises, from ``data/exercises/<number>-<slug>.yml``.

    Args:
        slug: the lesson's name in its file, such as ``where-to-begin``.
        course: whose lesson it is; the course at hand, if not given.
        path: its file, where it is not in the usual place.

    Attributes:
        page: the book page that shows it, without ending.
        optional: whether it stays outside the course's progress.
        specs: its exercises' checked data by id, in order.

    Raises:
        DataError: no such lesson, or mistakes in its file, all of them: file, line, exercise, field and fix.
    """

    def __init__(self, slug: str, course: Course | None = None, path: Path | None = None) -> None:
        self.course = course or current()
        self.path = path or _find(self.course, slug)
        document = self.course.document(self.path)
        try:
            head = Head.model_validate(document.value)
        except ValidationError as error:
            raise DataError.of(_problems(document, (), "", error, Head)) from None
        problems = []
        if head.lesson != slug:
            problems.append(
                document.error("field lesson", f"says '{head.lesson}', not '{slug}'. Make them agree", ["lesson"])
            )
        self.slug, self.number, self.title, self.outcomes = head.lesson, head.number, head.title, head.outcomes
        self.page = head.page or f"notebooks/{head.number}-{head.lesson}"
        self.optional, self.invented = head.optional, head.invented
        self.specs: dict[str, Spec] = {}
        for position, entry in enumerate(head.exercises):
            found = self._spec(document, position, entry)
            if isinstance(found, list):
                problems += found
            elif found.id in self.specs:
                loc = ("exercises", position, "id")
                problems.append(
                    document.error(f"exercise {found.id}, field id", "stands twice. Give each its own id", loc)
                )
            else:
                self.specs[found.id] = found
        if problems:
            raise DataError.of(problems)

    def _spec(self, document: Document, position: int, entry: Any) -> Spec | list[Problem]:
        """The checked data of one exercise, or its mistakes."""
        loc = ("exercises", position)
        if not isinstance(entry, dict):
            where = f"exercise number {position + 1}"
            return [document.error(where, "is not a set of 'name: value' lines. Indent it", loc)]
        name = f"exercise {entry.get('id', f'number {position + 1}')!s:.60}"
        kind = entry.get("kind")
        if not isinstance(kind, str) or kind not in kinds():
            problem = f"'{kind!s:.60}' is not a kind. The kinds are {', '.join(kinds())}"
            return [document.error(f"{name}, field kind", problem, (*loc, "kind"))]
        try:
            return kinds()[kind].model_validate(entry, context={"course": self.course})
        except ValidationError as error:
            return _problems(document, loc, name, error, kinds()[kind])

    def show(self, id: str) -> Exercise:
        """The exercise with this id, alive in a notebook and complete HTML in the book.

        Raises:
            KeyError: no such exercise; the message lists those there are.
        """
        if id not in self.specs:
            raise KeyError(f"lesson '{self.slug}' has no exercise '{id}'. It has: {', '.join(self.specs)}")
        return session(self.course).welcome(Exercise(self.specs[id], self.slug, self.course))

    def __repr__(self) -> str:
        return f"<Lesson {self.number}: {self.title}>"


def _problems(
    document: Document, loc: tuple[int | str, ...], name: str, error: ValidationError, model: type[StrictModel]
) -> list[Problem]:
    return [
        document.error(f"{name}, field {field}" if name else f"field {field}", problem, (*loc, *inner))
        for inner, field, problem in explained(error, tuple(model.model_fields))
    ]


def _find(course: Course, slug: str) -> Path:
    found = [path for path in course.lesson_files() if path.stem.partition("-")[2] == slug]
    if len(found) == 1:
        return found[0]
    there = ", ".join(sorted(course.heads))
    raise DataError(course.exercises, f"lesson {slug}", f"{len(found)} files for it. The lessons are: {there}")


def lessons(course: Course | None = None) -> list[Lesson]:
    """Every lesson of a course, in order.

    Raises:
        DataError: every mistake in every lesson, and every exercise id that two lessons use.
    """
    at_hand = course or current()
    found: list[Lesson] = []
    problems: list[Problem] = []
    for path in at_hand.lesson_files():
        try:
            found.append(Lesson(path.stem.partition("-")[2], at_hand, path))
        except DataError as error:
            problems += error.problems
    owner: dict[str, Path] = {}
    for lesson in found:
        for id in lesson.specs:
            if id in owner:
                problem = f"also stands in {owner[id].name}. Give each its own id"
                problems.append(Problem(lesson.path, f"exercise {id}, field id", problem))
            owner[id] = lesson.path
    if problems:
        raise DataError.of(problems)
    return found


def manifest(lessons: list[Lesson]) -> list[dict[str, Any]]:
    """Every exercise of some lessons in order: what progress, portfolio and plan read in the page."""
    return [
        {"id": spec.id, "kind": spec.kind, "title": spec.title, "lesson": lesson.slug, "page": lesson.page}
        | ({"optional": True} if lesson.optional else {})
        for lesson in lessons
        for spec in lesson.specs.values()
    ]
