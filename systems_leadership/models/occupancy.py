"""How full can a ward be? Slack, and why size matters."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .model import Check, Control, Floats, Model, Series
from .tolerance import near


def blocked(beds: ArrayLike, load: ArrayLike) -> Floats:
    """Share of arrivals that find no bed (Erlang's loss formula).

    Args:
        beds: whole numbers, 0 or more; any shape that fits ``load``.
        load: arrivals in the time of one stay, 0 or more.

    Returns:
        A share, 0 to 1, shape of ``beds`` and ``load`` together.
    """
    beds, load = np.broadcast_arrays(np.asarray(beds, dtype=float), np.asarray(load, dtype=float))
    share = np.ones(load.shape)
    for bed in range(1, int(beds.max(initial=0)) + 1):
        # One bed more at a time: the factorials of the textbook formula would overflow.
        share = np.where(bed <= beds, load * share / (bed + load * share), share)
    return share


def load_for(beds: ArrayLike, full: ArrayLike) -> Floats:
    """Arrivals in the time of one stay that keep a share ``full`` (0 to less than 1) of ``beds`` in use."""
    beds, full = np.broadcast_arrays(np.asarray(beds, dtype=float), np.asarray(full, dtype=float))
    load = beds * full
    for _ in range(25):  # Newton's rule; beds in use rise ever more slowly, so it never overshoots
        lost = blocked(beds, load)
        slope = 1 - lost - lost * (beds - load * (1 - lost))
        step = (beds * full - load * (1 - lost)) / np.maximum(slope, 1e-12)
        load = load + step
        if np.all(np.abs(step) <= 1e-9 * beds):
            break
    return np.asarray(load)


def turned_away(beds: ArrayLike, full: ArrayLike) -> Floats:
    """Share of arrivals that find no bed when a share ``full`` of ``beds`` is in use on average."""
    return blocked(beds, load_for(beds, full))


LEVELS = (0.80, 0.85, 0.90, 0.95)


def reference() -> bool:
    hundred = 100 * turned_away(100, LEVELS)
    many = 100 * turned_away(400, LEVELS)
    return near(hundred, [0.4, 1.5, 4.5, 13.5], within=0.05) and near(many, [0, 0.01, 0.3, 2.4], within=0.05)


def convex() -> bool:
    lost = turned_away(100, np.arange(0.60, 0.99, 0.01))
    return bool(np.all(np.diff(lost) > 0) and np.all(np.diff(lost, 2) > 0))


def no_law() -> bool:
    """How full each size can be before 1 arrival in 100 finds no bed."""
    levels = np.arange(0.30, 0.99, 0.001)
    limit = [levels[np.argmax(turned_away(beds, levels) > 0.01)] for beds in (20, 100, 400)]
    return near(limit, [0.60, 0.83, 0.93], within=0.02)


def pooled() -> bool:
    return all(bool(np.all(turned_away(4 * beds, LEVELS) < turned_away(beds, LEVELS))) for beds in (10, 50, 100))


def extremes() -> bool:
    empty = near(blocked([1, 10, 400], 0), 0)
    no_beds = near(blocked(0, [1, 50]), 1)
    return empty and no_beds and near(blocked(1000, 50), 0, within=1e-12)


def balanced() -> bool:
    """The same answer from the flows themselves: beds fill and empty, until nothing changes."""
    beds, load = 12, 10.0
    chance = np.zeros(beds + 1)
    chance[0], dt = 1.0, 0.01
    taken = np.arange(beds + 1)
    for _ in range(4000):
        in_, out = load * chance[:-1], taken[1:] * chance[1:]
        flow = in_ - out
        chance[:-1] -= dt * flow
        chance[1:] += dt * flow
    lost = float(blocked(beds, load))
    in_use = float(taken @ chance)
    return near(chance[-1], lost, within=1e-6) and near(in_use, load * (1 - lost), within=1e-4)


class Occupancy(Model):
    """The fuller the ward, the more people find no bed; the larger the ward, the later that begins."""

    name = "occupancy"
    title = "How full can a ward be?"
    axis = ("Beds in use on average", "percent")
    controls = (
        Control("beds", "Beds in one ward", "beds", (20, 50, 100, 200, 400), 100, 1, 500),
        Control("wards", "Wards that share their beds", "wards", (1, 2, 3, 4), 1, 1, 5),
    )
    series = (
        Series("alone", "Find no bed, each ward on its own", "of 1,000 arrivals"),
        Series("shared", "Find no bed, wards share their beds", "of 1,000 arrivals"),
    )
    points = tuple(range(60, 99))
    assumptions = (
        "People arrive by chance, on no day more than on another, and stay for different times.",
        "Who finds no free bed goes elsewhere; nobody waits.",
        "Every bed suits every patient, and the staff for it are there.",
        "The line is an average over a very long time; a single week can be far above it.",
    )
    invented = ("The sizes of the wards and how many share are invented.",)
    data = (
        "Bagust and others (1999) simulated one hypothetical hospital: risks showed above about 85% "
        "and regular bed crises at 90% and more.",
    )
    caveats = (
        "85% is no law: it belongs to one hypothetical hospital, and the safe level depends on size.",
        "Real arrivals swing with season and weekday, so real wards need more slack than this formula says.",
    )
    cannot_answer = "What does an empty bed cost, and who pays for it?"
    sources = ("bagust1999beds",)
    checks = (
        Check(
            "reference",
            "At 80, 85, 90 and 95% full, 0.4, 1.5, 4.5 and 13.5% of arrivals find none of 100 beds, and "
            "0, 0.01, 0.3 and 2.4% none of 400 (to 0.05).",
            reference,
        ),
        Check(
            "convex",
            "Each further per cent of occupancy costs more than the one before.",
            convex,
            ("bagust1999beds",),
        ),
        Check(
            "no-law",
            "1 in 100 finds no bed at about 60, 83 and 93% full with 20, 100 and 400 beds (to 2 points): "
            "no one level is safe for all.",
            no_law,
        ),
        Check("pooling", "Wards that share their beds turn fewer people away, at every level.", pooled),
        Check(
            "extremes",
            "No arrivals, no one is turned away; no beds, everyone is; far too many beds, no one.",
            extremes,
        ),
        Check(
            "flows",
            "The formula agrees with beds that fill and empty step by step (Little's law too).",
            balanced,
        ),
    )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        beds = np.rint(settings["beds"])[:, None]
        shared = beds * np.rint(settings["wards"])[:, None]
        full = points[None, :] / 100
        return 1000 * np.stack([turned_away(beds, full), turned_away(shared, full)], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        alone, shared = (self.at(run, column, 85) for column in ("alone", "shared"))
        fuller, sharing = (self.at(run, column, 95) for column in ("alone", "shared"))
        return (
            f"At 85% full {alone:.0f} of 1,000 arrivals find no bed, at 95% {fuller:.0f}; "
            f"with beds shared {shared:.0f} and {sharing:.0f}."
        )


occupancy = Occupancy()
