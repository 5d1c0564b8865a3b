"""Turns an exercise's data into the HTML that book and notebook share."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from .course import Course
from .spec import OWN_WORDS, Spec

FOLDER = Path(__file__).parent
NAMED = re.compile(rf"\{{({'|'.join(OWN_WORDS)})\}}")


def inline(course: Course, text: str) -> Markup:
    """Escape a text; put the learner's own issue and place where it asks for them."""
    named = NAMED.sub(
        lambda m: f"<sl-own-words data-of='{m[1]}'>{escape(course.strings[f'own_{m[1]}'])}</sl-own-words>",
        str(escape(text)),
    )
    return Markup(" ".join(named.split()))


def paragraphs(course: Course, text: str) -> Markup:
    """Blank lines part paragraphs."""
    parts = [part for part in text.strip().split("\n\n") if part.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(inline(course, part)) for part in parts)


def data(value: Any) -> Markup:
    """JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def key(value: Any) -> str:
    """A short name for data: the same for the same data."""
    return hashlib.sha256(data(value).encode()).hexdigest()[:8]


def _of_course(make: Callable[[Course, Any], Any]) -> Callable[[Context, Any], Any]:
    """A filter that needs the course which the template is rendered for."""

    @pass_context
    def filtered(context: Context, value: Any) -> Any:
        return make(context["course"], value)

    return filtered


def environment(*folders: Path) -> Environment:
    """Jinja with escaping on and missing names refused; templates are found below the engine and in ``folders``."""
    env = Environment(
        loader=FileSystemLoader([*folders, FOLDER / "kinds", FOLDER]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        inline=_of_course(inline),
        paragraphs=_of_course(paragraphs),
        number=_of_course(Course.number),
        data=data,
        key=key,
    )
    return env


ENVIRONMENT = environment()


def render(spec: Spec, lesson: str, course: Course, written: set[str] | None = None) -> str:
    """The complete HTML of one exercise.

    Args:
        spec: the checked data.
        lesson: slug of the lesson it belongs to.
        course: whose words it shows.
        written: keys of heavy data that stand on the page already, as versions of one exercise share them; those that
            this one writes are added.
    """
    known = set() if written is None else written

    def first(key: str) -> bool:
        """Whether this key comes for the first time."""
        new = key not in known
        known.add(key)
        return new

    kind = spec.kind.replace("-", "_")
    template = ENVIRONMENT.get_template(f"{kind}/{kind}.html")
    html = template.render(
        it=spec,
        lesson=lesson,
        course=course,
        strings=course.strings,
        picture=course.art.picture,
        first=first,
        **spec.context(course),
    )
    return tidy(html)


def render_versions(id: str, group: dict[str, Spec], lesson: str, course: Course) -> str:
    """The complete HTML of all versions of one exercise.

    Args:
        id: of the head of the group.
        group: the versions by setting.
        lesson: slug of the lesson they belong to.
        course: whose words they show.
    """
    written: set[str] = set()
    versions = [
        (course.learners_settings[setting], Markup(render(spec, lesson, course, written)))
        for setting, spec in group.items()
    ]
    template = ENVIRONMENT.get_template("page/versions/versions.html")
    return tidy(template.render(of=id, versions=versions, strings=course.strings))


def tidy(html: str) -> str:
    """One line for each that says something, without indents: stored outputs then show what has changed."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip()) + "\n"
