"""What happened when: events on lines of time, and works as dots in the years they appeared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from .svg import Picture, em, percent

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
EVENT = 2.3  # em: a line of words, a line of time
HEAD = 2.2  # em above each group, for its heading
DOT = 0.42  # em
NEAR = 3  # years: dots nearer than this stand one above the other
EDGE = 2  # percent left free at either end, so that no mark is cut


@dataclass(frozen=True)
class Event:
    """Something with a date.

    Args:
        group: the heading it stands under.
        label: what it was, at most 40 signs.
        start: ``2013`` or ``2013-11``.
        end: the same; empty for a single moment.
    """

    group: str
    label: str
    start: str
    end: str = ""

    @property
    def when(self) -> str:
        """Its date in words."""
        return f"{date(self.start)} to {date(self.end)}" if self.end else date(self.start)


def date(text: str) -> str:
    """``2013-11`` as November 2013."""
    year, _, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def decimal(text: str) -> float:
    """``2013-11`` as a number of years; a bare year stands for its middle."""
    year, _, month = text.partition("-")
    return int(year) + ((int(month) - 0.5) / 12 if month else 0.5)


def across(value: float, first: float, last: float) -> float:
    """Where a year stands, in percent of the width."""
    return EDGE + (value - first) / (last - first) * (100 - 2 * EDGE)


def axis(picture: Picture, years: Iterable[int], first: float, last: float, top: float) -> None:
    """Write years along the top and draw a line down from each."""
    for year in years:
        x = percent(across(year, first, last))
        picture.words(str(year), 1, x=x, text_anchor="middle")
        picture.add("line", x1=x, x2=x, y1=em(top), y2=em(picture.height), stroke="currentColor", class_="sl-year",
                    stroke_opacity=0.35)  # fmt: skip


def events(id: str, title: str, desc: str, rows: list[Event], first: int, last: int, years: list[int]) -> Picture:
    """Events under headings, each with a mark on its own line of time.

    Args:
        rows: sorted by group; groups and events stand in this order.
        first: the year at the left end.
        last: the year at the right end.
        years: those to write.
    """
    groups = [(name, list(found)) for name, found in groupby(rows, key=lambda row: row.group)]
    told = " ".join(f"{name}: {'; '.join(f'{one.label}, {one.when}' for one in found)}." for name, found in groups)
    height = 1.4 + HEAD * len(groups) + EVENT * len(rows)
    picture = Picture(id, title, f"{desc} {told}", height=height)
    axis(picture, years, first, last, 1.4)
    top = 1.4
    for name, found in groups:
        picture.words(name, top + 1.5, font_weight="bold", class_="sl-halo")
        top += HEAD
        for one in found:
            picture.words(one.label, top + 0.9, class_="sl-halo")
            _mark(picture, one, top + 1.6, first, last)
            top += EVENT
    return picture


def _mark(picture: Picture, one: Event, y: float, first: int, last: int) -> None:
    picture.add("line", x1=percent(EDGE), x2=percent(100 - EDGE), y1=em(y), y2=em(y), stroke="currentColor",
                stroke_opacity=0.35)  # fmt: skip
    # A bare year is drawn as long as it is: the source says no more.
    start = float(one.start) if len(one.start) == 4 else decimal(one.start)
    end = decimal(one.end) if one.end else (start + 1 if len(one.start) == 4 else start)
    if end > start:
        left, right = across(start, first, last), across(end, first, last)
        picture.add("rect", x=percent(left), width=percent(right - left), y=em(y - 0.3), height=em(0.6),
                    fill=picture.hatch if len(one.start) == 4 else "currentColor", stroke="currentColor",
                    class_="sl-bar")  # fmt: skip
    else:
        picture.add("circle", cx=percent(across(start, first, last)), cy=em(y), r=em(DOT), fill="currentColor",
                    class_="sl-bar")  # fmt: skip


def dots(id: str, title: str, desc: str, rows: list[tuple[str, list[int]]], first: int, last: int,
         years: list[int]) -> Picture:  # fmt: skip
    """Years as dots, a line for each group; years that are near one another are stacked.

    Args:
        rows: each group's name and its years, rising.
    """
    told = " ".join(f"{name}: {', '.join(map(str, found))}." for name, found in rows)
    stacks = [(name, found, _levels(found)) for name, found in rows]
    heights = [2.2 + 2.2 * DOT * (1 + max(levels)) for _, _, levels in stacks]
    picture = Picture(id, title, f"{desc} {told}", height=1.4 + sum(heights))
    axis(picture, years, first, last, 1.4)
    top = 1.4
    for (name, found, levels), height in zip(stacks, heights, strict=True):
        bottom = top + height
        picture.words(f"{name} ({len(found)})", top + 1.5, font_weight="bold", class_="sl-halo")
        picture.add("line", x1=percent(EDGE), x2=percent(100 - EDGE), y1=em(bottom), y2=em(bottom),
                    stroke="currentColor")  # fmt: skip
        for year, level in zip(found, levels, strict=True):
            picture.add("circle", cx=percent(across(year, first, last)), cy=em(bottom - DOT - 2.2 * DOT * level),
                        r=em(DOT), fill="currentColor", class_="sl-bar")  # fmt: skip
        top = bottom
    return picture


def _levels(years: list[int]) -> list[int]:
    """How high each dot stands, so that none covers another."""
    last: list[int] = []
    found = []
    for year in years:
        level = next((i for i, before in enumerate(last) if year - before >= NEAR), len(last))
        if level == len(last):
            last.append(year)
        last[level] = year
        found.append(level)
    return found
