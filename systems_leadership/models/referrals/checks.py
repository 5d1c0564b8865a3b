"""What the model 'referrals' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

from typing import Any

import numpy as np

from workbook.model import Check, Floats, is_close

from .chain import AFTER, BEFORE, CHANGE, DESKS, STOCK, WEEKS, Chain, aim, follow

COUNTED = np.array([0, 0.34, 0.7, 1])
SHORT = (1, 2, 2)  # the delays of an earlier edition, whose figures were worked out twice
MOST = 0.95  # share of draws in which a message must hold
DRAWS = 100


def desks(counted: Any = 0.34, react: float = 0.26, shared: float = 0, **more: Any) -> Chain:
    """The page's chain: 13 places wanted in hand, whatever is counted."""
    counted = np.atleast_1d(counted)
    return follow(react, counted, target=aim(np.full(len(counted), 13.0), counted), shared=shared, **more)


def drawn() -> Floats:
    """Need by chance, with the same mean each week: shape (draws, weeks)."""
    mean = np.where(np.arange(1, WEEKS + 1) >= CHANGE, AFTER, BEFORE)
    return np.random.default_rng(1989).poisson(mean, (DRAWS, WEEKS)).astype(float)


def swells() -> bool:
    """Nothing moves before need does; then each desk swings wider than the one below, and peaks later."""
    chain = desks()
    still = bool(np.all(chain.orders[0, :, 1:CHANGE] == BEFORE))
    swing, peak = chain.swing[0], chain.orders[0].argmax(axis=1)
    return still and bool(swing[0] > AFTER - BEFORE and np.all(np.diff(swing) > 0) and np.all(np.diff(peak) > 0))


def counting() -> bool:
    chain = desks(COUNTED)
    costs, swings = chain.cost, chain.swing[:, -1]
    reference = is_close(costs, [6194, 2651.5, 1181.5, 745], within=0.01) and is_close(swings, [82, 32, 13, 8])
    return reference and bool(np.all(np.diff(costs) < 0) and np.all(np.diff(swings) < 0))


def with_chance() -> bool:
    some, every = (desks(np.full(DRAWS, counted), need=drawn()) for counted in (0.34, 1.0))
    calmer = every.swing[:, -1] < some.swing[:, -1]
    return bool(np.mean(every.cost < some.cost) >= MOST and np.mean(calmer) >= MOST)


def off() -> bool:
    """All counted and the need seen by all: then nothing swells."""
    return bool(desks(1.0, shared=1).swing.max() <= AFTER - BEFORE)


def seeing() -> bool:
    """Who waits on the ward gains from seeing, and not from counting."""
    waits = [desks(counted, shared=shared).owed[0, 0] for shared in (0, 1) for counted in (0.34, 1.0)]
    peaks, weeks = [wait.max() for wait in waits], [wait.sum() for wait in waits]
    seen = max(peaks[2:]) < min(peaks[:2]) / 2
    told, alone = (desks(np.full(DRAWS, 0.34), shared=shared, need=drawn()).cost for shared in (1, 0))
    return bool(seen and weeks[1] >= weeks[0] and weeks[3] >= weeks[2] and np.mean(told < alone) >= MOST)


def does_not_pay() -> bool:
    """Where the message does not hold."""
    return bool(np.all(np.diff(desks(COUNTED[1:], react=0.1, shared=1).cost) > 0))


def board() -> bool:
    """Sterman's mean rule, in parts of places as his equation gives them."""
    chain = follow(whole=False)
    peaks = is_close(chain.orders.max(axis=2)[0], [10.76, 15.84, 23.75, 29.0], within=0.01)
    return peaks and is_close(chain.cost, 2254.7, within=0.05)


def benchmark() -> bool:
    """The rule that does best on the board; it prepares for the change, so no other start is as cheap."""
    best = np.array([28.0, 28, 28, 20])
    others = [best + step * one for step in (-2, 2) for one in np.eye(DESKS)]
    cost = follow(1, 1, 0, np.array([best, *others])).cost
    start = 0.5 * STOCK * DESKS
    return is_close(cost[0] + start, 204) and bool(np.all(cost[1:] > cost[0]))


def shorter() -> bool:
    """With shorter delays: figures of an independent implementation, and less than half the cost in whole places."""
    rule: dict[str, Any] = {"delays": SHORT, "whole": False}
    peaks = follow(**rule).orders.max(axis=2)[0]
    costs = [follow(**rule).cost[0], follow(counted=0, **rule).cost[0], follow(shared=1, **rule).cost[0]]
    known = is_close(peaks, [10.0, 12.5, 16.0, 18.7], within=0.05) and is_close(costs, [875, 1128, 673], share=0.005)
    return known and bool(desks(delays=SHORT).cost[0] < 0.5 * desks().cost[0])


def mean_of_costs() -> bool:
    """Two thousand teams, each with its own rule, and one team with the mean rule."""
    rng = np.random.default_rng(1989)
    react, count, smooth = rng.random((3, 2000))
    target = rng.uniform(0, 40, 2000)
    costs = follow(react, count, smooth, target).cost
    middle = follow(*(part.mean() for part in (react, count, smooth, target))).cost[0]
    return bool(costs.mean() > 2 * middle)


def conserved() -> bool:
    """Every place that was put in hand is ready, on the way or given out; every request is given or owed."""
    chain = desks(COUNTED)
    put = np.cumsum(chain.orders[:, -1], axis=1)
    given = np.cumsum(chain.sent[:, 0], axis=1)
    held = (chain.stock + chain.on_way).sum(axis=1)
    asked = np.cumsum(chain.asked - chain.sent, axis=2)
    return is_close(held - held[:, :1], put - given, within=1e-9) and is_close(chain.owed, asked, within=1e-9)


def extremes() -> bool:
    nothing = follow(need=np.zeros(200), weeks=200)
    endless = follow(target=1e6, react=1)
    still = desks(COUNTED, need=np.full(WEEKS, float(BEFORE)))
    return (
        is_close(nothing.owed[:, :, -1], 0)
        and is_close(nothing.orders[:, :, -1], 0)
        and is_close(endless.owed[:, :, -1], 0)
        and is_close(still.orders[:, :, 1:], BEFORE)
        and is_close(still.stock, STOCK)
    )


CHECKS: tuple[Check, ...] = (
    Check("swells", swells, ("sterman1989modeling",)),
    Check("counting", counting, ("sterman1989modeling",)),
    Check("chance", with_chance),
    Check("off", off),
    Check("seeing", seeing),
    Check("does-not-pay", does_not_pay),
    Check("board", board, ("sterman1989modeling",)),
    Check("benchmark", benchmark, ("sterman1989modeling", "edali2014mathematical")),
    Check("shorter", shorter),
    Check("mean-of-costs", mean_of_costs),
    Check("conservation", conserved),
    Check("extremes", extremes),
)
