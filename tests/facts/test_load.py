"""Reading a table: its data types, and errors that say what to mend."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from systems_leadership import facts
from workbook.data import DataError
from workbook.tables.reader import read
from workbook.tables.package import DTYPES, Field, Table, package


def table(tmp_path: Path, text: str | bytes) -> Table:
    path = tmp_path / "things.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    fields = (
        Field("id", "string", "", {"required": True, "unique": True}),
        Field("count", "integer", "", {"minimum": 0}),
        Field("share", "number", ""),
        Field("open", "boolean", ""),
        Field("sort", "string", "", {"enum": ["a", "b"]}),
        Field("code", "string", "", {"pattern": r"[A-Z]\d", "maxLength": 4}),
    )
    return Table("things", path, "Things", "", fields, ())


HEAD = "id,count,share,open,sort,code\n"


@pytest.mark.parametrize("name", facts.tables())
def test_each_column_has_the_type_of_the_package(name: str) -> None:
    frame = facts.load(name)
    assert frame.index.name == "id" and frame.index.is_unique
    for field in package()[name].fields:
        if field.name == "id":
            continue
        assert str(frame[field.name].dtype) == field.dtype
        assert field.dtype in {*DTYPES.values(), "category"}
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
    frame = read(table(tmp_path, HEAD + 'x,3,0.5,true,a,B1\ny,,,,,\n"z, too",0,2,false,b,C2\n'))
    assert list(frame.index) == ["x", "y", "z, too"]
    assert list(frame.loc["x"]) == [3, 0.5, True, "a", "B1"]
    assert frame.loc["y"].isna().all()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert len(read(table(tmp_path, b"\xef\xbb\xbf" + HEAD.encode() + b"x,,,,,\n"))) == 1


@pytest.mark.parametrize(
    "rows, words",
    [
        ("x,1.5,,,,", "row x, field count: '1.5' is not a whole number"),
        ('x,"1,500",,,,', "row x, field count: '1,500' is not a whole number"),
        ("x,-1,,,,", "row x, field count: -1 is below 0"),
        ("x,,12%,,,", "row x, field share: '12%' is not a number"),
        ("x,,,yes,,", "row x, field open: 'yes' is not true or false"),
        ("x,,,,c,", "row x, field sort: 'c' is not one of a, b"),
        ("x,,,,,b1", r"row x, field code: 'b1' does not have the form"),
        (",,,,,", "row on line 2, field id: is empty"),
        ("x,,,,,\nx,,,,,", "row x, field id: 'x' stands twice"),
        ("x,,,,", "row x: has 5 cells, not 6"),
        ('x,,,,,"B1', "cannot be read as CSV"),
    ],
)
def test_an_error_names_table_row_field_and_fix(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(DataError) as caught:
        read(table(tmp_path, HEAD + rows + "\n"))
    assert "things.csv" in str(caught.value) and words in str(caught.value)


@pytest.mark.parametrize(
    "text, words",
    [
        ("id,count\n", "first row: column 3 is nothing, not 'share'"),
        ("", "first row: column 1 is nothing, not 'id'"),
        (HEAD.replace("sort", "kind") + "x,,,,,\n", "first row: column 5 is 'kind', not 'sort'"),
        (HEAD.strip() + ",more\n", "first row: column 7 is 'more', not nothing"),
        (HEAD.encode() + b"caf\xe9,,,,,\n", "byte 33: not UTF-8 text"),
    ],
)
def test_an_error_names_what_is_wrong_with_the_file(tmp_path: Path, text: str | bytes, words: str) -> None:
    with pytest.raises(DataError) as caught:
        read(table(tmp_path, text))
    assert words in str(caught.value)


def test_an_unknown_table_lists_those_there_are() -> None:
    with pytest.raises(DataError, match=r"table pioneer: there is none\. The tables are: .*pioneers"):
        facts.load("pioneer")


def test_reading_is_the_same_twice() -> None:
    pd.testing.assert_frame_equal(facts.load("places"), facts.load("places"))
