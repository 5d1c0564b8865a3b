"""The drawing of a map as numbers and paths; no page, no colour.

``picture.js`` has the same rules for maps that are made in the page; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from .curve import SAMPLES, Curve, Point, away, bars, before_tip, path, piece, point, tenth, triangle
from .layout import COLUMN, Cell

WIDE, NARROW = 646, 330  # px
LETTERS, LINE, PAD = 16, 17, 7  # letters in a line; px from line to line, px above and below
NARROW_LETTERS = 22
BOX, NARROW_BOX = 124, 172  # px
GAP, NARROW_GAP = 52, 5  # px between rows; a phone has little room
SIGNS = range(20, 120, 8)  # px from a link's tip, where its sign may stand
APART = 18  # px between two signs
AROUND = 16  # px from bars to a sign, a tip or another line, where there is room
BARS = [(10 + (step + 1) // 2 * (-1 if step % 2 else 1)) / 20 for step in range(17)]  # times, from a line's middle on
PORT = 17  # px between the ends of links at one side of a factor


class Drawn(Protocol):
    """A link as its drawing needs it."""

    @property
    def way(self) -> str: ...
    @property
    def delay(self) -> bool: ...


Arrow = tuple[int, int, Drawn]  # numbers of cause and effect, and the link
Box = dict[str, Any]  # x and y of its middle, w, h and the lines of the name


def wrapped(name: str, letters: int = LETTERS) -> list[str]:
    """A name in lines of at most so many letters; longer words are cut."""
    lines = [""]
    for word in name.split():
        for start in range(0, len(word), letters):
            bit = word[start : start + letters]
            if not lines[-1]:
                lines[-1] = bit
            elif len(lines[-1]) + 1 + len(bit) <= letters:
                lines[-1] += f" {bit}"
            else:
                lines.append(bit)
    return lines


def wide(names: Sequence[str], cells: Sequence[Cell], links: Sequence[Arrow]) -> dict[str, Any]:
    """The drawing for a wide page: factors laid as bricks, links as bows.

    Args:
        names: of the factors.
        cells: column (in half columns) and row of each.
        links: to draw.
    """
    lines = [wrapped(name) for name in names]
    tallest = max((len(one) for one in lines), default=1) * LINE + 2 * PAD
    step = tallest + GAP
    boxes: list[Box] = [
        {
            "x": 74 + x * COLUMN,
            "y": 10 + tallest / 2 + y * step,
            "w": BOX,
            "h": len(text) * LINE + 2 * PAD,
            "lines": text,
        }
        for (x, y), text in zip(cells, lines, strict=True)
    ]
    return {
        "width": WIDE,
        "height": 20 + tallest + max((y for _, y in cells), default=0) * step,
        "boxes": boxes,
        "arrows": arrows([(bow(boxes[a], boxes[b]), link) for a, b, link in links], boxes),
    }


def bow(a: Box, b: Box, bend: float = 0.13) -> Curve:
    """A bow between two boxes, from edge to edge; a link back takes the other side.

    Args:
        bend: how far it bows, in shares of its length.
    """
    dx, dy = b["x"] - a["x"], b["y"] - a["y"]
    curve = [(a["x"], a["y"]), ((a["x"] + b["x"]) / 2 - dy * bend, (a["y"] + b["y"]) / 2 + dx * bend), (b["x"], b["y"])]
    times = [step / SAMPLES for step in range(SAMPLES + 1)]
    first = max((t for t in times if inside(point(curve, t), a)), default=0)
    last = min((t for t in times if inside(point(curve, t), b)), default=1)
    return piece(curve, first, last) if first < last else curve


def inside(p: Point, box: Box) -> bool:
    """Does a point lie in a box, or within 3 px of it?"""
    return bool(abs(p[0] - box["x"]) <= box["w"] / 2 + 3 and abs(p[1] - box["y"]) <= box["h"] / 2 + 3)


def narrow(names: Sequence[str], rows: Sequence[int], links: Sequence[Arrow]) -> dict[str, Any]:
    """The drawing for a phone: factors in one column, links down on the right and up on the left.

    Args:
        names: of the factors.
        rows: row of each.
        links: to draw.
    """
    ends = ports(rows, links)
    boxes: list[Box] = [{} for _ in names]
    top = 8.0
    for factor in sorted(range(len(names)), key=lambda one: rows[one]):
        text = wrapped(names[factor], NARROW_LETTERS)
        high = max(len(text) * LINE + 2 * PAD, PORT * max(len(ends[factor, side]) for side in (1, -1)) + 4)
        boxes[factor] = {"x": NARROW / 2, "y": top + high / 2, "w": NARROW_BOX, "h": high, "lines": text}
        top += high + NARROW_GAP

    def bracket(place: int, a: int, b: int) -> Curve:
        side = 1 if rows[a] < rows[b] else -1
        x = NARROW / 2 + side * (NARROW_BOX / 2 + 2)
        out = x + side * (26 + 56 * (abs(rows[a] - rows[b]) - 1) / max(1, len(names) - 2))
        at = []
        for one, leaving in ((a, True), (b, False)):
            there = ends[one, side]
            at.append(boxes[one]["y"] + PORT * (there.index((place, leaving)) - (len(there) - 1) / 2))
        return [(x, at[0]), (out, at[0]), (out, at[1]), (x, at[1])]

    drawn = arrows([(bracket(place, a, b), link) for place, (a, b, link) in enumerate(links)], boxes)
    return {"width": NARROW, "height": top, "boxes": boxes, "arrows": drawn}


def ports(rows: Sequence[int], links: Sequence[Arrow]) -> dict[tuple[int, int], list[tuple[int, bool]]]:
    """The ends of links at each side of each factor, top to bottom, so that neighbours do not cross.

    Returns:
        For a factor and a side (1 right, -1 left): places of links, and whether each leaves there.
    """
    ends: dict[tuple[int, int], list[tuple[int, bool]]] = {
        (one, side): [] for one in range(len(rows)) for side in (1, -1)
    }
    for place, (a, b, _) in enumerate(links):
        side = 1 if rows[a] < rows[b] else -1
        ends[a, side].append((place, True))
        ends[b, side].append((place, False))

    def span(end: tuple[int, bool]) -> int:
        a, b, _ = links[end[0]]
        return abs(rows[a] - rows[b])

    for (_, side), there in ends.items():
        from_above = sorted((end for end in there if end[1] != (side > 0)), key=span)
        from_below = sorted((end for end in there if end[1] == (side > 0)), key=lambda end: -span(end))
        there[:] = from_above + from_below
    return ends


def arrows(links: Sequence[tuple[Curve, Drawn]], boxes: Sequence[Box]) -> list[dict[str, Any]]:
    """All links, each with its sign near its tip, or further back on its line where another sign stands there.

    The bars of a delay stand at the middle of their line, or where signs, factors and other lines leave them room:
    where two lines cross, one could not say whose they are.
    """
    signs: list[Point] = []
    for curve, _ in links:
        spots = [point(curve, before_tip(curve, back)) for back in SIGNS]
        signs.append(next((spot for spot in spots if all(away(spot, one) >= APART for one in signs)), spots[0]))
    lines = [[point(curve, t) for t in BARS] for curve, _ in links]

    def late(place: int, curve: Curve) -> str:
        others = [one for other, line in enumerate(lines) if other != place for one in line]

        def free(p: Point) -> float:
            room = [away(p, one) for one in (curve[-1], *signs, *others)]
            return 0 if any(inside(p, one) for one in boxes) else min(AROUND, *room)

        room = [free(p) for p in lines[place]]
        return bars(curve, BARS[room.index(max(room))])

    return [
        arrow(curve, link, sign, late(place, curve) if link.delay else "")
        for place, ((curve, link), sign) in enumerate(zip(links, signs, strict=True))
    ]


def arrow(curve: Curve, link: Drawn, sign: Point, late: str) -> dict[str, Any]:
    """A link's drawing: its line, its head, its sign and, where it takes a while, two bars."""
    neck = before_tip(curve, 9)
    x, y = sign
    return {
        "line": path(piece(curve, 0, neck)),
        "head": triangle(curve[-1], point(curve, neck)),
        "way": link.way,
        "sign": [tenth(x), tenth(y)],
        "bars": late,
    }
