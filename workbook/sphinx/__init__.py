"""The one Sphinx extension of a course's book: scripts and styles, the theme's faults, pages made from data."""

from __future__ import annotations

import gettext
import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from .. import bundle
from ..data import DataError
from ..groups import group_plans
from ..strings import Strings
from . import address, assets, bulk, codebook, group_pages, metadata, print_links, purge_css, theme
from .page_html import PageHtml

TEMPLATES = Path(__file__).parent / "templates"


def begin(app: Sphinx, config: Config) -> None:
    """Read the course and set what every course's book has; a mistake in its data is told before the first page."""
    theme.no_pages_of_symbols(app, config)
    config.templates_path = [*config.templates_path, str(TEMPLATES)]
    try:
        build = assets.begin(app, config)
        group_plans(build.course, build.lessons)
    except (DataError, bundle.ScriptError) as error:
        raise ConfigError(str(error)) from None
    app.translator = ThemeWords(build.course.strings, app.translator)
    config.html_theme_options = {
        "search_bar_text": build.course.strings["theme_search_field"],
        **config.html_theme_options,
    }


def give_words(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Give a page what its templates name, before the theme tries which of them say anything."""
    course = assets.of(app).course
    context |= {
        "strings": course.strings,
        "course_id": course.id,
        "course_language": course.language,
        "early_script": bundle.early_script(),
        "search_messages": search_messages(course.strings),
    }


def change_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Change one page on its way to its template, after every other extension has had its say."""
    build = assets.of(app)
    body = context.get("body") or ""
    read = PageHtml(body)
    if page in app.env.found_docs:
        theme.check_alt_texts(str(app.env.doc2path(page, base=False)), read.pictures)
        others = sorted(app.env.found_docs - {page})
        titles = {app.builder.get_relative_uri(page, one): app.env.titles[one].astext() for one in others}
        print_links.note_links(read, titles)
    if body:
        below, end = assets.around(build, page, "sl-portfolio" in read.elements)
        if below and read.h1_end is not None:
            read.edit(read.h1_end, read.h1_end, below)
            read.elements.add("sl-progress")
        bulk.part(app, page, read)
        body = read.changed() + end
        context["body"] = f"{body}{build.course.art.sheet(body)}"
    if group_pages.needs_style(read.classes):
        app.add_css_file(group_pages.STYLE)
    context["css_files"] = [css for css in context["css_files"] if not purge_css.is_merged(str(css.filename))]
    context["script_files"] = theme.scripts(context["script_files"], "sd-tab-set" in read.classes, page == "search")
    context["workbook_scripts"] = assets.script_tags(build, page, read.elements)
    if doctree is not None:
        heading = PageHtml(f"<h1>{context.get('title', '')}</h1>")
        text = "".join(heading.text)
        context["public_head"] = metadata.head(build, page, text, app.config.root_doc, address.site())


def search_messages(strings: Strings) -> str:
    """What Sphinx's search says, in the words of the course."""
    messages = {
        "Search Results": strings["search_results"],
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that "
        "you've selected enough categories.": strings["search_none"],
        "Search finished, found ${resultCount} page(s) matching the search query.": strings["search_found"].replace(
            "{n}", "${resultCount}"
        ),
        "Searching": strings["search_searching"],
        "Preparing search...": strings["search_preparing"],
        ", in ": strings["search_in"],
    }
    return json.dumps(messages, ensure_ascii=False).replace("<", "\\u003c")


class ThemeWords(gettext.NullTranslations):
    """The theme's own few words, as the course says them; what else Sphinx says stays with its translator."""

    def __init__(self, strings: Strings, other: gettext.NullTranslations | None) -> None:
        super().__init__()
        self.add_fallback(other or gettext.NullTranslations())
        self.words = {
            "Skip to main content": strings["theme_skip"],
            "previous": strings["theme_previous"],
            "next": strings["theme_next"],
            "Back to top": strings["theme_back_to_top"],
            "Search": strings["theme_search"],
        }

    def gettext(self, message: str) -> str:
        return self.words.get(message) or super().gettext(message)


def finish(app: Sphinx, error: Exception | None) -> None:
    """After the last page is written: one small style sheet, and none of the files nobody asks for."""
    if error is None and app.builder.format == "html":
        purge_css.purge_css(Path(app.outdir))


def setup(app: Sphinx) -> dict[str, Any]:
    for name in ("course_id", "course_zone", "course_package", "course_about"):
        app.add_config_value(name, None, "env")
    app.add_directive("codebook", codebook.Codebook)
    app.add_directive("group-plans", group_pages.GroupPlans)
    app.add_directive("group-plan", group_pages.OneGroupPlan)
    app.add_directive("worksheets", group_pages.Worksheets)
    app.add_directive("ideas", group_pages.Ideas)
    app.add_directive("binder-link", metadata.BinderLink)
    app.connect("config-inited", begin)
    app.connect("html-collect-pages", theme.first_page)
    app.connect("html-page-context", give_words, priority=100)
    app.connect("html-page-context", change_page, priority=900)
    app.connect("build-finished", metadata.write_sitemap)
    app.connect("build-finished", finish, priority=900)
    return {"version": "2", "parallel_read_safe": True, "parallel_write_safe": True}
