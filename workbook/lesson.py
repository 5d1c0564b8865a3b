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
from .rendering import render_versions
from .spec import Id, PlainText, Spec, StrictModel, Text
from .versions import groups, problem_with_version


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
        versions: for the head of each group of versions all of them by setting, see ``versions``.

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
                settings = self.course.learners_settings if found.version_of else {}
                wrong = problem_with_version(found, self.specs, settings)
                if wrong:
                    field, problem = wrong
                    loc = ("exercises", position, field)
                    problems.append(document.error(f"exercise {found.id}, field {field}", problem, loc))
                self.specs[found.id] = found
        if problems:
            raise DataError.of(problems)
        has_versions = any(one.version_of for one in self.specs.values())
        self.versions = groups(self.specs.values(), self.course.learners_settings) if has_versions else {}

    @property
    def counted(self) -> list[Spec]:
        """Its exercises in order, of each group of versions only the head."""
        return [one for one in self.specs.values() if one.version_of is None]

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

    def show(self, id: str, setting: str | None = None) -> Exercise:
        """The exercise with this id, alive in a notebook and complete HTML in the book.

        Of a group of versions the book has all; a notebook has the one in the setting that the learner chose.

        Args:
            id: of the exercise, or of the head of a group of versions.
            setting: the version to bring to life, such as ``homes``, whatever was chosen.

        Raises:
            KeyError: no such exercise, or no version in that setting; the message lists those there are.
        """
        if id not in self.specs:
            raise KeyError(f"lesson '{self.slug}' has no exercise '{id}'. It has: {', '.join(self.specs)}")
        spec, kept = self.specs[id], session(self.course)
        group = self.versions.get(id)
        if setting is not None and setting not in (group or {}):
            there = ", ".join(group or {}) or "none"
            raise KeyError(f"exercise '{id}' has no version in the setting '{setting}'. It has: {there}")
        if group is None:
            return kept.welcome(Exercise(spec, self.slug, self.course))
        shown = group.get(setting or kept.nearest, spec)
        return kept.welcome(Exercise(shown, self.slug, self.course, render_versions(id, group, self.slug, self.course)))

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
        | _versions_in_manifest(spec, lesson)
        for lesson in lessons
        for spec in lesson.specs.values()
    ]


def by_page(listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A manifest's exercises as a page holds them: what all of a page have in common stands once.

    So does what a version has of the head of its group: it stands there with its id, and a title where it has its own.

    Args:
        listed: see `manifest`.
    """
    pages: dict[str, dict[str, Any]] = {}
    for one in listed:
        if "of" in one:
            continue
        common: dict[str, Any] = {name: one[name] for name in ("lesson", "page", "optional") if name in one}
        own = {name: value for name, value in one.items() if name not in common}
        if "versions" in own:
            own["versions"] = {its["setting"]: _unlike(own, its) for its in own["versions"]}
        pages.setdefault(one["page"], {**common, "exercises": []})["exercises"].append(own)
    return list(pages.values())


def _unlike(head: dict[str, Any], version: dict[str, Any]) -> dict[str, Any]:
    """The id of a version, and its title unless the head of its group has the same, or is listed without one."""
    same = head.get("title") in (None, version["title"])
    return {"id": version["id"]} if same else {"id": version["id"], "title": version["title"]}


def _versions_in_manifest(spec: Spec, lesson: Lesson) -> dict[str, Any]:
    """The head of a group lists its versions, each version names its head; nothing for all other exercises."""
    if spec.version_of:
        return {"of": spec.version_of}
    group = lesson.versions.get(spec.id, {})
    versions = [{"id": one.id, "title": one.title, "setting": setting} for setting, one in group.items()]
    return {"versions": versions} if versions else {}
