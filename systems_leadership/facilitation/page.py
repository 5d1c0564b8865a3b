"""What the book shows of the sessions: plans, worksheets, and the table of ideas, as HTML in blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..ideas import ideas, served
from ..lesson import Lesson
from .session import LENGTHS, Session
from .sheet import Space

#: The way to a page of the book, and to an exercise on it where an id is given.
Way = Callable[[str, str], str]

#: What stands above the words of a field; nothing where they speak for themselves.
LABELS = {
    "options": "The answers",
    "items": "To sort",
    "groups": "Where to sort them",
    "explain": "After the run",
    "debrief": "To talk over",
    "factors": "The factors",
    "links": "The links",
    "loops": "The loops",
    "dimensions": "The statements",
    "cue_example": "When this happens, for example",
    "action_example": "I will do this, for example",
    "power": "How much say",
    "interest": "What is at stake",
    "often_missing": "Who is often missing",
    "missing": "At the end",
    "rehearse": "The rehearsal",
}


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


@cache
def environment() -> Environment:
    """Jinja with escaping on and missing names refused."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(labels=LABELS)
    return env


def plan(session: Session, way: Way) -> tuple[str, list[Block]]:
    """A session's page: what stands above the first heading, and the blocks below it."""
    # The parts of the template are macros, of which nothing more is known than that they can be called.
    make: Any = environment().get_template("plan.html").make_module({"session": session, "way": way})
    specs = session.lesson.specs
    minutes: dict[str, dict[int, int]] = {}
    for name, slots in session.plans.items():
        for slot in slots:
            minutes.setdefault(slot.step, {})[LENGTHS[name]] = slot.minutes
    steps = tuple(
        Block(step.heading(specs), str(make.step(step, minutes[id], step.pieces(specs))))
        for id, step in session.steps.items()
    )
    return str(make.opening()), [
        Block("What to prepare", str(make.bullets(session.head.prepare))),
        *(Block(f"{length} minutes", str(make.timetable(session.timed(name)))) for name, length in LENGTHS.items()),
        Block("Step by step", under=steps),
        Block("Questions for the end", str(make.ending())),
    ]


def rows(session: Session, part: Space) -> tuple[list[str], list[str]]:
    """The heads of a grid's columns and of its rows, from the exercise."""
    spec = session.lesson.specs[part.exercise or ""]
    heads = [getattr(one, "text", one) for one in getattr(spec, part.grid or "")]
    lines = [line for piece in part.pieces(session.lesson.specs) for line in piece.lines]
    return heads, [one.text for line in lines for one in (line.under or (line,))]


def worksheet(session: Session) -> Block:
    """A session's worksheet."""
    template = environment().get_template("sheet.html")
    parts = [(part, part.pieces(session.lesson.specs), rows(session, part) if part.grid else None)
             for part in session.sheet.parts]  # fmt: skip
    html = template.render(sheet=session.sheet, lesson=session.lesson, parts=parts)
    return Block(f"{session.lesson.number}. {session.sheet.title}", html)


def overview(sessions: list[Session], way: Way) -> str:
    """A list of all sessions, each with the way to its page."""
    return environment().get_template("overview.html").render(sessions=sessions, way=way)


def table(course: list[Lesson], way: Way) -> list[Block]:
    """Each idea with the lessons and exercises that serve it, a block for each lesson."""
    words, found = ideas(), served(course)
    template = environment().get_template("ideas.html")
    blocks = []
    for lesson in (one for one in course if not one.optional):
        entries = []
        for id, exercises in found.items():
            if id.startswith(f"G{lesson.number}."):
                by_lesson: dict[str, list[object]] = {}
                for where, spec in exercises:
                    by_lesson.setdefault(where.slug, []).append(spec)
                entries.append((id, words[id], [(_lesson(course, slug), specs) for slug, specs in by_lesson.items()]))
        blocks.append(Block(f"{lesson.number}. {lesson.title}", template.render(entries=entries, way=way)))
    return blocks


def _lesson(course: list[Lesson], slug: str) -> Lesson:
    return next(one for one in course if one.slug == slug)
