"""Writes the codebook into the page that asks for it: what each table of facts holds, column by column.

It is made from ``data/facts/datapackage.json`` when the book is built, so it cannot say anything else than the
file that the tables are checked against. It also cites every work behind a table, so that the list of sources
is complete.
"""

from __future__ import annotations

from collections import Counter

from docutils import nodes  # type: ignore[import-untyped]
from docutils.statemachine import StringList  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from systems_leadership import facts
from systems_leadership.tables.agreement import keys
from systems_leadership.tables.schema import FOLDER, PACKAGE, Field, Table, package

TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}


def rules(field: Field) -> str:
    """A column's type and limits in words."""
    said = [TYPES[field.type]]
    limits = field.constraints
    if limits.get("required"):
        said.append("never empty")
    if "enum" in limits:
        said.append(f"one of: {', '.join(limits['enum'])}")
    if "minimum" in limits and "maximum" in limits:
        said.append(f"from {limits['minimum']} to {limits['maximum']}")
    elif "minimum" in limits:
        said.append(f"at least {limits['minimum']}")
    if "maxLength" in limits:
        said.append(f"at most {limits['maxLength']} characters")
    return "; ".join(said)


def meaning(field: Field) -> tuple[str, str]:
    """What makes two columns of different tables the same."""
    return field.name, field.description


def common(tables: list[Table]) -> dict[tuple[str, str], Field]:
    """Columns that mean the same in more than half of the tables: said once, at the head of the page."""
    everywhere = [field for table in tables for field in table.fields]
    counted = Counter(map(meaning, everywhere))
    return {meaning(field): field for field in everywhere if 2 * counted[meaning(field)] > len(tables)}


def section(table: Table, usual: dict[tuple[str, str], Field]) -> list[str]:
    """One table: what it holds, its own columns, its sources."""
    frame = facts.load(table.name)
    lines = [f"## {table.title}", "", table.description, ""]
    lines += [f'File: `{table.path.name}`, {len(frame)} rows. In Python: `facts.load("{table.name}")`.', ""]
    for field in table.fields:
        if meaning(field) not in usual:
            lines += [f"`{field.name}`", f": {field.description} ({rules(field)})", ""]
    for column, other in table.links:
        lines += [f"The column `{column}` names a row of `{other}.csv`.", ""]
    names = [f"`{field.name}`" for field in table.fields if meaning(field) in usual]
    lines += [f"And, as in most tables: {', '.join(names)}.", ""]
    cited = sorted({key for cell in frame.get("sources", []) for key in keys(cell)})
    return [*lines, f"Sources: {{cite:p}}`{','.join(cited)}`.", ""] if cited else lines


def codebook() -> list[str]:
    """The page's lines, as MyST Markdown."""
    tables = list(package().values())
    usual = common(tables)
    lines = ["## Columns that most tables have", ""]
    for field in usual.values():
        lines += [f"`{field.name}`", f": {field.description}", ""]
    return lines + [line for table in tables for line in section(table, usual)]


class Codebook(SphinxDirective):
    """``{codebook}``: the codebook of all tables, in place of the directive."""

    def run(self) -> list[nodes.Node]:
        for table in package().values():
            self.env.note_dependency(str(table.path))
        self.env.note_dependency(str(FOLDER / PACKAGE))
        found = nodes.Element()
        self.state.nested_parse(StringList(codebook(), source=PACKAGE), self.content_offset, found, match_titles=True)
        return list(found.children)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("codebook", Codebook)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
