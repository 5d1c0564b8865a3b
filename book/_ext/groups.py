"""Writes the pages for facilitators that are made from data: plans, worksheets, and the table of ideas."""

from __future__ import annotations

from functools import cache
from typing import Any

from course import course
from docutils import nodes  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective

from systems_leadership.data import DataError
from systems_leadership.facilitation import Session, page, sessions
from systems_leadership.facilitation.session import FOLDER
from systems_leadership.ideas import IDEAS

STYLE = "facilitators.css"


@cache
def all_sessions() -> list[Session]:
    """The sessions, read once for all pages of a build."""
    return sessions(course())


class Made(SphinxDirective):
    """What the directives share: the way to other pages, and headings of the book's own."""

    def way(self, target: str, id: str) -> str:
        """The way from this page to another one, and to ``id`` on it."""
        address: str = self.env.app.builder.get_relative_uri(self.env.docname, target)
        return f"{address}#{id}" if id else address

    def section(self, block: page.Block, id: str, *classes: str) -> nodes.section:
        """A block as a section of the page; those under it get ids of their own titles."""
        made = nodes.section(ids=[id], classes=list(classes))
        made += nodes.title(text=block.title)
        if block.html:
            made += html(block.html)
        return made

    def watch(self) -> None:
        """Make the page again when its data changes."""
        for path in [*FOLDER.glob("*.yml"), IDEAS, *(lesson.path for lesson in course())]:
            self.env.note_dependency(str(path))


def html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


class GroupPlans(Made):
    """``{group-plans}``: the list of all sessions."""

    def run(self) -> list[nodes.Node]:
        self.watch()
        return [html(page.overview(all_sessions(), self.way))]


class GroupPlan(Made):
    """``{group-plan} <slug>``: the plans of 60 and 90 minutes for a lesson."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.watch()
        session = next((one for one in all_sessions() if one.lesson.slug == self.arguments[0]), None)
        if session is None:
            there = ", ".join(one.lesson.slug for one in all_sessions())
            raise self.error(f"no lesson '{self.arguments[0]}' has a plan. There are: {there}")
        opening, blocks = page.plan(session, self.way)
        made: list[nodes.Node] = [html(opening)]
        for block in blocks:
            section = self.section(block, nodes.make_id(f"part {block.title}"))
            for step, under in zip(session.steps, block.under, strict=False):
                section += self.section(under, step)
            made.append(section)
        return made


class Worksheets(Made):
    """``{worksheets}``: the worksheet of every lesson, each a page on paper."""

    def run(self) -> list[nodes.Node]:
        self.watch()
        return [self.section(page.worksheet(one), one.lesson.slug, "fc-sheet") for one in all_sessions()]


class Ideas(Made):
    """``{ideas}``: each idea of the guide with the lessons and exercises that serve it."""

    def run(self) -> list[nodes.Node]:
        self.watch()
        blocks = page.table(course(), self.way)
        return [self.section(block, f"ideas-{number}") for number, block in enumerate(blocks, start=1)]


def forget(app: Sphinx, config: object) -> None:
    """Read the data anew in each build; a mistake in it is told before the first page."""
    all_sessions.cache_clear()
    try:
        all_sessions()
    except DataError as error:
        raise ConfigError(str(error)) from None


def add_style(app: Sphinx, docname: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Load the style sheet on the pages that use it, and on no other."""
    if any(mark in (context.get("body") or "") for mark in ('class="fc-', " fc-")):
        app.add_css_file(STYLE)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("group-plans", GroupPlans)
    app.add_directive("group-plan", GroupPlan)
    app.add_directive("worksheets", Worksheets)
    app.add_directive("ideas", Ideas)
    app.connect("config-inited", forget)
    app.connect("html-page-context", add_style)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
