"""The one Sphinx extension of a course's book: scripts and styles, the theme's faults, pages made from data."""

from __future__ import annotations

import gettext
import json
from pathlib import Path
from typing import Any, ClassVar

from sphinx import locale
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from .. import bundle
from ..course import Course
from ..data import DataError
from ..groups import group_plans
from ..lesson import lessons
from ..portfolio import schema
from ..settings import Settings
from ..strings import Strings, room
from . import (
    address,
    assets,
    bulk,
    codebook,
    figures_of_book,
    first_page,
    group_pages,
    lesson_page,
    metadata,
    policy,
    print_links,
    publisher,
    purge_css,
    theme,
)
from .page_html import PageHtml

TEMPLATES = Path(__file__).parent / "templates"


def begin(app: Sphinx, config: Config) -> None:
    """Read the course and set what every course's book has; a mistake in its data is told before the first page."""
    theme.no_pages_of_symbols(app, config)
    config.html_search_scorer = config.html_search_scorer or str(TEMPLATES.with_name("scorer.js"))
    # Behind the course's own, and before those of the theme, which has put its folders there already.
    own = [path for path in config.templates_path if not Path(path).is_absolute()]
    config.templates_path = [*own, str(TEMPLATES), *(path for path in config.templates_path if path not in own)]
    try:
        build = assets.begin(app, config)
        group_plans(build.course, build.lessons)
    except (DataError, bundle.ScriptError) as error:
        raise ConfigError(str(error)) from None
    app.translator = ThemeWords(build.course.strings, app.translator)
    locale.translators["general", "sphinx"] = app.translator  # Its writer of HTML asks there.
    config.html_theme_options = {
        "search_bar_text": build.course.strings["theme_search_field"],
        **config.html_theme_options,
    }


def give_words(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Give a page what its templates name, before the theme tries which of them say anything."""
    build = assets.of(app)
    course = build.course
    lesson = assets.lesson_of(build, page)
    counts = lesson is not None and not lesson.optional
    context |= {
        "lesson_label": course.strings["lesson_label"].replace("{n}", str(lesson.number)) if lesson and counts else "",
        "numbered_lessons": [(one.title, one.number) for one in build.lessons if not one.optional],
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
    read = PageHtml(body, assets.near_elements())
    if page in app.env.found_docs:
        theme.check_alt_texts(str(app.env.doc2path(page, base=False)), read.pictures)
        others = sorted(app.env.found_docs - {page})
        titles = {app.builder.get_relative_uri(page, one): app.env.titles[one].astext() for one in others}
        print_links.note_links(read, titles)
    if body:
        lesson = assets.lesson_of(build, page)
        if lesson and read.h1_end is not None:
            below, card = lesson_page.opening(build, lesson), lesson_page.end_card(build, page, lesson)
            read.edit(read.h1_end, read.h1_end, below)
            read.elements |= PageHtml(below + card).elements
        else:
            card = ""
        end = card + assets.at_end(build, page, read)
        bulk.part(app, page, read)
        body = read.changed() + end
        context["body"] = f"{body}{build.course.art.sheet(body)}"
    if page == "search":
        read.elements.add("sl-found")  # It stands in the template.
    for sheet in assets.sheets_of(build, read):
        app.add_css_file(sheet)
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

    KEYS: ClassVar = {
        "Skip to main content": "theme_skip",
        "previous": "theme_previous",
        "next": "theme_next",
        "previous page": "theme_previous",
        "next page": "theme_next",
        "© Copyright %(copyright)s.": "theme_copyright",
        "Back to top": "theme_back_to_top",
        "Search": "theme_search",
    }

    def __init__(self, strings: Strings, other: gettext.NullTranslations | None) -> None:
        super().__init__()
        self.add_fallback(other or gettext.NullTranslations())
        self.strings = strings

    def gettext(self, message: str) -> str:
        # A heading, a picture, a table: one word for all of them.
        key = "theme_permalink" if message.startswith("Link to this ") else self.KEYS.get(message)
        return self.strings[key].replace("{copyright}", "%(copyright)s") if key else super().gettext(message)


def read_again(app: Sphinx, with_assets: bool) -> None:
    """Read a course again that has changed since its book was built.

    Args:
        app: what builds it.
        with_assets: make its scripts and style anew, too.

    Raises:
        DataError: a mistake in its data; all stays as it was.
        ScriptError: a mistake in a script.
    """
    build = assets.of(app)
    room.cache_clear()
    course = Course(app.srcdir)
    found = lessons(course)
    group_plans(course, found)
    strings = course.strings
    build.course, build.lessons = course, found
    if isinstance(app.translator, ThemeWords):
        app.translator.strings = strings
    for name, text in assets.make(build).items() if with_assets else ():
        Path(app.outdir, "_static", assets.ASSETS, name).write_text(text, encoding="utf-8")


def finish(app: Sphinx, error: Exception | None) -> None:
    """After the last page is written: one small style sheet, and none of the files nobody asks for."""
    if error is None and app.builder.format == "html":
        published = Path(app.outdir, schema.NAME)
        published.write_text(schema.text(assets.of(app).course), encoding="utf-8")
        purge_css.purge_css(Path(app.outdir), keep_all=not assets.of(app).purge)
        figures_of_book.print_figures(assets.of(app).course, Path(app.outdir))
        policy.print_hashes(Path(app.outdir))  # Last of all: of the pages as they are.


def setup(app: Sphinx) -> dict[str, Any]:
    for name in Settings.model_fields:
        app.add_config_value(name, None, "env")
    app.add_directive("hero", first_page.Hero)
    app.add_directive("lesson-cards", first_page.LessonCards)
    app.add_directive("setting", first_page.SettingChoice)
    app.add_directive("codebook", codebook.Codebook)
    app.add_directive("group-plans", group_pages.GroupPlans)
    app.add_directive("group-plan", group_pages.OneGroupPlan)
    app.add_directive("worksheets", group_pages.Worksheets)
    app.add_directive("game-cards", group_pages.GameCards)
    app.add_directive("ideas", group_pages.Ideas)
    app.add_directive("binder-link", metadata.BinderLink)
    app.add_directive("publisher", publisher.Publisher)
    app.connect("config-inited", begin)
    app.connect("html-collect-pages", theme.first_page)
    app.connect("html-page-context", give_words, priority=100)
    app.connect("html-page-context", change_page, priority=900)
    app.connect("build-finished", metadata.write_sitemap)
    app.connect("build-finished", finish, priority=900)
    return {"version": "2", "parallel_read_safe": True, "parallel_write_safe": True}
