"""The course's texts in sections, each with the facts that it cites and the numbers that it owns up to.

A section cites a fact in one of four ways:

- ``{cite:p}`key` ``: every fact that rests on this work, and the year of the work itself;
- a hidden comment, ``<!-- facts: F06 LV07 P08-P11 -->``, for facts that no citation stands beside;
- showing it: a table, a chart or the directory in the section's outputs names the ids of its rows;
- ``Timmins (2015)``: the year of a work in the list of references, beside its author.

A number that is made up, for teaching or in Merrowdale, stands in ``invented:`` at the head of the lesson's
file in ``data/exercises``. A notebook without such a file, or a page, says ``<!-- invented: 657, 1,200 pounds -->``
in the section.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from systems_leadership import facts
from workbook.course import current
from workbook.data import read_yaml

CITE = re.compile(r"\{cite:?\w*\}`([^`]*)`")
COMMENT = re.compile(r"<!--\s*(facts|invented):(.*?)-->", re.DOTALL)
SHOW = re.compile(r"""\.show\(["']([\w-]+)["']\)""")
#: A value that is a name for the machine, not a text.
SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*|G\d\.\d")
IDS = re.compile(r'data-facts="([^"]*)"|<th>([A-Z]{1,2}\d\d)</th>|<li class="sl-entry" id="(pl\d\d)"')


@dataclass
class Section:
    """A stretch of a page under one heading, with the exercises and outputs in it.

    Args:
        page: its file, from the course's root.
        heading: its heading.
        texts: its words, in parts.
        facts: ids of rows that it names or shows.
        keys: works that it cites.
        invented: numbers that it says are made up, as it writes them.
        optional: part of a lesson outside the course's progress: the model room.
    """

    page: str
    heading: str
    texts: list[str] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    invented: list[str] = field(default_factory=list)
    optional: bool = False

    def add(self, text: str) -> None:
        """Take in a piece of Markdown: its words and what it cites."""
        for cited in CITE.findall(text):
            self.keys.update(key.strip() for key in cited.split(","))
        for what, said in COMMENT.findall(text):
            if what == "facts":
                self.facts.update(id for one in said.split() for id in spread(one))
            else:
                self.invented += [one.strip() for one in said.split("; ")]
        self.texts.append(text)

    def show(self, html: str) -> None:
        """Take in an output: the ids of the rows in it."""
        for several, one, entry in IDS.findall(html):
            self.facts.update(several.split() or [id for id in (one, entry.upper()) if id])


def spread(ids: str) -> list[str]:
    """``F01-F03`` as F01, F02, F03; a single id as itself."""
    found = re.fullmatch(r"([A-Z]{1,2})(\d\d)-\1(\d\d)", ids)
    return [f"{found[1]}{n:02d}" for n in range(int(found[2]), int(found[3]) + 1)] if found else [ids]


def strings(value: Any) -> Iterator[str]:
    """Every text in an exercise's data."""
    if isinstance(value, str) and not SLUG.fullmatch(value):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in strings(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in strings(one))


def of_markdown(page: str, text: str) -> list[Section]:
    """A page's sections; in the glossary each entry is one."""
    parts = re.split(r"\n\n(?=\w)" if page.endswith("glossary.md") else r"(?m)^(?=#{1,6} )", text)
    sections = [Section(page, part.strip().partition("\n")[0].lstrip("# ")) for part in parts if part.strip()]
    for section, part in zip(sections, [part for part in parts if part.strip()], strict=True):
        section.add(part)
    return sections


def of_notebook(page: str, notebook: dict[str, Any], lesson: dict[str, Any] | None) -> list[Section]:
    """A notebook's sections, with the exercises of its lesson where they are shown.

    Args:
        lesson: the lesson's file as data, or None for a notebook that is no lesson.
    """
    exercises = {one["id"]: one for one in lesson["exercises"]} if lesson else {}
    sections = [Section(page, "")]
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            for part in re.split(r"(?m)^(?=#{1,6} )", source):
                if part.startswith("#"):
                    sections.append(Section(page, part.partition("\n")[0].lstrip("# ")))
                sections[-1].add(part)
        for id in SHOW.findall(source):
            # With an exercise its versions in other settings are shown.
            versions = [one["id"] for one in exercises.values() if one.get("version_of") == id]
            for text in strings([exercises.pop(one, {}) for one in (id, *versions)]):
                sections[-1].add(text)
        for output in cell.get("outputs", []):
            sections[-1].show("".join(output.get("data", {}).get("text/html", "")))
    if exercises:
        sections.append(Section(page, "exercises that no cell shows"))
        for text in strings(list(exercises.values())):
            sections[-1].add(text)
    for section in sections:
        section.invented += lesson.get("invented", []) if lesson else []
        section.optional = bool(lesson and lesson.get("optional"))
    return [section for section in sections if section.texts]


def of_figures(page: str, figures: dict[str, Any], shown: dict[str, str]) -> list[Section]:
    """The words of each chart, which cites the facts that it draws."""
    sections = []
    for name, figure in figures.items():
        sections.append(Section(page, name))
        for text in strings(figure):
            sections[-1].add(text)
        sections[-1].show(shown[name])
    return sections


@cache
def every() -> list[Section]:
    """The sections of every page and notebook of the course, and of its charts."""
    course = current()
    heads = [read_yaml(path) for path in course.lesson_files()]
    lessons = {head.get("page", f"notebooks/{head['number']}-{head['lesson']}"): head for head in heads}
    found = []
    for path in sorted(course.notebooks.glob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        found += of_notebook(f"notebooks/{path.name}", notebook, lessons.get(f"notebooks/{path.stem}"))
    for path in sorted((course.root / "book").glob("*.md")):
        found += of_markdown(f"book/{path.name}", path.read_text(encoding="utf-8"))
    shown = {name: facts.figure(name).html for name in facts.figures()}
    return found + of_figures("data/figures.yml", read_yaml(course.root / "data" / "figures.yml"), shown)
