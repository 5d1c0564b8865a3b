"""The ideas of the guide in the course's own words, and the exercises that serve each."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from .data import ROOT, DataError, explain, read_yaml
from .exercises.spec import Idea, Spec, Text
from .lesson import Lesson, lessons

IDEAS = ROOT / "data" / "ideas.yml"


def ideas(path: Path = IDEAS) -> dict[str, str]:
    """The words of every idea by its id, in order.

    Raises:
        DataError: the file is missing, or an id or a text in it is not of the form it must have.
    """
    try:
        return TypeAdapter(dict[Idea, Text]).validate_python(read_yaml(path))
    except ValidationError as error:
        field, problem = explain(error)
        raise DataError(path, f"idea {field.removesuffix('.[key]')}", problem) from None


def served(course: list[Lesson] | None = None, path: Path = IDEAS) -> dict[str, list[tuple[Lesson, Spec]]]:
    """For each idea the exercises that name it, with their lessons, in the order of the course.

    Raises:
        DataError: an exercise names an idea that is not in the file, or an idea has no exercise.
    """
    known = ideas(path)
    found: dict[str, list[tuple[Lesson, Spec]]] = {id: [] for id in known}
    for lesson in lessons() if course is None else course:
        for spec in lesson.specs.values():
            for id in spec.ideas:
                if id not in found:
                    raise DataError(
                        lesson.path, f"exercise {spec.id}, field ideas", f"'{id}' is not in {path.name}. Correct it"
                    )
                found[id].append((lesson, spec))
    for id, exercises in found.items():
        if not exercises:
            raise DataError(path, f"idea {id}", "no exercise serves it. Name it in one, under ideas")
    return found
