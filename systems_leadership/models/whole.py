"""Whole people for a picture: flows that turn one tick's rounded stocks into the next, with nobody lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from workbook.model import Floats

OUTSIDE = "outside"


def whole_flows(
    stocks: Mapping[str, Sequence[int]], so_far: Mapping[str, Floats], ways: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[int, ...]]:
    """Round flows so that they balance with rounded stocks at every tick.

    Each flow keeps to its rounded sum so far. Where that leaves a stock a person short or over, the smallest number
    of flows is moved by one to make up for it, and the ticks after bring it back.

    Args:
        stocks: whole people in each place at each tick.
        so_far: for each flow how many have gone that way by each tick, shape (ticks,).
        ways: for each flow the place it leaves and the place it enters; ``OUTSIDE`` for neither.

    Returns:
        For each flow whole people since the tick before, none below nought; 0 at the first tick.

    Raises:
        ValueError: no way that was open can make up for the difference.
    """
    ticks = len(next(iter(stocks.values())))
    flows = {name: np.zeros(ticks, dtype=int) for name in ways}
    for now in range(1, ticks):
        open_ways = {name for name in ways if so_far[name][now] > so_far[name][now - 1]}
        moved = {
            name: max(int(np.rint(so_far[name][now])) - int(flows[name][:now].sum()), 0) if name in open_ways else 0
            for name in ways
        }
        while short := _short(stocks, moved, ways, now):
            for name, step in _path(short, moved, ways, open_ways):
                moved[name] += step
        for name, people in moved.items():
            flows[name][now] = people
    return {name: tuple(flow.tolist()) for name, flow in flows.items()}


def _short(
    stocks: Mapping[str, Sequence[int]], moved: Mapping[str, int], ways: Mapping[str, tuple[str, str]], now: int
) -> dict[str, int]:
    """Places whose flows do not give their stock: people too few (above 0) or too many (below 0)."""
    gap = {place: stock[now] - stock[now - 1] for place, stock in stocks.items()} | {OUTSIDE: 0}
    for name, (source, target) in ways.items():
        gap[source] += moved[name]
        gap[target] -= moved[name]
    gap[OUTSIDE] = -sum(people for place, people in gap.items() if place != OUTSIDE)
    return {place: people for place, people in gap.items() if people}


def _path(
    short: Mapping[str, int], moved: Mapping[str, int], ways: Mapping[str, tuple[str, str]], open_ways: set[str]
) -> list[tuple[str, int]]:
    """The shortest way to bring one person from a place with too many to one with too few: flows, each up or down."""
    starts = [place for place, people in short.items() if people < 0]
    found: dict[str, list[tuple[str, int]]] = {place: [] for place in starts}
    queue = list(starts)
    while queue:
        place = queue.pop(0)
        if short.get(place, 0) > 0:
            return found[place]
        for name, (source, target) in ways.items():
            onward = (target, 1) if source == place and name in open_ways else None
            if target == place and moved[name] > 0:
                onward = (source, -1)
            if onward and onward[0] not in found:
                found[onward[0]] = [*found[place], (name, onward[1])]
                queue.append(onward[0])
    raise ValueError(f"these stocks and flows do not fit together: {dict(short)}")
