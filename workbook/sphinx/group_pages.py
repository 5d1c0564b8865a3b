"""Writes the pages for groups that are made from data: plans, worksheets, and the table of ideas."""

from __future__ import annotations

from docutils import nodes  # type: ignore[import-untyped]
from sphinx.util.docutils import SphinxDirective

from ..files import visible
from ..groups import GroupPlan, group_plans, pages
from . import assets

STYLE = "groups.css"


class Made(SphinxDirective):
    """What the directives share: the way to other pages, and headings of the book's own."""

    @property
    def build(self) -> assets.Build:
        return assets.of(self.env.app)

    def plans(self) -> list[GroupPlan]:
        return group_plans(self.build.course, self.build.lessons)

    def way(self, target: str, id: str) -> str:
        """The way from this page to another one, and to ``id`` on it."""
        address: str = self.env.app.builder.get_relative_uri(self.env.docname, target)
        return f"{address}#{id}" if id else address

    def section(self, block: pages.Block, id: str, *classes: str) -> nodes.section:
        """A block as a section of the page; those under it get ids of their own titles."""
        made = nodes.section(ids=[id], classes=list(classes))
        made += nodes.title(text=block.title)
        if block.html:
            made += html(block.html)
        return made

    def watch(self) -> None:
        """Make the page again when its data changes."""
        course = self.build.course
        files = [*visible(course.group_plans, "*.yml"), *course.root.glob("data/ideas.yml"), *course.lesson_files()]
        for path in files:
            self.env.note_dependency(str(path))


def html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


class GroupPlans(Made):
    """``{group-plans}``: the list of all plans."""

    def run(self) -> list[nodes.Node]:
        self.watch()
        return [html(pages.overview(self.plans(), self.way))]


class OneGroupPlan(Made):
    """``{group-plan} <slug>``: the plans of 60 and 90 minutes for a lesson."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.watch()
        plan = next((one for one in self.plans() if one.lesson.slug == self.arguments[0]), None)
        if plan is None:
            there = ", ".join(one.lesson.slug for one in self.plans())
            raise self.error(f"no lesson '{self.arguments[0]}' has a plan. There are: {there}")
        opening, blocks = pages.plan_page(plan, self.way)
        made: list[nodes.Node] = [html(opening)]
        for block in blocks:
            section = self.section(block, nodes.make_id(f"part {block.title}"))
            for step, under in zip(plan.steps, block.under, strict=False):
                section += self.section(under, step)
            made.append(section)
        return made


class Worksheets(Made):
    """``{worksheets}``: the worksheet of every lesson, each a page on paper."""

    def run(self) -> list[nodes.Node]:
        self.watch()
        return [self.section(pages.worksheet(one), one.lesson.slug, "fc-sheet") for one in self.plans()]


class GameCards(Made):
    """``{game-cards} <name>``: the cards of a game of the course, each a page on paper."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        games = self.build.course.games
        game = games.get(self.arguments[0])
        if game is None:
            raise self.error(f"there is no game '{self.arguments[0]}'. There are: {', '.join(games) or 'none yet'}")
        return [self.section(pages.Block(one.title, one.html), one.id, "fc-sheet") for one in game.cards()]


class Ideas(Made):
    """``{ideas}``: each idea with the lessons and exercises that serve it."""

    def run(self) -> list[nodes.Node]:
        self.watch()
        blocks = pages.ideas_table(self.build.course, self.build.lessons, self.way)
        return [self.section(block, f"ideas-{number}") for number, block in enumerate(blocks, start=1)]


def needs_style(classes: set[str]) -> bool:
    """Whether a page with these classes loads the style sheet of plans and worksheets; no other page does."""
    return any(one.startswith("fc-") for one in classes)
