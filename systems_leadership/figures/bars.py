"""Bars that begin at nought, each under its label, with its value in words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from .svg import Picture, em, percent

ROW = 3.2  # em: a line of words, a bar, a gap
LONGEST = 66  # percent of the width; the rest is room for the value
PRECISION = {"exact": "", "about": "about ", "over": "over ", "under": "nearly "}


@dataclass(frozen=True)
class Bar:
    """One bar.

    Args:
        label: what it stands for, at most 40 signs.
        value: its length, at least 0.
        shown: the value as it is written.
        hatched: drawn with stripes: not an exact value, or a mark to compare with.
    """

    label: str
    value: float
    shown: str
    hatched: bool = False


def bars(id: str, title: str, desc: str, rows: list[Bar], longest: float | None = None) -> Picture:
    """A picture of bars on one scale.

    Args:
        id: unique in a page.
        title: the picture's name.
        desc: what it shows besides its values, which are added.
        rows: from top to bottom.
        longest: the value that the full width stands for; the largest, if not given.
    """
    values = " ".join(f"{row.label}: {row.shown}." for row in rows)
    picture = Picture(id, title, f"{desc} {values}", height=ROW * len(rows) - 0.5)
    scale = LONGEST / (longest or max(row.value for row in rows))
    for index, row in enumerate(rows):
        top = ROW * index
        width = row.value * scale
        picture.words(row.label, top + 1)
        picture.add(
            "rect", x="0", y=em(top + 1.4), width=percent(width), height=em(1.15),
            fill=picture.hatch if row.hatched else "currentColor", stroke="currentColor", class_="sl-bar",
        )  # fmt: skip
        picture.words(row.shown, top + 2.35, x=percent(width), dx="0.5em", font_weight="bold")
    return picture


def shown(value: float, unit: str, precision: str = "exact") -> str:
    """A value as people write it, with what is known of its precision."""
    number = f"{value:,.0f}" if float(value).is_integer() and unit != "%" else f"{value:g}"
    return f"{PRECISION[precision]}{number}{'%' if unit == '%' else ''}"
