"""The lessons in the order in which a learner meets them: prose, and things to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from tests.support.book import ROOT
from tests.support.lessons import lessons
from tests.support.notebooks import SHOWN, Notebook
from tests.support.prose import Block, blocks
from tests.support.sections import strings
from workbook.lesson import Lesson
from workbook.spec import Spec

WORDS_A_MINUTE = 200
#: Fields of an exercise that are names for the machine, and not texts.
NAMES = {"id", "kind", "ideas", "idea", "from_lesson", "model", "controls", "start", "verdict", "leads", "group", "at"}


@dataclass(frozen=True)
class Step:
    """One thing met.

    Args:
        heading: of the section in which it stands.
        met: a block of prose, or an exercise.
    """

    heading: str
    met: Block | Spec


@dataclass(frozen=True)
class Told:
    """A lesson as its notebook tells it."""

    lesson: Lesson
    notebook: Notebook = field(repr=False)
    steps: tuple[Step, ...] = field(repr=False)

    @property
    def data(self) -> str:
        """The file of its exercises, as messages name it."""
        return str(self.lesson.path.relative_to(ROOT))

    @property
    def page(self) -> str:
        """Its notebook, as messages name it."""
        return str(self.notebook.path.relative_to(ROOT))

    @property
    def prose(self) -> list[Block]:
        """Its blocks, headings among them."""
        return [step.met for step in self.steps if isinstance(step.met, Block)]

    @property
    def exercises(self) -> list[Spec]:
        return [step.met for step in self.steps if isinstance(step.met, Spec)]

    @property
    def minutes(self) -> float:
        """How long it takes: to read its prose, and to do what each kind of exercise asks."""
        return self.notebook.words / WORDS_A_MINUTE + sum(spec.minutes for spec in self.exercises)


def steps(cells: Iterable[Mapping[str, Any]], specs: Mapping[str, Spec]) -> Iterator[Step]:
    """What a notebook's cells tell and show, in order.

    Args:
        specs: the lesson's exercises by id.
    """
    heading = ""
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            for block in blocks(source):
                heading = block.text if block.level else heading
                yield Step(heading, block)
        else:
            yield from (Step(heading, specs[id]) for id in SHOWN.findall(source))


def tell(lesson: Lesson) -> Told:
    """A lesson with its notebook."""
    notebook = Notebook(ROOT / f"{lesson.page}.ipynb")
    return Told(lesson, notebook, tuple(steps(notebook.content["cells"], lesson.specs)))


@cache
def course() -> tuple[Told, ...]:
    """The lessons, and after them the optional pages."""
    return tuple(tell(lesson) for lesson in lessons())


def core() -> list[Told]:
    """The six lessons."""
    return [told for told in course() if not told.lesson.optional]


def texts(spec: Spec) -> list[str]:
    """Every text of an exercise, in paragraphs."""
    found = strings(_without_names(spec.model_dump()))
    return [part.strip() for text in found for part in text.split("\n") if part.strip()]


def _without_names(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_names(one) for key, one in value.items() if key not in NAMES}
    return [_without_names(one) for one in value] if isinstance(value, list) else value


each_lesson = pytest.mark.parametrize("told", core(), ids=lambda told: told.lesson.slug)
each_page = pytest.mark.parametrize("told", course(), ids=lambda told: told.lesson.slug)
