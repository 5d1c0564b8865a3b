"""A page with the example of each kind and a few exercises more: no book is needed for it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from typing import Any

from workbook import bundle
from workbook.course import current
from workbook.kinds import FOLDER, kinds
from workbook.lesson import Lesson, by_page
from workbook.rendering import render

#: The head of the lesson, and what tests need besides the examples.
FILE = Path(__file__).resolve().parents[1] / "samples" / "9-sample.yml"
COURSE = "sample-course"
PAGE = "sample.html"
#: Both hosts say on the page whether it is dark; this page goes by the device.
MARK = """<script>{ const dark = matchMedia("(prefers-color-scheme: dark)");
const mark = () => document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
dark.addEventListener("change", mark); mark(); }</script>"""
#: What the exercises may count on in every host: book and JupyterLab both have it.
HOST = (
    "* { box-sizing: border-box } a { color: var(--sl-accent) }"
    " body { line-height: 1.6; background: var(--sl-paper); color: var(--sl-text) }"
)


def example(kind: str) -> str:
    """The example of a kind, as YAML; where it names an earlier lesson, that is the first one of the course."""
    room = kind.replace("-", "_")
    found = (FOLDER / room / "example.yml").read_text(encoding="utf-8")
    return found.replace("from: an-earlier-lesson", f"from: {next(iter(current().heads))}")


def text(*only: str) -> str:
    """The file of the sample lesson: the example of a choice, what stands in `FILE`, the other examples.

    Args:
        only: of which kinds to take the examples; without any, of all.
    """
    head, exercises, more = FILE.read_text(encoding="utf-8").partition("exercises:\n")
    first, *others = [item(example(kind)) for kind in sorted(only or kinds(), key=lambda kind: kind != "choice")]
    return "".join([head, exercises, first, more, *others])


def item(exercise: str) -> str:
    """An exercise as an entry of a lesson's list."""
    return "  - " + indent(exercise, "    ").removeprefix("    ")


@cache
def lesson() -> Lesson:
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE.name
        path.write_text(text(), encoding="utf-8")
        return Lesson("sample", current(), path)


def entries() -> list[dict[str, Any]]:
    """The sample's exercises as the manifest lists them."""
    return [
        {"id": spec.id, "kind": spec.kind, "title": spec.title, "lesson": "sample", "page": "sample"}
        for spec in lesson().specs.values()
    ]


def entry(kind: str) -> dict[str, Any]:
    """The first exercise of a kind."""
    return next(one for one in entries() if one["kind"] == kind)


def key(id: str) -> str:
    """Where the page keeps the answer to an exercise."""
    return f"{COURSE}/v1/{id}"


def body() -> str:
    """The HTML of every exercise, one after the other."""
    return "".join(render(spec, "sample", current()) for spec in lesson().specs.values())


@cache
def scripts() -> str:
    """The scripts that the book ships, each behind those it needs."""
    found = bundle.scripts(current())
    order = dict.fromkeys(one for name, (chunk, _) in found.items() for one in (*chunk.needs, name))
    return "".join(f"<script>{found[name][1]}</script>" for name in order)


def html() -> str:
    """The whole page, its scripts and style inside it."""
    manifest = {"course": COURSE, "root": "", "lessons": {"sample": "A sample"}, "pages": by_page(entries())}
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Sample</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><style>{HOST}{bundle.style(current())}</style>{MARK}</head><body><main>'
        f"<h1>Sample</h1><h2>Exercises</h2><sl-progress></sl-progress>{body()}<sl-portfolio></sl-portfolio></main>"
        f'<script type="application/json" id="sl-course">{json.dumps(manifest)}</script>{scripts()}</body></html>'
    )


def write(folder: Path) -> Path:
    """Write the page into ``folder``."""
    path = folder / PAGE
    path.write_text(html(), encoding="utf-8")
    return path
