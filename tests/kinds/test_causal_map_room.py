"""In the maps that are given, one can say whose each sign and each pair of bars is: nothing touches them."""

from __future__ import annotations

from math import dist
from typing import Any

import pytest

from tests.support.lessons import lessons
from workbook.kinds.causal_map.causal_map import CausalMap
from workbook.kinds.causal_map.curve import Point, point

MAPS = [
    one for lesson in lessons() for one in lesson.specs.values() if isinstance(one, CausalMap) and one.mode == "explore"
]
LEAST = 2.5  # px that are seen between two marks
RADIUS = 8  # px of a sign


def numbers(path: str) -> list[Point]:
    """All points that an SVG path of lines and curves names."""
    plain = "".join(" " if letter.isalpha() else letter for letter in path).split()
    return list(zip(map(float, plain[::2]), map(float, plain[1::2]), strict=True))


def sampled(points: list[Point]) -> list[Point]:
    return [point(points, step / 100) for step in range(101)]


def beside(p: Point, box: dict[str, Any]) -> float:
    """How far a point is from a box, px; below 0 within it."""
    return float(max(abs(p[0] - box["x"]) - box["w"] / 2, abs(p[1] - box["y"]) - box["h"] / 2))


@pytest.mark.parametrize("form", ["wide", "narrow"])
@pytest.mark.parametrize("spec", MAPS, ids=lambda one: str(one.id))
def test_signs_and_bars_touch_nothing(spec: CausalMap, form: str) -> None:
    drawing = spec.drawings()[form]
    arrows, boxes = drawing["arrows"], drawing["boxes"]
    lines = [sampled(numbers(one["line"])) for one in arrows]
    close = []
    for place, (link, one) in enumerate(zip(spec.links, arrows, strict=True)):
        others = [p for other, line in enumerate(lines) if other != place for p in line]
        signs = [other["sign"] for other in arrows]
        named = f"{link.cause} > {link.effect}"
        sign = one["sign"]
        room = min(
            *(beside(sign, box) - RADIUS for box in boxes),
            *(dist(sign, p) - RADIUS for p in others),
            *(dist(sign, other) - 2 * RADIUS for other in signs if other is not sign),
        )
        close += [f"the sign of {named}"] * (room < LEAST)
        if not one["bars"]:
            continue
        corners = numbers(one["bars"])
        bars = sampled(corners[:2]) + sampled(corners[2:])
        room = min(
            *(beside(p, box) for p in bars for box in boxes),
            *(dist(p, other) for p in bars for other in others),
            *(dist(p, other) - RADIUS for p in bars for other in signs),
        )
        close += [f"the bars of {named}"] * (room < LEAST)
    assert close == []
