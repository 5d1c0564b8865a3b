"""Finds the numbers in a text that a reader could check: years, money, percentages, anything over 20."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["year", "money", "percent", "number"]

SMALL = 20
SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: n for n, word in enumerate(UNITS, 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}

#: Comments, blocks of code, citations, where links lead, addresses, elements.
HIDDEN = (r"<!--.*?-->", r"```.*?```", r"\{cite:?\w*\}`[^`]*`", r"(?<=\])\([^)]*\)", r"https?://\S+", r"<[^>]+>")
DIGITS = r"(?<![\w.,])(\d[\d,]*\d|\d)(\.\d+)?"
TIMES = r"(?:\s+(thousand|million|billion)\b)?"
PATTERN = re.compile(
    rf"(?P<pound>£\s?)?{DIGITS}{TIMES}(?P<unit>\s?%|\s+per cent\b|\s+pounds\b)?(?:/(?P<until>\d\d)\b)?", re.IGNORECASE
)
SPELT = re.compile(
    rf"\b(?:({'|'.join(TENS)})(?:-({'|'.join(UNITS[:9])}))?|(a|{'|'.join(UNITS)})\s+(hundred|thousand|million))\b"
    r"(?P<pounds>\s+pounds\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """A number as a text gives it.

    Args:
        kind: what sort of number it is.
        value: in single units: 1.2 million is 1,200,000.
        words: how the text writes it.
        place: where it stands in the text.
    """

    kind: Kind
    value: float
    words: str = field(compare=False)
    place: int = field(compare=False)


def plain(text: str) -> str:
    """A text of a page without what no reader sees as words: comments, citations, code, addresses."""
    for hidden in HIDDEN:
        text = re.sub(hidden, " ", text, flags=re.DOTALL)
    text = re.sub(r"\{\w+\}`([^`<]*)(?:<[^`]*>)?`", r"\1", text)
    return re.sub(r"`[^`]*`", " ", text)


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text, in order of kind."""
    for found in PATTERN.finditer(text):
        digits = found[2].replace(",", "")
        value = float(digits + (found[3] or "")) * SCALE.get((found[4] or "").lower(), 1)
        unit = (found["unit"] or "").strip().lower()
        if found["pound"] or unit == "pounds":
            kind: Kind = "money"
        elif unit in ("%", "per cent"):
            kind = "percent"
        elif found["until"] or (re.fullmatch(r"(1[89]|20)\d\d", found[2]) and not found[3] and not found[4]):
            kind = "year"
        else:
            kind = "number"
        yield Number(kind, value, found[0].strip(), found.start())
    for found in SPELT.finditer(text):
        if found[1]:
            value = WORDS[found[1].lower()] + WORDS.get((found[2] or "").lower(), 0)
        else:
            value = WORDS.get(found[3].lower(), 1) * {"hundred": 100, **SCALE}[found[4].lower()]
        yield Number("money" if found["pounds"] else "number", float(value), found[0], found.start())


def checkable(text: str) -> list[Number]:
    """The numbers of a text that must be borne out: all but plain numbers up to 20."""
    return [one for one in numbers(text) if one.kind != "number" or one.value > SMALL]
