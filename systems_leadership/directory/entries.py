"""The project directory's entries, from the tables of cases and of places, and its page as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from markupsafe import Markup, escape

from workbook.course import Course
from workbook.data import read_yaml
from workbook.html_output import HtmlOutput
from workbook.rendering import environment
from workbook.tables import load
from workbook.tables.agreement import keys
from workbook.tables.references import works

ENVIRONMENT = environment(Path(__file__).parent)

#: What one could know of each entry; an empty one was not found in the sources read.
FIELDS = ("issue", "partners", "period", "done", "result")
#: Of how many of them a place has to tell something, to be more than a name.
WORTH_OPENING = 3
#: Words of each written case, by id, that are searched and not printed.
SEARCHED: dict[str, list[str]] = read_yaml(Path(__file__).with_name("search.yml"))
#: Gaps that hold for a whole programme, beside those in the table of places.
GAPS = {"Pioneers": ("pioneers", "P14"), "Total Place": ("total_place", "T07")}


@dataclass(frozen=True)
class Entry:
    """One place or project.

    Args:
        id: of its row, and in small letters the anchor on the page.
        place: its name.
        strand: its programme and wave, in words.
        theme: what its programme, or the place itself, was about.
        said: label and words of what is known.
        unknown: labels of what is not.
        caution: what to keep in mind; may be empty.
        sources: label and address of each source.
        kinds: sorts of its sources.
        searched: other words by which it is found.
    """

    id: str
    place: str
    strand: str
    theme: str
    said: list[tuple[str, str]]
    unknown: list[str]
    caution: str
    sources: list[tuple[str, str]]
    kinds: list[str]
    searched: str = ""


@dataclass(frozen=True)
class Group:
    """The entries of one programme and wave, the places with hardly more than a name, and what is missing of all."""

    strand: str
    entries: list[Entry]
    gaps: list[str]
    names: list[tuple[str, str]]

    @property
    def theme(self) -> str:
        """What its programme was about, where that is one thing."""
        themes = {entry.theme for entry in self.entries}
        return themes.pop() if len(themes) == 1 else ""


def strand(course: Course, row: pd.Series) -> str:
    """A row's programme and wave in words; the wave only where whole groups are told apart by it."""
    said = course.strings
    if row["programme"] == "Other":
        return said["directory_other"]
    if row["programme"] == "Pioneers":
        return said[f"directory_wave_{row['wave']}"].format(programme="Pioneers")
    return str(row["programme"])


def _entry(course: Course, id: str, row: pd.Series) -> Entry:
    said = course.strings
    known = [(said[f"directory_{field}"], str(row[field])) for field in FIELDS if pd.notna(row[field])]
    cited = [works(course.references)[key] for key in keys(row["sources"])]
    return Entry(
        id=id,
        place=str(row["place"]),
        strand=strand(course, row),
        theme=str(row["theme"]),
        said=known,
        unknown=[said[f"directory_{field}"] for field in FIELDS if pd.isna(row[field])],
        caution="" if pd.isna(row["caution"]) else str(row["caution"]),
        sources=[(work.label, work.url) for work in cited],
        kinds=list(dict.fromkeys(work.kind for work in cited)),
    )


def cases(course: Course) -> Group:
    """The written cases: each is known in every field, and says how well."""
    said, found = course.strings, []
    for id, row in load(course, "cases").iterrows():
        known = [(said[f"directory_{field}"], str(row[field])) for field in FIELDS]
        design = said[f"directory_design_{str(row['design']).replace(' ', '_')}"]
        cited = [works(course.references)[key] for key in keys(row["sources"])]
        found.append(
            Entry(
                id=str(id),
                place=str(row["place"]),
                strand=said["directory_cases"],
                theme=str(row["theme"]),
                said=[*known, (said["directory_design"], design), (said["directory_failed"], str(row["caution"]))],
                unknown=[],
                caution="",
                sources=[(work.label, work.url) for work in cited],
                kinds=list(dict.fromkeys(work.kind for work in cited)),
                searched=", ".join(SEARCHED.get(str(id), [])),
            )
        )
    return Group(said["directory_cases"], found, [], [])


def groups(course: Course) -> list[Group]:
    """The entries of the programmes, by programme and wave."""
    table = load(course, "places")
    found: dict[str, Group] = {}
    for id, row in table.iterrows():
        group = found.setdefault(strand(course, row), Group(strand(course, row), [], [], []))
        if row["kind"] == "gap":
            group.gaps.append(f"{row['place']}. {row['caution']}")
        elif (entry := _entry(course, str(id), row)) and len(entry.said) >= WORTH_OPENING:
            group.entries.append(entry)
        else:
            group.names.append((entry.id, entry.place))
    for group in found.values():
        programme = group.strand.partition(",")[0]
        if programme in GAPS:
            name, id = GAPS[programme]
            group.gaps.append(str(load(course, name).loc[id, "fact"]))
    return list(found.values())


def directory(course: Course) -> HtmlOutput:
    """The directory as HTML: complete without a script, searched and filtered with one."""
    found = [cases(course), *groups(course)]
    entries = [entry for group in found for entry in group.entries]
    said = course.strings
    cells, empty = len(entries) * len(FIELDS), sum(len(entry.unknown) for entry in entries)
    about = said["directory_about"].format(
        entries=len(entries),
        fields=len(FIELDS),
        list=", ".join(said[f"directory_{field}"].lower() for field in FIELDS),
        cells=cells,
        empty=empty,
        share=round(100 * empty / cells),
    )
    html = ENVIRONMENT.get_template("directory.html").render(
        groups=found, about=about, fields=len(FIELDS), strings=said, linked=linked
    )  # fmt: skip
    return HtmlOutput("\n".join(line for line in html.splitlines() if line.strip()) + "\n", "Project directory")


def linked(label: str, url: str) -> Markup:
    """A source by its name, leading to it where it has an address."""
    return Markup('<a href="{}">{}</a>').format(url, label) if url else escape(label)
