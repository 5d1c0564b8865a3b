"""What the model 'discharge' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, is_close

from ..patient_flow import flows
from .model import BALANCE, BED, PACKAGE, STAY, Discharge

MODEL = Discharge()

DECADE = 3650  # days


def split(care: float) -> float:
    """People waiting after a year when ``care`` (0 to 1) of the balancing money goes to care at home."""
    return float(flows(BALANCE * (1 - care) / BED, BALANCE * care / PACKAGE, days=[365]).waiting[0, 0])


def balanced() -> bool:
    enough = flows(100, 730, days=[365, 1460])
    short = flows([99.5, 100], [730, 726], days=[1460])
    return is_close(enough.waiting, 0, within=1e-6) and bool(np.all(short.waiting[:, -1] > 1))


def settles() -> bool:
    end = flows([100, 110, 140], 657, days=[DECADE])
    return is_close(end.treated / STAY, 18, within=0.01) and is_close(end.delayed[:, 0], [10, 20, 50], within=0.1)


def postponed() -> bool:
    days = np.arange(0, 500, 0.25)
    queue = flows([100, 110, 140], 657, days=days).waiting >= 1
    return is_close(np.floor(days[queue.argmax(axis=1)]), [6, 106, 406])


def best_split() -> bool:
    figures = is_close([split(0.18), split(0.238), split(0.25)], [1185, 6, 112], within=1.0)
    tried = np.arange(0.20, 0.29, 0.01)
    return figures and is_close(tried[np.argmin([split(care) for care in tried])], 0.24, within=0.001)


def lagged() -> bool:
    """After a year of shortage one package a day is added, for 80 days: what mends when?"""
    year = flows(110, 657, days=[365])
    more = flows(110, 657, days=[0], before=year)
    delayed, waiting = [], []
    for day in range(200):
        more = flows(110, 657 + min(day, 80), days=[1], before=more)
        delayed.append(more.delayed[0, 0])
        waiting.append(more.waiting[0, 0])
    cleared, half = np.array([np.argmax(np.array(v) < v[0] / 2) for v in (delayed, waiting)])
    return bool(7 < cleared < half)


def conserved() -> bool:
    days = np.arange(0, 731.0)
    flow = flows([0, 60, 110, 140], [0, 300, 657, 900], days=days)
    inside = np.sum(flow[:4], axis=0)
    return is_close(inside - inside[:, :1] + flow.left, 20 * days, within=1e-6)


def little() -> bool:
    """At rest a stock is its flow times the time spent in it."""
    end = flows(140, 900, days=[DECADE])
    return is_close([end.treated, end.cared_for], [[[20 * STAY]], [[20 * 0.05 * 730]]], share=0.01)


def extremes() -> bool:
    empty = flows(100, 730, arrivals=0, days=[DECADE])
    no_care = flows(100, 0, days=[DECADE])
    endless = flows(np.inf, np.inf, days=[0, 100, DECADE])
    return (
        is_close(np.sum(empty[:4], axis=0), 0, within=5)
        and is_close([no_care.delayed, no_care.treated], [[[100]], [[0]]], within=0.1)
        and is_close([endless.waiting, endless.delayed], 0, within=1e-6)
    )


def same_with_half_steps() -> bool:
    whole, half = (flows([100, 103, 110], [657, 727, 657], dt=dt) for dt in (0.25, 0.125))
    return all(is_close(a, b, within=0.5, share=0.01) for a, b in zip(whole[:4], half[:4], strict=True))


def queue_after_a_year(**given: float) -> float:
    return MODEL.at(MODEL.run(**given), "waiting", 365)


def story() -> bool:
    beds, care = (queue_after_a_year(extra_money=1200, to_care=share) for share in (0, 100))
    return is_close([beds, care], [487, 22], within=1)


def process_helps_but_does_not_cure() -> bool:
    runs = [MODEL.run(extra_money=0, process=cut) for cut in (0, 10)]
    growth = [MODEL.at(run, "waiting", 730) - MODEL.at(run, "waiting", 705) for run in runs]
    year = [MODEL.at(run, "waiting", 365) for run in runs]
    return year[1] < 0.75 * year[0] and is_close(growth[0], growth[1], share=0.02)


CHECKS: tuple[Check, ...] = (
    Check("balance", balanced, ("symmetriclab_discharge",)),
    Check("settles", settles),
    Check("postponed", postponed),
    Check("best-split", best_split),
    Check("lag", lagged),
    Check("conservation", conserved),
    Check("little", little),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
    Check("story", story),
    Check("process", process_helps_but_does_not_cure),
)
