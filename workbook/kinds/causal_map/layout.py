"""Where the factors of a map stand: whole numbers only, so that every machine finds the same places.

``layout.js`` has the same rules for maps that are made in the page; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

Cell = tuple[int, int]
Pair = tuple[int, int]

COLUMN, ROW = 83, 110  # half a column and a row in the wide drawing, in px
COVERED = 120_000  # cost of a line that runs behind a factor
CROSSED = 12_000  # cost of two lines that cross
TRIES = 4


def brick_cells(count: int) -> list[Cell]:
    """Places for the wide drawing: rows of four and three by turns, as bricks lie, some left free.

    Args:
        count: of factors.
    """
    cells: list[Cell] = []
    row = 0
    while len(cells) < count + count // 6 + 1:
        cells += [(column * 2 + row % 2, row) for column in range(4 - row % 2)]
        row += 1
    return cells


@cache
def arrange(links: tuple[Pair, ...], count: int, cells: tuple[Cell, ...], tries: int = TRIES) -> list[int]:
    """The place of each factor: short lines, few crossings, none behind a factor.

    Args:
        links: pairs of factors, by number.
        count: of factors.
        cells: places, at least as many as factors.
        tries: how many starts to improve; the best result wins.

    Returns:
        The number of a cell for each factor.
    """
    points = [(x * COLUMN, y * ROW) for x, y in cells]
    best: list[int] = []
    lowest = -1
    seed = 1
    for attempt in range(tries):
        places = list(range(len(cells)))
        if attempt:
            for last in range(len(places) - 1, 0, -1):
                seed = seed * 16807 % 2147483647
                other = seed % (last + 1)
                places[last], places[other] = places[other], places[last]
        improve(places, count, links, points)
        total = cost(places, count, links, points)
        if lowest < 0 or total < lowest:
            best, lowest = places[:count], total
    return best


def improve(places: list[int], count: int, links: Sequence[Pair], points: Sequence[Cell]) -> None:
    """Swap two places wherever that lowers the cost, until nothing does.

    Args:
        places: a cell for each factor, then the free cells; changed in place.
    """
    better = True
    while better:
        better = False
        for one in range(count):
            for other in range(one + 1, len(places)):
                before = cost(places, count, links, points, (one, other))
                places[one], places[other] = places[other], places[one]
                if cost(places, count, links, points, (one, other)) < before:
                    better = True
                else:
                    places[one], places[other] = places[other], places[one]


def cost(
    places: Sequence[int], count: int, links: Sequence[Pair], points: Sequence[Cell], moved: Sequence[int] | None = None
) -> int:
    """What a drawing costs: squared lengths, lines behind factors, crossings.

    Args:
        moved: count only what these factors have a part in; None counts everything.
    """
    total = 0
    touched = [moved is None or a in moved or b in moved for a, b in links]
    standing = range(count)
    for place, (a, b) in enumerate(links):
        p, q = points[places[a]], points[places[b]]
        for factor in standing if touched[place] or moved is None else moved:
            if factor < count and factor not in (a, b) and covers(points[places[factor]], p, q):
                total += COVERED
        if not touched[place]:
            continue
        total += (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2
        for other, (c, d) in enumerate(links):
            if (other < place or not touched[other]) and crosses(p, q, points[places[c]], points[places[d]]):
                total += CROSSED
    return total


def covers(c: Cell, p: Cell, q: Cell) -> bool:
    """Does the line from p to q run behind a factor at c?"""
    if not (min(p[0], q[0]) - 50 < c[0] < max(p[0], q[0]) + 50 and min(p[1], q[1]) - 30 < c[1] < max(p[1], q[1]) + 30):
        return False
    away = turn(p, q, c)
    length = (q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2
    return away * away < 40 * 40 * length


def crosses(p: Cell, q: Cell, r: Cell, s: Cell) -> bool:
    """Do two lines cross? Those that share an end do not."""
    if p in (r, s) or q in (r, s):
        return False
    return (turn(p, q, r) > 0) != (turn(p, q, s) > 0) and (turn(r, s, p) > 0) != (turn(r, s, q) > 0)


def turn(p: Cell, q: Cell, r: Cell) -> int:
    """Twice the area of a triangle; its sign says on which side of p to q the point r lies."""
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def in_column(count: int, links: Sequence[Pair]) -> list[int]:
    """The order of the factors in the narrow drawing: linked ones near each other.

    Returns:
        The row of each factor.
    """
    rows = list(range(count))

    def spread() -> int:
        return sum((rows[a] - rows[b]) ** 2 for a, b in links)

    total = spread()
    better = True
    while better:
        better = False
        for one in range(count):
            for other in range(one + 1, count):
                rows[one], rows[other] = rows[other], rows[one]
                now = spread()
                if now < total:
                    total, better = now, True
                else:
                    rows[one], rows[other] = rows[other], rows[one]
    return rows
