"""Scripts and styles as the book and live notebooks load them, made from the rooms of page, kinds and course."""

from __future__ import annotations

from functools import cache

from ..course import Course
from ..kinds import kinds
from .chunks import BASE, KINDS, PAGE, Chunk, all_chunks, behind, rooms
from .link import classic, es_module, statements
from .minify import ScriptError
from .schemas import compact
from .style import joined, parted, sheets

__all__ = [
    "BASE",
    "PAGE",
    "ScriptError",
    "all_chunks",
    "early_script",
    "figure_script",
    "figure_style",
    "joined",
    "platform_script",
    "scripts",
    "style",
    "styles",
    "widget_script",
    "widget_style",
]


def scripts(course: Course) -> dict[str, tuple[Chunk, str]]:
    """Every classic script of a course by its name, with what it is made of, the base first."""
    strings = dict(course.strings)
    return {name: (chunk, classic(chunk, strings)) for name, chunk in all_chunks(course.package).items()}


def style(course: Course) -> str:
    """The style of all rooms, as a page that has everything loads it."""
    return "".join(styles(course).values())


def styles(course: Course) -> dict[str, str]:
    """The sheets of the book by the name of their file; each page loads those that it needs."""
    return parted(course.package, course.art.styles)


#: What only a browser's store can say: the answers of a live widget are kept by its kernel, see kernel_store.js.
OF_BROWSERS = frozenset({"saved_page", "saved_tabs", "problem_blocked", "problem_full", "problem_corrupt"})


@cache
def widget_script(course: Course, room: str, more: tuple[str, ...] = ()) -> str:
    """The script that a live widget of one kind carries: nothing of any other kind.

    Args:
        course: whose words it says.
        room: the kind's folder.
        more: other folders that this exercise needs, see ``Spec.rooms``.
    """
    kind = room.replace("_", "-")
    found = rooms(course.package)
    extra = [found[name] / f"{name}.js" for name in more]
    entries = [PAGE / "widget.js", *extra, KINDS / room / "rules.js", KINDS / room / f"{room}.js"]
    strings = {key: text for key, text in dict(course.strings).items() if key not in OF_BROWSERS}
    return es_module(entries, "renderWidget", strings, {kind: compact(kinds()[kind].answer.model_json_schema())})


@cache
def widget_style(course: Course, room: str, more: tuple[str, ...] = ()) -> str:
    """The style that a live widget of one kind carries; arguments as for `widget_script`."""
    found = rooms(course.package)
    modules = behind(path for name in (*more, room) for path in sorted(found[name].glob("*.js")))
    names = dict.fromkeys(one.path.parent.name for one in modules)
    return joined([*sheets(course.package, names), *course.art.styles])


@cache
def figure_script(course: Course) -> str:
    """The script of a figure in a live notebook, which Python draws anew."""
    found = rooms(course.package)
    drawing = [found[name] / f"{name}.js" for name in _drawing(course)]
    entries = [PAGE / "figure_widget.js", PAGE / "chart" / "chart.js", *drawing]
    return es_module(entries, "renderFigure", dict(course.strings), {})


def _drawing(course: Course) -> list[str]:
    """The rooms that draw this course's models."""
    return sorted({model.picture.draws for model in course.models.values() if model.picture})


@cache
def figure_style(course: Course) -> str:
    names = dict.fromkeys(["chart", "scene", *_drawing(course), "simulator"])
    return joined([*sheets(course.package, names), *course.art.styles])


def platform_script(course: Course) -> str:
    """The script of the page around the book in a learning platform."""
    found = behind([PAGE / "platform" / "wrapper.js"])
    return f'(()=>{{"use strict";\n{statements(found, dict(course.strings), {})}\n}})();'


def early_script() -> str:
    """What runs in the head of each page, before anything is drawn."""
    return f'(()=>{{"use strict";\n{statements(behind([PAGE / "early.js"]), {}, {})}\n}})();'
