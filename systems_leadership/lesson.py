"""A lesson: its file in ``data/exercises``, checked, and the exercises it can show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from .data import EXERCISES, DataError, explain, read_yaml
from .exercises import kinds
from .exercises.exercise import Exercise
from .exercises.spec import Id, Part, Spec, Text
from .portfolio.session import session


class Head(Part):
    """The fields of a lesson's file that stand above its exercises.

    Args:
        lesson: its slug, as in the file's name.
        number: its place in the course.
        outcomes: what a learner can do after it, three of them.
        page: the notebook that shows it, where it is not named after the lesson.
        optional: outside the course's progress.
        invented: numbers in its words that are made up, as it writes them; all others must be facts.
    """

    lesson: Id
    number: int = Field(ge=1, le=99)
    title: Text
    outcomes: list[Text] = Field(min_length=3, max_length=3)
    page: Text | None = None
    optional: bool = False
    invented: list[Text] = Field(default=[])
    exercises: list[Any] = Field(min_length=1)


class Lesson:
    """One lesson's exercises, from ``data/exercises/<number>-<slug>.yml``.

    Args:
        slug: the lesson's name in its file, such as ``what-is-systems-leadership``.
        path: its file, where it is not in the usual place.

    Attributes:
        page: the book page that shows it, without ending.
        optional: whether it stays outside the course's progress.

    Raises:
        DataError: no such lesson, or a mistake in its file: file, exercise, field and fix.
    """

    def __init__(self, slug: str, path: Path | None = None) -> None:
        self.path = path or _find(slug)
        raw = read_yaml(self.path)
        try:
            head = Head.model_validate(raw)
        except ValidationError as error:
            raise DataError(self.path, *_at("", error, tuple(Head.model_fields))) from None
        if head.lesson != slug:
            raise DataError(self.path, "field lesson", f"says '{head.lesson}', not '{slug}'. Make them agree")
        self.slug, self.number, self.title, self.outcomes = head.lesson, head.number, head.title, head.outcomes
        self.page = head.page or f"notebooks/{head.number}-{head.lesson}"
        self.optional = head.optional
        self.specs: dict[str, Spec] = {}
        for position, entry in enumerate(head.exercises, start=1):
            spec = self._spec(position, entry)
            if spec.id in self.specs:
                raise DataError(self.path, f"exercise {spec.id}, field id", "stands twice. Give each its own id")
            self.specs[spec.id] = spec

    def _spec(self, position: int, entry: Any) -> Spec:
        if not isinstance(entry, dict):
            raise DataError(self.path, f"exercise number {position}", "is not a set of 'name: value' lines. Indent it")
        name = f"exercise {entry.get('id', f'number {position}')}"
        kind = entry.get("kind")
        if not isinstance(kind, str) or kind not in kinds():
            raise DataError(
                self.path, f"{name}, field kind", f"'{kind}' is not a kind. The kinds are {', '.join(kinds())}"
            )
        try:
            return kinds()[kind].model_validate(entry)
        except ValidationError as error:
            raise DataError(self.path, *_at(name, error, tuple(kinds()[kind].model_fields))) from None

    def show(self, id: str) -> Exercise:
        """The exercise with this id, alive in a notebook and complete HTML in the book.

        Raises:
            KeyError: no such exercise; the message lists those there are.
        """
        if id not in self.specs:
            raise KeyError(f"lesson '{self.slug}' has no exercise '{id}'. It has: {', '.join(self.specs)}")
        return session().welcome(Exercise(self.specs[id], self.slug))

    def __repr__(self) -> str:
        return f"<Lesson {self.number}: {self.title}>"


def _at(name: str, error: ValidationError, fields: tuple[str, ...]) -> tuple[str, str]:
    field, problem = explain(error, fields)
    return (f"{name}, field {field}" if name else f"field {field}"), problem


def _find(slug: str) -> Path:
    found = sorted(EXERCISES.glob(f"[0-9]*-{slug}.yml"))
    if len(found) == 1:
        return found[0]
    there = ", ".join(sorted(path.stem.split("-", 1)[1] for path in EXERCISES.glob("[0-9]*-*.yml")))
    raise DataError(EXERCISES, f"lesson {slug}", f"{len(found)} files for it. The lessons are: {there}")


def lessons() -> list[Lesson]:
    """Every lesson in order.

    Raises:
        DataError: also where two lessons use one exercise id.
    """
    paths = sorted(EXERCISES.glob("[0-9]*-*.yml"), key=lambda path: int(path.stem.split("-", 1)[0]))
    found = [Lesson(path.stem.split("-", 1)[1], path) for path in paths]
    seen: dict[str, Path] = {}
    for lesson in found:
        for id in lesson.specs:
            if id in seen:
                raise DataError(
                    lesson.path, f"exercise {id}, field id", f"also stands in {seen[id].name}. Give each its own id"
                )
            seen[id] = lesson.path
    return found


def manifest(course: list[Lesson] | None = None) -> list[dict[str, Any]]:
    """Every exercise of the course in order: what progress, portfolio and plan read in the page.

    Args:
        course: its lessons, where they are loaded already.
    """
    return [
        {"id": spec.id, "kind": spec.kind, "title": spec.title, "lesson": lesson.slug, "page": lesson.page}
        | ({"optional": True} if lesson.optional else {})
        for lesson in (lessons() if course is None else course)
        for spec in lesson.specs.values()
    ]
