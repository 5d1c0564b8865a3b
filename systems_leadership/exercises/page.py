"""Turns an exercise's data into the HTML that book and notebook share."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..words import words
from .spec import Spec

FOLDER = Path(__file__).parent
ECHO = re.compile(r"\{(issue|place)\}")


def inline(text: str) -> Markup:
    """Escape a text; put the learner's own issue and place where it asks for them."""
    echoed = ECHO.sub(
        lambda m: f"<sl-echo data-of='{m[1]}'>{escape(words()[f'echo_{m[1]}'])}</sl-echo>", str(escape(text))
    )
    return Markup(" ".join(echoed.split()))


def paragraphs(text: str) -> Markup:
    """Blank lines part paragraphs."""
    parts = [part for part in re.split(r"\n\s*\n", text.strip()) if part]
    return Markup("\n").join(Markup("<p>{}</p>").format(inline(part)) for part in parts)


def data(value: Any) -> Markup:
    """JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def number(value: float) -> str:
    """A number as people write it: thousands parted, no idle decimals."""
    whole = abs(value) >= 10 or round(float(value), 1).is_integer()
    return f"{value:,.0f}" if whole else f"{value:,.1f}"


@cache
def environment() -> Environment:
    """Jinja with escaping on and missing names refused."""
    env = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(inline=inline, paragraphs=paragraphs, data=data, number=number)
    return env


def render(spec: Spec, lesson: str) -> str:
    """The complete HTML of one exercise.

    Args:
        spec: the checked data.
        lesson: slug of the lesson it belongs to.
    """
    kind = spec.kind.replace("-", "_")
    template = environment().get_template(f"{kind}/{kind}.html")
    html = template.render(it=spec, lesson=lesson, words=words(), **spec.context())
    return "\n".join(line.strip() for line in html.splitlines() if line.strip()) + "\n"
