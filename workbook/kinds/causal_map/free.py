"""The drawing of a map whose factors stand anywhere: links bow round what is in their way.

``free.js`` has the same rules for maps that are made in the page; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .curve import Curve, Point, away, point
from .picture import LINE, PAD, Arrow, Box, arrows, bow, inside, wrapped

FREE = {"wide": (646, 124, 16), "narrow": (330, 106, 14)}  # px of the sheet and of a factor, letters in a line
ROOM_BETWEEN = 16  # px between two factors, at least
BENDS = (-0.16, 0.12, -0.35, 0.35, 0.6, -0.6, 0.9, -0.9, 1.3, -1.3)  # below 0 to the outside
BOTH_WAYS = (0.2, 0.4, 0.7, -0.2, -0.4, 1, -1)
ENDS_APART = 15  # px between the ends of two links


def free(
    names: Sequence[str], points: Sequence[Point], links: Sequence[Arrow], form: str, least: float
) -> dict[str, Any]:
    """A drawing from places.

    Args:
        names: of the factors.
        points: the middle of each, as near as there is room, in px.
        links: to draw.
        form: 'wide', or 'narrow' for a phone.
        least: the least height, in px.
    """
    width, across, letters = FREE[form]
    boxes: list[Box] = []
    for name, (x, y) in zip(names, points, strict=True):
        lines = wrapped(name, letters)
        high = len(lines) * LINE + 2 * PAD
        middle = min(max(x, across / 2 + 4), width - across / 2 - 4)
        boxes.append({"x": middle, "y": max(y, high / 2 + 8), "w": across, "h": high, "lines": lines})
    part_boxes(boxes)
    height = max(least, *(one["y"] + one["h"] / 2 + 10 for one in boxes))
    drawn = arrows(bows_round(boxes, links, width, height), boxes)
    return {"width": width, "height": height, "boxes": boxes, "arrows": drawn}


def part_boxes(boxes: list[Box]) -> None:
    """Move down what would lie on another; changed in place."""
    order = sorted(range(len(boxes)), key=lambda one: boxes[one]["y"])
    for place, index in enumerate(order):
        box = boxes[index]
        moved = True
        while moved:
            moved = False
            for other in (boxes[before] for before in order[:place]):
                apart = (box["h"] + other["h"]) / 2 + ROOM_BETWEEN
                # Half a pixel less: a sum of fractions may fall short by a hair, and the box would be moved for ever.
                if abs(box["x"] - other["x"]) >= box["w"] + 6 or abs(box["y"] - other["y"]) >= apart - 0.5:
                    continue
                box["y"] = other["y"] + apart
                moved = True


def bows_round(boxes: list[Box], links: Sequence[Arrow], width: float, height: float) -> list[tuple[Curve, Any]]:
    """A bow for each link: the first that runs behind no factor, stays on the sheet and ends where no other does."""
    ends: list[Point] = []
    pairs = {(cause, effect) for cause, effect, _ in links}
    found: list[tuple[Curve, Any]] = []
    for cause, effect, link in links:
        a, b = boxes[cause], boxes[effect]
        # On which side of the link does the middle of the sheet lie?
        aside = (a["y"] - b["y"]) * (width - a["x"] - b["x"]) + (b["x"] - a["x"]) * (height - a["y"] - b["y"])
        inward = 1 if aside >= 0 else -1
        bends = BOTH_WAYS if (effect, cause) in pairs else [bend * inward for bend in BENDS]
        curves = [bow(a, b, bend) for bend in bends]
        others = [one for one in boxes if one is not a and one is not b]
        costs = [place + cost(curve, others, ends, width, height) for place, curve in enumerate(curves)]
        best = curves[costs.index(min(costs))]
        ends += [best[0], best[2]]
        found.append((best, link))
    return found


def cost(curve: Curve, others: Sequence[Box], ends: Sequence[Point], width: float, height: float) -> int:
    """What speaks against a curve: factors before it, the edge of the sheet, ends of other links at its own."""
    total = 0
    for step in range(41):
        p = point(curve, step / 40)
        if p[0] < 5 or p[0] > width - 5 or p[1] < 5 or p[1] > height - 5:
            total += 40
        total += 40 * sum(inside(p, one) for one in others)
    return total + 12 * sum(away(end, own) < ENDS_APART for end in ends for own in (curve[0], curve[2]))
