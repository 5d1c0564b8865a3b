"""How full can a ward be? Slack, and why size matters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import accumulate

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series
from workbook.model.trace import Trace

from .ward import STAY, TICKS, Ward, fortnight, together


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


USUAL = 85.0  # percent of the beds: the level with which others are compared
LEVELS = (75.0, USUAL, 95.0)  # percent of the beds: where a picture stands on a page
MOST_WARDS = 5


class Occupancy(Model):
    """The fuller the ward, the more people find no bed; the larger the ward, the later that begins."""

    name = "occupancy"
    controls = (
        Control("beds", (20, 50, 100, 200, 400), 100, 1, 500),
        Control("wards", (1, 2, 3, 4), 1, 1, MOST_WARDS),
        # The curve shows all levels; this says at which one the picture stands.
        Control("full", LEVELS, 95, 60, 98),
    )
    series = (
        Series("alone"),
        Series("shared"),
        Series("come"),
    )
    points = tuple(range(60, 99))
    sources = ("bagust1999beds",)

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        beds = np.rint(settings["beds"])[:, None]
        shared = beds * np.rint(settings["wards"])[:, None]
        full = points[None, :] / 100
        come = 100 * load_for(beds, full) / load_for(beds, USUAL / 100)
        return np.stack([1000 * turned_away(beds, full), 1000 * turned_away(shared, full), come], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        alone, shared = (round(self.at(run, column, 85)) for column in ("alone", "shared"))
        fuller, sharing, come = (round(self.at(run, column, 95)) for column in ("alone", "shared", "come"))
        more = come - 100
        return self.words.say("levels", alone=alone, fuller=fuller, shared=shared, sharing=sharing, more=more)

    def trace(self, **given: float) -> Trace:
        """Two weeks on the wards, person by person: each ward on its own, and all of them sharing their beds.

        Of the fortnights drawn it is the one that is nearest to the average over a very long time. People without a
        bed are counted from the first day on; beside them stand those of such a fortnight at the usual level. ``more``
        has the moment at which the ``first`` found none.

        Args:
            given: controls by name, as for ``run``.
        """
        settings = self.settings(**given)
        beds, wards, full = round(settings["beds"]), round(settings["wards"]), settings["full"]
        seed, alone = _fortnight(beds, wards, full)
        shared_seed, (shared,) = _fortnight(beds * wards, 1, full)
        _, usual = _fortnight(beds, wards, USUAL)
        in_use = together(ward.in_use for ward in alone)
        bounced = together(ward.bounced for ward in alone)
        come = round(100 * float(load_for(beds, full / 100) / load_for(beds, USUAL / 100)))
        handle = self.words.say("handle", full=f"{full:g}", come=come)
        gone = self.words.say("gone", float(sum(bounced)))
        each = {f"ward_{at + 1}": ward.in_use for at, ward in enumerate(alone)}
        none = (0,) * len(TICKS)
        return Trace(
            ticks=TICKS,
            stocks={
                "alone": in_use,
                "free": tuple(beds * wards - here for here in in_use),
                **{f"ward_{at + 1}": each.get(f"ward_{at + 1}", none) for at in range(MOST_WARDS)},
                "elsewhere": tuple(accumulate(bounced)),
                "elsewhere_shared": tuple(accumulate(shared.bounced)),
                "elsewhere_usual": tuple(accumulate(together(ward.bounced for ward in usual))),
            },
            flows={
                "come": together(ward.come for ward in alone),
                "bounced": bounced,
                "leave": together(ward.left for ward in alone),
            },
            more={
                "full": full,
                "wards": wards,
                **{f"beds_{at + 1}": beds if at < wards else 0 for at in range(MOST_WARDS)},
                "shared_seed": shared_seed,
                "first": next((tick for tick, gone in zip(TICKS, bounced, strict=True) if gone), None),
                "sentence": f"{handle}. {self.words.say('run', gone=gone)}",
            },
            seed=seed,
        )


@cache
def _fortnight(beds: int, wards: int, full: float) -> tuple[int, list[Ward]]:
    load = float(load_for(beds, full / 100))
    bounced = wards * load * TICKS[-1] / STAY * float(blocked(beds, load))
    return fortnight(beds, wards, load, bounced, wards * beds * full / 100)
