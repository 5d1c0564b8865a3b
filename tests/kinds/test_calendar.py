"""The calendar file: two independent parsers read from it what was written, to the letter and to the minute."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.portfolio.generated import TEXT

LONDON = ZoneInfo("Europe/London")
NOW = "2026-11-23T10:00:00.000Z"
Write = Callable[[list[dict[str, str]]], str]
Entry = dict[str, str]


@pytest.fixture(scope="module")
def write() -> Iterator[Write]:
    """The browser's own writing of calendar files, in bare Node."""
    script = Path(__file__).with_suffix(".mjs").with_name("calendar.mjs")
    with subprocess.Popen(
        ["node", "--no-warnings", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as node:
        assert node.stdin and node.stdout

        def ask(entries: list[Entry]) -> str:
            assert node.stdin and node.stdout
            node.stdin.write(json.dumps({"entries": entries, "now": NOW}) + "\n")
            node.stdin.flush()
            return str(json.loads(node.stdout.readline()))

        yield ask
        node.stdin.close()


def entry(day: str, time: str = "", **texts: str) -> Entry:
    return {"uid": "line-0a1b", "summary": "Look back", "description": "", "day": day, "time": time} | texts


Read = dict[str, Any]


def by_icalendar(text: str) -> list[Read]:
    found = []
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        start = event.decoded("DTSTART")
        last = event.decoded("DURATION") if "DURATION" in event else event.decoded("DTEND") - start
        (alarm,) = event.walk("VALARM")
        rings = {"action": alarm["ACTION"], "says": str(alarm["DESCRIPTION"]), "after": alarm.decoded("TRIGGER")}
        texts = (event["UID"], event["SUMMARY"], event["DESCRIPTION"])
        found.append(_read(*texts, start, last, event.decoded("DTSTAMP")) | {"alarm": rings})
    return found


def by_vobject(text: str) -> list[Read]:
    calendar = vobject.readOne(text)
    found = []
    for event in calendar.contents.get("vevent", []):
        start = event.dtstart.value
        last = event.duration.value if hasattr(event, "duration") else event.dtend.value - start
        alarm = event.valarm
        rings = {"action": alarm.action.value, "says": alarm.description.value, "after": alarm.trigger.value}
        texts = (event.uid.value, event.summary.value, event.description.value)
        found.append(_read(*texts, start, last, event.dtstamp.value) | {"alarm": rings})
    return found


def _read(uid: Any, summary: Any, description: Any, start: Any, last: timedelta, stamp: datetime) -> Read:
    whole_day = not isinstance(start, datetime)
    begins = start.isoformat() if whole_day else start.astimezone(UTC).isoformat()
    texts = {"uid": str(uid), "summary": str(summary), "description": str(description)}
    return {**texts, "whole_day": whole_day, "begins": begins, "lasts": last, "stamp": stamp.astimezone(UTC)}


def expected(one: Entry) -> Read:
    day = date.fromisoformat(one["day"])
    texts = {key: plain(one[key]) for key in ("uid", "summary", "description")}
    begins, lasts = day.isoformat(), timedelta(days=1)
    if one["time"]:
        local = datetime.combine(day, time.fromisoformat(one["time"]), LONDON)
        begins, lasts = local.astimezone(UTC).isoformat(), timedelta(minutes=30)
    return {
        **texts,
        "whole_day": not one["time"],
        "begins": begins,
        "lasts": lasts,
        "stamp": datetime.fromisoformat(NOW),
        # At the time of the entry or, where it lasts all day, at nine in the morning.
        "alarm": {"action": "DISPLAY", "says": texts["summary"], "after": timedelta(hours=0 if one["time"] else 9)},
    }


def plain(text: str) -> str:
    """What a calendar file can hold of a text: line ends as one kind, no control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter in "\n\t" or (ord(letter) >= 32 and ord(letter) != 127))


def with_its_own_clock(parse: Callable[[str], list[Read]]) -> Callable[[str], list[Read]]:
    """Read the file with its time zone under a name that no parser knows, so that its own definition must serve."""
    # A new name each time: vobject remembers zones by name.
    return lambda text: parse(text.replace("Europe/London", f"Clock/{uuid4().hex[:8]}"))


PARSERS: dict[str, Callable[[str], list[Read]]] = {
    "icalendar": by_icalendar,
    "vobject": by_vobject,
    "icalendar, the file's own clock": with_its_own_clock(by_icalendar),
    "vobject, the file's own clock": with_its_own_clock(by_vobject),
}
parsers = pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)

#: Days on both sides of each change of the clocks, a leap day, a year's end; with times on both sides of one o'clock.
DAYS = ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "2028-02-29", "2026-12-31"]
TIMES = ["", "00:00", "00:45", "09:30", "13:00", "23:45"]


@parsers
@pytest.mark.parametrize("day", DAYS)
def test_times_and_whole_days_are_right_around_changes_of_the_clocks(parse: Any, day: str, write: Write) -> None:
    wanted = [entry(day, time, uid=f"line-{n}") for n, time in enumerate(TIMES)]
    assert parse(write(wanted)) == [expected(one) for one in wanted]


@parsers
def test_summer_and_winter_differ_by_an_hour(parse: Any, write: Write) -> None:
    summer, winter = parse(write([entry("2026-07-01", "09:30"), entry("2026-12-01", "09:30")]))
    assert summer["begins"] == "2026-07-01T08:30:00+00:00"
    assert winter["begins"] == "2026-12-01T09:30:00+00:00"


@parsers
def test_texts_come_back_to_the_letter(parse: Any, write: Write) -> None:
    texts = [
        "a; b, c \\ d \\n e: f \"g\" 'h'",
        "first\nsecond\r\nthird\rfourth\n\nlast",
        "BEGIN:VEVENT\r\nSUMMARY:not mine\r\nEND:VEVENT",
        "שלום, 你好, 👋🏽 naïve café " * 12,
        "x" * 300,
        "tab\there",
        " begins and ends with a space ",
    ]
    wanted = [entry("2026-12-01", uid=f"line-{n}", summary=text, description=text) for n, text in enumerate(texts)]
    assert parse(write(wanted)) == [expected(one) for one in wanted]


# vobject splits lines with str.splitlines, which sees line ends in letters that RFC 5545 does not (such as U+2028).
SPLITS = "\x1c\x1d\x1e\x85\u2028\u2029\x0b\x0c"


@given(st.lists(st.tuples(TEXT, TEXT, st.dates(date(2024, 1, 1), date(2040, 1, 1)), st.booleans()), max_size=4))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_comes_back(write: Write, made: list[tuple[str, str, date, bool]]) -> None:
    wanted = [
        entry(day.isoformat(), "08:15" if timed else "", uid=f"line-{n}", summary=one, description=other)
        for n, (one, other, day, timed) in enumerate(made)
    ]
    text = write(wanted)
    assert by_icalendar(text) == [expected(one) for one in wanted]
    if not any(letter in SPLITS for letter in text):
        assert by_vobject(text) == [expected(one) for one in wanted]


def test_the_form_is_that_of_the_standard(write: Write) -> None:
    text = write(
        [entry("2026-12-01", "09:30", summary="é😀," * 60, description="x" * 200), entry("2026-12-02", uid="other")]
    )
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) == 75 and not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # No letter is cut in two.
    once = text.replace("\r\n ", "")
    for wanted in (
        "VERSION:2.0",
        "PRODID:",
        "UID:other",
        "DTSTAMP:20261123T100000Z",
        "TZID:Europe/London",
        "CLASS:PRIVATE",
    ):
        assert once.count(f"\r\n{wanted}") >= 1
    assert once.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART;TZID=Europe/London:20261201T093000" in once
    assert "DTSTART;VALUE=DATE:20261202\r\nDTEND;VALUE=DATE:20261203" in once


def test_a_file_of_whole_days_needs_no_time_zone(write: Write) -> None:
    assert "VTIMEZONE" not in write([entry("2026-12-01")])


@pytest.mark.parametrize("day", ["2026-02-31", "2026-13-01", "soon", ""])
def test_a_day_that_does_not_exist_is_left_out(day: str, write: Write) -> None:
    assert by_icalendar(write([entry(day), entry("2026-12-01")])) == [expected(entry("2026-12-01"))]


def _without(word: str) -> Callable[[str], str]:
    return lambda text: text.replace(word, "", 1)


FAULTS: dict[str, Callable[[str], str]] = {
    "an hour off": lambda text: text.replace("TZOFFSETTO:+0100", "TZOFFSETTO:+0200"),
    "clocks change on another day": lambda text: text.replace("BYMONTH=10;BYDAY=-1SU", "BYMONTH=9;BYDAY=1SU"),
    "no time zone": _without(";TZID=Europe/London"),
    "a comma not escaped and a line not folded": lambda text: text.replace("\\n", "\n"),
    "rings the evening before": lambda text: text.replace("TRIGGER:PT9H", "TRIGGER:-PT9H"),
    "rings without words": lambda text: text.replace("DESCRIPTION:Look back\r\nTRIGGER", "DESCRIPTION:\r\nTRIGGER"),
    "lasts two days": lambda text: text.replace("DTEND;VALUE=DATE:20261026", "DTEND;VALUE=DATE:20261027"),
    "whole day as a time": lambda text: text.replace(";VALUE=DATE:20261025", ":20261025T000000"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_noticed(fault: Callable[[str], str], write: Write) -> None:
    wanted = [entry("2026-10-25"), entry("2026-10-01", "09:30", uid="two", description="one\ntwo")]
    good = write(wanted)
    assert fault(good) != good

    def right(text: str) -> bool:
        """All read what was meant; one that refuses the file has noticed as well."""
        try:
            return all(parse(text) == [expected(one) for one in wanted] for parse in PARSERS.values())
        except Exception:
            return False

    assert right(good)
    assert not right(fault(good))
