"""Values of answers with one part or two changed: what a script, an old edition or an accident may leave behind."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
NUMBERS = [0, 1, 3, 3.0, -1, 1.5, -0.0, 1e300, 10**20]
LISTS = [
    [],
    [[]],
    [{}],
    [None],
    [1, 2.5],
    ["p1"],
    ["p1", "p2"],
    ["skipped"],
    [0.5] * 7,
    [0.5] * 8,
    ["x"] * 3,
    ["x"] * 4,
]
NAMED = """1 5 6 0 05 p1 p12345 P1 own-1 Own a--b -a a- f1 f2 F1 1f up down same against opposite higher skipped
    2026-11-23 2026-02-31 1999-12-31 2026-1-1 2026-13-01 soon 09:30 24:00 9:30 09:30:00 0a1b 0A1B g
    constructor __proto__ <b>x</b> é 👋🏽 עברית""".split()  # noqa: SIM905
#: Ends of lines, digits and letters of other alphabets, lengths at a limit, signs that nobody sees.
SLY = [
    "",
    " ",
    "1\n",
    "p1\n",
    "f1\n",
    "2026-11-23\n",
    "09:30\n",
    "\u0663",
    "\u0662026-11-23",
    "\u0440\u0031",
    "\u202e",
    "a\u0000b",
]
LENGTHS = ["x" * 60, "x" * 61, "0" * 32, "0" * 33]
#: Put in the place of any part.
ODD: list[Any] = [None, True, False, {}, {"a": 1}, *NUMBERS, *LISTS, *NAMED, *SLY, *LENGTHS]
#: Added to any set of fields, or put in the place of a field's name.
NAMES = ("more", "__proto__", "constructor", "toString", "0", "", "id ", "ıd")
TIMES = (2, 6, 7, 13, 31, 41, 81, 436)


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """The way to each part of a value, from the whole in."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from paths(part, (*path, key))


def part_of(value: Any, path: Path) -> Any:
    """The part to which a way leads."""
    for key in path:
        value = value[key]
    return value


def put(value: Any, path: Path, part: Any) -> Any:
    """A copy of a value with another part in one place."""
    if not path:
        return part
    whole = copy.deepcopy(value)
    part_of(whole, path[:-1])[path[-1]] = part
    return whole


def variants(part: Any) -> Iterator[Any]:
    """Everything that can stand in the place of one part."""
    yield from ODD
    if isinstance(part, list):
        yield from (part * times for times in TIMES)
        yield part[1:]
        yield [*part, *part[:1]]
        yield [{**one, "id": f"x{n}"} if isinstance(one, dict) else one for n, one in enumerate(part * 6)]
    if isinstance(part, dict):
        for name in NAMES:
            yield {**part, name: 1}
            yield {key if n else name: one for n, (key, one) in enumerate(part.items())}
        for gone in part:
            yield {key: one for key, one in part.items() if key != gone}


def spoilt(value: Any) -> Iterator[Any]:
    """The value with each of its parts, one at a time, changed in every way."""
    for path in paths(value):
        for part in variants(part_of(value, path)):
            yield put(value, path, part)


def spoilt_twice(value: Any, seed: int, many: int) -> Iterator[Any]:
    """The value with two parts changed by chance, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(many):
        found = value
        for _ in range(2):
            path = chance.choice(list(paths(found)))
            found = put(found, path, chance.choice(list(variants(part_of(found, path)))))
        yield found
