"""One exercise in a notebook: its HTML in the book, a live widget where there is a kernel."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from . import bundle
from .course import Course
from .rendering import render
from .spec import Spec


class Exercise(anywidget.AnyWidget):
    """An exercise that a lesson shows.

    Args:
        spec: its checked data.
        lesson: slug of its lesson.
        course: whose exercise it is.
        page_html: what the book shows in its place, where that is more: all versions of it.

    Attributes:
        html: the exercise as it stands in the book, with the drawings that it uses.
        record: the saved answer as the page keeps it (``kind``, ``value``, ``saved``, ``asked``,
            ``said``, ``earlier``); empty before the first answer.
        value: the answer alone, made of ids and of the learner's own words; None before the first.
        problem: why the last answer was not kept, for the page to say; empty where it was.
        shared: what other exercises share of the learner's answers: ``issue``, ``place``, ``lines``.
    """

    # Named here, so that each exercise can carry its own: anywidget passes over a style that is no trait.
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    html = traitlets.Unicode().tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    shared = traitlets.Dict().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)
    value = traitlets.Any(default_value=None, allow_none=True, read_only=True)

    def __init__(self, spec: Spec, lesson: str, course: Course, page_html: str | None = None) -> None:
        self.id = spec.id
        self.kind = spec.kind
        self.spec = spec
        # Of this kind alone: a notebook stores them with each widget.
        room = spec.kind.replace("-", "_")
        more = spec.rooms(course)
        own = render(spec, lesson, course)
        self.page_html = page_html or own
        super().__init__(
            html=own + str(course.art.sheet(own)),
            # anywidget keeps one style in the page for each id, which is the same for all of a class unless it is said.
            _anywidget_id=f"{__name__}.{'.'.join((room, *more))}",
            _esm=bundle.widget_script(course, room, more),
            _css=bundle.widget_style(course, room, more),
        )

    @traitlets.observe("record")
    def _mirror(self, change: Any) -> None:
        self.set_trait("value", change["new"].get("value"))

    def __repr__(self) -> str:
        # Fixed text: the default shows a memory address, which no stored output can match.
        return f"<Exercise {self.id}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        made: tuple[dict[str, Any], dict[str, Any]] | None = super()._repr_mimebundle_(**kwargs)
        if made is None:
            return None
        formats, metadata = made
        return {**formats, "text/html": self.page_html}, metadata
