"""The calendar file: an independent parser reads from it what was written, to the letter and to the minute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.portfolio.generated import TEXT
from tests.support.node import Replies

LONDON = "Europe/London"
NOW = "2026-11-23T10:00:00.000Z"
Entry = dict[str, str]
Read = dict[str, Any]


class Write(Protocol):
    """Writes a calendar file of some entries, whose times are those of a zone's clocks."""

    def __call__(self, entries: list[Entry], zone: str = LONDON) -> str: ...


@pytest.fixture(scope="module")
def write() -> Iterator[Write]:
    """The browser's own writing of calendar files, in bare Node."""
    with Replies(Path(__file__).with_name("calendar.mjs")) as node:
        yield lambda entries, zone=LONDON: str(node.ask({"entries": entries, "now": NOW, "zone": zone}))


def entry(day: str, time: str = "", **texts: str) -> Entry:
    return {"uid": "line-0a1b", "summary": "Look back", "description": "", "day": day, "time": time} | texts


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


def _read(uid: Any, summary: Any, description: Any, start: Any, last: timedelta, stamp: datetime) -> Read:
    whole_day = not isinstance(start, datetime)
    begins = start.isoformat() if whole_day else start.astimezone(UTC).isoformat()
    texts = {"uid": str(uid), "summary": str(summary), "description": str(description)}
    return {**texts, "whole_day": whole_day, "begins": begins, "lasts": last, "stamp": stamp.astimezone(UTC)}


def expected(one: Entry, zone: str = LONDON) -> Read:
    day = date.fromisoformat(one["day"])
    texts = {key: plain(one[key]) for key in ("uid", "summary", "description")}
    begins, lasts = day.isoformat(), timedelta(days=1)
    if one["time"]:
        local = datetime.combine(day, time.fromisoformat(one["time"]), ZoneInfo(zone))
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
    text = re.sub("\r\n|[\v\f\r\x85\u2028\u2029]", "\n", text)
    return "".join(letter for letter in text if letter in "\n\t" or (ord(letter) >= 32 and ord(letter) != 127))


#: By zone, days on both sides of each change of its clocks; with times on both sides of the change.
DAYS = {
    LONDON: ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"],
    "America/New_York": ["2026-03-08", "2026-03-09", "2026-11-01", "2026-11-02"],
    "Pacific/Auckland": ["2026-04-05", "2026-04-06", "2026-09-27", "2026-09-28"],
    "Asia/Kathmandu": ["2028-02-29", "2026-12-31"],
}
TIMES = ["", "00:00", "00:45", "09:30", "13:00", "23:45"]


@pytest.mark.parametrize("zone", DAYS)
def test_times_and_whole_days_are_right_around_changes_of_the_clocks(zone: str, write: Write) -> None:
    wanted = [entry(day, time, uid=f"{day}-{time}") for day in DAYS[zone] for time in TIMES]
    assert by_icalendar(write(wanted, zone)) == [expected(one, zone) for one in wanted]


def test_summer_and_winter_differ_by_an_hour(write: Write) -> None:
    summer, winter = by_icalendar(write([entry("2026-07-01", "09:30"), entry("2026-12-01", "09:30")]))
    assert summer["begins"] == "2026-07-01T08:30:00+00:00"
    assert winter["begins"] == "2026-12-01T09:30:00+00:00"


def test_texts_come_back_to_the_letter(write: Write) -> None:
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
    assert by_icalendar(write(wanted)) == [expected(one) for one in wanted]


@given(st.lists(st.tuples(TEXT, TEXT, st.dates(date(2024, 1, 1), date(2040, 1, 1)), st.booleans()), max_size=4))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_comes_back(write: Write, made: list[tuple[str, str, date, bool]]) -> None:
    wanted = [
        entry(day.isoformat(), "08:15" if timed else "", uid=f"line-{n}", summary=one, description=other)
        for n, (one, other, day, timed) in enumerate(made)
    ]
    assert by_icalendar(write(wanted)) == [expected(one) for one in wanted]


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
        "DTSTART:20261201T093000Z",
        "CLASS:PRIVATE",
    ):
        assert once.count(f"\r\n{wanted}") >= 1
    assert "DTSTART;VALUE=DATE:20261202\r\nDTEND;VALUE=DATE:20261203" in once


@pytest.mark.parametrize("day", ["2026-02-31", "2026-13-01", "soon", ""])
def test_a_day_that_does_not_exist_is_left_out(day: str, write: Write) -> None:
    assert by_icalendar(write([entry(day), entry("2026-12-01")])) == [expected(entry("2026-12-01"))]


def test_an_hour_off_is_noticed(write: Write) -> None:
    wanted = [entry("2026-10-01", "09:30")]
    good = write(wanted)
    late = good.replace("T083000Z", "T093000Z")
    assert late != good
    assert by_icalendar(good) == [expected(one) for one in wanted] != by_icalendar(late)
