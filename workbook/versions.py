"""Versions of one exercise: the same task in several settings, such as a ward, a police station, a block of flats.

A course lists its settings in ``data/settings.yml``. An exercise that names another one under ``version_of`` is a
version of it in its own ``setting``; the other one, the head of the group, stands for the first setting unless it says
which. Each keeps an id and an answer of its own; the group counts as one exercise, done when one version of it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from .data import DataError, explained, read_document
from .spec import Id, PlainText, Spec, StrictModel

if TYPE_CHECKING:
    from .course import Course

FILE = "data/settings.yml"


class Setting(StrictModel):
    """A setting that a learner can choose as the nearest.

    Args:
        id: stable for ever: the choice is kept by it.
        title: its name.
        text: who is at work there.
        picture: the symbol that stands for it.
    """

    id: Id
    title: PlainText
    text: PlainText
    picture: PlainText


def read_settings(course: Course) -> dict[str, Setting]:
    """The settings of a course by id, in its order; none where it has no such file.

    Raises:
        DataError: one lacks a field, stands twice, or names a picture that nobody has drawn.
    """
    path = course.root / FILE
    if not path.is_file():
        return {}
    document = read_document(path)
    try:
        listed = TypeAdapter(list[Setting]).validate_python(document.value)
    except ValidationError as error:
        raise DataError.of(
            document.error(f"setting {field}", problem, loc) for loc, field, problem in explained(error)
        ) from None
    problems = []
    for at, one in enumerate(listed):
        if one.id in [other.id for other in listed[:at]]:
            problems.append(document.error(f"setting {one.id}", "stands twice. Give each its own id", [at, "id"]))
        if f"m-{one.picture}" not in course.art.symbols:
            problem = f"there is no picture '{one.picture}'. Draw it in data/art, or correct its name"
            problems.append(document.error(f"setting {one.id}, field picture", problem, [at, "picture"]))
    if problems:
        raise DataError.of(problems)
    return {one.id: one for one in listed}


def setting_of(spec: Spec, settings: Iterable[str]) -> str:
    """The setting in which an exercise of a group stands: its own, or else the course's first."""
    return spec.setting or next(iter(settings), "")


def problem_with_version(spec: Spec, before: dict[str, Spec], settings: Iterable[str]) -> tuple[str, str] | None:
    """What is wrong with an exercise as a version of another one: the field, and how to mend it.

    Args:
        spec: it.
        before: the exercises of its lesson that stand before it, by id.
        settings: the ids of the course's settings.
    """
    known = list(settings)
    if spec.version_of is None:
        return None
    head = before.get(spec.version_of)
    if head is None:
        return "version_of", f"no exercise '{spec.version_of}' stands before it in this lesson. Put it behind that one"
    if head.version_of is not None:
        return "version_of", f"'{head.id}' is a version itself. Name '{head.version_of}', as it does"
    if head.kind != spec.kind:
        return "kind", f"'{head.id}' is of the kind '{head.kind}'. Versions of one exercise are of one kind"
    if spec.setting is None:
        return "setting", f"a version says in which setting it stands. The settings are {', '.join(known) or 'none'}"
    if spec.setting not in known:
        return "setting", f"there is no setting '{spec.setting}'. The settings are {', '.join(known) or 'none'}"
    group = [head, *(one for one in before.values() if one.version_of == head.id)]
    twin = next((one for one in group if setting_of(one, known) == spec.setting), None)
    if twin is not None:
        return "setting", f"'{twin.id}' stands in '{spec.setting}' already. Give each version its own"
    return None


def groups(specs: Iterable[Spec], settings: Iterable[str]) -> dict[str, dict[str, Spec]]:
    """For the head of each group its versions by setting, in the order of the file: itself first."""
    known, listed = list(settings), list(specs)
    heads = {one.version_of for one in listed if one.version_of}
    return {
        id: {setting_of(one, known): one for one in listed if id in (one.id, one.version_of)}
        for id in (one.id for one in listed if one.id in heads)
    }
