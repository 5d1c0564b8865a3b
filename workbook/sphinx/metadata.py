"""What other programs read of a page: who it is for, in schema.org's words; its card; its place on the site."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from docutils import nodes  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..lesson import Lesson
from . import address, assets

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CARD = "_static/card.png"


def of_course(build: assets.Build, root: str, url: str) -> dict[str, Any]:
    """The whole course; ``url`` may be empty."""
    course = build.course
    counted = [one for one in build.lessons if not one.optional]
    return {
        "@type": "Course",
        "name": course.title,
        "description": course.settings.course_about or course.title,
        "inLanguage": course.language,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "provider": {"@type": "Organization", "name": course.author},
        "teaches": [outcome for one in counted for outcome in one.outcomes],
        "hasPart": [{"@type": "LearningResource", "name": one.title, **at(url, one.page)} for one in counted],
        **at(url, root),
    }


def of_lesson(build: assets.Build, lesson: Lesson, root: str, url: str) -> dict[str, Any]:
    course = build.course
    return {
        "@type": "LearningResource",
        "name": lesson.title,
        "learningResourceType": "interactive lesson",
        "inLanguage": course.language,
        "license": LICENCE,
        "teaches": list(lesson.outcomes),
        "timeRequired": "PT45M",
        "isPartOf": {"@type": "Course", "name": course.title, **at(url, root)},
        **at(url, lesson.page),
    }


def at(url: str, page: str) -> dict[str, str]:
    return {"url": f"{url}{page}.html"} if url else {}


def head(build: assets.Build, page: str, heading: str, root: str, url: str) -> str:
    """The elements for the head of one page.

    Args:
        build: what is built.
        page: its name below the book, without ending.
        heading: its own title, as text.
        root: the first page.
        url: the public address of the site, or nothing.
    """
    course = build.course
    said = course.settings.course_about or course.title
    lesson = next((one for one in build.lessons if one.page == page), None)
    about = of_course(build, root, url) if page == root else of_lesson(build, lesson, root, url) if lesson else None
    meta = {"og:title": heading, "og:site_name": course.title, "og:type": "website", "og:description": said}
    if url:
        meta |= {"og:url": f"{url}{page}.html", "og:image": f"{url}{CARD}", "og:image:alt": f"{course.title}: {said}"}
    lines = [f'<meta name="description" content="{html.escape(said)}">']
    lines += [f'<meta property="{name}" content="{html.escape(text)}">' for name, text in meta.items()]
    if url:
        lines += [
            f'<link rel="canonical" href="{url}{page}.html">',
            '<meta name="twitter:card" content="summary_large_image">',
        ]
    if about:
        text = json.dumps({"@context": "https://schema.org", **about}, ensure_ascii=False).replace("<", "\\u003c")
        lines.append(f'<script type="application/ld+json">{text}</script>')
    return "\n".join(lines)


def write_sitemap(app: Sphinx, error: Exception | None) -> None:
    """List every page for search engines, where the site has an address; and let no host hide ``_static``."""
    if error or app.builder.format != "html":
        return
    Path(app.outdir, ".nojekyll").touch()
    url = address.site()
    if not url:
        return
    pages = sorted(app.env.found_docs)
    entries = "".join(f"<url><loc>{url}{page}.html</loc></url>" for page in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    text = f"{head}{entries}</urlset>\n"
    Path(app.outdir, "sitemap.xml").write_text(text, encoding="utf-8")
    Path(app.outdir, "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n", encoding="utf-8")


class BinderLink(SphinxDirective):
    """``{binder-link}``: the link to Binder, or a sentence that says why this copy has none."""

    def run(self) -> list[nodes.Node]:
        build = assets.of(self.env.app)
        strings = build.course.strings
        link = address.binder(address.repository(build.course.root), f"{build.lessons[0].page}.ipynb")
        if not link:
            return [nodes.paragraph("", strings["binder_none"])]
        return [nodes.paragraph("", "", nodes.reference("", strings["binder_open"], refuri=link, internal=False))]
