"""Puts the course's scripts, style and manifest into the pages of the book.

The exercises are in the stored outputs of the notebooks already; this adds to each page the scripts of the elements
that it has, and the list of all exercises that progress reads.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from .. import bundle
from ..bundle import BASE
from ..bundle.chunks import PAPER, Chunk
from ..bundle.style import EVERY_PAGE, EXERCISES, named
from ..course import Course
from ..kinds import kinds
from ..lesson import Lesson, by_page, lessons, manifest
from . import docx
from .page_html import PageHtml

PORTFOLIO, STUDY = "book/portfolio", "book/record-of-study"
#: Elements of pages on which answers are put on paper and into files.
TAKING = {"sl-portfolio", "sl-study"}
ASSETS = "workbook"  # below the book's folder of static files


@dataclass
class Build:
    """What one build of a book knows of its course; read once for all pages.

    Args:
        course: the course.
        lessons: its lessons.
        chunks: its scripts by name, each with what it needs.
        digests: of each file of `ASSETS`, so that a browser never shows an old one.
        styled: of each style sheet the classes and elements that it is the first to name.
        purge: whether style that no page uses is left out.
    """

    course: Course
    lessons: list[Lesson]
    chunks: dict[str, Chunk] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    styled: dict[str, frozenset[str]] = field(default_factory=dict)
    purge: bool = True


def of(app: Sphinx) -> Build:
    """What the build at hand knows of its course."""
    found: Build = app.workbook  # type: ignore[attr-defined]
    return found


def begin(app: Sphinx, config: Config) -> Build:
    """Read the course, and write its scripts and style.

    Raises:
        DataError: a mistake in its data.
        ScriptError: a mistake in a script.
    """
    course = Course(app.srcdir)
    build = Build(course, lessons(course))
    app.workbook = build  # type: ignore[attr-defined]
    write_assets(app, config)
    return build


def make(build: Build) -> dict[str, str]:
    """Make scripts and style anew, and note them in ``build``; each file's text by its name.

    Raises:
        ScriptError: a mistake in a script.
    """
    sheets = bundle.styles(build.course)
    everywhere: set[str] = set()
    build.styled = {}
    for name, css in sheets.items():
        build.styled[name] = named(css) - everywhere
        everywhere |= build.styled[name]
    files = dict(sheets)
    chunks = bundle.scripts(build.course)
    files |= {f"{name}.js": text for name, (_, text) in chunks.items()}
    build.chunks = {name: chunk for name, (chunk, _) in chunks.items()}
    build.digests = {name: hashlib.sha256(text.encode()).hexdigest()[:8] for name, text in files.items()}
    return files


def write_assets(app: Sphinx, config: Config) -> None:
    """Write scripts and style where Sphinx picks up static files."""
    folder = Path(app.doctreedir) / "assets"
    (folder / ASSETS).mkdir(parents=True, exist_ok=True)
    for name, text in make(of(app)).items():
        (folder / ASSETS / name).write_text(text, encoding="utf-8")
    styles = Path(__file__).parent / "styles"
    config.html_static_path += [str(folder), str(styles)]
    config.html_css_files = [*config.html_css_files, "course-theme.css", ("print.css", {"media": "print"})]
    app.add_css_file(f"{ASSETS}/{EVERY_PAGE}")


def sheets_of(build: Build, read: PageHtml) -> list[str]:
    """The style sheets that a page needs besides the one of every page."""
    there, scripts = read.classes | read.elements, needed(build.chunks, read.elements)
    drawn = set(kinds()) if read.elements & TAKING else set()  # What was drawn in an exercise stands on paper, too.

    def needs(name: str, names: frozenset[str]) -> bool:
        stem = Path(name).stem
        own = stem in scripts or stem.replace("_", "-") in drawn
        return own or bool(names & there) or (name == EXERCISES and scripts != [BASE])

    return [f"{ASSETS}/{name}" for name, names in build.styled.items() if name != EVERY_PAGE and needs(name, names)]


def needed(chunks: dict[str, Chunk], elements: set[str]) -> list[str]:
    """The scripts that a page with some elements needs, in the order in which they must run.

    Args:
        chunks: every script by its name.
        elements: the names of all elements of the page; ``sl-if-then`` is the script ``if_then``.
    """
    named = {one.removeprefix("sl-").replace("-", "_") for one in elements if one.startswith("sl-")}
    papers = bool(elements & TAKING)
    found = [BASE]
    for name, chunk in chunks.items():
        if named & {name, *chunk.rooms} or (papers and name.endswith(PAPER)):
            found += [*chunk.needs, name]
    return list(dict.fromkeys(found))


def script_tags(build: Build, page: str, elements: set[str]) -> str:
    """The elements that load a page's scripts; deferred, so that they run in their order when all words are there."""
    way = up(page)
    return "\n".join(
        f'<script defer src="{way}{address(build, name)}"></script>' for name in needed(build.chunks, elements)
    )


