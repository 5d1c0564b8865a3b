"""The tables are as the package says, agree with one another and with the references; seeded faults are caught."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from systems_leadership import facts
from tests.support.book import ROOT
from tests.support.soak import quick
from workbook.course import Course, current
from workbook.tables.agreement import problems
from workbook.tables.package import package


@pytest.fixture
def copy(tmp_path: Path) -> Course:
    """A copy of the course's facts and references to spoil."""
    for name in ("_config.yml", "book/references.bib"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "data" / "facts", tmp_path / "data" / "facts")
    return Course(tmp_path)


def told(course: Course) -> list[str]:
    return [str(one) for one in problems(course)]


def test_the_tables_are_valid() -> None:
    assert told(current()) == []


def test_every_file_is_in_the_package() -> None:
    folder = current().facts
    assert {path.name for path in folder.glob("*.csv")} == {table.path.name for table in package(folder).values()}


def test_rows_that_were_not_seen_are_left_out() -> None:
    for path in current().facts.glob("*.csv"):
        assert not re.search(r",(uncertain|low|recalled)(,|$)", path.read_text(encoding="utf-8"), re.M), path.name


def test_what_the_course_needs_is_there() -> None:
    places = facts.load("places")
    places = places[places["kind"] == "fact"]
    assert (places["programme"] == "Total Place").sum() == 13
    assert [((places["programme"] == "Pioneers") & (places["wave"] == wave)).sum() for wave in (1, 2)] == [14, 11]
    assert len(facts.load("milestones")) == 34
    assert {f"LV{n:02d}" for n in range(1, 16)} <= set(facts.load("programme").index)
    assert all(len(idea.split()) <= 20 for idea in facts.load("milestones")["idea"])


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """A fault: one text of a table replaced by another."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def row_twice(folder: Path) -> None:
    lines = (folder / "lessons.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "lessons.csv").write_text("".join([*lines, lines[-1]]), encoding="utf-8")


def file_gone(folder: Path) -> None:
    (folder / "partners.csv").unlink()


#: The end of one work in the list, which one milestone alone names.
OLSON = "doc/14885270)},\n  status = {seen}"

#: What is done to the tables, and what the message must name: by Frictionless first, then by our own checks.
FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a value that is not on the list": (
        replaced("places.csv", ",Total Place,", ",Total Palace,"),
        r"places\.csv line 30, field programme: 'Total Palace' does not fit",
    ),
    "a number in words": (
        replaced("milestones.csv", "M04,1961", "M04,about 1961"),
        r"milestones\.csv line 5, field year: 'about 1961' .* Write digits only",
    ),
    "a wave that there is not": (
        replaced("places.csv", "Barnsley,Pioneers,1", "Barnsley,Pioneers,3"),
        r"places\.csv line 5, field wave: '3' .* \"2\"",
    ),
    "an id that stands twice": (row_twice, r"lessons\.csv line 17, field id: 'D15' .* Give each row its own"),
    "an empty cell that may not be": (
        replaced("critiques.csv", "C01,critique,evidence", "C01,critique,"),
        r"critiques\.csv line 2, field topic: .*required",
    ),
    "a column renamed": (
        replaced("statistics.csv", "id,kind,topic", "id,kind,theme"),
        r"statistics\.csv, field topic: .*\"theme\".* Make the first row",
    ),
    "a comma without quotation marks": (
        replaced("total_place.csv", "T03,fact,", "T03,fact,one,"),
        r"total_place\.csv line 4: .*extra value.* Put quotation marks",
    ),
    "a place that there is not": (
        replaced("pioneers.csv", "P11,fact,counter-fact,PL17", "P11,fact,counter-fact,PL99"),
        r"pioneers\.csv line 12: .*\"PL99\" not found .* Correct it, or add that row",
    ),
    "a confidence of another kind": (
        replaced("programme.csv", "careindustrynews2014,seen", "careindustrynews2014,uncertain"),
        r"programme\.csv line 8, field confidence: 'uncertain'",
    ),
    "a table that is missing": (file_gone, r"partners\.csv: .*No such file.* Check its name"),
    "a source that is in no list": (
        replaced("lessons.csv", "timmins2015practice", "timmins2015practise"),
        r"lessons\.csv, row D01, field sources: 'timmins2015practise' is not in references\.bib",
    ),
    "a fact without a source": (
        replaced("programme.csv", ",bolden2015interim; bolden2015final,seen", ",,seen"),
        r"row LV12, field sources: a fact needs one",
    ),
    "a chart's value that its fact does not say": (
        replaced("values.csv", ",14,%", ",41,%"),
        r"values\.csv, row V\d+, field value: 41 does not stand in F10",
    ),
    "an event's year that its fact does not say": (
        replaced("events.csv", "2014-07", "2013-07"),
        r"events\.csv, row E\d+, field start: 2013-07 does not stand in LV09",
    ),
    "seen, though the work is only recalled": (
        replaced("../../book/references.bib", OLSON, OLSON.replace("{seen}", "{recalled}")),
        r"row M06, field confidence: says seen",
    ),
    "a gap with a confidence": (
        replaced(
            "pioneers.csv",
            "much of it is the areas' own account.\",,,,",
            "much of it is the areas' own account.\",,,seen,",
        ),
        r"row P14, field confidence: a gap has none",
    ),
    "a work taken out of the references": (
        replaced("../../book/references.bib", "@misc{pulse_pioneers,", "@misc{pulse_pioneer,"),
        r"places\.csv, row PL04, field sources: 'pulse_pioneers'",
    ),
}


@pytest.mark.parametrize("fault", quick(FAULTS, *list(FAULTS)[::5]))
def test_a_seeded_fault_is_noticed(copy: Course, fault: str) -> None:
    spoil, words = FAULTS[fault]
    spoil(copy.facts)
    assert any(re.search(words, one) for one in told(copy)), told(copy)
