"""Thresholds: who joins once enough others have joined."""

from .checks import CHECKS
from .model import Thresholds, joined

thresholds = Thresholds(checks=CHECKS)

__all__ = ["CHECKS", "Thresholds", "joined", "thresholds"]
