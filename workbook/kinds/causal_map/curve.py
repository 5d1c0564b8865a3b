"""Curves of a map's drawing, as pure arithmetic; ``curve.js`` is its twin for the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import floor, sqrt

SAMPLES = 160  # places looked at along a curve

Point = tuple[float, float]
Curve = Sequence[Point]  # control points: three for a bow, four for a bracket


def blossom(curve: Curve, times: Sequence[float]) -> Point:
    """De Casteljau's construction with a time of its own at each level; equal times give a point of the curve."""
    points = list(curve)
    for t in times:
        points = [(p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t) for p, q in pairwise(points)]
    return points[0]


def point(curve: Curve, t: float) -> Point:
    """Where the curve is at time t, from 0 to 1."""
    return blossom(curve, [t] * (len(curve) - 1))


def piece(curve: Curve, start: float, end: float) -> list[Point]:
    """The control points of the part between two times."""
    last = len(curve) - 1
    return [blossom(curve, [start] * (last - place) + [end] * place) for place in range(last + 1)]


def away(p: Point, q: Point) -> float:
    """The distance of two points, px."""
    return sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]))


def before_tip(curve: Curve, distance: float) -> float:
    """The last time at which the curve is at least so far from its end, px."""
    tip = curve[-1]
    for step in range(SAMPLES, -1, -1):
        if away(point(curve, step / SAMPLES), tip) >= distance:
            return step / SAMPLES
    return 0


def path(curve: Curve) -> str:
    """An SVG path along two, three or four control points."""
    command = ("L", "Q", "C")[len(curve) - 2]
    return "M" + command.join([pair(curve[0]), " ".join(pair(one) for one in curve[1:])])


def triangle(tip: Point, base: Point) -> str:
    """An arrow's head, as an SVG path."""
    length = away(tip, base) or 1
    x, y = (tip[0] - base[0]) / length * 5, (tip[1] - base[1]) / length * 5
    return f"M{pair(tip)}L{pair((base[0] - y, base[1] + x))} {pair((base[0] + y, base[1] - x))}Z"


def bars(curve: Curve, t: float) -> str:
    """Two short bars across a curve at time t: the usual mark of a delay."""
    middle, ahead = point(curve, t), point(curve, t + 0.05)
    length = away(middle, ahead) or 1
    x, y = (ahead[0] - middle[0]) / length, (ahead[1] - middle[1]) / length
    ends = [
        [(middle[0] + x * shift - y * side, middle[1] + y * shift + x * side) for side in (-7, 7)]
        for shift in (-2.5, 2.5)
    ]
    return "".join(path(one) for one in ends)


def pair(p: Point) -> str:
    """A point as SVG writes it, to a tenth of a pixel."""
    return f"{tenth(p[0]):.10g} {tenth(p[1]):.10g}"


def tenth(value: float) -> float:
    """A number to one decimal, halves up, as the page rounds them."""
    return floor(value * 10 + 0.5) / 10 + 0.0
