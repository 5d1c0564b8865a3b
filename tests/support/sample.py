"""A page with one exercise of each kind, made from the sample lesson: no book is needed for it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from workbook import bundle
from workbook.rendering import render
from workbook.lesson import Lesson

FILE = Path(__file__).resolve().parents[1] / "samples" / "9-sample.yml"
COURSE = "sample-course"
PAGE = "sample.html"
#: What the exercises may count on in every host: book and JupyterLab both have it.
HOST = "* { box-sizing: border-box } body { line-height: 1.6 }"


@cache
def lesson() -> Lesson:
    return Lesson("sample", FILE)


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
    return "".join(render(spec, "sample") for spec in lesson().specs.values())


def html() -> str:
    """The whole page, its script and style inside it."""
    manifest = {"course": COURSE, "root": "", "lessons": {"sample": "A sample"}, "exercises": entries()}
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Sample</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><style>{HOST}{script.style()}</style></head><body><main><h1>Sample</h1>'
        f"<h2>Exercises</h2><sl-progress></sl-progress>{body()}<sl-portfolio></sl-portfolio></main>"
        f'<script type="application/json" id="sl-course">{json.dumps(manifest)}</script>'
        f"<script>{script.classic()}</script></body></html>"
    )


def write(folder: Path) -> Path:
    """Write the page into ``folder``."""
    path = folder / PAGE
    path.write_text(html(), encoding="utf-8")
    return path
