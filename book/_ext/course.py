"""Puts the course's script, style and manifest into every page of the book.

The exercises are in the stored outputs of the notebooks already; this adds the one script
that brings them to life and the list of all exercises that progress reads.
"""

from __future__ import annotations

import json
import posixpath
from functools import cache
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
import word
from sphinx.application import Sphinx
from sphinx.config import Config

from systems_leadership.data import course_id
from systems_leadership.exercises import script
from systems_leadership.lesson import Lesson, lessons, manifest
from systems_leadership.words import words

PORTFOLIO = "book/portfolio"
ASSETS = "course"  # below the book's folder of static files


def write_assets(app: Sphinx, config: Config) -> None:
    """Write the joined script and style where Sphinx picks up static files, without spaces that nobody needs."""
    course.cache_clear()
    folder = Path(app.doctreedir) / "assets"
    (folder / ASSETS).mkdir(parents=True, exist_ok=True)
    (folder / ASSETS / "course.js").write_text(rjsmin.jsmin(script.classic()), encoding="utf-8")
    (folder / ASSETS / "course.css").write_text(rcssmin.cssmin(script.style()), encoding="utf-8")
    config.html_static_path.append(str(folder))
    app.add_css_file(f"{ASSETS}/course.css")
    app.add_js_file(f"{ASSETS}/course.js", loading_method="defer")


@cache
def course() -> list[Lesson]:
    """The lessons, read once for all pages of a build."""
    return lessons()


def page_manifest(page: str) -> str:
    """The manifest as a script element, with the way from this page to the book's root."""
    up = posixpath.relpath(".", posixpath.dirname(page) or ".")
    data = {
        "course": course_id(),
        "root": "" if up == "." else f"{up}/",
        "lessons": {lesson.slug: lesson.title for lesson in course()},
        "exercises": manifest(course()),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="sl-course">{text}</script>'


def reminder(page: str) -> str:
    """At a lesson's end: why browser storage is not for ever, and where to take the answers."""
    way = posixpath.relpath(f"{PORTFOLIO}.html", posixpath.dirname(page) or ".")
    texts = words()
    return (
        f'<aside class="sl-keep"><h2>{texts["keep_title"]}</h2><p>{texts["keep_why"]}</p>'
        f'<p><a href="{way}">{texts["keep_link"]}</a></p></aside>'
    )


def add_to_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Add the manifest to the body; on a lesson's page, its progress below the title."""
    body = context.get("body")
    if not body:
        return
    lesson = next((one for one in course() if one.page == page), None)
    if lesson:
        head, mark, rest = body.partition("</h1>")
        body = f'{head}{mark}<sl-progress data-lesson="{lesson.slug}"></sl-progress>{rest}'
        body += reminder(page)
    if "<sl-portfolio>" in body:
        body += f'<script type="application/json" id="sl-docx">{word.template()}</script>'
    context["body"] = body + page_manifest(page)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("course_id", "", "env")
    app.connect("config-inited", write_assets)
    app.connect("html-page-context", add_to_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
