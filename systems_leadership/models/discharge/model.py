"""Hospital discharge: the same money for beds or for care at home."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from workbook.model import Control, Floats, Model, Series

from ..patient_flow import flows

BED = 400.0  # pounds a day
PACKAGE = 120.0 / 7  # pounds a day
BEDS = 100.0  # Merrowdale at the start
PACKAGES = 657.0  # Merrowdale at the start: a tenth short of the 730 that would balance
STAY = 5.0  # days
BALANCE = 100 * BED + 730 * PACKAGE  # pounds a day for 100 beds and 730 packages


class Discharge(Model):
    """Extra money goes to hospital beds or to care at home; who waits, and where?"""

    name = "discharge"
    controls = (
        Control("extra_money", (0, 400, 800, 1200, 1600), 1200, 0, 5000),
        Control("to_care", (0, 25, 50, 75, 100), 0, 0, 100),
        Control("process", (0, 5, 10), 0, 0, 50),
        Control("occupancy", (85, 90, 95, 100), 100, 85, 100, page=False),
    )
    series = (
        Series("waiting"),
        Series("delayed"),
        Series("cared_for"),
    )
    points = (*range(0, 361, 20), *range(365, 706, 20), 730)
    sources = (
        "symmetriclab_discharge",
        "wolstenholme1999flow",
        "wolstenholme2007coping",
        "lane2000wrong",
        "brailsford2004emergency",
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
        waiting, delayed = (self.words.say(name, self.at(run, name, 365)) for name in ("waiting", "delayed"))
        return self.words.say("year", waiting=waiting, delayed=delayed)
