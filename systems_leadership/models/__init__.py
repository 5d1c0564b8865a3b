"""The simulation models of the course, one folder each, with its words. They know nothing of pages."""

from __future__ import annotations

from workbook.model import Check, Control, Model, Series

from .burden import burden
from .commons import commons
from .discharge import discharge
from .fixes import fixes
from .occupancy import occupancy
from .probes import probes
from .referrals import referrals
from .search import search
from .thresholds import thresholds

MODELS: dict[str, Model] = {
    model.name: model for model in (discharge, occupancy, fixes, burden, commons, thresholds, search, probes, referrals)
}

__all__ = [
    "MODELS",
    "Check",
    "Control",
    "Model",
    "Series",
    "burden",
    "commons",
    "discharge",
    "fixes",
    "occupancy",
    "probes",
    "referrals",
    "search",
    "thresholds",
]
