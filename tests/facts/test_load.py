"""Reading a table: its data types, and errors that say what to mend."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from systems_leadership import facts
from workbook.course import current
from workbook.data import DataError
from workbook.tables.checks import faults
from workbook.tables.package import DTYPES, PACKAGE, package
from workbook.tables.reader import read

FIELDS = {
    "id": ("string", {"required": True, "unique": True}),
    "count": ("integer", {"minimum": 0}),
    "share": ("number", {}),
    "open": ("boolean", {}),
    "sort": ("string", {"enum": ["a", "b"]}),
    "code": ("string", {"pattern": r"[A-Z]\d", "maxLength": 4}),
}
HEAD = "id,count,share,open,sort,code\n"


def folder_with(folder: Path, text: str | bytes) -> Path:
    """A package with one table of this text."""
    fields = [
        {"name": name, "type": type, "description": "", "constraints": rules} for name, (type, rules) in FIELDS.items()
    ]
    table = {"name": "things", "path": "things.csv", "title": "Things", "description": "", "schema": {"fields": fields}}
    (folder / PACKAGE).write_text(json.dumps({"name": "test", "resources": [table]}), encoding="utf-8")
    (folder / "things.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read_from(folder: Path, text: str | bytes) -> pd.DataFrame:
    return read(package(folder_with(folder, text))["things"])


@pytest.mark.parametrize("name", facts.names())
def test_each_column_has_the_type_of_the_package(name: str) -> None:
    frame = facts.load(name)
    assert frame.index.name == "id" and frame.index.is_unique
    for field in package(current().facts)[name].fields:
        if field.name == "id":
            continue
        assert str(frame[field.name].dtype) == ("category" if field.words else DTYPES[field.type])
        assert not (frame[field.name].astype("string") == "").any(), "what is not known is missing, not empty"


def test_years_are_whole_numbers_and_kinds_are_categories() -> None:
    assert str(facts.load("milestones")["year"].dtype) == "Int64"
    assert str(facts.load("places")["wave"].dtype) == "Int64"
    assert str(facts.load("values")["value"].dtype) == "Float64"
    assert str(facts.load("partners")["is_partner"].dtype) == "boolean"
    assert list(facts.load("programme")["kind"].cat.categories) == ["fact", "gap"]


def test_the_lesson_s_table_is_as_the_lesson_uses_it() -> None:
    figures = facts.load("statistics")
    shown = figures.loc[figures["topic"] == "hospital discharge", ["measure", "figure", "period", "source"]]
    assert [f"F{n:02d}" for n in range(1, 8)] == list(shown.index), "another row would change the lesson's output"


def test_all_types_are_read(tmp_path: Path) -> None:
    frame = read_from(tmp_path, HEAD + 'x,3,0.5,true,a,B1\ny,,,,,\n"z, too",0,2,false,b,C2\n')
    assert list(frame.index) == ["x", "y", "z, too"]
    assert list(frame.loc["x"]) == [3, 0.5, True, "a", "B1"]
    assert frame.loc["y"].isna().all()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert len(read_from(tmp_path, b"\xef\xbb\xbf" + HEAD.encode() + b"x,,,,,\n")) == 1


#: What stands in the file, where the fault is told to be, and the fix; and whether a frame can be made of it at all.
ROWS = {
    "no whole number": ("x,1.5,,,,", "line 2, field count: '1.5'", "Write digits only", False),
    "a comma in a number": ('x,"1,500",,,,', "line 2, field count: '1,500'", "without commas", False),
    "a unit": ("x,,12%,,,", "line 2, field share: '12%'", "or units", False),
    "no truth value": ("x,,,yes,,", "line 2, field open: 'yes'", "true or false", False),
    "not on the list": ("x,,,,c,", "line 2, field sort: 'c'", "Correct the cell", False),
    "an id twice": ("x,,,,,\nx,,,,,", "line 3, field id: 'x'", "Give each row its own", False),
    "a cell too many": ("x,,,,,B1,3", "line 2: '3'", "quotation marks round text", False),
    "below the least": ("x,-1,,,,", "line 2, field count: '-1'", "or the rule in the package", True),
    "another form": ("x,,,,,b1", "line 2, field code: 'b1'", "or the rule in the package", True),
    "a cell too few": ("x,,,,", "line 2, field code: ", "quotation marks round text", True),
    "a blank row": (",,,,,", "line 2: ", "Take the row out", True),
}


@pytest.mark.parametrize("rows, where, fix, readable", ROWS.values(), ids=ROWS)
def test_an_error_names_table_line_field_and_fix(
    tmp_path: Path, rows: str, where: str, fix: str, readable: bool
) -> None:
    folder = folder_with(tmp_path, HEAD + rows + "\n")
    told = [str(one) for one in faults(folder)]
    assert len(told) == 1 and f"things.csv {where}" in told[0] and fix in told[0]
    if not readable:
        with pytest.raises(DataError) as caught:
            read(package(folder)["things"])
        assert str(caught.value) == told[0]


@pytest.mark.parametrize(
    "text, words",
    [
        ("id,count\n", 'field "share" at position "3". Make the first row'),
        ("", "the source is empty. Write its first row"),
        (HEAD.replace("sort", "kind") + "x,,,,,\n", 'field sort: Label "kind"'),
        (HEAD.encode() + b"caf\xe9,,,,,\n", "line 2: not UTF-8 text. Save"),
        (HEAD + 'x,,,,,"B1\n', "cannot be read"),
    ],
    ids=["columns missing", "empty", "another heading", "not UTF-8", "an open quotation mark"],
)
def test_an_error_names_what_is_wrong_with_the_file(tmp_path: Path, text: str | bytes, words: str) -> None:
    with pytest.raises(DataError) as caught:
        read_from(tmp_path, text)
    assert "things.csv" in str(caught.value) and words in str(caught.value)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_from(tmp_path, HEAD + "x,1.5,,,,\ny,,,yes,,\n")
    assert [one.line for one in caught.value.problems] == [2, 3]


def test_an_unknown_table_lists_those_there_are() -> None:
    with pytest.raises(DataError, match=r"table pioneer: there is none\. The tables are: .*pioneers"):
        facts.load("pioneer")


def test_reading_is_the_same_twice() -> None:
    pd.testing.assert_frame_equal(facts.load("places"), facts.load("places"))
