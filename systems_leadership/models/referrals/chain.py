"""A chain of four sectors that order from one another, each with a delay (the beer game)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from workbook.model import Floats

SECTORS = 4
WEEKS = 36
MAIL = 1  # weeks until a request is read
TRAVEL = 2  # weeks until what was sent, or made, is there


class Chain(NamedTuple):
    """Weeks 1, 2 ... of the chain, each array (runs, sectors, weeks) unless said."""

    orders: Floats
    stock: Floats
    owed: Floats
    on_way: Floats  # sent or being made, not yet there
    served: Floats  # what the first sector gave out, (runs, weeks)

    @property
    def cost(self) -> Floats:
        """Half a point for each place in stock each week and one for each owed, shape (runs,) (recalled)."""
        return np.asarray((0.5 * self.stock + self.owed).sum(axis=(1, 2)))


def follow(
    react: ArrayLike = 0.26,
    counted: ArrayLike = 0.34,
    smooth: ArrayLike = 0.36,
    target: ArrayLike = 17.0,
    shared: ArrayLike = 0.0,
    before: float = 4.0,
    after: float = 8.0,
    weeks: int = WEEKS,
) -> Chain:
    """Play the chain, many runs at once.

    Each week a sector gets what was sent two weeks ago, serves what was asked one week ago and what it
    still owes, smooths what it was asked, and orders
    max(0, smoothed + react x (target - stock + owed - counted x what it has ordered and not got)).
    Stock is 12 and orders are 4 at the start. The last sector makes what it orders.

    Args:
        react: share of the gap ordered each week, 0 to 1; a number, shape (runs,), or (runs, sectors).
        counted: share of what is ordered and not yet there that is counted, 0 to 1; likewise.
        smooth: weight of the newest request in what is expected, 0 to 1; likewise.
        target: stock aimed at, with what is counted; likewise.
        shared: how far each sector goes by the first sector's demand instead of its own requests, 0 to 1;
            likewise.
        before, after: demand a week before and from week 5 on, 0 or more.
        weeks: how many.

    Source: the rule and the mean values .26, .34, .36 and 17 are Sterman's (sterman1989modeling), seen in
        public code that cites him; stock, demand and the costs of .50 and 1.00 a week are
        recalled. The timing is our choice.
    """
    given = [np.asarray(value, dtype=float) for value in (react, counted, smooth, target, shared)]
    spread = [value[:, None] if value.ndim == 1 else value for value in given]
    alpha, beta, theta, aim, known = np.broadcast_arrays(np.empty((1, SECTORS)), *spread)[1:]
    runs = alpha.shape[0]
    shape = (runs, SECTORS)
    stock, owed = np.full(shape, 12.0), np.zeros(shape)
    expected, asked = np.full(shape, 4.0), np.full(shape, 4.0)
    travelling = [np.full(shape, 4.0) for _ in range(TRAVEL)]
    unfilled = np.full(shape, 4.0 * (MAIL + TRAVEL))
    unfilled[:, -1] = 4.0 * TRAVEL  # nobody is asked: the last sector makes its own
    kept = np.empty((4, weeks, *shape))
    served = np.empty((weeks, runs))
    for week in range(weeks):
        demand = after if week + 1 >= 5 else before
        came = travelling.pop(0)
        requests = np.concatenate([np.full((runs, 1), demand), asked[:, :-1]], axis=1)
        stock, due = stock + came, requests + owed
        sent = np.minimum(stock, due)
        stock, owed = stock - sent, due - sent
        unfilled = unfilled - came
        expected = theta * (known * demand + (1 - known) * requests) + (1 - theta) * expected
        asked = np.maximum(0, expected + alpha * (aim - stock + owed - beta * unfilled))
        unfilled = unfilled + asked
        travelling.append(np.concatenate([sent[:, 1:], asked[:, -1:]], axis=1))
        kept[:, week] = asked, stock, owed, sum(travelling)
        served[week] = sent[:, 0]
    orders, stocks, debts, moving = kept.transpose(0, 2, 3, 1)
    return Chain(orders, stocks, debts, moving, served.T)
