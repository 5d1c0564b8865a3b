"""What stands around a lesson: its place and length above, and a card of what one takes away below."""

from __future__ import annotations

from ..duration import length
from ..lesson import Lesson
from ..rendering import ENVIRONMENT, tidy
from .assets import PORTFOLIO, Build, up


def opening(build: Build, lesson: Lesson) -> str:
    """What stands below a lesson's title."""
    return _made(build, "opening", lesson=lesson)


def end_card(build: Build, page: str, lesson: Lesson) -> str:
    """What stands at a lesson's end; after an optional page, only where its answers are."""
    counted = [one for one in build.lessons if not one.optional]
    following = next((one for one in counted if one.number == lesson.number + 1), None)
    portfolio = f"{up(page)}{PORTFOLIO}.html"
    onward = f"{up(page)}{following.page}.html" if following else portfolio
    return _made(build, "end_card", lesson=lesson, following=following, onward=onward, portfolio=portfolio)


def _made(build: Build, template: str, lesson: Lesson, **more: object) -> str:
    course = build.course
    drawn = f"lesson-{lesson.number}"
    html = ENVIRONMENT.get_template(f"page/steps/{template}.html").render(
        lesson=lesson,
        length=length(course, lesson),
        drawing=course.art.picture(drawn, spoken=template == "opening", fills=True)
        if f"m-{drawn}" in course.art.symbols
        else "",
        strings=course.strings,
        course=course,
        **more,
    )
    return tidy(html)
