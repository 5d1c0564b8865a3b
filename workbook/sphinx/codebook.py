"""Writes the codebook into the page that asks for it: what each table of facts holds, column by column.

It is made from ``data/facts/datapackage.json`` when the book is built, so it cannot say anything else than the
file that the tables are checked against. It also cites every work behind a table, so that the list of sources
is complete.
"""

from __future__ import annotations

from collections import Counter

from docutils import nodes  # type: ignore[import-untyped]
from docutils.statemachine import StringList  # type: ignore[import-untyped]
from sphinx.util.docutils import SphinxDirective

from ..course import Course
from ..strings import Strings
from ..tables import load
from ..tables.agreement import keys
from ..tables.package import PACKAGE, Field, Table, package
from . import assets


def rules(field: Field, strings: Strings) -> str:
    """A column's type and limits in words."""
    limits = field.constraints
    said = [strings[f"codebook_{field.type}"]]
    if limits.get("required"):
        said.append(strings["codebook_required"])
    if "enum" in limits:
        said.append(strings["codebook_enum"].format(list=", ".join(limits["enum"])))
    if "minimum" in limits and "maximum" in limits:
        said.append(strings["codebook_range"].format(low=limits["minimum"], high=limits["maximum"]))
    elif "minimum" in limits:
        said.append(strings["codebook_minimum"].format(low=limits["minimum"]))
    if "maxLength" in limits:
        said.append(strings["codebook_length"].format(n=limits["maxLength"]))
    return "; ".join(said)


def meaning(field: Field) -> tuple[str, str]:
    """What makes two columns of different tables the same."""
    return field.name, field.description


def common(tables: list[Table]) -> dict[tuple[str, str], Field]:
    """Columns that mean the same in more than half of the tables: said once, at the head of the page."""
    everywhere = [field for table in tables for field in table.fields]
    counted = Counter(map(meaning, everywhere))
    return {meaning(field): field for field in everywhere if 2 * counted[meaning(field)] > len(tables)}


def section(course: Course, table: Table, usual: dict[tuple[str, str], Field]) -> list[str]:
    """One table: what it holds, its own columns, its sources."""
    strings, frame = course.strings, load(course, table.name)
    lines = [f"## {table.title}", "", table.description, ""]
    lines += [strings["codebook_file"].format(file=table.path.name, n=len(frame), name=table.name), ""]
    for field in table.fields:
        if meaning(field) not in usual:
            lines += [f"`{field.name}`", f": {field.description} ({rules(field, strings)})", ""]
    for column, other in table.links:
        lines += [strings["codebook_link"].format(column=column, table=other), ""]
    names = ", ".join(f"`{field.name}`" for field in table.fields if meaning(field) in usual)
    lines += [strings["codebook_usual"].format(list=names), ""] if names else []
    cited = ",".join(sorted({key for cell in frame.get("sources", []) for key in keys(cell)}))
    return [*lines, strings["codebook_sources"].format(cited=f"{{cite:p}}`{cited}`"), ""] if cited else lines


def codebook(course: Course) -> list[str]:
    """The page's lines, as MyST Markdown."""
    tables = list(package(course.facts).values())
    usual = common(tables)
    lines = [f"## {course.strings['codebook_common']}", ""] if usual else []
    for field in usual.values():
        lines += [f"`{field.name}`", f": {field.description}", ""]
    return lines + [line for table in tables for line in section(course, table, usual)]


class Codebook(SphinxDirective):
    """``{codebook}``: the codebook of all tables, in place of the directive."""

    def run(self) -> list[nodes.Node]:
        course = assets.of(self.env.app).course
        for table in package(course.facts).values():
            self.env.note_dependency(str(table.path))
        self.env.note_dependency(str(course.facts / PACKAGE))
        found = nodes.Element()
        lines = StringList(codebook(course), source=PACKAGE)
        self.state.nested_parse(lines, self.content_offset, found, match_titles=True)
        return list(found.children)
