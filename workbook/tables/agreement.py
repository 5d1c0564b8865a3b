"""Whether the tables agree with one another and with the list of references."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from ..course import Course
from ..data import Problem
from .checks import faults
from .package import package
from .reader import read
from .references import Work, works

#: Columns that hold no words of a fact.
APART = {"sources", "source_url", "confidence", "kind"}


def problems(course: Course) -> list[Problem]:
    """Everything that is wrong with a course's facts: table, row, field and fix; nothing where it has none."""
    if not course.facts.is_dir():
        return []
    tables = package(course.facts)
    found = faults(course.facts)
    if found:
        return found
    frames = {name: read(table) for name, table in tables.items()}
    known = works(course.references)
    owner: dict[str, str] = {}
    for name, frame in frames.items():
        path = tables[name].path
        for id in frame.index:
            if id in owner:
                found.append(
                    Problem(path, f"row {id}, field id", f"also stands in {owner[id]}.csv. Give one another id")
                )
            owner[id] = name
    texts = {str(id): text_of(row) for frame in frames.values() for id, row in frame.iterrows()}
    for name, frame in frames.items():
        for id, row in frame.iterrows():
            for said in (*_sources(row, known), *_drawn(row, texts)):
                field, _, problem = said.partition(": ")
                found.append(Problem(tables[name].path, f"row {id}, {field}", problem))
    return found


def keys(cell: object) -> list[str]:
    """The keys in a cell of sources."""
    return cell.split("; ") if isinstance(cell, str) else []


def text_of(row: pd.Series) -> str:
    """All the words of a row."""
    return ". ".join(str(row[name]) for name in row.index if name not in APART and pd.notna(row[name]))


def _sources(row: pd.Series, known: dict[str, Work]) -> Iterator[str]:
    if "sources" not in row:
        return
    cited = keys(row["sources"])
    for key in cited:
        if key not in known:
            yield f"field sources: '{key}' is not in references.bib. Add the work there or correct the key"
    if len(set(cited)) < len(cited):
        yield "field sources: a key stands twice. Keep one"
    if "confidence" not in row:
        return
    if row.get("kind") == "gap":
        if pd.notna(row["confidence"]):
            yield "field confidence: a gap has none. Empty it, or make the row a fact"
    elif not cited:
        yield "field sources: a fact needs one. Add its key, or make the row a gap"
    elif pd.isna(row["confidence"]):
        yield "field confidence: is empty. Write seen or recalled"
    elif row["confidence"] == "seen" and not any(known[key].status == "seen" for key in cited if key in known):
        yield "field confidence: says seen, but none of its works was. Write recalled"


def _drawn(row: pd.Series, texts: dict[str, str]) -> Iterator[str]:
    """What a chart draws must stand in the words of its fact."""
    if "fact" not in row or not {"value", "start"} & set(row.index):
        return
    if row["fact"] not in texts:
        yield f"field fact: no table has a row '{row['fact']}'. Correct it"
        return
    words = texts[row["fact"]]
    if "value" in row and not holds_number(words, float(row["value"])):
        yield f"field value: {row['value']:g} does not stand in {row['fact']}. Correct one of them"
    for field in ("start", "end"):
        if field in row and pd.notna(row[field]) and str(row[field])[:4] not in words:
            yield f"field {field}: {row[field]} does not stand in {row['fact']}. Correct one of them"


def holds_number(text: str, value: float) -> bool:
    """Whether a text has this number in digits, however many decimals it is written with."""
    found = re.findall(r"\d[\d,]*(?:\.\d+)?", text.replace(", ", " "))
    return any(float(one.replace(",", "")) == value for one in found)
