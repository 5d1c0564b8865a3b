"""Hospital discharge: the same money for beds or for care at home."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from .model import Check, Control, Floats, Model, Series
from .patient_flow import flows
from .tolerance import near
from .words import people

BED = 400.0  # pounds a day
PACKAGE = 120.0 / 7  # pounds a day
BEDS = 100.0  # Merrowdale at the start
PACKAGES = 657.0  # Merrowdale at the start: a tenth short of the 730 that would balance
STAY = 5.0  # days
BALANCE = 100 * BED + 730 * PACKAGE  # pounds a day for 100 beds and 730 packages
DECADE = 3650  # days


def split(care: float) -> float:
    """People waiting after a year when ``care`` (0 to 1) of the balancing money goes to care at home."""
    return float(flows(BALANCE * (1 - care) / BED, BALANCE * care / PACKAGE, days=[365]).waiting[0, 0])


def balanced() -> bool:
    enough = flows(100, 730, days=[365, 1460])
    short = flows([99.5, 100], [730, 726], days=[1460])
    return near(enough.waiting, 0, within=1e-6) and bool(np.all(short.waiting[:, -1] > 1))


def settles() -> bool:
    end = flows([100, 110, 140], 657, days=[DECADE])
    return near(end.treated / STAY, 18, within=0.01) and near(end.delayed[:, 0], [10, 20, 50], within=0.1)


def postponed() -> bool:
    days = np.arange(0, 500, 0.25)
    queue = flows([100, 110, 140], 657, days=days).waiting >= 1
    return near(np.floor(days[queue.argmax(axis=1)]), [6, 106, 406])


def best_split() -> bool:
    figures = near([split(0.18), split(0.238), split(0.25)], [1185, 6, 112], within=1.0)
    tried = np.arange(0.20, 0.29, 0.01)
    return figures and near(tried[np.argmin([split(care) for care in tried])], 0.24, within=0.001)


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
    return near(inside - inside[:, :1] + flow.left, 20 * days, within=1e-6)


def little() -> bool:
    """At rest a stock is its flow times the time spent in it."""
    end = flows(140, 900, days=[DECADE])
    return near([end.treated, end.cared_for], [[[20 * STAY]], [[20 * 0.05 * 730]]], share=0.01)


def extremes() -> bool:
    empty = flows(100, 730, arrivals=0, days=[DECADE])
    no_care = flows(100, 0, days=[DECADE])
    endless = flows(np.inf, np.inf, days=[0, 100, DECADE])
    return (
        near(np.sum(empty[:4], axis=0), 0, within=5)
        and near([no_care.delayed, no_care.treated], [[[100]], [[0]]], within=0.1)
        and near([endless.waiting, endless.delayed], 0, within=1e-6)
    )


def same_with_half_steps() -> bool:
    whole, half = (flows([100, 103, 110], [657, 727, 657], dt=dt) for dt in (0.25, 0.125))
    return all(near(a, b, within=0.5, share=0.01) for a, b in zip(whole[:4], half[:4], strict=True))


def queue_after_a_year(**given: float) -> float:
    return discharge.at(discharge.run(**given), "waiting", 365)


def story() -> bool:
    beds, care = (queue_after_a_year(extra_money=1200, to_care=share) for share in (0, 100))
    return near([beds, care], [487, 22], within=1)


def process_helps_but_does_not_cure() -> bool:
    runs = [discharge.run(extra_money=0, process=cut) for cut in (0, 10)]
    growth = [discharge.at(run, "waiting", 730) - discharge.at(run, "waiting", 705) for run in runs]
    year = [discharge.at(run, "waiting", 365) for run in runs]
    return year[1] < 0.75 * year[0] and near(growth[0], growth[1], share=0.02)


class Discharge(Model):
    """Extra money goes to hospital beds or to care at home; who waits, and where?"""

    name = "discharge"
    title = "Beds or care at home?"
    axis = ("Day", "days")
    controls = (
        Control("extra_money", "Extra money", "pounds a day", (0, 400, 800, 1200, 1600), 1200, 0, 5000),
        Control("to_care", "Share spent on care at home", "percent", (0, 25, 50, 75, 100), 0, 0, 100),
        Control("process", "Hospital stay made shorter by", "percent", (0, 5, 10), 0, 0, 50),
        Control("occupancy", "Beds the hospital dares to fill", "percent", (85, 90, 95, 100), 100, 85, 100, False),
    )
    series = (
        Series("waiting", "Waiting to come into hospital", "people"),
        Series("delayed", "In hospital, could go home with support", "people"),
        Series("cared_for", "Have care at home", "people"),
    )
    points = (*range(0, 361, 20), *range(365, 706, 20), 730)
    assumptions = (
        "20 people a day need a hospital bed; their treatment takes 5 days.",
        "After treatment 5 in 100 need care at home before they can leave; the others go home at once.",
        "Who finds no free care package stays in the bed, ready to go; who finds no free bed waits.",
        "A care package lasts 24 months, then it is free for someone else.",
        "Extra money buys beds or packages on day 0, all at once, and staff for them can be found.",
        "Every day is like every other: no winter, no weekend, no one sent home too early.",
    )
    invented = (
        "Merrowdale, its 100 beds and its 657 care packages are invented.",
        "The extra money, its split and the shorter stay are invented.",
        "5 in 100 and 24 months are teaching values of the public model, not measurements.",
    )
    data = (
        "The arrivals (20 a day) and the stay (5 days) are the values of SymmetricLab's public model.",
        "So are the costs: 400 pounds a day for a bed, 120 pounds a week for a package.",
    )
    caveats = (
        "How much of the delay is due to a lack of social care is unknown. At most 12% can be put down to "
        "it with certainty (King's Fund, records since May 2024).",
        "In December 2022 the mean wait from fit to discharged was 1.3 days, counting those who did not wait at all "
        "(Health Foundation).",
        "Hospitals under pressure also cope in other ways: beds in other wards, early discharge, cancelled "
        "operations. Each has a side effect that comes back (Wolstenholme and others 2007).",
        "A single figure can hide harm moved elsewhere. In a model of an emergency department, fewer beds "
        "meant cancelled operations, not longer emergency waits (Lane and others 2000).",
        "It may matter more to prevent admissions: in a model of Nottingham, referrals by GPs did most to fill "
        "the hospital (Brailsford and others 2004).",
    )
    cannot_answer = "Who should pay, when one organisation buys the care and another one's figures improve?"
    sources = (
        "symmetriclab_discharge",
        "wolstenholme1999flow",
        "wolstenholme2007coping",
        "lane2000wrong",
        "brailsford2004emergency",
    )

    checks = (
        Check(
            "balance",
            "100 beds and 730 packages just balance; a little less of either, and a queue grows.",
            balanced,
            ("symmetriclab_discharge",),
        ),
        Check(
            "settles",
            "With packages a tenth short 18 people a day get through, whatever the number of beds: "
            "with 100, 110 and 140 beds, 10, 20 and 50 are delayed (to 0.1).",
            settles,
        ),
        Check(
            "postponed",
            "More beds only postpone the queue: its first person comes on day 6, 106 or 406 (to the day).",
            postponed,
        ),
        Check(
            "best-split",
            "If all the money is shared out again, the queue is shortest with near 24% for care; after a year "
            "1,185 wait at 18%, 6 at 23.8%, 112 at 25% (to 1 person).",
            best_split,
        ),
        Check(
            "lag",
            "Packages added one a day clear the delays only after weeks, and the queue later still: the "
            "one who pays is not the first to gain.",
            lagged,
        ),
        Check("conservation", "Everyone who came is waiting, in hospital, in care or has left.", conserved),
        Check("little", "At rest each stock is its flow times the time spent in it (to 1%).", little),
        Check(
            "extremes",
            "No arrivals empty it; no packages fill the hospital and stop admissions; without limits no one waits.",
            extremes,
        ),
        Check(
            "half-step",
            "Half the time step gives the same curves (to 1% or half a person).",
            same_with_half_steps,
        ),
        Check(
            "story",
            "With 1,200 pounds a day, all to beds leaves 487 waiting after a year, all to care 22 (to 1 person).",
            story,
        ),
        Check(
            "process",
            "A shorter stay makes the queue shorter, but in the end it grows as fast as before.",
            process_helps_but_does_not_cure,
        ),
    )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        money, care = settings["extra_money"], settings["to_care"] / 100
        flow = flows(
            beds=(BEDS + money * (1 - care) / BED) * settings["occupancy"] / 100,
            packages=PACKAGES + money * care / PACKAGE,
            stay=STAY * (1 - settings["process"] / 100),
            days=points,
        )
        return np.stack([flow.waiting, flow.delayed, flow.cared_for], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        waiting, delayed = self.at(run, "waiting", 365), self.at(run, "delayed", 365)
        return (
            f"After a year {people(waiting, 'waits', 'wait')} to come into hospital and "
            f"{people(delayed, 'is', 'are')} in hospital although they could go home."
        )


discharge = Discharge()