def parts(build: Build, near: set[str]) -> dict[str, list[str]]:
    """The scripts that a page loads when they are wanted: for each, the files below the root, those it needs first.

    Args:
        build: the build at hand.
        near: the scripts of this page that are loaded once an exercise comes near; those that any page may want come
            along.
    """
    wanted = {name: chunk for name, chunk in build.chunks.items() if chunk.later or name in near}
    return {
        name: [address(build, one) for one in (*chunk.needs, name) if one != BASE] for name, chunk in wanted.items()
    }


def address(build: Build, name: str) -> str:
    """Where a script is, below the book's root."""
    return f"_static/{ASSETS}/{name}.js?v={build.digests[f'{name}.js']}"


def near_elements() -> frozenset[str]:
    """The elements of the kinds whose scripts are loaded once they come near the window."""
    return frozenset(f"sl-{kind}" for kind, spec in kinds().items() if spec.near)


def listed(build: Build, page: str) -> list[dict[str, Any]]:
    """The manifest for a page: a lesson has the titles of its own exercises, and of those whose words go elsewhere."""
    every = manifest(build.lessons)
    if lesson_of(build, page) is None:
        return every
    sharing = {name for name, kind in kinds().items() if "shares" in vars(kind)}
    return [
        one if one["page"] == page or one["kind"] in sharing else {name: one[name] for name in one if name != "title"}
        for one in every
    ]


def page_manifest(build: Build, page: str, read: PageHtml) -> str:
    """The manifest as a script element, with the way from this page to the book's root."""
    at_once = needed(build.chunks, read.elements)
    near = {
        id_: [name for name in needed(build.chunks, elements) if name not in at_once]
        for id_, elements in read.waiting.items()
    }
    data = {
        "course": build.course.id,
        "root": up(page),
        "lessons": {lesson.slug: lesson.title for lesson in build.lessons},
        "pages": by_page(listed(build, page)),
        "parts": parts(build, {name for names in near.values() for name in names}),
        "near": near,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="sl-course">{text}</script>'


def lesson_of(build: Build, page: str) -> Lesson | None:
    """The lesson that a page shows, if it shows one."""
    return next((one for one in build.lessons if one.page == page), None)


def at_end(build: Build, page: str, read: PageHtml) -> str:
    """What every page has at its end: the manifest and, where answers are taken away, what that needs."""
    model = f'<script type="application/json" id="sl-docx">{docx.template(build.course)}</script>'
    return (model + paper_facts(build) if read.elements & TAKING else "") + page_manifest(build, page, read)


def paper_facts(build: Build) -> str:
    """What the papers say that no answer holds: of the course, of its lessons, and how choices were judged."""
    counted = [one for one in build.lessons if not one.optional]
    facts = {
        "title": build.course.title,
        "edition": build.course.edition,
        "zone": build.course.zone,
        **({"study": f"{STUDY}.html"} if (build.course.root / f"{STUDY}.md").is_file() else {}),
        "lessons": {one.slug: one.outcomes for one in counted},
        "told": {
            spec.id: told
            for one in build.lessons
            for spec in one.specs.values()
            if (told := spec.on_paper(build.course)) is not None
        },
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="sl-paper">{text}</script>'


def up(page: str) -> str:
    """The way from a page to the book's root."""
    way = posixpath.relpath(".", posixpath.dirname(page) or ".")
    return "" if way == "." else f"{way}/"
