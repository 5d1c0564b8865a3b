"""A page with the sample exercises of several kinds, in the words that the lessons will use."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support.sample import HOST, MARK, scripts
from workbook import bundle
from workbook.course import current
from workbook.data import read_yaml
from workbook.lesson import Lesson, by_page
from workbook.rendering import render

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = [
    SAMPLES / f"{name}.yml"
    for name in (
        "1-sort",
        "2-recall",
        "2-timeline",
        "4-scale",
        "6-plan",
        "6-stakeholders",
        "3-causal-map",
        "4-case",
        "3-trade-off",
    )
]
COURSE = "gallery"
PAGE = "gallery.html"
#: For a context in which a date field takes day, month, year.
BRITISH: dict[str, Any] = {"locale": "en-GB", "timezone_id": "Europe/London"}

#: Its own ground and ink, which hosts bring along.
MODES = "body { max-width: 46rem; margin: 0 auto; padding: 0 0.5rem; background: var(--sl-paper); color: var(--sl-text) } a { color: var(--sl-accent) }"


@cache
def lessons() -> tuple[Lesson, ...]:
    return tuple(Lesson(str(read_yaml(path)["lesson"]), current(), path) for path in FILES)


def lesson(slug: str) -> Lesson:
    return next(one for one in lessons() if one.slug == slug)


def entries() -> list[dict[str, Any]]:
    """The exercises as the manifest of a course lists them."""
    return [
        {"id": spec.id, "kind": spec.kind, "title": spec.title, "lesson": lesson.slug, "page": "gallery"}
        for lesson in lessons()
        for spec in lesson.specs.values()
    ]


def html(kinds: Collection[str] = ()) -> str:
    """The whole page, its scripts and style inside it.

    Args:
        kinds: of which kinds to show the exercises; without any, of all. A page of few opens much sooner.
    """
    shown = lessons()
    titles = {lesson.slug: lesson.title for lesson in shown}
    listed = [entry for entry in entries() if not kinds or entry["kind"] in kinds]
    manifest = {"course": COURSE, "root": "", "lessons": titles, "pages": by_page(listed)}
    ids = {entry["id"] for entry in listed}
    specs = [(spec, lesson.slug) for lesson in shown for spec in lesson.specs.values() if spec.id in ids]
    body = "".join(render(spec, slug, current()) for spec, slug in specs)
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Gallery</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f"<style>{HOST}{MODES}{bundle.style(current())}</style>{MARK}</head><body><main><h1>Gallery</h1><h2>Exercises</h2>{body}"
        f'<sl-portfolio></sl-portfolio></main><script type="application/json" id="sl-course">{json.dumps(manifest)}'
        f"</script>{scripts()}</body></html>"
    )


def stored(page: Page, id: str) -> Any:
    """The record of one exercise as the browser keeps it, or None."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", f"{COURSE}/v1/{id}") or "null")


def value(page: Page, id: str) -> Any:
    """The answer of one exercise as the browser keeps it."""
    return stored(page, id)["value"]


def settled(page: Page, id: str, test: str) -> None:
    """Wait until the stored answer, ``v``, passes a test in JavaScript."""
    page.wait_for_function(
        f"key => {{ const v = JSON.parse(localStorage.getItem(key) || '{{}}').value; return v && ({test}); }}",
        arg=f"{COURSE}/v1/{id}",
    )
