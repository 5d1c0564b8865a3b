"""What the model 'referrals' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, is_close

from .chain import SECTORS, WEEKS, follow

# React, counted, smooth, target: the cheapest settings our search found, sector by sector.
CHEAPEST = (
    (0.0, 0.687, 1.0, 1.485),
    (0.486, 0.997, 0.0, 24.178),
    (0.0, 0.908, 1.0, 55.467),
    (1.0, 0.978, 1.0, 7.825),
)


def peaks() -> bool:
    return is_close(follow().orders.max(axis=2)[0], [10.0, 12.5, 16.0, 18.7], within=0.05)


def later_upstream() -> bool:
    weeks = follow().orders.argmax(axis=2)[0]
    return bool(np.all(np.diff(weeks) > 0))


def uncounted() -> bool:
    costs = follow(counted=[0.0, 0.34, 1.0]).cost
    return is_close(costs[:2], [1128, 875], share=0.005) and bool(np.all(np.diff(costs) < 0))


def sharing() -> bool:
    told = follow(shared=1)
    return is_close(told.cost, 673, share=0.005) and bool(told.orders[0, -1].max() < 1.15 * told.orders[0, 0].max())


def cheapest() -> bool:
    passed_on = follow(react=0, smooth=1).cost[0]
    alone = follow(*np.array(CHEAPEST).T[:, None, :]).cost[0]
    mean = follow().cost[0]
    found = passed_on <= 278 and alone <= 166
    return is_close([passed_on, alone], [210, 142], within=1) and found and 3 <= mean / 278 <= mean / 166 <= 5.5


def mean_of_costs() -> bool:
    """Two thousand teams, each with its own rule, and one team with the mean rule."""
    rng = np.random.default_rng(1989)
    react, count, smooth = rng.random((3, 2000))
    target = rng.uniform(0, 40, 2000)
    costs = follow(react, count, smooth, target).cost
    middle = follow(*(part.mean() for part in (react, count, smooth, target))).cost[0]
    return bool(costs.mean() > 2 * middle) and is_close(costs.max(), 47_000, share=0.5)


def conserved() -> bool:
    """Places made and not given out are in stock or on the way; what is owed was asked and not given."""
    chain = follow()
    held = (chain.stock + chain.on_way).sum(axis=1)
    made = np.cumsum(chain.orders[:, -1], axis=1)
    start = SECTORS * (12 + 2 * 4)
    asked = np.cumsum(np.where(np.arange(1, WEEKS + 1) >= 5, 8, 4))
    owed = is_close(chain.owed[:, 0], asked - np.cumsum(chain.served, axis=1), within=1e-9)
    return owed and is_close(held, start + made - np.cumsum(chain.served, axis=1), within=1e-9)


def extremes() -> bool:
    nothing = follow(before=0, after=0, weeks=200)
    endless = follow(target=1e6, react=1)
    still = follow(react=0, smooth=1, after=4)
    return (
        is_close(nothing.owed[:, :, -1], 0)
        and is_close(nothing.orders[:, :, -1], 0, within=1e-6)
        and is_close(endless.owed[:, :, -1], 0)
        and is_close(still.orders, 4)
        and is_close(still.stock, 12)
    )


CHECKS: tuple[Check, ...] = (
    Check("peaks", peaks, ("sterman1989modeling",)),
    Check("later", later_upstream),
    Check("uncounted", uncounted, ("sterman1989modeling",)),
    Check("sharing", sharing),
    Check("cheapest", cheapest),
    Check("mean-of-costs", mean_of_costs),
    Check("conservation", conserved),
    Check("extremes", extremes),
)
