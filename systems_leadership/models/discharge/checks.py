"""What the model 'discharge' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

from typing import Any

import numpy as np

from workbook.model import Check, Floats, is_close

from .flow import flows
from .model import BALANCE, BED, CARE_SHORT, PACKAGE, STAY, Discharge, middle

MODEL = Discharge()

DECADE = 3650  # days
MOST = 0.95  # share of pairs of runs in which a message must hold
SPLITS = (0, 25, 50, 75, 100)


def waiting(settings: dict[str, Any], day: float = 365) -> Floats:
    """People waiting on a day, shape (settings, seeds); each control's value may be a list."""
    names = [control.name for control in MODEL.controls]
    given = MODEL.settings() | settings
    arrays = np.broadcast_arrays(*(np.atleast_1d(np.asarray(given[name], dtype=float)) for name in names))
    return MODEL.follow(dict(zip(names, arrays, strict=True)), [day]).waiting[:, :, 0]


def story() -> bool:
    beds, care = waiting({"to_care": [0, 100]})
    figures = is_close(np.quantile([beds, care], 0.5, axis=1, method="inverted_cdf"), [851, 0], within=1)
    return figures and bool(np.mean(care < beds) >= MOST)


def split() -> bool:
    year, two = (np.median(waiting({"to_care": SPLITS}, day), axis=1) for day in (365, 730))
    return bool(np.all(np.diff(year) <= 0) and np.all(np.diff(two) <= 0) and two[3] > two[4])


def quarter() -> bool:
    all_beds, little_care = waiting({"to_care": [0, 100], "extra_money": [1600, 400]})
    return bool(np.mean(little_care < all_beds) >= MOST)


def counter() -> bool:
    beds, care = waiting({"to_care": [0, 100], "short": 1})
    run = MODEL.run(to_care=100, short=1)
    return bool(np.mean(beds < care) >= MOST) and MODEL.at(run, "cared_for") < 780


def held() -> bool:
    """The money of the story, with and without the mechanism: whether those who wait for care keep their bed."""
    start: Any = CARE_SHORT._asdict()
    packages = start.pop("packages") + np.array([0, 93])
    won = {}
    for hold in (True, False):
        for name, room in (("roomy", 120), ("tight", 98)):
            given = start | {"beds": room + np.array([4, 0]), "treated": min(room, 100)}
            beds, care = flows(packages=packages, hold=hold, **given).waiting[:, :, 0]
            won[name, hold] = float(np.mean(care < beds)), float(np.mean(beds < care))
    with_, without, tight = won["roomy", True], won["roomy", False], won["tight", False]
    return with_[0] >= MOST and without[0] == 0 and tight[0] == 0 and tight[1] >= MOST


def chance() -> bool:
    on_paper = flows(100, 730, chance=False, dt=0.25).waiting
    by_chance, more = middle(flows([100, 105], [730, 766]).waiting)[1, :, 0]
    return is_close(on_paper, 0, within=1e-6) and 120 <= by_chance <= 200 and bool(more < 5)


def paper(beds: Any, packages: Any, days: Any, **given: Any) -> Any:
    """Runs without chance, as the public model has them: 100 people and 730 with care at the start."""
    return flows(beds, packages, days=days, chance=False, dt=0.25, **given)


def on_paper() -> bool:
    enough = paper(100, 730, [365, 1460])
    short = paper([99.5, 100], [730, 726], [1460])
    end = paper([100, 110, 140], 657, [DECADE])
    return (
        is_close(enough.waiting, 0, within=1e-6)
        and bool(np.all(short.waiting > 1))
        and is_close(end.treated / STAY, 18, within=0.01)
        and is_close(end.delayed.ravel(), [10, 20, 50], within=0.1)
    )


def best_split() -> bool:
    def year(care: Floats) -> Floats:
        found: Floats = paper(BALANCE * (1 - care) / BED, BALANCE * care / PACKAGE, [365]).waiting[:, 0, 0]
        return found

    tried = np.arange(0.20, 0.29, 0.01)
    figures = is_close(year(np.array([0.18, 0.238, 0.25])), [1185, 6, 112], within=1.0)
    return figures and is_close(tried[year(tried).argmin()], 0.24, within=0.001)


