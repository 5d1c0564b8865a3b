"""What other programs read of a page: who it is for, in schema.org's words; its card; its place on the site."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import address
import course
from docutils import nodes  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

WELCOME = "book/welcome"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CARD = "_static/card.png"
CARD_TEXT = "Leading Across Boundaries: an interactive course in systems leadership."
ABOUT = "An interactive course for people who have to lead where nobody has to follow them."


def of_course(title: str, url: str) -> dict[str, Any]:
    """The whole course; ``url`` may be empty."""
    counted = [one for one in course.course() if not one.optional]
    return {
        "@type": "Course",
        "name": title,
        "description": ABOUT,
        "inLanguage": "en-GB",
        "license": LICENCE,
        "isAccessibleForFree": True,
        "provider": {"@type": "Organization", "name": f"The {title} authors"},
        "teaches": [outcome for one in counted for outcome in one.outcomes],
        "hasPart": [{"@type": "LearningResource", "name": one.title, **at(url, one.page)} for one in counted],
        **at(url, WELCOME),
    }


def of_lesson(lesson: Any, title: str, url: str) -> dict[str, Any]:
    return {
        "@type": "LearningResource",
        "name": lesson.title,
        "learningResourceType": "interactive lesson",
        "inLanguage": "en-GB",
        "license": LICENCE,
        "teaches": list(lesson.outcomes),
        "timeRequired": "PT45M",
        "isPartOf": {"@type": "Course", "name": title, **at(url, WELCOME)},
        **at(url, lesson.page),
    }


def at(url: str, page: str) -> dict[str, str]:
    return {"url": f"{url}{page}.html"} if url else {}


def head(page: str, heading: str, title: str, url: str) -> str:
    """The elements for the head of one page.

    Args:
        page: its name below the book, without ending.
        heading: its own title, as text.
        title: that of the course.
        url: the public address of the site, or nothing.
    """
    lesson = next((one for one in course.course() if one.page == page), None)
    about = of_course(title, url) if page == WELCOME else of_lesson(lesson, title, url) if lesson else None
    meta = {"og:title": heading, "og:site_name": title, "og:type": "website", "og:description": ABOUT}
    if url:
        meta |= {"og:url": f"{url}{page}.html", "og:image": f"{url}{CARD}", "og:image:alt": CARD_TEXT}
    lines = [f'<meta name="description" content="{html.escape(ABOUT)}">']
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


def add_head(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    if doctree is not None:
        heading = nodes.Text(context.get("title", "")).astext()
        context["public_head"] = head(page, html.unescape(heading), app.config.html_title, address.site())


def write_sitemap(app: Sphinx, error: Exception | None) -> None:
    """List every page for search engines, where the site has an address."""
    url = address.site()
    if error or not url:
        return
    pages = sorted(app.env.found_docs)
    entries = "".join(f"<url><loc>{url}{page}.html</loc></url>" for page in pages)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>\n'
    Path(app.outdir, "sitemap.xml").write_text(text, encoding="utf-8")
    Path(app.outdir, "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n", encoding="utf-8")


class BinderLink(SphinxDirective):
    """The link to Binder, or a sentence that says why this copy has none."""

    def run(self) -> list[nodes.Node]:
        link = address.binder(address.repository())
        if not link:
            text = "This copy of the course does not know the address of its repository, so it has no link to Binder."
            return [nodes.paragraph(text, text)]
        name = "Open lesson 1 on mybinder.org"
        return [nodes.paragraph("", "", nodes.reference(name, name, refuri=link, internal=False))]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("binder-link", BinderLink)
    app.connect("html-page-context", add_head)
    app.connect("build-finished", write_sitemap)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
