"""Data files: read with their lines, refused in words an author can act on, never a burden for the machine."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from workbook.data import CutText, DataError, Document, Problem, explained, read_document, shown
from workbook.spec import Id, PlainText, StrictModel, Text


def document(folder: Path, content: str | bytes) -> Document:
    path = folder / "data.yml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(path)


#: What stands in the file, and what the message must say: the line, the mistake, the fix.
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "a part repeated by its name": ("a: &x [1]\nb: *x\n", "line 2: '*' repeats a part of the file by its name. Write"),
    "many names": ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "line 2: '*' repeats"),
    "brackets without end": ("a: 1\nb: " + "[" * 5000, "line 2: nested more than 20 deep. Close some brackets"),
    "6,000 digits": ("a: 1\nb: " + "9" * 6000, "line 2: not valid YAML (a number of 6,000 digits. Shorten it"),
    "6,000 digits of another base": ("a: 0x" + "f" * 6000, "line 1: not valid YAML (a number of 6,002 digits"),
    "a key twice": ("a: 1\nb: 2\na: 3\n", "line 3: not valid YAML (the field 'a' stands twice: keep one)"),
    "a key twice further in": ("x:\n  - a: 1\n    a: 2\n", "line 3: not valid YAML (the field 'a' stands twice"),
    "a list as a key": ("? [a]\n: b\n", "line 1: not valid YAML (found unhashable key)"),
    "a type of Python": ("a: 1\nb: !!python/object:os.system x\n", "line 2: '!' says of what type a part is. Take"),
    "a type of YAML": ("a: !!bool perhaps\n", "line 1: '!' says of what type"),
    "two documents": ("a: b\n---\nc: d\n", "line 2: not valid YAML (but found another document)"),
    "not UTF-8": ("a: b\nc: caf\xe9\n".encode("latin-1"), "line 2: not UTF-8 text. Save the file as UTF-8"),
    "UTF-16": ("a: b\n".encode("utf-16"), "line 1: not UTF-8 text"),
    "a control character": ("a: b\nc: d\x07\n", "line 2: not valid YAML (unacceptable character #x0007"),
    "a tab for an indent": ("a:\n\tb: c\n", "line 2: not valid YAML"),
    "too large": ("a: " + "x" * 2_000_000, "2,000,003 bytes, and at most 2,000,000 are read. Make it shorter"),
}


@pytest.mark.parametrize("content, words", REFUSED.values(), ids=REFUSED)
def test_a_file_that_will_not_do_is_refused(content: str | bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        document(tmp_path, content)
    assert words in str(caught.value)
    assert len(str(caught.value)) < 300


#: What stands in the file, and what is read.
READ: dict[str, tuple[str | bytes, Any]] = {
    "a date stays text": ("a: 2026-11-23\nb: 2026-11-23T10:00:00Z", {"a": "2026-11-23", "b": "2026-11-23T10:00:00Z"}),
    "a time stays text": ("a: 12:30\nb: 1:20:30.5", {"a": "12:30", "b": "1:20:30.5"}),
    "numbers and truth": ("a: 3\nb: 0.5\nc: true\nd: ", {"a": 3, "b": 0.5, "c": True, "d": None}),
    "a mark before the text": ("\ufeffa: b\n", {"a": "b"}),
    "lines as Windows ends them": ("a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
    "nothing": ("", None),
    "nested as deep as may be": ("[" * 20 + "]" * 20, json.loads("[" * 20 + "]" * 20)),
}


@pytest.mark.parametrize("content, value", READ.values(), ids=READ)
def test_a_file_is_read(content: str | bytes, value: Any, tmp_path: Path) -> None:
    assert document(tmp_path, content).value == value


@pytest.mark.soak("a time, which a busy machine does not keep")
def test_ten_times_the_keys_take_about_ten_times_as_long(tmp_path: Path) -> None:
    """A reader that looks back over what it has read takes a hundred times as long, and hangs on a large file."""

    def seconds(keys: int) -> float:
        text = "\n".join(f"k{n}: v{n} # x" for n in range(keys))
        start = time.process_time()
        assert len(document(tmp_path, text).value) == keys
        return time.process_time() - start

    assert seconds(30_000) < 30 * seconds(3_000)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone.yml: there is no such file. Check its name and place"):
        read_document(tmp_path / "gone.yml")


def test_a_path_is_named_from_the_root_of_its_course(tmp_path: Path) -> None:
    path = tmp_path / "data" / "exercises" / "1-one.yml"
    assert shown(path) == path
    (tmp_path / "_config.yml").touch()
    assert shown(path) == Path("data/exercises/1-one.yml")


LINES = """\
# A remark.
title: One
parts:
  - id: first

    text: a
  - id: second
    text: >
      b
