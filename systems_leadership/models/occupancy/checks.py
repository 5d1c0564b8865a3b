"""What the model 'occupancy' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, is_close

from .model import blocked, load_for, turned_away

LEVELS = (0.80, 0.85, 0.90, 0.95)


def reference() -> bool:
    hundred = 100 * turned_away(100, LEVELS)
    many = 100 * turned_away(400, LEVELS)
    return is_close(hundred, [0.4, 1.5, 4.5, 13.5], within=0.05) and is_close(many, [0, 0.01, 0.3, 2.4], within=0.05)


def convex() -> bool:
    lost = turned_away(100, np.arange(0.60, 0.99, 0.01))
    return bool(np.all(np.diff(lost) > 0) and np.all(np.diff(lost, 2) > 0))


def no_law() -> bool:
    """How full each size can be before 1 arrival in 100 finds no bed."""
    levels = np.arange(0.30, 0.99, 0.001)
    limit = [levels[np.argmax(turned_away(beds, levels) > 0.01)] for beds in (20, 100, 400)]
    return is_close(limit, [0.60, 0.83, 0.93], within=0.02)


def pooled() -> bool:
    return all(bool(np.all(turned_away(4 * beds, LEVELS) < turned_away(beds, LEVELS))) for beds in (10, 50, 100))


def more_come() -> bool:
    """What a fuller ward needs: the last beds fill slowly, as most of those who come more find none."""
    more = [float(load_for(beds, 0.95) / load_for(beds, 0.85)) for beds in (20, 100, 400)]
    return is_close(more, [1.77, 1.27, 1.145], within=0.01)


def extremes() -> bool:
    empty = is_close(blocked([1, 10, 400], 0), 0)
    no_beds = is_close(blocked(0, [1, 50]), 1)
    return empty and no_beds and is_close(blocked(1000, 50), 0, within=1e-12)


def balanced() -> bool:
    """The same answer from the flows themselves: beds fill and empty, until nothing changes."""
    beds, load = 12, 10.0
    chance = np.zeros(beds + 1)
    chance[0], dt = 1.0, 0.01
    taken = np.arange(beds + 1)
    for _ in range(4000):
        in_, out = load * chance[:-1], taken[1:] * chance[1:]
        flow = in_ - out
        chance[:-1] -= dt * flow
        chance[1:] += dt * flow
    lost = float(blocked(beds, load))
    in_use = float(taken @ chance)
    return is_close(chance[-1], lost, within=1e-6) and is_close(in_use, load * (1 - lost), within=1e-4)


CHECKS: tuple[Check, ...] = (
    Check("reference", reference),
    Check("convex", convex, ("bagust1999beds",)),
    Check("no-law", no_law),
    Check("pooling", pooled),
    Check("extremes", extremes),
    Check("more-come", more_come),
    Check("flows", balanced),
)
