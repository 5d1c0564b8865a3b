"""How full can a ward be? Slack, and why size matters."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series


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


class Occupancy(Model):
    """The fuller the ward, the more people find no bed; the larger the ward, the later that begins."""

    name = "occupancy"
    controls = (
        Control("beds", (20, 50, 100, 200, 400), 100, 1, 500),
        Control("wards", (1, 2, 3, 4), 1, 1, 5),
    )
    series = (
        Series("alone"),
        Series("shared"),
    )
    points = tuple(range(60, 99))
    sources = ("bagust1999beds",)

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        beds = np.rint(settings["beds"])[:, None]
        shared = beds * np.rint(settings["wards"])[:, None]
        full = points[None, :] / 100
        return 1000 * np.stack([turned_away(beds, full), turned_away(shared, full)], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        alone, shared = (round(self.at(run, column, 85)) for column in ("alone", "shared"))
        fuller, sharing = (round(self.at(run, column, 95)) for column in ("alone", "shared"))
        return self.words.say("levels", alone=alone, fuller=fuller, shared=shared, sharing=sharing)
