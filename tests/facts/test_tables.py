"""The tables are as the package says, agree with one another and with the references; 12 seeded faults are caught."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest

from systems_leadership import facts
from workbook.data import DataError
from workbook.tables.agreement import problems
from workbook.tables.reader import read
from workbook.tables.references import FILE, works
from workbook.tables.package import FOLDER, PACKAGE, package


def frictionless_errors(folder: Path) -> list[str]:
    """What Frictionless says of the package, as 'table: error'."""
    report = frictionless.validate(str(folder / PACKAGE))
    errors = [f"package: {error.message}" for error in report.errors]
    return errors + [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors]


def own_errors(folder: Path, references: Path = FILE) -> list[str]:
    """What the course's own reader and checks say."""
    try:
        frames = {name: read(table) for name, table in package(folder).items()}
        return problems(frames, folder, references)
    except DataError as error:
        return [str(error)]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tables to spoil."""
    shutil.copytree(FOLDER, tmp_path / "facts")
    package.cache_clear()
    return tmp_path / "facts"


def test_the_tables_are_valid() -> None:
    assert frictionless_errors(FOLDER) == []
    assert facts.check() == []


def test_every_file_is_in_the_package() -> None:
    assert {path.name for path in FOLDER.glob("*.csv")} == {table.path.name for table in package().values()}


def test_uncertain_rows_are_left_out() -> None:
    for path in FOLDER.glob("*.csv"):
        assert "uncertain" not in path.read_text(encoding="utf-8"), path.name


def test_what_the_course_needs_is_there() -> None:
    places = facts.load("places")
    places = places[places["kind"] == "fact"]
    assert (places["programme"] == "Total Place").sum() == 13
    assert [((places["programme"] == "Pioneers") & (places["wave"] == wave)).sum() for wave in (1, 2)] == [14, 11]
    assert len(facts.load("milestones")) == 34
    assert {f"LV{n:02d}" for n in range(1, 16)} <= set(facts.load("programme").index)
    assert all(len(idea.split()) <= 20 for idea in facts.load("milestones")["idea"])


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
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


#: Fault, who must notice it (Frictionless, or only our own checks), and what our own words must name.
FAULTS = [
    (
        "a value that is not on the list",
        replaced("places.csv", ",Total Place,", ",Total Palace,"),
        True,
        r"places\.csv, row PL29, field programme: 'Total Palace'",
    ),
    (
        "a number in words",
        replaced("milestones.csv", "M04,1961", "M04,about 1961"),
        True,
        r"milestones\.csv, row M04, field year: 'about 1961'",
    ),
    (
        "a wave that there is not",
        replaced("places.csv", "Barnsley,Pioneers,1", "Barnsley,Pioneers,3"),
        True,
        r"row PL04, field wave: 3 is above 2",
    ),
    ("an id that stands twice", row_twice, True, r"lessons\.csv, row D15, field id: 'D15' stands twice"),
    (
        "an empty cell that may not be",
        replaced("critiques.csv", "C01,critique,evidence", "C01,critique,"),
        True,
        r"row C01, field topic: is empty",
    ),
    (
        "a column renamed",
        replaced("statistics.csv", "id,kind,topic", "id,kind,theme"),
        True,
        r"first row: column 3 is 'theme', not 'topic'",
    ),
    (
        "a comma without quotation marks",
        replaced("total_place.csv", "T03,fact,", "T03,fact,one,"),
        True,
        r"total_place\.csv, row T03: has \d+ cells",
    ),
    (
        "a place that there is not",
        replaced("pioneers.csv", "P11,fact,counter-fact,PL17", "P11,fact,counter-fact,PL99"),
        True,
        r"row P11, field place: places\.csv has no row 'PL99'",
    ),
    (
        "a confidence of another kind",
        replaced("programme.csv", "careindustrynews2014,seen", "careindustrynews2014,uncertain"),
        True,
        r"field confidence: 'uncertain'",
    ),
    (
        "a source that is in no list",
        replaced("lessons.csv", "timmins2015practice", "timmins2015practise"),
        False,
        r"row D01, field sources: 'timmins2015practise' is not in references\.bib",
    ),
    (
        "a fact without a source",
        replaced("programme.csv", ",bolden2015interim; bolden2015final,seen", ",,seen"),
        False,
        r"row LV12, field sources: a fact needs one",
    ),
    (
        "a chart's value that its fact does not say",
        replaced("values.csv", ",15,%", ",51,%"),
        False,
        r"values\.csv, row V\d+, field value: 51 does not stand in F09",
    ),
    (
        "an event's year that its fact does not say",
        replaced("events.csv", "2014-07", "2013-07"),
        False,
        r"events\.csv, row E\d+, field start: 2013-07 does not stand in LV09",
    ),
    (
        "seen, though the work is only recalled",
        replaced("milestones.csv", "olson1965logic,recalled", "olson1965logic,seen"),
        False,
        r"row M06, field confidence: says seen",
    ),
    (
        "a gap with a confidence",
        replaced("pioneers.csv", 'not found in the sources read.",,,,', 'not found in the sources read.",,,seen,'),
        False,
        r"row P14, field confidence: a gap has none",
    ),
    ("a table that is missing", file_gone, True, r"partners\.csv: there is no such file"),
]


@pytest.mark.parametrize("fault, spoil, valid_fails, words", FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_seeded_fault_is_noticed(
    copy: Path, fault: str, spoil: Callable[[Path], None], valid_fails: bool, words: str
) -> None:
    spoil(copy)
    assert bool(frictionless_errors(copy)) == valid_fails, fault
    found = own_errors(copy)
    assert any(re.search(words, one) for one in found), found


def test_a_work_taken_out_of_the_references_is_missed(copy: Path, tmp_path: Path) -> None:
    shorter = tmp_path / "references.bib"
    shorter.write_text(
        FILE.read_text(encoding="utf-8").replace("@misc{pulse_pioneers,", "@misc{pulse_pioneer,"), encoding="utf-8"
    )
    works.cache_clear()
    found = own_errors(copy, shorter)
    assert any("places.csv, row PL04, field sources: 'pulse_pioneers'" in one for one in found), found
