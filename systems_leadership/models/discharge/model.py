"""Hospital discharge: the same money for beds or for care at home."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from workbook.model import Control, Floats, Model, Series
from workbook.model.trace import Trace

from .flow import Flow, flows

BED = 400.0  # pounds a day
PACKAGE = 120.0 / 7  # pounds a day
STAY = 5.0  # days
BALANCE = 100 * BED + 730 * PACKAGE  # pounds a day for 100 beds and 730 packages, which balance on paper
EDGES = (0.1, 0.5, 0.9)  # 8 runs of 10 lie between the outer two; the one between is the middle run
YEAR = 365.0
TICKS = (*range(15), *range(21, 358, 7), *range(365, 716, 14), 730)  # days: one by one, then weeks, then fortnights


class Place(NamedTuple):
    """Merrowdale on day 0: what there is, and who is where."""

    beds: int
    packages: int
    treated: int
    delayed: int
    cared_for: int


CARE_SHORT = Place(beds=120, packages=600, treated=100, delayed=20, cared_for=600)
BEDS_SHORT = Place(beds=96, packages=780, treated=96, delayed=0, cared_for=730)
PLACES = (CARE_SHORT, BEDS_SHORT)


def bought(money: ArrayLike, care: ArrayLike) -> tuple[Floats, Floats]:
    """Whole beds and whole care packages that money buys; what is too little for a bed buys care.

    Args:
        money: pounds a day.
        care: share meant for care at home, 0 to 1, a shape that fits.
    """
    money, care = np.broadcast_arrays(np.asarray(money, dtype=float), np.asarray(care, dtype=float))
    # A hair more, as 1,600 x (1 - 0.75) must buy one bed however the computer rounds.
    beds = np.floor(money * (1 - care) / BED + 1e-9)
    return beds, np.floor((money - beds * BED) / PACKAGE + 1e-9)


def middle(runs: Floats) -> Floats:
    """Low edge, middle and high edge of runs that differ by chance: each is one of them, so people stay whole.

    Args:
        runs: shape (runs, seeds, days).

    Returns:
        Shape (3, runs, days).
    """
    return np.asarray(np.quantile(runs, EDGES, axis=1, method="inverted_cdf"))


class Discharge(Model):
    """Extra money goes to hospital beds or to care at home; who waits, and where?"""

    name = "discharge"
    controls = (
        Control("to_care", (0, 25, 50, 75, 100), 0, 0, 100),
        Control("extra_money", (0, 400, 800, 1200, 1600), 1600, 0, 5000),
        Control("short", (0, 1), 0, 0, 1, named=True),
        Control("process", (0, 5, 10), 0, 0, 50, page=False),
        Control("occupancy", (85, 90, 95, 100), 100, 85, 100, page=False),
    )
    series = (
        Series("waiting", band=("waiting_low", "waiting_high")),
        Series("delayed", band=("delayed_low", "delayed_high")),
        Series("cared_for"),
    )
    points = (*range(0, 29, 14), *range(56, 337, 28), 365, *range(393, 702, 28), 730)
    chart = "band"
    sources = (
        "symmetriclab_discharge",
        "wolstenholme1999flow",
        "wolstenholme2007coping",
        "lane2000wrong",
        "brailsford2004emergency",
    )

    @staticmethod
    def follow(settings: Mapping[str, Floats], days: ArrayLike) -> Flow:
        """All runs of each setting, which differ by chance alone; arguments as for ``simulate``."""
        at_start = np.array(PLACES, dtype=float)[np.rint(settings["short"]).astype(int)].T
        beds, packages, treated, delayed, cared_for = at_start
        more_beds, more_packages = bought(settings["extra_money"], settings["to_care"] / 100)
        return flows(
            beds=np.floor((beds + more_beds) * settings["occupancy"] / 100 + 1e-9),
            packages=packages + more_packages,
            stay=STAY * (1 - settings["process"] / 100),
            treated=treated,
            delayed=delayed,
            cared_for=cared_for,
            days=days,
        )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        flow = self.follow(settings, points)
        (low, waiting, high), (least, delayed, most) = middle(flow.waiting), middle(flow.delayed)
        return np.stack([waiting, low, high, delayed, least, most, middle(flow.cared_for)[1]], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        waiting, low, high = (self.at(run, column, YEAR) for column in ("waiting", "waiting_low", "waiting_high"))
        band = "band" if high > low else "same"
        return self.words.say(
            "year",
            waiting=self.words.say("waiting", waiting),
            band=self.words.say(band, low=f"{low:,.0f}", high=f"{high:,.0f}"),
        )

    def trace(self, **given: float) -> Trace:
        """Two years of one run, person by person: the middle run after a year, of which the sentence speaks.

        Args:
            given: controls by name, as for ``run``.
        """
        settings = self.settings(**given)
        seed, part, usual = _drawn(tuple(settings.items()))
        year = TICKS.index(YEAR)
        beds, packages = bought(settings["extra_money"], settings["to_care"] / 100)
        place = PLACES[round(settings["short"])]
        return Trace(
            ticks=tuple(float(tick) for tick in TICKS),
            stocks={
                "waiting": tuple(part["waiting"].tolist()),
                "treated": tuple(part["treated"].tolist()),
                "ready": tuple(part["delayed"].tolist()),
                "cared_for": tuple(part["cared_for"].tolist()),
            },
            flows={
                flow_name: tuple(np.diff(part[name], prepend=part[name][:1]).tolist())
                for flow_name, name in (
                    ("arrive", "arrived"),
                    ("admit", "admitted"),
                    ("leave", "left"),
                    ("ready", "ready"),
                    ("start_care", "started"),
                    ("end_care", "ended"),
                )
            },
            more={
                "beds": [place.beds, int(beds)],  # at the start, and bought
                "packages": [place.packages, int(packages)],
                "shorter": 0 if settings["process"] else None,  # the day from which stays are
                "queue": _queue(part["waiting"]),
                "sentence": self.words.say(
                    "run",
                    waiting=self.words.say("waiting", float(part["waiting"][year])),
                    delayed=self.words.say("delayed", float(part["delayed"][year])),
                    middle=f"{usual:,.0f}",
                ),
            },
            seed=seed,
        )


@lru_cache(256)
def _drawn(settings: tuple[tuple[str, float], ...]) -> tuple[int, dict[str, NDArray[np.int64]], float]:
    """The run that a picture shows, made once for the words of all settings.

    Of the middle runs after a year it is the one that keeps within the bands, and nearest to the middle after two.

    Returns:
        Which one it is; its part of the flow; and how many could go home in the middle run after a year.
    """
    flow = Discharge.follow({name: np.array([value]) for name, value in settings}, TICKS)
    year, end = TICKS.index(YEAR), -1
    off = np.zeros(flow.waiting.shape[1])
    # What the sentence says comes first: people who wait, then people who could go home.
    told = ((flow.waiting, year, 1000.0), (flow.delayed, year, 10.0), (flow.waiting, end, 1.0))
    for stock, when, weight in told:
        runs = stock[0, :, when]
        low, mid, high = middle(stock[:, :, [when]]).ravel()
        off += weight * np.abs(runs - mid) + 400 * ((runs < low) | (runs > high))
    seed = int(off.argmin())
    part = {name: one[0, seed].astype(int) for name, one in flow._asdict().items()}
    return seed, part, float(middle(flow.delayed[:, :, [year]])[1, 0, 0])


def _queue(waiting: NDArray[np.int64]) -> float | None:
    """The day from which somebody waits for good, if that comes within the first year."""
    year = waiting[: TICKS.index(YEAR) + 1]
    none = np.flatnonzero(year == 0)
    first = int(none[-1]) + 1 if len(none) else len(year)
    return float(TICKS[first]) if first < len(year) else None
