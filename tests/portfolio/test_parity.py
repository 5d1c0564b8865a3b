"""The same file, the same verdict: what the page makes of a file's bytes, and what a live notebook makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from systems_leadership import Portfolio
from workbook.course import current
from workbook.portfolio import PortfolioError, file

from .hostile import good_file, good_record
from .javascript import Browserlike

COURSE = current().id
STRANGE = {**good_record("choice"), "kind": "hologram"}


def issue(name: str) -> dict[str, Any]:
    record = good_record("issue")
    return {**record, "value": {**record["value"], "name": name}}


def of(**answers: Any) -> str:
    return json.dumps(good_file(**answers), ensure_ascii=False)


def nested(depth: int) -> dict[str, Any]:
    """A record of a kind that nobody knows, nested so deep in all."""
    value: Any = "x"
    for _ in range(depth - 2):
        value = [value]
    return {**STRANGE, "value": {"a": value}}


def saved(time: str) -> str:
    return of(x={**good_record("choice"), "saved": time})


def number(text: str) -> str:
    """A number in a kind that is kept as it is."""
    return of(x={**STRANGE, "value": {"a": "here"}}).replace('"here"', text)


GOOD = of(x=issue("Größe, café, naïve"))

#: How programs write text: the bytes, and whether they are a portfolio.
WRITTEN: dict[str, tuple[bytes, bool]] = {
    "UTF-8": (GOOD.encode(), True),
    "UTF-8 with a mark, as Notepad has it": (b"\xef\xbb\xbf" + GOOD.encode(), True),
    "UTF-16 with a mark, as PowerShell 5 has it": (GOOD.encode("utf-16"), True),
    "UTF-16 the other way round": (b"\xfe\xff" + GOOD.encode("utf-16-be"), True),
    "with a carriage return at each line's end": (
        json.dumps(good_file(), indent=1).replace("\n", "\r\n").encode(),
        True,
    ),
    "UTF-16 without a mark": (GOOD.encode("utf-16-le"), False),
    "UTF-32": (GOOD.encode("utf-32"), False),
    "Windows-1252, saved as ANSI": (GOOD.encode("cp1252"), False),
    "Mac Roman": (GOOD.encode("mac-roman"), False),
    "Windows-1251": (of(x=issue("привет")).encode("cp1251"), False),
    "half a letter at the end": (GOOD.encode()[:-1] + b"\xc3", False),
    "UTF-16 of an odd length": (GOOD.encode("utf-16")[:-1], False),
    "half a letter in UTF-16": (GOOD.encode("utf-16").replace("G".encode("utf-16-le"), b"\x3d\xd8", 1), False),
    "two marks": (b"\xef\xbb\xbf" * 2 + GOOD.encode(), False),
    "no byte": (b"", False),
    "a mark and nothing else": (b"\xef\xbb\xbf", False),
    "a NUL at the end": (GOOD.encode() + b"\0", False),
}

#: What can stand in a file.
HELD: dict[str, tuple[str, bool]] = {
    "a time with a fraction": (saved("2026-11-23T10:00:00.123456Z"), True),
    "a time without one": (saved("2026-11-23T10:00:00Z"), True),
    "the last moment of four digits": (saved("9999-12-31T23:59:59.999Z"), True),
    "the first moment that clocks here can tell": (saved("0001-01-01T00:00:00.000Z"), True),
    "the 29th of February in a leap year": (saved("2028-02-29T10:00:00Z"), True),
    "the 29th of February in another": (saved("2026-02-29T10:00:00Z"), False),
    "the 31st of February": (saved("2026-02-31T10:00:00Z"), False),
    "the 31st of April": (saved("2026-04-31T10:00:00Z"), False),
    "the year 0": (saved("0000-01-01T10:00:00Z"), False),
    "Arabic digits": (saved("٢٠٢٦-11-23T10:00:00Z"), False),
    "Devanagari digits": (saved("२०२६-11-23T10:00:00Z"), False),
    "full-width digits": (saved("２０２６-11-23T10:00:00Z"), False),
    "a line's end after the time": (saved("2026-11-23T10:00:00Z\n"), False),
    "an hour too many": (saved("2026-11-23T24:00:00Z"), False),
    "another time zone": (saved("2026-11-23T10:00:00+01:00"), False),
    "an earlier answer on the 31st of February": (
        of(
            x={
                **good_record("choice"),
                "earlier": [{"value": {"option": "a"}, "saved": "2026-02-31T10:00:00Z", "said": []}],
            }
        ),
        False,
    ),
    "nested as deep as may be": (of(x=nested(20)), True),
    "one deeper": (of(x=nested(21)), False),
    "nested 2,200 deep": (of(x=nested(600)).replace('"x"]', "[" * 1600 + "]" * 1600 + "]", 1), False),
    "a kind that nobody knows": (of(x=STRANGE), True),
    "a whole number of 20 digits": (number("1" * 20), True),
    "a number of 400 digits": (number("1" * 400), False),
    "a number of 5,000 digits": (number("1" * 5000), False),
    "an endless number": (number("1e999"), False),
    "a number that is none": (number("NaN"), False),
    "a number with a zero before it": (number("007"), False),
    "a name of 60 letters that are two units each": (of(x=issue("👋" * 60)), True),
    "letters with marks, as macOS parts them": (of(x=issue("cafe\u0301")), True),
    "half a letter": (of(x=issue("HERE")).replace("HERE", "\\ud83d"), False),
    "half a letter in a name": (of(x={**STRANGE, "value": {"HERE": 1}}).replace("HERE", "\\ud83d"), False),
    "a line's end within a text": (of(x=issue("HERE")).replace("HERE", "a\nb"), False),
    "one name twice": (of(x=issue("a")).replace('"answers": {', '"answers": {"x": 3, '), True),
    "a comma too many": (GOOD.replace('"version": 1,', '"version": 1,,'), False),
    "version 1.0": (GOOD.replace('"version": 1', '"version": 1.0'), True),
    "version 1e0": (GOOD.replace('"version": 1', '"version": 1e0'), True),
    "an exercise called constructor": (of(constructor=good_record("choice")), True),
    "an exercise called __proto__": (of(**{"__proto__": good_record("choice")}), False),
    "a value with __proto__ in it": (of(x={**STRANGE, "value": {"__proto__": {"a": 1}}}), True),
    "a course that is no text": (json.dumps({**good_file(), "course": {"toString": "x"}}), False),
    "a seed that is no text": (json.dumps({**good_file(), "seed": 7}), False),
    "a seed with a line's end": (json.dumps({**good_file(), "seed": "abc\n"}), False),
    "text before it": ("My answers: " + GOOD, False),
    "a space of another kind before it": ("\u00a0" + GOOD, False),
}
EVERY = {**WRITTEN, **{name: (text.encode(), taken) for name, (text, taken) in HELD.items()}}


@pytest.fixture(scope="module")
def page() -> Iterator[Browserlike]:
    with Browserlike() as one:
        yield one


def python_takes(path: Path) -> bool:
    """And where it does, the answers can be tabled and written again."""
    try:
        portfolio = Portfolio(path)
    except PortfolioError as refused:
        assert path.name in str(refused), "the message names the file"
        return False
    assert len(portfolio.to_frame()) == len(portfolio)
    file.parse(file.text_of(portfolio.answers, COURSE), COURSE)
    return True


@pytest.mark.parametrize("name", EVERY)
def test_page_and_notebook_give_the_same_verdict(name: str, page: Browserlike, tmp_path: Path) -> None:
    data, taken = EVERY[name]
    path = tmp_path / "portfolio.json"
    path.write_bytes(data)
    assert {"page": page.takes(data), "notebook": python_takes(path)} == {"page": taken, "notebook": taken}
