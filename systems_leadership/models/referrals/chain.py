"""A chain of four desks that order from one another, each with a delay (the beer game)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from workbook.model import Floats

DESKS = 4
WEEKS = 36
MAIL = 2  # weeks until a request is read by the next desk
SEND = 2  # weeks until what was sent is there
MAKE = 3  # weeks until what the last desk orders is made
BEFORE, AFTER, CHANGE = 4, 8, 5  # need a week, and the week from which it is the higher one
STOCK = 12


class Chain(NamedTuple):
    """Weeks 0, 1, 2 ... of the chain; week 0 is the board as it is set up. Each array (runs, desks, weeks + 1).

    The first three stand for the end of the week, the others for what went on in it.
    """

    stock: Floats  # places in hand
    owed: Floats  # asked for at this desk and not given
    on_way: Floats  # sent to this desk, or being made, and not yet there
    asked: Floats  # asked for at this desk in that week; at the first desk: need
    came: Floats
    sent: Floats  # given to the desk below; at the first desk: to people
    orders: Floats  # asked of the desk above; at the last desk: put in hand

    @property
    def spent(self) -> Floats:
        """Cost from week 1 to each week, shape (runs, weeks + 1): half a point for each place in hand at the end of
        a week, and one for each that is owed (the game's dollars: isixsigma_beergame).
        """
        weekly = (0.5 * self.stock + self.owed).sum(axis=1)
        weekly[:, 0] = 0
        return np.asarray(np.cumsum(weekly, axis=1))

    @property
    def cost(self) -> Floats:
        """All that it cost, shape (runs,)."""
        return np.asarray(self.spent[:, -1])

    @property
    def swing(self) -> Floats:
        """Between the highest and the lowest order of each desk after need has changed, shape (runs, desks)."""
        return np.asarray(np.ptp(self.orders[:, :, CHANGE:], axis=2))


def ordered_when_calm(mail: int = MAIL, send: int = SEND, make: int = MAKE) -> Floats:
    """Places that each desk has ordered and not yet got when it orders, as long as need is the lower one."""
    return np.array([BEFORE * (mail + send - 1.0)] * (DESKS - 1) + [BEFORE * (make - 1.0)])


def aim(wanted: ArrayLike, counted: ArrayLike) -> Floats:
    """Sterman's S', stock and counted orders together, for desks that want so many places in hand.

    Args:
        wanted: places in hand, shape (runs,).
        counted: share of what is ordered and not there that is counted, shape (runs,).

    Returns:
        Shape (runs, desks). 13 in hand and .34 of 12 make his mean, 17.
    """
    return np.asarray(wanted)[:, None] + np.asarray(counted)[:, None] * ordered_when_calm()


def follow(
    react: ArrayLike = 0.26,
    counted: ArrayLike = 0.34,
    smooth: ArrayLike = 0.36,
    target: ArrayLike = 17.0,
    shared: ArrayLike = 0.0,
    need: ArrayLike | None = None,
    weeks: int = WEEKS,
    delays: tuple[int, int, int] = (MAIL, SEND, MAKE),
    whole: bool = True,
) -> Chain:
    """Play the chain, many runs at once.

    Each week a desk gets what was sent some weeks ago, serves what was asked some weeks ago and what it
    still owes, smooths what it was asked, and orders
    max(0, smoothed + react x (target - stock + owed - counted x what it has ordered and not got)).
    Stock is 12 and all orders are 4 at the start. The last desk makes what it orders.

    Args:
        react: share of the gap ordered each week, 0 to 1; a number, shape (runs,), or (runs, desks).
        counted: share of what is ordered and not yet there that is counted, 0 to 1; likewise.
        smooth: weight of the newest request in what is expected, 0 to 1; likewise.
        target: stock aimed at, with what is counted; likewise.
        shared: how far each desk goes by the need at the first desk instead of its own requests, 0 to 1;
            likewise.
        need: places needed in each week, shape (weeks,) or (runs, weeks); 4, and 8 from week 5 on, if not given.
        weeks: how many.
        delays: weeks until a request is read, until what was sent is there, until what is ordered is made; 1 or more.
        whole: order whole places, halves up; else parts of places, as Sterman's equation gives them.

    Source: the rule and the mean values .26, .34, .36 and 17 are Sterman's (sterman1989modeling), seen in
        public code that cites him. Delays, stock and the steps of a week are the board's (edali2014mathematical, whose
        opening pages we read).
    """
    given = [np.asarray(value, dtype=float) for value in (react, counted, smooth, target, shared)]
    spread = [value[:, None] if value.ndim == 1 else value for value in given]
    week_of = np.arange(1, weeks + 1)
    asked_for = np.where(week_of >= CHANGE, AFTER, BEFORE) if need is None else np.asarray(need, dtype=float)
    asked_for = np.atleast_2d(asked_for)
    alpha, beta, theta, aimed, known = np.broadcast_arrays(np.empty((len(asked_for), DESKS)), *spread)[1:]
    shape = alpha.shape
    mail, send, make = delays
    slips = [np.full((shape[0], DESKS - 1), float(BEFORE)) for _ in range(mail)]
    sendings = [np.full((shape[0], DESKS - 1), float(BEFORE)) for _ in range(send)]
    makings = [np.full((shape[0], 1), float(BEFORE)) for _ in range(make)]
    stock, owed, nothing = np.full(shape, float(STOCK)), np.zeros(shape), np.zeros(shape)
    expected = np.full(shape, float(BEFORE))
    unfilled = np.tile(ordered_when_calm(*delays) + BEFORE, (shape[0], 1))

    def moving() -> Floats:
        return np.concatenate([sum(sendings, nothing[:, 1:]), sum(makings, nothing[:, :1])], axis=1)

    kept = np.empty((7, weeks + 1, *shape))
    kept[:, 0] = stock, owed, moving(), nothing, nothing, nothing, nothing
    for week in range(1, weeks + 1):
        came = np.concatenate([sendings.pop(0), makings.pop(0)], axis=1)
        wanted = np.broadcast_to(asked_for[:, week - 1, None], (shape[0], 1))
        asked = np.concatenate([wanted, slips.pop(0)], axis=1)
        stock, due = stock + came, asked + owed
        sent = np.minimum(stock, due)
        stock, owed, unfilled = stock - sent, due - sent, unfilled - came
        expected = theta * (known * wanted + (1 - known) * asked) + (1 - theta) * expected
        orders = np.maximum(0, expected + alpha * (aimed - stock + owed - beta * unfilled))
        if whole:
            orders = np.floor(orders + 0.5 + 1e-9)  # a hair, so that a half is one however it was added up
        unfilled = unfilled + orders
        slips.append(orders[:, :-1])
        sendings.append(sent[:, 1:])
        makings.append(orders[:, -1:])
        kept[:, week] = stock, owed, moving(), asked, came, sent, orders
    return Chain(*kept.transpose(0, 2, 3, 1))