def postponed() -> bool:
    days = np.arange(0, 500, 0.25)
    queue = paper([100, 110, 140], 657, days).waiting[:, 0] >= 1
    return is_close(np.floor(days[queue.argmax(axis=1)]), [6, 106, 406])


def lagged() -> bool:
    """The middle of a year without extra money, then 93 packages more: what mends when?"""
    run = MODEL.run(extra_money=0)
    waiting, delayed, cared_for = (MODEL.at(run, name, 365) for name in ("waiting", "delayed", "cared_for"))
    days = np.arange(0, 301)
    later = flows(
        CARE_SHORT.beds,
        CARE_SHORT.packages + 93,
        waiting=waiting,
        treated=CARE_SHORT.beds - delayed,
        delayed=delayed,
        cared_for=cared_for,
        days=days,
    )
    stuck, queue = middle(later.delayed)[1, 0], middle(later.waiting)[1, 0]
    cleared, half = (np.argmax(path < path[0] / 2) for path in (stuck, queue))
    return bool(0 < cleared <= 7 and half > 90)


def process_helps_but_does_not_cure() -> bool:
    """Where the queue is long in every run, so that the middle run tells of its growth."""
    year, two = (np.mean(waiting({"process": [0, 10], "extra_money": 0}, day), axis=1) for day in (365, 730))
    growth = two - year
    return bool(year[1] < 0.85 * year[0]) and is_close(growth[0], growth[1], share=0.05)


def conserved() -> bool:
    days = np.arange(0, 731.0)
    for by_chance in (True, False):
        flow = flows([0, 60, 110, 140], [0, 300, 657, 900], chance=by_chance, days=days, seeds=20)
        inside = np.sum(flow[:4], axis=0)
        gone = flow.left + flow.ended
        if not is_close(inside - inside[..., :1] + gone - flow.arrived, 0, within=1e-6):
            return False
    return True


def little() -> bool:
    """At rest a stock is its flow times the time spent in it."""
    end = flows(140, 900, days=np.arange(DECADE, DECADE + 731, 73.0), seeds=20)
    found = [float(np.mean(stock)) for stock in (end.treated, end.cared_for)]
    return is_close(found, [20 * STAY, 20 * 0.05 * 730], share=0.02)


def extremes() -> bool:
    empty = flows(100, 730, arrivals=0, days=[DECADE], seeds=20)
    no_care = flows(100, 0, days=[DECADE], seeds=20)
    roomy = flows(200, 1000, days=[100, DECADE], seeds=20)
    return (
        bool(np.median(np.sum(empty[:4], axis=0)) <= 10)
        and is_close([no_care.delayed, no_care.treated], np.reshape([100, 0], (2, 1, 1, 1)))
        and is_close([roomy.waiting, roomy.delayed], 0)
    )


def same_with_half_steps() -> bool:
    whole, half = (
        flows([100, 103, 110], [657, 727, 657], days=[365, 730], chance=False, dt=dt) for dt in (0.25, 0.125)
    )
    exact = all(is_close(a, b, within=0.5, share=0.01) for a, b in zip(whole[:4], half[:4], strict=True))
    start: Any = CARE_SHORT._asdict()
    beds, packages = start.pop("beds") + np.array([4, 0]), start.pop("packages") + np.array([0, 93])
    once, twice = (np.mean(flows(beds, packages, dt=dt, **start).waiting, axis=1) for dt in (1.0, 0.5))
    return exact and is_close(once, twice, within=60)


CHECKS: tuple[Check, ...] = (
    Check("story", story),
    Check("split", split),
    Check("quarter", quarter),
    Check("counter", counter),
    Check("held", held, ("wolstenholme1999flow",)),
    Check("chance", chance),
    Check("paper", on_paper, ("symmetriclab_discharge",)),
    Check("best-split", best_split, ("symmetriclab_discharge",)),
    Check("postponed", postponed),
    Check("lag", lagged),
    Check("process", process_helps_but_does_not_cure),
    Check("conservation", conserved),
    Check("little", little),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
)