"""


@pytest.mark.parametrize(
    "loc, line",
    [
        (("title",), 2),
        (("parts", 0, "text"), 6),
        (("parts", 1), 7),
        (("parts", 1, "gone"), 7),
        (("parts", "of_some_type", 1, "id"), 7),
        (("parts", 5), 3),
        (("gone",), None),
    ],
)
def test_an_entry_is_found_by_its_line(loc: tuple[Any, ...], line: int | None, tmp_path: Path) -> None:
    assert document(tmp_path, LINES).line(loc) == line


class Part(StrictModel):
    id: Id
    text: Text


class Whole(StrictModel):
    title: PlainText
    parts: list[Part]


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    faulty = LINES.replace("title: One", "title: ''").replace("id: first", "id: First").replace("text: a", "txt: a")
    found = document(tmp_path, faulty)
    with pytest.raises(ValidationError) as caught:
        Whole.model_validate(found.value)
    problems = [found.error(f"field {field}", problem, loc) for loc, field, problem in explained(caught.value)]
    error = DataError.of(reversed(problems))
    assert [one.line for one in error.problems] == [2, 4, 4, 6]
    places = {one.where for one in error.problems}
    assert places == {"field title", "field parts.1.id", "field parts.1.text", "field parts.1.txt"}
    assert str(error).count("\n") == 3
    assert all("data.yml line " in one for one in str(error).splitlines())


def test_a_mistake_met_twice_is_told_once() -> None:
    one = Problem(Path("a.yml"), "field x", "is missing. Add it", 3)
    assert DataError.of([one, one]).problems == [one]


def test_no_data_error_is_taken_for_a_mistake_of_a_value() -> None:
    assert not issubclass(DataError, ValueError), "pydantic would swallow it"


@pytest.mark.parametrize(
    "content, cut",
    [
        ("a: Room #5", True),
        ("a: Ice # cools", True),
        ("a: 👋🏽 one # two", True),
        ("a: two\n  lines # cut", True),
        ("[a, b # cut\n]", True),
        ("a: one  # a remark that is meant", False),
        ("a: 'Room #5'", False),
        ('a: "one" # a remark', False),
        ("a: >\n  Room #5 # too\n", False),
        ("a: no#remark", False),
        ("# one\na: b\n# two", False),
    ],
)
def test_a_text_that_yaml_cut_is_marked(content: str, cut: bool, tmp_path: Path) -> None:
    value = document(tmp_path, content).value
    texts = list(value.values()) if isinstance(value, dict) else value
    assert any(isinstance(one, CutText) for one in texts) is cut


def test_a_cut_text_is_refused_where_a_text_is_meant_and_not_where_a_name_is(tmp_path: Path) -> None:
    value = document(tmp_path, "id: first # the first\ntext: Room #5\n").value
    with pytest.raises(ValidationError) as caught:
        Part.model_validate(value)
    assert [(field, problem) for _, field, problem in explained(caught.value)] == [
        ("text", "'Room' ends at ' #', where YAML begins a remark. Put the whole text in quotes")
    ]


@pytest.mark.parametrize(
    "text, known",
    [("On {issue} in {place}.", True), ("On {isue}.", False), ("On {}.", False), ("On { issue }.", False)],
)
def test_a_name_in_braces_that_stands_for_nothing_is_refused(text: str, known: bool) -> None:
    if known:
        assert TypeAdapter(Text).validate_python(text) == text
    else:
        with pytest.raises(ValidationError, match=r"stands for nothing: texts know \{issue\}, \{place\} and \{line\}"):
            TypeAdapter(Text).validate_python(text)
