"""The two years of the district, quarter by quarter, for any number of plays side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .boundary import BOUNDARIES
from .chance import factors
from .equations import COUNTS, DIALS, QUARTERS, SEASONS, START, STEPS_A_WEEK, WEEKS, Floats, Ints, advance
from .levers import OPTIONS, USES, dials
from .orders import SCRIPTED, TOGETHER, OrderError, Orders
from .rules import GRANTS, RULES, Rule, choose, holds, placed


@dataclass(frozen=True)
class Quarter:
    """What a quarter showed, each of shape (plays,).

    Args:
        figures: means over the quarter, and what is made of them.
        decided: the option of each lever, counted from 0.
        dials: what the decisions set.
        share: of flexible money in the pool.
        tokens: shares of the pool for ``levers.USES``, shape (5, plays).
    """

    figures: Mapping[str, Floats]
    decided: Mapping[str, Ints]
    dials: Mapping[str, Floats]
    share: Floats
    tokens: Floats


@dataclass
class District:
    """A district in play.

    Args:
        orders: what was ordered.
        rules: of the scripted people, by lever; left out, those of the round.
        steps: a week.

    Attributes:
        stocks: as they stand, each of shape (plays,).
        total: each count since the start, of shape (plays,).
        quarters: those that are over.
        path: the stocks at the start and at the end of each week.
    """

    orders: Orders
    rules: Mapping[str, Rule] | None = None
    steps: int = STEPS_A_WEEK
    stocks: dict[str, Floats] = field(init=False)
    total: dict[str, Floats] = field(init=False)
    quarters: list[Quarter] = field(default_factory=list, init=False)
    path: list[dict[str, Floats]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        plays = self.orders.plays
        self.stocks = {name: np.full(plays, value) for name, value in START.items()}
        self.total = {name: np.zeros(plays) for name in COUNTS}
        self.path.append(dict(self.stocks))
        self._scripted: dict[str, Ints] = {}
        self._tokens = np.zeros((len(USES), plays))
        drawn = {seed: factors(seed) for seed in self.orders.seeds}
        self._chance = np.stack([drawn[seed] for seed in self.orders.seeds], axis=2) if drawn else None

    def run(self) -> District:
        """Play all quarters that are left.

        Raises:
            OrderError: sizes with which something is divided by nothing.
        """
        while len(self.quarters) < QUARTERS:
            self.play_quarter()
        return self

    def play_quarter(self) -> Quarter:
        """Play one: the boundary, rules, levers that are fixed, those that are held, requests, tokens, 91 days."""
        orders, number = self.orders, len(self.quarters) + 1
        moved = BOUNDARIES[orders.boundary]
        decided = self._decide(number)
        share = orders.share[number - 1]
        if orders.round == TOGETHER:
            self._place(number)
        tokens, absent = self._tokens, number in moved.absent_in
        set_to = dials(decided, share, tokens, moved.purse(orders.money, number), absent)
        sizes = moved.sizes(orders.parameters, number)
        added = self._weeks(number, set_to, sizes)
        figures = self._figures(added, set_to, sizes)
        self.quarters.append(Quarter(figures, decided, set_to, share, tokens))
        return self.quarters[-1]

    def seen(self, number: int) -> dict[str, Any] | None:
        """What people know as a quarter begins, counted from 1: the figures of the last, and whether it is winter."""
        return {**self.quarters[number - 2].figures, "winter": int((number - 1) % 4 >= 2)} if number > 1 else None

    def _decide(self, number: int) -> dict[str, Ints]:
        orders, seen = self.orders, self.seen(number)
        fixed = BOUNDARIES[orders.boundary].held(number)
        decided: dict[str, Ints] = {}
        for lever, rule in (self.rules or RULES[orders.round]).items():
            scripted = np.full(orders.plays, rule["first"])
            if seen is not None:
                scripted = choose(rule, self._scripted[lever], seen)
            if lever in fixed:
                scripted = np.full(orders.plays, fixed[lever])
            self._scripted[lever] = scripted
            held = orders.held.get(lever)
            if held is None or lever in fixed:
                decided[lever] = scripted
            else:
                decided[lever] = np.where(held[number - 1] == SCRIPTED, scripted, held[number - 1])
        if seen is None:  # nobody has seen a figure yet, and nobody asks
            return decided
        for lever, way, *offered in orders.requests[number - 1]:
            granted = any(offered) | np.asarray(holds(GRANTS[lever]["up" if way > 0 else "down"], seen))
            decided[lever] = np.clip(decided[lever] + way * granted, 0, len(OPTIONS[lever]) - 1)
        return decided

    def _place(self, number: int) -> None:
        """Tokens by order; or by the aim, twice a year."""
        if self.orders.tokens is not None:
            self._tokens = self.orders.tokens[number - 1]
        elif number % 2:
            self._tokens = placed(self.orders.aim, self.seen(number), self.orders.plays)

    def _weeks(self, number: int, set_to: Mapping[str, Floats], sizes: Mapping[str, Any]) -> dict[str, Floats]:
        added = {name: np.zeros(self.orders.plays) for name in COUNTS}
        season = SEASONS[(number - 1) % 4]
        for week in range((number - 1) * WEEKS, number * WEEKS):
            arriving, fit = (1.0, 1.0) if self._chance is None else self._chance[week]
            here = {name: set_to[name] * fit if name == "full" else set_to[name] for name in DIALS}
            self.stocks, counts = advance(self.stocks, here, sizes, season * arriving, self.steps, 1 / self.steps)
            for name, count in counts.items():
                added[name] = added[name] + count
            self.path.append(dict(self.stocks))
        if not all(np.isfinite(stock).all() for stock in self.stocks.values()):
            problem = f"in quarter {number} something is divided by nothing. Give sizes above 0"
            raise OrderError("parameters and money", problem)
        for name, count in added.items():
            self.total[name] = self.total[name] + count
        return added

    def _figures(
        self, added: Mapping[str, Floats], set_to: Mapping[str, Floats], sizes: Mapping[str, Any]
    ) -> dict[str, Floats]:
        figures = {name: count / WEEKS for name, count in added.items()}
        before = self.quarters[-1].figures if self.quarters else figures
        figures["ready"] = figures["unready"] + figures["unserved"]
        figures["filled"] = 1 - figures["free"] / (sizes["beds_open"] + set_to["beds"])
        figures["bought"] = set_to["money"] / set_to["fee"]
        figures["unspent"] = set_to["money"] - figures["spent"]
        figures["short"] = figures["bought"] - figures["staff"]
        figures["staff_fell"] = before["staff"] - figures["staff"]
        figures["volunteers_fell"] = before["volunteers"] - figures["volunteers"]
        return figures
