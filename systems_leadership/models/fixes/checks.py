"""What the model 'fixes' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, is_close

from .model import START, waiting


def reference() -> bool:
    got = waiting([0, 0.9])[0]
    return is_close(got, [[9.9, 5.6, 5.0, 5.0], [9.9, 8.3, 15.0, 28.3]], within=0.1)


def endless() -> bool:
    got = waiting(1.1, points=[200, 400, 800])[0, 0]
    return bool(got[1] > 1.5 * got[0] and got[2] > 1.5 * got[1])


def rests() -> bool:
    """At rest the problem is arrivals / (strength x (relief - comeback))."""
    back, strength = np.array([0, 0.3, 0.6, 0.9]), np.array([0.1, 0.2, 0.3, 0.2])
    got = waiting(back, strength, points=[3000])[0, :, 0]
    return is_close(got, 1 / (strength * (1 - back)), share=0.001)


def better_then_worse() -> bool:
    path = waiting([0, 0.9], points=np.arange(0, 121))[0]
    return bool(path[1].min() < 0.85 * START and path[1, -1] > 2 * START and path[0, -1] < START)


def slow_fools_longer() -> bool:
    """Weeks until the problem is back at its start, by delay of the side effect."""
    path = waiting(0.9, delay=[4, 12, 24], points=np.arange(0, 121))[0]
    back = np.argmax(path[:, 1:] > START, axis=1)
    return bool(np.all(np.diff(back) > 5) and np.all(np.diff(path.min(axis=1)) < 0))


def conserved() -> bool:
    """With one step a week each flow can be added up by hand: come in, sent home, still away, come back."""
    weeks = np.arange(0, 121.0)
    stocks = waiting(0.9, strength=0.1, points=weeks, dt=1.0)[:, 0]
    sent, returned = (np.concatenate([[0], np.cumsum(flow[:-1])]) for flow in (0.1 * stocks[0], stocks[1]))
    at_home = is_close(12 * stocks[1], sent - returned, within=1e-9)
    return at_home and is_close(stocks[0] - START, weeks + 0.9 * returned - sent, within=1e-9)


def extremes() -> bool:
    nothing = waiting(0.9, arrivals=0, points=[3000])
    no_fix = waiting(0.9, strength=0, points=[50])
    return is_close(nothing, 0, within=0.01) and is_close(no_fix[0], START + 50, within=1e-6)


def same_with_half_steps() -> bool:
    weeks = np.arange(0, 121)
    return is_close(waiting([0, 0.9, 1.1], points=weeks), waiting([0, 0.9, 1.1], points=weeks, dt=0.05), share=0.01)


CHECKS: tuple[Check, ...] = (
    Check("reference", reference),
    Check("endless", endless),
    Check("rest", rests),
    Check("better-then-worse", better_then_worse, ("senge1990fifth",)),
    Check("slow", slow_fools_longer),
    Check("conservation", conserved),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
)
